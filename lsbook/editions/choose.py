"""Story + Edition -> Book."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TypeVar

from msgspec.structs import replace

from lsbook.editions import named_items
from lsbook.editions.book_text import collect_passages
from lsbook.editions.choice import Choice
from lsbook.editions.edition import OLDEST
from lsbook.editions.gentle import decide_gently
from lsbook.editions.named_items import select_marks
from lsbook.editions.never_said import find_never_said
from lsbook.editions.select_prose import select_statement, select_statements, select_telling, select_told_in
from lsbook.editions.selector import Selector
from lsbook.editions.starter_chapters import find_starter_chapters, make_starter_warning
from lsbook.editions.strangers import find_strangers
from lsbook.editions.texts_and_media import select_chapter, select_letter, select_medium
from lsbook.editions.visibility import decide
from lsbook.editions.wall_rules import UNTRUE_ANSWER
from lsbook.editions.withheld_mentions import find_mentions
from lsbook.editions.withheld_names import WithheldNameSearch
from lsbook.model import book
from lsbook.model.edition import RECORD, Edition
from lsbook.model.item import Item
from lsbook.model.named_items import Person
from lsbook.model.problem import Location, Problem
from lsbook.model.story import AboutMe, Chapter, Child, Moment, Question, Story
from lsbook.model.vocabulary import NAMED_KINDS, ItemKind, QuestionStatus

I = TypeVar("I", bound=Item)  # noqa: E741
B = TypeVar("B")


def choose(story: Story, edition: Edition, made_on: date) -> book.Book:
    """Return what the reader of ``edition`` may see of ``story``, and nothing else.

    Raises ``ProblemsFound`` where a text that may be seen names something withheld, or would tell a lie. ``made_on`` is
    the date printed in the book.
    """
    return make_choice(story, edition, made_on).book


def make_choice(story: Story, edition: Edition, made_on: date) -> Choice:
    """Return what ``choose`` does, with all that the Book says and all that speaks against it."""
    selector = Selector(story, decide(story, edition))
    chosen = _make_book(selector, made_on)
    passages = collect_passages(selector, chosen)
    unwritten = find_starter_chapters(selector, chosen.chapters, passages)
    if unwritten:
        chosen = replace(chosen, chapters=tuple(chapter for chapter in chosen.chapters if chapter not in unwritten))
        passages = collect_passages(selector, chosen)
    search = WithheldNameSearch(story, selector.visibility, made_on)
    never_said = find_never_said(story, passages)
    names = (*find_mentions(story, search, passages), *find_strangers(story, search, passages), *never_said)
    warnings = tuple(make_starter_warning(selector, chapter) for chapter in unwritten)
    return Choice(
        chosen,
        passages=passages,
        visibility=selector.visibility,
        problems=tuple(dict.fromkeys((*selector.refusals, *names, *warnings))),
        find_private_values=partial(_find_private_values, selector),
    )


def _find_private_values(selector: Selector) -> tuple[object, ...]:
    return selector.private_to_child(decide(selector.story, replace(selector.edition, reader=RECORD, age=OLDEST)))


def _make_book(selector: Selector, made_on: date) -> book.Book:
    story = selector.story
    parts: dict[str, tuple[object, ...]] = {
        "about_me": tuple(_select_with_placeholders(selector, story.about_me, _select_about_me)),
        "moments": tuple(_select_with_placeholders(selector, story.moments, _select_moment)),
        "questions": tuple(_select_with_placeholders(selector, story.questions, _select_question)),
        "words": tuple(_select_with_placeholders(selector, story.words, named_items.select_word)),
        "people": tuple(_select_visible(selector, story.people, named_items.select_person)),
        "homes": tuple(_select_visible(selector, story.homes, named_items.select_home)),
        "schools": tuple(_select_visible(selector, story.schools, named_items.select_school)),
        "keepsakes": tuple(_select_visible(selector, story.keepsakes, named_items.select_keepsake)),
        "letters": tuple(_select_visible(selector, story.letters, select_letter)),
        "chapters": tuple(_select_chapters(selector)),
    }
    child = _select_child(selector, story.child)
    cover = selector.place_photo(story.look.cover)
    placeholders = _collect_placeholders(selector)
    groups = {person.group for person in story.people if selector.visibility.is_visible(person)}
    media = tuple(
        selector.track(select_medium(selector, medium), medium) for medium in selector.shown_media
    )  # last: showing adds to it
    return book.Book(
        replace(selector.edition, letters_apart=(), gentle_age=None),  # a book knows nothing of what it does not hold
        made_on,
        child,
        story.voice,
        story.language,
        story.order,
        story.look.theme,
        cover,
        tuple(str(group) for group in story.groups if group in groups),
        _select_talk_to(selector),
        media=media,
        placeholders=placeholders,
        what_is_new=select_statements(selector, story.what_is_new),
        foreword=select_statements(selector, story.foreword),
        records=select_statements(selector, story.records) if selector.edition.is_for_adult else (),
        **parts,  # type: ignore[arg-type]
    )


def _select_talk_to(selector: Selector) -> tuple[book.NameLink, ...]:
    """Return who can be talked to. In an adult's own book nobody whose work with the child is over."""
    refs, edition = selector.story.talk_to, selector.edition
    if not (edition.is_for_adult and edition.is_for_child):
        return selector.resolve_refs(refs)
    gone = {person.id for person in selector.story.people if _has_left(selector, person)}
    return selector.resolve_refs(tuple(ref for ref in refs if ref.id not in gone))


