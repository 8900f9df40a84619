"""Hard news: the threshold that says plainly what it is about, and the page behind it that holds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from babel.lists import format_list

from lsbook.model.book import (
    AboutMe,
    Account,
    BookItem,
    Chapter,
    Conversation,
    FamilyTime,
    Home,
    Keepsake,
    Letter,
    Medium,
    Moment,
    Partner,
    Person,
    Question,
    School,
    Statement,
    Stay,
    Word,
)
from lsbook.model.vocabulary import PageLook
from lsbook.model.when import Dated, Nearness
from lsbook.pages.content import (
    about_me,
    chapters,
    glossary,
    homes,
    keepsakes,
    people,
    photos,
    questions,
    schools,
    timeline,
)
from lsbook.pages.content.statements import make_statement
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout import blocks
from lsbook.pages.layout.addresses import COVER
from lsbook.pages.layout.components import Components, RunningText
from lsbook.pages.layout.context import EntryPoint, PageContext
from lsbook.pages.layout.page_model import NavLink, PageContent, PageModel
from lsbook.pages.layout.passages import pair_text_with_pictures
from lsbook.pages.layout.prose import format_title
from lsbook.pages.layout.type_table import bind_in_context

TEEN_AGE = 13
"""From this age a page of hard news ends with a break, before it with "How did that feel?"."""

ITEM_MAKERS: dict[type[object], Callable[[PageContext, object], Components]] = dict(
    (
        bind_in_context(AboutMe, about_me.make_about_me),
        bind_in_context(Account, blocks.make_account),
        bind_in_context(Chapter, chapters.make_components),
        bind_in_context(FamilyTime, partial(people.make_family_time, level=2)),
        bind_in_context(Home, partial(homes.make_home, level=2)),
        bind_in_context(Keepsake, partial(keepsakes.make_keepsake, level=2)),
        bind_in_context(Letter, blocks.make_letter),
        bind_in_context(Medium, photos.make_photo),
        bind_in_context(Moment, timeline.make_single_moment),
        bind_in_context(Partner, people.make_partner),
        bind_in_context(Person, people.make_person),
        bind_in_context(Question, questions.make_question),
        bind_in_context(School, partial(schools.make_school, level=2)),
        bind_in_context(Statement, make_statement),
        bind_in_context(Stay, partial(homes.make_stay, level=2)),
        bind_in_context(Word, glossary.make_word),
    )
)
"""What makes the components of hard news, by kind; blocks of prose are made as they are elsewhere."""


def _format_role(context: PageContext, item: Person) -> str:
    return capitalize_first(item.is_)


DECK_MAKERS: dict[type[object], Callable[[PageContext, object], str]] = dict(
    (
        bind_in_context(Person, _format_role),
        bind_in_context(School, schools.format_attendance),
    )
)
"""What stands under the title of a page of hard news, where elsewhere a card or a section says it."""

NAMED_TYPES = (Person, Home, School, Keepsake)


@dataclass(frozen=True)
class ThresholdContent(PageContent):
    """``later_href`` leads to where the book goes on without it; ``companions`` are those to read it with."""

    topic: str
    now_href: str
    later_href: str
    companions: str
    first_telling: str
    for_grown_up: bool


@dataclass(frozen=True)
class SensitiveContent(PageContent):
    components: Components
    asks_feelings: bool
    companions: str


def make_threshold(context: PageContext, item: BookItem, back: NavLink | None = None) -> PageModel:
    """The page before hard news: what it is about, and the choice: now, later, or with someone.

    ``back`` is where a heads-up led here from; a chapter's own has its place in the row of pages.
    """
    entry_point = context.entry_points[item]
    context = context.for_page(entry_point.threshold)
    later = back or NavLink(f"{COVER}#contents", context.say("contents"))
    for_grown_up = context.look == PageLook.UNDER_5 and context.book.edition.is_for_child
    first_telling = _format_first_telling(context, item.heads_up.conversation) if item.heads_up else ""
    content = ThresholdContent(
        entry_point.topic,
        context.make_href(entry_point.sensitive_page),
        context.make_href(later.address),
        format_companions(context),
        first_telling,
        for_grown_up,
    )
    title = context.say("heads-up-title", topic=capitalize_first(entry_point.topic))
    listed = isinstance(item, Chapter)
    part = context.say(chapters.PART_KEYS[item.part]) if isinstance(item, Chapter) else ""
    return PageModel(
        entry_point.threshold,
        "heads-up.html",
        title,
        content,
        part,
        gated=True,
        topic=entry_point.topic,
        listed=listed,
        in_row=listed,
        back=back,
    )


def make_sensitive_page(context: PageContext, item: BookItem, onward: NavLink) -> PageModel:
    """The page that holds hard news, with what helps after reading it."""
    entry_point = context.entry_points[item]
    context = context.for_page(entry_point.sensitive_page)
    edition = context.book.edition
    content = SensitiveContent(
        context.make_held_mark(item) + _make_components(context, item),
        edition.is_for_child and edition.age < TEEN_AGE,
        format_companions(context),
    )
    part = context.say(chapters.PART_KEYS[item.part]) if isinstance(item, Chapter) else ""
    return PageModel(
        entry_point.sensitive_page,
        "behind.html",
        format_sensitive_title(context, item, entry_point),
        content,
        part,
        DECK_MAKERS[type(item)](context, item) if type(item) in DECK_MAKERS else "",
        listed=False,
        in_row=False,
        back=NavLink(entry_point.threshold, context.say("heads-up")),
        onward=onward,
    )


def drop_empty_entry_points(context: PageContext) -> PageContext:
    """The context without the entry points to nothing: say, a passage that was only a picture that is broken."""
    entry_points = context.entry_points
    while True:
        context = replace(context, entry_points=entry_points)
        entry_points = {
            item: entry_point
            for item, entry_point in context.entry_points.items()
            if isinstance(item, NAMED_TYPES) or _make_components(context.for_page(entry_point.sensitive_page), item)
        }
        if len(entry_points) == len(context.entry_points):
            return context


def _make_components(context: PageContext, item: BookItem) -> Components:
    components = (
        ITEM_MAKERS[type(item)](context, item)
        if type(item) in ITEM_MAKERS
        else blocks.BLOCK_MAKERS[type(item)](context, item, 2)
    )
    return (
        pair_text_with_pictures(components, context.look)
        if any(isinstance(component, RunningText) for component in components)
        else components
    )


def format_companions(context: PageContext) -> str:
    """The names of those to read it with: "Jan, Dave or Priya"."""
    names = [named.label for named in context.book.talk_to]
    return format_list(names, style="or", locale=context.catalog.locale) if names else ""


def format_sensitive_title(context: PageContext, item: BookItem, entry_point: EntryPoint) -> str:
    """The title of a page of hard news."""
    if isinstance(item, Word):
        return item.word
    if isinstance(item, Chapter | Letter) and item.title:
        return format_title(context, item.title, item.language)
    return item.name if isinstance(item, NAMED_TYPES) else capitalize_first(entry_point.topic)


def _format_first_telling(context: PageContext, first_telling: Conversation | None) -> str:
    """Who told the child first, and when."""
    if first_telling is None or not first_telling.by:
        return ""
    when = context.dates.sentence_formatter.format_when(first_telling.on)
    if not when:
        return context.say("told", who=first_telling.by)
    if isinstance(first_telling.on, Dated) and first_telling.on.nearness is Nearness.EXACT:
        key = "told-on" if first_telling.on.point.day else "told-in"
        return context.say(key, who=first_telling.by, when=when)
    return context.say("told-when", who=first_telling.by, when=when)
