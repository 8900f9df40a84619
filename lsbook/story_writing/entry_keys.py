"""What any entry can carry: whose alone it is, hard news, for which reader; and what stands for what is not told."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from lsbook.model.book import Book, BookItem, HeadsUp, NameLink, Placeholder, Prose, Statement
from lsbook.model.passage import fold_text
from lsbook.model.walk import find_all
from lsbook.story_writing.dates import format_date
from lsbook.story_writing.markdown import format_prose
from lsbook.story_writing.name_table import NameTable
from lsbook.story_writing.source import BookSource
from lsbook.story_writing.yaml_text import Value

UNTOLD = "…"
"""What stands where a story needs words and nothing is told: a name of it could be found in no book."""
NOBODY_NAMED = "Somebody"
"""Who says or wrote what is not told."""
HOLD_REASON = "It was not told in the book from which this story was made, and is not here. Ask who made that book."
ALLOW_REASON = "It stood in the book from which this story was made."
LATER = "18"
"""The age from which a child is told what another reader's copy holds, until a person decides otherwise."""
Entry = dict[str, Value]


class WriteContext(Struct, frozen=True):
    """What every part of a story needs to know of the others."""

    source: BookSource
    names: NameTable
    private: frozenset[int]
    """The identities of the values that are the child's alone."""

    @property
    def book(self) -> Book:
        return self.source.book

    @property
    def reader(self) -> str:
        """Return the reader of the Book; empty for the child."""
        return "" if self.book.edition.is_for_child else self.book.edition.reader

    def is_private(self, value: object) -> bool:
        """Return whether ``value`` is the child's alone."""
        return id(value) in self.private

    def format_prose(self, prose: Prose) -> str:
        """Return prose that stands in YAML, where no block can."""
        return format_prose(prose, self.names)  # type: ignore[arg-type]

    def name_people(self, people: tuple[NameLink, ...]) -> list[Value]:
        """Return the ids of ``people``."""
        return [self.names.find_mark(name) for name in people]

    def name_who(self, who: NameLink | None) -> str:
        """Return the id of somebody, or the words for somebody who has none."""
        return (self.names.find_mark(who) or who.label) if who else ""

    def name_media(self, positions: tuple[int, ...]) -> list[Value]:
        """Return the names of media."""
        return [self.names.media[position] for position in positions]

    def name_chapter(self, title: str | None) -> str:
        """Return the name of the file of the chapter that is called ``title``; empty where there is none."""
        named = zip(self.names.chapters, self.book.chapters, strict=True)
        return next((name for name, chapter in named if chapter.title == title), "")


def drop_empty(entry: Entry) -> Entry:
    """Return ``entry`` without the keys at which nothing stands."""
    return {key: value for key, value in entry.items() if value not in ("", [], {}, None)}


def make_gate_keys(context: WriteContext, item: BookItem, *, inside: bool = False, is_private: bool = False) -> Entry:
    """Return the keys of the gate of ``item``. ``inside``: it stands in an entry with a gate of its own.

    ``is_private``: that entry is the child's alone, and says so.
    """
    marks: Entry = {}
    if not is_private and context.is_private(item):
        marks["only-me"] = "true"
    marks |= make_heads_up(item.heads_up)
    if context.reader:
        marks["also-for"] = [context.reader]
        marks |= {} if inside else {"from-age": LATER}
    if not inside:
        marks |= make_allow(context, item)
    return marks


def make_heads_up(heads_up: HeadsUp | None) -> Entry:
    """Return the keys of hard news: what it is about, who told the child first, and when."""
    if heads_up is None:
        return {}
    talk = heads_up.conversation
    on = format_date(talk.on) if talk and talk.on else ""
    conversation = {"told": drop_empty({"by": talk.by, "on": on})} if talk else {}
    return {"heads-up": heads_up.about, **conversation}


def make_allow(context: WriteContext, value: object) -> Entry:
    """Return the words in ``value`` that somebody had looked at, so that they may stand here too."""
    if not context.source.cleared:
        return {}
    texts = fold_text("".join(text for text in find_all(str, value)))
    by = context.source.made_by or "whoever made that book"
    allowed: list[Value] = [
        {"words": words, "reason": ALLOW_REASON, "by": by}
        for words in context.source.cleared
        if fold_text(words) in texts
    ]
    return {"allow": allowed} if allowed else {}


def make_untold(context: WriteContext, placeholder: Placeholder) -> Entry:
    """Return the keys of something that is not told: the kind sentence in its place, and why nothing else is here."""
    only_me: Entry = {"only-me": "true"} if context.is_private(placeholder) else {}
    return {**only_me, "hold": HOLD_REASON, "instead": context.format_prose(placeholder.says)}


def write_statement(
    context: WriteContext, statement: Statement | Placeholder | None, *, is_private: bool = False, alone: bool = False
) -> Value:
    """Return a statement as the words alone where nothing else is known of it; ``""`` where there is none.

    ``alone``: it stands in no entry that has a gate.
    """
    if statement is None:
        return ""
    if isinstance(statement, Placeholder):
        return {"says": UNTOLD, **make_untold(context, statement)}
    known = drop_empty(
        {
            "source": statement.source,
            "decided-by": statement.decided_by,
            "certainty": statement.certainty or "",
            "kind": statement.category or "",
            "told-in": context.name_chapter(statement.told_in),
        }
    )
    marks = make_gate_keys(context, statement, inside=not alone, is_private=is_private)
    says = context.format_prose(statement.says)
    is_bare = not alone and not known and not (marks.keys() - {"also-for"})
    return says if is_bare or not (known or marks) else {"says": says, **{k: str(v) for k, v in known.items()}, **marks}


def write_statements(
    context: WriteContext,
    statements: tuple[Statement | Placeholder, ...],
    *,
    is_private: bool = False,
    alone: bool = False,
) -> list[Value]:
    """Return several statements."""
    written: Iterator[Value] = (
        write_statement(context, statement, is_private=is_private, alone=alone) for statement in statements
    )
    return list(written)
