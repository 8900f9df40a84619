"""Hard news of each kind: what its page says of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from lsbook.model.book import (
    AboutMe,
    Account,
    BookItem,
    Chapter,
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
    WorkTime,
)
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
    workers,
)
from lsbook.pages.content.statements import make_statement
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout import blocks
from lsbook.pages.layout.components import Components, RunningText
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.illustrated_text import pair_text_with_pictures
from lsbook.pages.layout.render_prose import format_title
from lsbook.pages.layout.type_table import bind_in_context

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
        bind_in_context(WorkTime, workers.make_work_time),
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


def make_item(context: PageContext, item: BookItem) -> Components:
    """Everything that an item of hard news says, on a page of its own."""
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


def drop_empty_entry_points(context: PageContext) -> PageContext:
    """The context without the entry points to nothing: say, a passage that was only a picture that is broken."""
    entry_points = context.entry_points
    while True:
        context = replace(context, entry_points=entry_points)
        entry_points = {
            item: entry_point
            for item, entry_point in context.entry_points.items()
            if isinstance(item, NAMED_TYPES) or make_item(context.for_page(entry_point.sensitive_page), item)
        }
        if len(entry_points) == len(context.entry_points):
            return context


def format_item_title(context: PageContext, item: BookItem) -> str:
    """What hard news is called, where it has a name of its own."""
    if isinstance(item, Word):
        return item.word
    if isinstance(item, Chapter | Letter):
        return format_title(context, item.title, item.language) if item.title else ""
    return item.name if isinstance(item, NAMED_TYPES) else ""


def format_deck(context: PageContext, item: BookItem) -> str:
    """What stands under the title of hard news."""
    return DECK_MAKERS[type(item)](context, item) if type(item) in DECK_MAKERS else ""
