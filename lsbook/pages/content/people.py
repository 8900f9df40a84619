"""People: equal groups in the child's own order, a card each; who has more to be told has a page as well."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from lsbook.drawings.circles import Circle, Member, draw_circles
from lsbook.drawings.circles_narrow import draw_narrow_circles
from lsbook.drawings.palette import get_palette
from lsbook.drawings.shapes import Drawing
from lsbook.model.book import Book, FamilyTime, Partner, Person, Placeholder, Statement
from lsbook.model.vocabulary import ItemKind, KnownGroup, PageLook
from lsbook.pages.content.named_items import find_anchor, make_about, make_item_accounts
from lsbook.pages.content.statements import format_note, make_guarded_statement
from lsbook.pages.content.ties import format_partner, format_tie, list_untold_partners, make_death, make_line, make_ties
from lsbook.pages.content.workers import iter_work_times
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout.addresses import collect_text
from lsbook.pages.layout.blocks import guard_item, make_instead, make_insteads
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.components import HUES, Component, Components, DrawingImage, RunningText, Section
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.cuts import CutEntry, cut
from lsbook.pages.layout.drawing_file import DrawingFiles, recall_drawing_files
from lsbook.pages.layout.face_signs import format_death_year, make_child_sign, make_person_sign
from lsbook.pages.layout.illustrated_text import pair_text_with_pictures
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.page_model import ComponentsContent, PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens, make_section

GROUP_KEYS: Mapping[str, str] = {
    KnownGroup.FAMILY: "group-family",
    KnownGroup.HOME: "group-home",
    KnownGroup.FRIENDS: "group-friends",
    KnownGroup.HELPERS: "group-helpers",
    KnownGroup.PETS: "group-pets",
    KnownGroup.SCHOOL: "group-school",
}
"""Any other group is called what the story calls it."""

MOST_IN_ONE_ROW = 4
"""People who stand beside each other without groups, and need no drawing that shows the same."""
CARD_WEIGHT = 300
"""Bytes of HTML around the words about a person."""


class PersonCard(Struct, frozen=True):
    anchor: str
    name: str
    role: str
    face: PageImage | None
    initial: str
    about: Components
    more_href: str
    """Where more is told of this person; empty where the card is all."""
    held: Components = ()
    hue: int = 1
    """The colour of the initial, where there is no face: the same as in the drawings."""


class Group(Struct, frozen=True):
    """``after`` stands beneath the cards: hard news is in no grid."""

    name: str
    cards: tuple[PersonCard, ...]
    after: Components


class PeopleContent(PageContent, frozen=True):
    groups: tuple[Group, ...]
    after: Components
    drawings: tuple[DrawingImage, ...] = ()

    def iter_text(self, say: Say) -> TextTokens:
        for group in self.groups:
            yield group.name
            for card in group.cards:
                yield from make_section(card.anchor, card.name, _iter_card_text(card, say))
            yield from iter_text(group.after, say)
        yield from iter_text(self.after, say)


def _iter_card_text(card: PersonCard, say: Say) -> TextTokens:
    if not card.face:
        yield card.initial
    yield card.role
    yield from iter_text((*card.held, *card.about), say)
    if card.more_href:
        yield say("more-about", who=card.name)


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of all people, then the pages of those of whom more is told."""
    own = context.for_page(context.addresses["people"])
    groups = _make_groups(own)
    after = make_insteads(own, ItemKind.PEOPLE)
    if not groups and not after:
        return ()
    title, deck = context.say("people-title"), context.say("people-deck")
    thumb = context.make_thumbnail(context.book.people)
    drawn = _make_drawings(own)
    content, files = PeopleContent(groups, after, drawn.images), drawn.files
    part = context.say("part-my-people")
    first = PageModel(own.address, "people.html", title, content, part, deck, thumb=thumb, files=files)
    return (
        first,
        *(
            _make_person_page(context, at)
            for at, person in enumerate(context.book.people)
            if not person.heads_up and has_page(context.book, person, context.look)
        ),
    )


def make_person(context: PageContext, item: Person) -> Components:
    """Everything that is told of one person."""
    components: list[Component] = [
        *make_about(context, item, 2),
        *make_death(context, item),
        *make_ties(context, item),
    ]
    for partner in item.partners:
        if partner.heads_up:
            components += guard_item(context, partner, lambda it: make_partner(context, it))
    for fact in item.facts:
        components += pair_text_with_pictures(
            make_guarded_statement(context, fact, level=2), context.look, opening=False
        )
    components += make_item_accounts(context, item, 2)
    times = tuple(
        component
        for family_time in item.family_time
        for component in guard_item(context, family_time, lambda it: make_family_time(context, it))
    )
    if times:
        components.append(Section("family-time", context.say("family-time"), times, 2))
    if item.heads_up:
        components += iter_work_times(context, item.work)
    return tuple(components)


def make_family_time(context: PageContext, item: FamilyTime, level: int = 3) -> Components:
    """How they met, from when until when."""
    when, how = (
        capitalize_first(context.dates.format_period(item.from_, item.until)),
        make_guarded_statement(context, item.how, level=level),
    )
    return (Section("family-times", "", how, level, when),) if when or how else ()


