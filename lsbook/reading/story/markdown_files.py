"""chapters/*.md and letters/*.md: keys between two lines of dashes, then the words."""

from __future__ import annotations

import re

from lsbook.model.item import Telling
from lsbook.model.problem import Location
from lsbook.model.story import Chapter, Letter
from lsbook.reading.context import ReadContext
from lsbook.reading.markdown.blocks import LocatedLine, read_blocks
from lsbook.reading.story.gates import read_gate
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map
from lsbook.reading.yaml.parse import read_tree

CHAPTER_PARTS = ("who-am-i", "how-i-got-here", "my-people", "where-im-going")
LETTER_KINDS = ("hello", "goodbye", "carer", "family", "later-life")


def read_chapter(path: str, text: str, context: ReadContext) -> Chapter | None:
    """A chapter; ``None`` where its keys cannot be read."""
    split = _split_front_matter(path, text, context, "title: and part:")
    if split is None:
        return None
    entry, lines = split
    made = Chapter(
        Location(path, 1),
        read_gate(entry),
        entry.get_heads_up(),
        path,
        entry.get_text_by_age("title", required=True) or Telling(()),
        entry.get_choice("part", CHAPTER_PARTS, required=True),
        read_blocks(lines, context),
        entry.get_language(),
        entry.get_photos("read-aloud"),
    )
    entry.report_unknown_keys()
    return made


def read_letter(path: str, text: str, context: ReadContext) -> Letter | None:
    """A letter; ``None`` where its keys cannot be read."""
    split = _split_front_matter(path, text, context, "from: and kind:")
    if split is None:
        return None
    entry, lines = split
    from_ = entry.get_person("from")
    if from_ is None and not entry.has_value("from"):
        entry.report_missing_key("from", "jan")
    open_when = entry.get_age("open-when")
    if entry.has_key("open-when") and open_when is None:
        open_when = 121
    made = Letter(
        Location(path, 1),
        read_gate(entry),
        entry.get_heads_up(),
        path,
        entry.get_text_by_age("title"),
        from_ or "",
        entry.get_person("to"),
        entry.get_choice("kind", LETTER_KINDS, required=True),
        entry.get_date("when"),
        open_when,
        entry.get_photos("scan"),
        read_blocks(lines, context),
        entry.get_language(),
    )
    entry.report_unknown_keys()
    return made


def _find_text_among_keys(lines: list[str], first: int, end: int) -> int | None:
    """The first line behind an empty one that begins at the edge and is no key: the closing dashes were forgotten."""
    for number in range(first + 1, end):
        line = lines[number]
        if line.strip() and not lines[number - 1].strip() and not re.match(r"\s|#|- |[\w-]+:(\s|$)", line):
            return number
    return None


def _split_front_matter(
    path: str, text: str, context: ReadContext, keys: str
) -> tuple[YamlEntry, list[LocatedLine]] | None:
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    end = next((number for number in range(first + 1, len(lines)) if lines[number].rstrip() == "---"), None)
    if first == len(lines) or lines[first].rstrip() != "---" or end is None:
        context.problems.add(
            Location(path, min(first, len(lines) - 1) + 1),
            "This file does not begin with its keys between two lines of three dashes.",
            f"Begin it with ---, then {keys}, then --- again, and the words below.",
        )
        return None
    if no_key := _find_text_among_keys(lines, first + 1, end):
        context.problems.add(
            Location(path, no_key + 1),
            "Words begin here, and the keys above have not ended.",
            "Put a line of three dashes (---) between the keys and the words.",
        )
        return None
    head = "\n".join(["" if number <= first else line for number, line in enumerate(lines[:end])])
    tree = read_tree(head, path, context.problems)
    if not isinstance(tree, Map):
        if tree is not None or not any(line.strip() for line in lines[first + 1 : end]):
            context.problems.add(
                Location(path, first + 1), "The keys of this file cannot be read.", f"Between the dashes write {keys}"
            )
        return None
    body = [(Location(path, number + 1), line) for number, line in enumerate(lines) if number > end]
    return YamlEntry(tree, context), body
