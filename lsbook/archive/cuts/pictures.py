"""Cutting pictures out of words, with a space beside each; where nothing else is there, the words are gone too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from lsbook.editing.source_text import Cut, is_blank

PICTURE = re.compile(r"""!\[[^\]]*\]\(\s*<?([^)>"]*?)>?\s*(?:\\?"[^"]*"\s*)?\)""")
LIST_MARKS = re.compile(r"\s*(?:(?:[-*+>]|\d+\.)\s+)*")
_MARK_BEFORE = re.compile(r"(?:^|\n|\\n)[\"' ]*((?:[-*+]|\d+\.) +)$")
_ENDS_BEHIND = re.compile(r" *(?:\n|\\n|[\"']?$)")
Position = tuple[int, int]
"""Line and column, from 1, as a Place has them."""


@dataclass(frozen=True)
class PictureText:
    """A text of YAML that shows pictures which are gone. ``alone``: nothing else stands in it."""

    position: Position
    is_alone: bool
    cuts: tuple[Cut, ...]


def find_picture_texts(node: Any, text: str, is_gone: Callable[[str], bool]) -> Iterator[PictureText]:
    """Every text below ``node`` that shows a picture which is ``gone``."""
    if isinstance(node, yaml.CollectionNode):
        for part in node.value:
            yield from find_picture_texts(part if isinstance(part, yaml.Node) else part[1], text, is_gone)
    elif isinstance(node, yaml.ScalarNode) and any(is_gone(match[1]) for match in PICTURE.finditer(node.value)):
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        start, end = (starts[mark.line] + mark.column for mark in (node.start_mark, node.end_mark))
        rest = PICTURE.sub(lambda match: "" if is_gone(match[1]) else match[0], node.value)
        alone = all(is_blank(LIST_MARKS.sub("", line, count=1)) for line in rest.split("\n"))
        cuts = tuple((start + first, start + last) for first, last in find_picture_cuts(text[start:end], is_gone))
        yield PictureText((node.start_mark.line + 1, node.start_mark.column + 1), alone, cuts)


def find_picture_cuts(text: str, is_gone: Callable[[str], bool]) -> Iterator[Cut]:
    """The pictures in ``words`` that are ``gone``, with a space beside each, or with the whole entry of a list."""
    for match in PICTURE.finditer(text):
        if not is_gone(match[1]):
            continue
        mark = _MARK_BEFORE.search(text[: match.start()])
        if mark and _ENDS_BEHIND.match(text, match.end()):
            yield mark.start(1), match.end()
            continue
        behind = text[match.end() : match.end() + 1] == " "
        yield match.start() - (not behind and text[: match.start()].endswith(" ")), match.end() + behind