def make_partner(context: PageContext, item: Partner) -> Components:
    """Who somebody was together with, on a page of its own."""
    line = format_partner(context, item)
    return (make_line(line),) if line else ()


def _make_person_page(context: PageContext, index: int) -> PageModel:
    item, own = context.book.people[index], context.for_page(context.addresses[f"person {index}"])
    has_card = own.address in context.folds and bool(_make_short_about(own, item))
    shown = replace(item, about=None) if has_card else item  # the card on the same page has said it
    return PageModel(
        own.address,
        "person.html",
        item.name,
        ComponentsContent(context.make_held_mark(item) + make_person(own, shown)),
        context.say("part-my-people"),
        format_tie(context, item, index),
        listed=False,
    )


def has_page(book: Book, item: Person, look: PageLook) -> bool:
    """Whether a card is too small for what is told of a person.

    With whom somebody is, and whose parent, the tree tells; from the look of 13 on a page, where the tree does not.
    """
    about = item.about
    if isinstance(about, Statement) and (about.heads_up or about.source or about.decided_by or about.certainty):
        return True
    if any(
        (item.facts, item.accounts, item.family_time, item.died, any(partner.heads_up for partner in item.partners))
    ):
        return True
    return bool(list_untold_partners(book, item, look))


def cut_people(book: Book) -> tuple[tuple[int, ...], ...]:
    """Who stands together on a page, as positions in ``Book.people``; nothing where all have room on one."""
    entries = [
        CutEntry(at, name, "", CARD_WEIGHT + len(collect_text(person.about).encode()))
        for name in _order_groups(book)
        for at, person in enumerate(book.people)
        if person.group == name and not person.heads_up
    ]
    runs = cut(entries)
    return tuple(run.values for run in runs) if len(runs) > 1 else ()


def _order_groups(book: Book) -> tuple[str, ...]:
    """Those with somebody in them: in the child's own order, then as the story names them."""
    named = dict.fromkeys(person.group for person in book.people)
    return tuple(group for group in dict.fromkeys((*book.groups, *named)) if group in named)


def _make_drawings(context: PageContext) -> DrawingFiles:
    """Everybody in equal groups around the child. The youngest have the cards, with faces to point at."""
    groups = tuple(
        Circle(_format_group_name(context, name), members)
        for name in _order_groups(context.book)
        if (
            members := tuple(
                Member(person.name, person.is_, make_person_sign(context, at), format_death_year(context, person))
                for at, person in enumerate(context.book.people)
                if person.group == name and not person.heads_up
            )
        )
    )
    count = sum(len(group.members) for group in groups)
    if len(groups) < 2 or count <= MOST_IN_ONE_ROW or context.look == PageLook.UNDER_5:
        return DrawingFiles()
    name, sign, palette = context.book.child.name, make_child_sign(context), get_palette(context.look)

    def draw() -> tuple[tuple[Drawing, ...], tuple[Drawing, ...]]:
        wide = draw_circles(groups, name, sign, palette)
        return (wide,) if wide else (), (draw_narrow_circles(groups, name, sign, palette),)

    return recall_drawing_files(context, (groups, name, sign, palette), draw, context.say("people-alt"))


def _format_group_name(context: PageContext, name: str) -> str:
    return context.say(GROUP_KEYS[name]) if name in GROUP_KEYS else capitalize_first(name.replace("-", " "))


def _make_groups(context: PageContext) -> tuple[Group, ...]:
    """Everybody in equal groups; a few people are one group, which needs no name."""
    groups = tuple(_make_group(context, name) for name in _order_groups(context.book))
    cards = tuple(card for group in groups for card in group.cards)
    if len(cards) > MOST_IN_ONE_ROW:
        return groups
    return (Group("", cards, tuple(component for group in groups for component in group.after)),) if groups else ()


def _make_group(context: PageContext, name: str) -> Group:
    members = [(at, person) for at, person in enumerate(context.book.people) if person.group == name]
    cards = tuple(_make_card(context, item, at) for at, item in members if not item.heads_up)
    after = tuple(component for _, item in members if item.heads_up for component in context.make_heads_up(item))
    return Group(_format_group_name(context, name), cards, after)


def _make_card(context: PageContext, item: Person, index: int) -> PersonCard:
    return PersonCard(
        find_anchor(context, ItemKind.PEOPLE, index),
        item.name,
        item.is_,
        context.images.make_face(item.photo, context.address),
        context.make_initial(item.name),
        _make_short_about(context, item),
        context.make_href(context.addresses[f"person {index}"]) if has_page(context.book, item, context.look) else "",
        context.make_held_mark(item),
        index % HUES + 1,
    )


def _make_short_about(context: PageContext, item: Person) -> Components:
    """What a card has room for: the words about a person, without sources, pictures or hard news."""
    if isinstance(item.about, Placeholder):
        return make_instead(context, item.about)
    if item.about is None or item.about.heads_up or format_note(context, item.about):
        return ()
    return tuple(
        component
        for component in make_guarded_statement(context, item.about, level=4)
        if isinstance(component, RunningText)
    )