def _has_left(selector: Selector, person: Person) -> bool:
    times = [time for time in person.work if selector.visibility.is_visible(time)]
    return bool(times) and all(time.until is not None for time in times)


def _select_child(selector: Selector, child: Child) -> book.Child:
    return book.Child(
        str(child.name),
        child.born,
        str(child.pronouns),
        select_statements(selector, child.names),
        selector.place_photo(child.photo),
        child.is_ageless or None,
    )


def _select_visible(selector: Selector, items: tuple[I, ...], make: Callable[[Selector, I], B]) -> Iterator[B]:
    return (selector.track(make(selector, item), item) for item in items if selector.visibility.is_visible(item))


def _select_chapters(selector: Selector) -> Iterator[book.Chapter]:
    """Yield the chapters of which something is left."""
    gentle = decide_gently(selector.story, selector.edition)
    chapters = _select_visible(selector, selector.story.chapters, partial(select_chapter, gentle=gentle))
    return (chapter for chapter in chapters if chapter.inside)


def _select_with_placeholders(
    selector: Selector, items: tuple[I, ...], make: Callable[[Selector, I], B]
) -> Iterator[B | book.Placeholder]:
    """Yield the items that may be seen, and among them the sentences for those that are not told yet."""
    for item in items:
        if selector.visibility.is_visible(item):
            yield selector.track(make(selector, item), item)
        elif instead := selector.select_placeholder(item):
            yield instead


def _collect_placeholders(selector: Selector) -> dict[str, tuple[book.Placeholder, ...]]:
    """Return the sentences, by page, for the pages whose items other items point at by position."""
    placeholders: dict[str, list[book.Placeholder]] = {}
    for kind in (*NAMED_KINDS, ItemKind.MEDIA, ItemKind.LETTERS, ItemKind.CHAPTERS):
        for item in getattr(selector.story, kind):
            instead = selector.select_placeholder(item)
            page = f"chapters:{item.part}" if isinstance(item, Chapter) else kind
            if instead:
                placeholders.setdefault(page, []).append(instead)
    return {page: tuple(sentences) for page, sentences in placeholders.items()}


def _select_about_me(selector: Selector, item: AboutMe) -> book.AboutMe:
    return book.AboutMe(
        item.category,
        select_telling(selector, item.what),
        selector.resolve_who(item.said_by),
        item.when,
        **select_marks(selector, item),
    )


def _select_moment(selector: Selector, item: Moment) -> book.Moment:
    return book.Moment(
        item.when,
        select_telling(selector, item.what),
        item.category,
        select_statement(selector, item.about),
        selector.resolve_refs(item.people),
        selector.place_photos(item.photos),
        told_in=select_told_in(selector, item.told_in),
        **select_marks(selector, item),
    )


def _select_question(selector: Selector, item: Question) -> book.Question:
    answer = select_statement(selector, item.answer)
    if (
        item.status is QuestionStatus.NOBODY_KNOWS
        and item.answer is not None
        and not isinstance(answer, book.Statement)
    ):
        selector.refusals.append(_make_lie_problem(item.answer.at, selector.edition.name))
    status = None if item.status is QuestionStatus.ANSWERED and answer is None else item.status
    waits = status is QuestionStatus.LATER
    return book.Question(
        select_telling(selector, item.ask),
        status,
        selector.resolve_who(item.finding_out),
        answer,
        selector.resolve_who(item.held_by) if waits else None,
        item.look_again if waits else None,
        **select_marks(selector, item),
    )


def _make_lie_problem(at: Location, edition: str) -> Problem:
    return Problem(
        at,
        f"The edition {edition} would say that nobody knows, and the answer is known and kept back. That is a lie.",
        "Set status: later (and say in instead: who will tell, and when), or let the answer be seen.",
        rule=UNTRUE_ANSWER.id,
    )
