"""chapters/*.md and letters/*.md: keys between two lines of dashes, then the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec import Struct

from lsbook.model.item import Telling
from lsbook.model.problem import Location, Problem
from lsbook.model.story import Chapter, Letter
from lsbook.model.story_text import StoryProse
from lsbook.model.suggestions import format_suggestion, join_with_or
from lsbook.model.vocabulary import LetterKind, Part
from lsbook.model.work_vocabulary import BookPart
from lsbook.reading.context import ReadContext
from lsbook.reading.fields.field import EntryKind
from lsbook.reading.fields.texts import CHAPTER, LETTER
from lsbook.reading.markdown.blocks import read_blocks
from lsbook.reading.markdown.read_prose import LocatedLine
from lsbook.reading.parsed import Parsed
from lsbook.reading.rules.entries import UNKNOWN_WORD
from lsbook.reading.rules.texts import FRONT_MATTER
from lsbook.reading.story.gates import UNREACHABLE_AGE, read_gate, read_heads_up
from lsbook.reading.yaml.entry import YamlEntry, read_entry
from lsbook.reading.yaml.nodes import Map, YamlTree
from lsbook.reading.yaml.parse import read_tree

T = TypeVar("T")


_KEYS_REMEDY = {"chapters": "title: and part:", "letters": "from: and kind:"}


def read_chapter(path: str, text: str, context: ReadContext) -> Parsed[Chapter | None]:
    """Read a chapter; ``None`` where its keys cannot be read."""
    return _read_file(path, text, CHAPTER, context, lambda entry, inside: _read_chapter(entry, path, inside))


def _read_chapter(entry: YamlEntry, path: str, inside: StoryProse) -> Chapter:
    return Chapter(
        at=Location(path, 1),
        gate=read_gate(entry),
        heads_up=read_heads_up(entry),
        file=path,
        title=entry.get_text_by_age("title") or Telling(()),
        part=entry.get_choice("part", Part) or Part.WHO_AM_I,
        inside=inside,
        language=entry.get_language(),
        read_aloud=entry.get_photos("read-aloud"),
        covers=_read_covers(entry),
        is_picture_book=entry.get_flag("picture-book"),
    )


def _read_covers(entry: YamlEntry) -> tuple[BookPart, ...]:
    words, known = entry.get_texts("covers"), set(BookPart)
    for word in words:
        if word not in known:
            what = f'"{word}" cannot stand at "covers".{format_suggestion(word, BookPart)}'
            entry.report("covers", what, f"Write {join_with_or(BookPart)}.", rule=UNKNOWN_WORD)
    return tuple(BookPart(word) for word in words if word in known)


def read_letter(path: str, text: str, context: ReadContext) -> Parsed[Letter | None]:
    """Read a letter; ``None`` where its keys cannot be read."""
    return _read_file(path, text, LETTER, context, lambda entry, inside: _read_letter(entry, path, inside))


def _read_letter(entry: YamlEntry, path: str, inside: StoryProse) -> Letter:
    from_ = entry.get_person("from")
    if from_ is None and not entry.has_value("from"):
        entry.report_missing_key("from")
    open_when = entry.get_age("open-when")
    if entry.has_key("open-when") and open_when is None:
        open_when = UNREACHABLE_AGE
    return Letter(
        at=Location(path, 1),
        gate=read_gate(entry),
        heads_up=read_heads_up(entry),
        file=path,
        title=entry.get_text_by_age("title"),
        from_=from_ or "",
        to=entry.get_person("to"),
        category=entry.get_choice("kind", LetterKind) or LetterKind.FAMILY,
        when=entry.get_date("when"),
        open_when=open_when,
        scan=entry.get_photos("scan"),
        inside=inside,
        language=entry.get_language(),
    )


def _read_file(
    path: str, text: str, kind: EntryKind, context: ReadContext, read: Callable[[YamlEntry, StoryProse], T]
) -> Parsed[T | None]:
    parts = _split_front_matter(path, text)
    if isinstance(parts, Problem):
        return Parsed(None, (parts,))
    tree = read_tree(parts.keys, path)
    if not isinstance(tree.value.root, Map):
        return Parsed(None, (*tree.problems, *_explain_unreadable_keys(parts, path, tree.value)))
    body = read_blocks(parts.body, context)
    value = read_entry(tree.value.root, kind, tree.value, context, lambda entry: read(entry, body.value))
    return Parsed(value.value, (*tree.problems, *value.problems, *body.problems))


class _FrontMatter(Struct, frozen=True):
    """A file in two parts."""

    opening_line: int
    """The number of the first line of dashes, from 1."""
    keys: str
    """All lines down to the keys' last, empty where no key can stand: so each keeps its number."""
    body: list[LocatedLine]


def _split_front_matter(path: str, text: str) -> _FrontMatter | Problem:
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    end = next((number for number in range(first + 1, len(lines)) if lines[number].rstrip() == "---"), None)
    if end is None and first < len(lines) and lines[first].rstrip() == "---":
        return Problem(
            Location(path, first + 1),
            "The keys of this file begin here, and no second line of three dashes ends them.",
            "Put a line of exactly three dashes (---) between the keys and the words.",
            rule=FRONT_MATTER.id,
        )
    if first == len(lines) or lines[first].rstrip() != "---" or end is None:
        return Problem(
            Location(path, min(first, len(lines) - 1) + 1),
            "This file does not begin with its keys between two lines of three dashes.",
            f"Begin it with ---, then {_name_keys(path)}, then --- again, and the words below.",
            rule=FRONT_MATTER.id,
        )
    if no_key := _find_text_among_keys(lines, first + 1, end):
        return Problem(
            Location(path, no_key + 1),
            "Words begin here, and the keys above have not ended.",
            "Put a line of three dashes (---) between the keys and the words.",
            rule=FRONT_MATTER.id,
        )
    keys = "\n".join(["" if number <= first else line for number, line in enumerate(lines[:end])])
    body = [(Location(path, number + 1), line) for number, line in enumerate(lines) if number > end]
    return _FrontMatter(first + 1, keys, body)


def _name_keys(path: str) -> str:
    return _KEYS_REMEDY[path.partition("/")[0]]


def _find_text_among_keys(lines: list[str], first: int, end: int) -> int | None:
    """Find the first line behind an empty one that begins at the edge and is no key: closing dashes were forgotten."""
    for number in range(first + 1, end):
        line = lines[number]
        if line.strip() and not lines[number - 1].strip() and not re.match(r"\s|#|- |[\w-]+:(\s|$)", line):
            return number
    return None


def _explain_unreadable_keys(parts: _FrontMatter, path: str, tree: YamlTree) -> Iterator[Problem]:
    """Report keys that are no map, or missing; where a line cannot be read, that is a problem of its own."""
    if tree.root is not None or not parts.keys.strip():
        what, remedy = "The keys of this file cannot be read.", f"Between the dashes write {_name_keys(path)}"
        yield Problem(Location(path, parts.opening_line), what, remedy, rule=FRONT_MATTER.id)
