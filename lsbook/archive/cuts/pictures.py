"""Cutting pictures out of words, with a space beside each; where nothing else is there, the words are gone too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from lsbook.archive.source_text import Cut, blank

PICTURE = re.compile(r"""!\[[^\]]*\]\(\s*<?([^)>"]*?)>?\s*(?:\\?"[^"]*"\s*)?\)""")
LIST_MARKS = re.compile(r"\s*(?:(?:[-*+>]|\d+\.)\s+)*")
_MARK_BEFORE = re.compile(r"(?:^|\n|\\n)[\"' ]*((?:[-*+]|\d+\.) +)$")
_ENDS_BEHIND = re.compile(r" *(?:\n|\\n|[\"']?$)")
Spot = tuple[int, int]
"""Line and column, from 1, as a Place has them."""


@dataclass(frozen=True)
class Shown:
    """A text of YAML that shows pictures which are gone. ``alone``: nothing else stands in it."""

    spot: Spot
    alone: bool
    cuts: tuple[Cut, ...]


def pictures_in(node: Any, text: str, gone: Callable[[str], bool]) -> Iterator[Shown]:
    """Every text below ``node`` that shows a picture which is ``gone``."""
    if isinstance(node, yaml.CollectionNode):
        for part in node.value:
            yield from pictures_in(part if isinstance(part, yaml.Node) else part[1], text, gone)
    elif isinstance(node, yaml.ScalarNode) and any(gone(match[1]) for match in PICTURE.finditer(node.value)):
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        start, end = (starts[mark.line] + mark.column for mark in (node.start_mark, node.end_mark))
        rest = PICTURE.sub(lambda match: "" if gone(match[1]) else match[0], node.value)
        alone = all(blank(LIST_MARKS.sub("", line, count=1)) for line in rest.split("\n"))
        cuts = tuple((start + first, start + last) for first, last in with_a_space(text[start:end], gone))
        yield Shown((node.start_mark.line + 1, node.start_mark.column + 1), alone, cuts)


def with_a_space(words: str, gone: Callable[[str], bool]) -> Iterator[Cut]:
    """The pictures in ``words`` that are ``gone``, with a space beside each, or with the whole entry of a list."""
    for match in PICTURE.finditer(words):
        if not gone(match[1]):
            continue
        mark = _MARK_BEFORE.search(words[: match.start()])
        if mark and _ENDS_BEHIND.match(words, match.end()):
            yield mark.start(1), match.end()
            continue
        behind = words[match.end() : match.end() + 1] == " "
        yield match.start() - (not behind and words[: match.start()].endswith(" ")), match.end() + behind
