"""chapters/*.md and letters/*.md: keys between two lines of dashes, then the words."""

from __future__ import annotations

import re

from lsbook.model.item import Telling
from lsbook.model.problem import Place
from lsbook.model.story import Chapter, Letter
from lsbook.reading.desk import Desk
from lsbook.reading.markdown.blocks import Line, read_blocks
from lsbook.reading.story.gates import read_gate
from lsbook.reading.yaml.entry import Entry
from lsbook.reading.yaml.nodes import Map
from lsbook.reading.yaml.parse import read_tree

PARTS = ("who-am-i", "how-i-got-here", "my-people", "where-im-going")
LETTERS = ("hello", "goodbye", "carer", "family", "later-life")


def read_chapter(path: str, text: str, desk: Desk) -> Chapter | None:
    """A chapter; ``None`` where its keys cannot be read."""
    split = _split(path, text, desk, "title: and part:")
    if split is None:
        return None
    entry, lines = split
    made = Chapter(
        Place(path, 1),
        read_gate(entry),
        entry.heads_up(),
        path,
        entry.words("title", required=True) or Telling(()),
        entry.choice("part", PARTS, required=True),
        read_blocks(lines, desk),
        entry.language(),
        entry.photos("read-aloud"),
    )
    entry.close()
    return made


def read_letter(path: str, text: str, desk: Desk) -> Letter | None:
    """A letter; ``None`` where its keys cannot be read."""
    split = _split(path, text, desk, "from: and kind:")
    if split is None:
        return None
    entry, lines = split
    from_ = entry.who("from")
    if from_ is None and not entry.has("from"):
        entry.missing("from", "jan")
    open_when = entry.age("open-when")
    if entry.stands("open-when") and open_when is None:
        open_when = 121
    made = Letter(
        Place(path, 1),
        read_gate(entry),
        entry.heads_up(),
        path,
        entry.words("title"),
        from_ or "",
        entry.who("to"),
        entry.choice("kind", LETTERS, required=True),
        entry.when("when"),
        open_when,
        entry.photos("scan"),
        read_blocks(lines, desk),
        entry.language(),
    )
    entry.close()
    return made


def _words_among_keys(lines: list[str], first: int, end: int) -> int | None:
    """The first line behind an empty one that begins at the edge and is no key: the closing dashes were forgotten."""
    for number in range(first + 1, end):
        line = lines[number]
        if line.strip() and not lines[number - 1].strip() and not re.match(r"\s|#|- |[\w-]+:(\s|$)", line):
            return number
    return None


def _split(path: str, text: str, desk: Desk, keys: str) -> tuple[Entry, list[Line]] | None:
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    end = next((number for number in range(first + 1, len(lines)) if lines[number].rstrip() == "---"), None)
    if first == len(lines) or lines[first].rstrip() != "---" or end is None:
        desk.complaints.add(
            Place(path, min(first, len(lines) - 1) + 1),
            "This file does not begin with its keys between two lines of three dashes.",
            f"Begin it with ---, then {keys}, then --- again, and the words below.",
        )
        return None
    if no_key := _words_among_keys(lines, first + 1, end):
        desk.complaints.add(
            Place(path, no_key + 1),
            "Words begin here, and the keys above have not ended.",
            "Put a line of three dashes (---) between the keys and the words.",
        )
        return None
    head = "\n".join(["" if number <= first else line for number, line in enumerate(lines[:end])])
    tree = read_tree(head, path, desk.complaints)
    if not isinstance(tree, Map):
        if tree is not None or not any(line.strip() for line in lines[first + 1 : end]):
            desk.complaints.add(
                Place(path, first + 1), "The keys of this file cannot be read.", f"Between the dashes write {keys}"
            )
        return None
    body = [(Place(path, number + 1), line) for number, line in enumerate(lines) if number > end]
    return Entry(tree, desk), body
