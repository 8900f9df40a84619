"""About the child, moments, questions, words and media as entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from lsbook.model.book import AboutMe, Cue, Medium, Moment, Placeholder, Question, Word
from lsbook.model.vocabulary import ItemKind, QuestionStatus
from lsbook.story_writing.dates import format_date
from lsbook.story_writing.entry_keys import (
    UNTOLD,
    Entry,
    WriteContext,
    drop_empty,
    make_gate_keys,
    make_untold,
    write_statement,
)
from lsbook.story_writing.named_items import format_optional_date

T = TypeVar("T")


def write_about_me(context: WriteContext) -> Iterator[Entry]:
    """Yield the entries of about-me.yaml."""
    return _write_list(context, context.book.about_me, _write_about_me, {"kind": "other", "what": UNTOLD})


def write_moments(context: WriteContext) -> Iterator[Entry]:
    """Yield the entries of timeline.yaml."""
    return _write_list(context, context.book.moments, _write_moment, {"when": "not known", "what": UNTOLD})


def write_questions(context: WriteContext) -> Iterator[Entry]:
    """Yield the entries of questions.yaml."""
    return _write_list(context, context.book.questions, _write_question, {"ask": UNTOLD, "status": "later"})


def write_words(context: WriteContext) -> Iterator[Entry]:
    """Yield the entries of words.yaml."""
    return _write_list(context, context.book.words, _write_word, {"word": UNTOLD, "means": UNTOLD})


def write_media(context: WriteContext) -> Iterator[Entry]:
    """Yield the entries of media.yaml. A medium without words of its own stands only where it is shown."""
    for at, medium in enumerate(context.book.media):
        if medium.listed:
            yield _write_medium(context, at, medium)
    for name, placeholder in name_untold_media(context):
        yield {"file": name, "shows": UNTOLD, **make_untold(context, placeholder)}


def name_untold_media(context: WriteContext) -> tuple[tuple[str, Placeholder], ...]:
    """Return the names of the files that stand for media which are not told, each with the sentence in its place."""
    return tuple(
        (f"more-{at}-not-here.txt", placeholder)
        for at, placeholder in enumerate(context.book.placeholders.get(ItemKind.MEDIA, ()), 1)
    )


def name_captions(media_name: str) -> str:
    """Return the name of the file with the captions of a film or a sound."""
    return f"{media_name.rpartition('.')[0]}.vtt"


def format_captions(cues: tuple[Cue, ...]) -> str:
    """Return the text of a file of captions."""
    return "\n".join(["WEBVTT\n", *(_format_cue(cue) for cue in cues)])


def _write_list(
    context: WriteContext,
    items: tuple[T | Placeholder, ...],
    write: Callable[[WriteContext, T], Entry],
    needed: Entry,
) -> Iterator[Entry]:
    for item in items:
        if isinstance(item, Placeholder):
            yield {**needed, **make_untold(context, item)}
        else:
            yield drop_empty(write(context, item))


def _write_about_me(context: WriteContext, item: AboutMe) -> Entry:
    return {
        "kind": item.category.value,
        "what": context.format_prose(item.what),
        "said-by": context.name_who(item.said_by),
        "when": format_optional_date(item.when),
        **make_gate_keys(context, item),
    }


def _write_moment(context: WriteContext, item: Moment) -> Entry:
    return {
        "when": format_date(item.when),
        "what": context.format_prose(item.what),
        "kind": item.category.value if item.category else "",
        "about": write_statement(context, item.about, is_private=context.is_private(item)),
        "people": context.name_people(item.people),
        "photos": context.name_media(item.photos),
        "told-in": context.name_chapter(item.told_in),
        **make_gate_keys(context, item),
    }


def _write_question(context: WriteContext, item: Question) -> Entry:
    status = item.status or QuestionStatus.ANSWERED  # without an answer here: it is not told
    return {
        "ask": context.format_prose(item.ask),
        "status": status.value,
        "finding-out": context.name_who(item.finding_out),
        "held-by": context.name_who(item.held_by),
        "look-again": format_optional_date(item.look_again),
        "answer": write_statement(context, item.answer, is_private=context.is_private(item)),
        **make_gate_keys(context, item),
    }


def _write_word(context: WriteContext, item: Word) -> Entry:
    return {
        "word": item.word,
        "means": context.format_prose(item.means),
        "about": item.category.value if item.category else "",
        **make_gate_keys(context, item),
    }


def _write_medium(context: WriteContext, at: int, medium: Medium) -> Entry:
    name = context.names.media[at]
    return drop_empty(
        {
            "file": name,
            "shows": medium.shows,
            "decorative": "true" if medium.decorative else "",
            "caption": context.format_prose(medium.caption),
            "look-for": context.format_prose(medium.look_for),
            "people": context.name_people(medium.people),
            "when": format_optional_date(medium.when),
            "captions": name_captions(name) if medium.captions else "",
            "transcript": context.format_prose(medium.transcript),
            "from-age": str(context.book.edition.age) if not context.reader and _is_read_aloud(context, at) else "",
            **make_gate_keys(context, medium),
        }
    )


def _is_read_aloud(context: WriteContext, at: int) -> bool:
    """Return whether a medium is a chapter read aloud: it needs a gate where the chapter tells some readers more."""
    return any(chapter.read_aloud == at for chapter in context.book.chapters)


def _format_cue(cue: Cue) -> str:
    text = cue.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("{", "&#123;")
    return f"{cue.timing}\n{text}\n"
