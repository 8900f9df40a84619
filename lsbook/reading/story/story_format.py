"""The format of a story's files: ``format: 1`` at the top of story.yaml, which may be left out."""

from __future__ import annotations

import re
from pathlib import Path

from lsbook.files.folders import STORY_FILE
from lsbook.model.problem import Problem, ProblemsFound
from lsbook.reading.parsed import quote_lines
from lsbook.reading.rules.entries import WRONG_VALUE
from lsbook.reading.rules.files import NEWER_FORMAT
from lsbook.reading.yaml.files import read_yaml_file
from lsbook.reading.yaml.nodes import Map, Scalar, YamlNode, YamlTree

KEY = "format"
NEWEST_FORMAT = 1
"""README, "The format", says what each number changed; tests/system/formats/ holds a story of each for ever."""


def check_format(tree: YamlTree) -> tuple[Problem, ...]:
    """Return a problem where ``format`` in story.yaml is no number of a format.

    Raises ``ProblemsFound`` where it is a newer one: whatever else seems wrong there may be right in that format.
    """
    node = _find_format(tree)
    if node is None or (number := _read_number(node)) in range(1, NEWEST_FORMAT + 1):
        return ()
    if number is None or number < 1:
        remedy = f"Write format: {NEWEST_FORMAT}, or leave the line out."
        return quote_lines(
            [Problem(node.at, "The format of a story is a whole number.", remedy, rule=WRONG_VALUE.id)],
            _get_sources(tree),
        )
    what = f"This story is in format {number}, and this lsbook knows none after {NEWEST_FORMAT}."
    remedy = "Open it with the lsbook that it was written for, or a newer one. Nothing in it was changed."
    raise ProblemsFound(quote_lines([Problem(node.at, what, remedy, rule=NEWER_FORMAT.id)], _get_sources(tree)))


def refuse_newer_format(folder: Path) -> None:
    """Raise ``ProblemsFound`` where the story in ``folder`` is in a newer format; do nothing where nobody can tell."""
    if (folder / STORY_FILE).is_file():
        check_format(read_yaml_file(folder / STORY_FILE, STORY_FILE).value)


def _find_format(tree: YamlTree) -> YamlNode | None:
    pairs = tree.root.pairs if isinstance(tree.root, Map) else ()
    return next((node for key, node in pairs if key.value == KEY), None)


def _read_number(node: YamlNode) -> int | None:
    text = node.value.strip() if isinstance(node, Scalar) else ""
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def _get_sources(tree: YamlTree) -> dict[str, tuple[str, ...]]:
    return {tree.path: tree.lines}
