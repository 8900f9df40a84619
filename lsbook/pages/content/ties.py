"""How people belong together, in sentences: what somebody is to the child, who are a couple, and who has died."""

from __future__ import annotations

from lsbook.model.book import Book, Card, Partner, Person, Stay
from lsbook.model.vocabulary import ItemKind, PageLook
from lsbook.model.when import Dated, Nearness, UnknownDate, When
from lsbook.pages.content.book_family import find_members
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.language.rich_text import NO_TEXT, RichText, make_rich
from lsbook.pages.layout.components import Components, RunningText
from lsbook.pages.layout.context import PICTURE_FIRST_LOOKS, PageContext

TIE_LOOKS = frozenset({PageLook.FROM_13, PageLook.FROM_18})
"""Looks that tell when two people were together."""


def format_tie(context: PageContext, item: Person, index: int) -> str:
    """What a person is to the child; from 9 on with the day since when they live together."""
    tie = capitalize_first(item.is_)
    since = _find_common_home(context, index)
    if context.look in PICTURE_FIRST_LOOKS or since is None or isinstance(since, UnknownDate):
        return tie
    when = context.dates.sentence_formatter.format_when(since)
    return f"{tie}. {context.say('lives-with', when=when)}"


def _find_common_home(context: PageContext, index: int) -> When | None:
    """Since when the child lives with a person; nothing where they do not."""
    stays = (stay for home in context.book.homes if not home.heads_up for stay in home.stays)
    for stay in stays:
        if not isinstance(stay, Stay) or stay.heads_up or stay.until or stay.is_short_break:
            continue
        if any(name.card == Card(ItemKind.PEOPLE, index) for name in stay.people):
            return stay.from_
    return None


def make_death(context: PageContext, item: Person) -> Components:
    """When somebody died, in a sentence of its own."""
    if item.died is None:
        return ()
    when = context.dates.sentence_formatter.format_when(item.died)
    exact = item.died.point if isinstance(item.died, Dated) and item.died.nearness is Nearness.EXACT else None
    key = "died-when" if exact is None else "died-on" if exact.day else "died-in"
    return (make_line(context.catalog.say_rich(key, who=make_rich(context.isolate(item.name)), when=make_rich(when))),)


def make_ties(context: PageContext, item: Person) -> Components:
    """With whom somebody is or was together, from 13 on, where the family tree does not tell it."""
    partners = list_untold_partners(context.book, item, context.look)
    name = make_rich(context.isolate(item.name))
    lines = (format_couple(context, name, context.join_names((each.person,)), each) for each in partners)
    return tuple(make_line(line) for line in lines if line)


def list_untold_partners(book: Book, item: Person, look: PageLook) -> tuple[Partner, ...]:
    """The partners of somebody who do not stand beside them in the family tree: no hard news, and none before 13."""
    partners = tuple(partner for partner in item.partners if not partner.heads_up)
    if look not in TIE_LOOKS or not partners:
        return ()
    members = find_members(book)
    if not any(book.people[at].partners is item.partners for at in members if at >= 0):
        return partners
    return tuple(each for each in partners if not (each.person.card and each.person.card.position in members))


def format_couple(context: PageContext, person: RichText, other: RichText, item: Partner) -> RichText:
    """That two people are or were together, and when; nothing where one of them is not named."""
    when = _format_time_together(context, item)
    key = "tie-was-with" if item.until else "tie-is-with"
    words = make_rich(f" {when}" if when else "")
    return context.catalog.say_rich(key, who=person, other=other, when=words) if person and other else NO_TEXT


def format_partner(context: PageContext, item: Partner) -> RichText:
    """With whom somebody is or was together, and when, on a page of its own."""
    other, when = context.join_names((item.person,)), _format_time_together(context, item)
    words = make_rich(f" {when}" if when else "")
    return context.catalog.say_rich("tie-with", who=other, when=words) if other else NO_TEXT


def _format_time_together(context: PageContext, item: Partner) -> str:
    """When two people were together; what still lasts has lasted since its start."""
    if item.until is None and item.from_ is not None and not isinstance(item.from_, UnknownDate):
        return context.say("since", start=context.dates.sentence_formatter.format_when(item.from_))
    return context.dates.format_period(item.from_, item.until)


def make_line(words: RichText) -> RunningText:
    """A paragraph of the book's own."""
    return RunningText(words.put_on_line().put_into("<p>{}</p>"))
