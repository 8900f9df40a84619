"""story.yaml: the child, how the book speaks and looks, and which edition it was."""

from __future__ import annotations

from collections.abc import Mapping

from lsbook.model.edition import Edition
from lsbook.model.vocabulary import PageLook
from lsbook.story_writing.dates import format_date
from lsbook.story_writing.entry_keys import Entry, WriteContext, drop_empty, write_statements
from lsbook.story_writing.yaml_text import format_yaml

LOOK_AGES: Mapping[str, int] = {
    PageLook.UNDER_5: 3,
    PageLook.FROM_5: 5,
    PageLook.FROM_9: 9,
    PageLook.FROM_13: 13,
    PageLook.FROM_18: 18,
}
"""An age for each look that comes with lsbook; an authority's own look is its policy's to choose."""

_HEAD = """\
# This story was made by lsbook from one finished book, and holds what stands in that book and nothing more.
# It is yours to go on with: change it in any editor, add to it, and make the book again with  lsbook build
"""
_CHILD_HEAD = "# telling-age is that of the book. A person sets it anew when the child is ready, never a birthday.\n"
_READER_HEAD = """\
# It was made from a book for grown-ups, and nobody has decided yet what of it the child is told: everything has
# from-age: 18. Take from-age away, or write a younger age, where you have decided that the child may know it.
"""


def format_story_file(context: WriteContext) -> str:
    """Return the text of story.yaml."""
    head = _READER_HEAD if context.reader else _CHILD_HEAD
    return f"{_HEAD}{head}\n{format_yaml(_make_story(context))}"


def _make_story(context: WriteContext) -> Entry:
    book, edition = context.book, context.book.edition
    theme = book.theme
    look: Entry = {"theme": theme.colour.value, "paper": theme.paper.value, "font": theme.font.value}
    if book.cover is not None:
        look["cover"] = context.names.media[book.cover]
    return drop_empty(
        {
            "format": "1",
            "child": _make_child(context),
            "telling-age": _make_telling_age(context),
            "reads-at": "" if context.reader or edition.band.name == edition.name else edition.band.name,
            "look-age": "" if context.reader else _format_look_age(edition),
            "symbols": [edition.name] if edition.has_symbols else [],
            "voice": book.voice.value,
            "language": book.language,
            "order": book.order.value,
            "look": look,
            "groups": list(book.groups),
            "talk-to": context.name_people(book.talk_to),
            "approvals": [_make_approval(context)] if context.reader else [],
            "what-is-new": write_statements(context, book.what_is_new, alone=True),
            "foreword": next(iter(write_statements(context, book.foreword, alone=True)), ""),
            "records": write_statements(context, book.records, alone=True),
        }
    )


def _format_look_age(edition: Edition) -> str:
    """The age whose look the book has: made again, it looks the same however old the child is by then."""
    chosen = edition.look_age if edition.look_age is not None else LOOK_AGES.get(edition.look)
    return "" if chosen is None else str(chosen)


def _make_child(context: WriteContext) -> Entry:
    child = context.book.child
    return drop_empty(
        {
            "name": child.name,
            "born": format_date(child.born),
            "pronouns": child.pronouns,
            "ages": "no" if child.is_ageless else "",
            "names": write_statements(context, child.names, alone=True),
            "photo": context.names.media[child.photo] if child.photo is not None else "",
        }
    )


def _make_telling_age(context: WriteContext) -> Entry:
    if context.reader:
        return {"age": "0", "decided-by": "nobody yet", "on": "not known"}
    day = context.source.made_on
    return {
        "age": str(context.book.edition.age),
        "decided-by": f"as in the book handed over on {day}",
        "on": day.isoformat(),
    }


def _make_approval(context: WriteContext) -> Entry:
    by = context.source.made_by or "whoever handed this story over"
    return {"edition": context.reader, "by": by, "on": context.source.made_on.isoformat()}
