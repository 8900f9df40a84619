"""Cutting pictures out of words, with a space beside each; where nothing else is there, the words are gone too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from lsbook.editing import YamlFile
from lsbook.editing.nodes import Position, find_scalars
from lsbook.editing.source_text import Cut, is_blank

PICTURE = re.compile(r"""!\[[^\]]*\]\(\s*<?([^)>"]*?)>?\s*(?:\\?"[^"]*"\s*)?\)""")
LIST_MARKS = re.compile(r"\s*(?:(?:[-*+>]|\d+\.)\s+)*")
_MARK_BEFORE = re.compile(r"(?:^|\n|\\n)[\"' ]*((?:[-*+]|\d+\.) +)$")
_ENDS_BEHIND = re.compile(r" *(?:\n|\\n|[\"']?$)")


class PictureText(Struct, frozen=True):
    """A text of YAML that shows pictures which are gone. ``is_alone``: nothing else stands in it."""

    position: Position
    is_alone: bool
    cuts: tuple[Cut, ...]


def find_picture_texts(file: YamlFile, is_gone: Callable[[str], bool]) -> Iterator[PictureText]:
    """Every text of ``file`` that shows a picture which is gone."""
    for node in find_scalars(file.root):
        if any(is_gone(match[1]) for match in PICTURE.finditer(node.value)):
            start, end = node.span.start, node.span.end
            rest = PICTURE.sub(lambda match: "" if is_gone(match[1]) else match[0], node.value)
            is_alone = all(is_blank(LIST_MARKS.sub("", line, count=1)) for line in rest.split("\n"))
            cuts = find_picture_cuts(file.text[start:end], is_gone)
            yield PictureText(
                node.span.position, is_alone, tuple((start + first, start + last) for first, last in cuts)
            )


def find_picture_cuts(text: str, is_gone: Callable[[str], bool]) -> Iterator[Cut]:
    """The pictures in ``text`` that are gone, with a space beside each, or with the whole entry of a list."""
    for match in PICTURE.finditer(text):
        if not is_gone(match[1]):
            continue
        mark = _MARK_BEFORE.search(text[: match.start()])
        if mark and _ENDS_BEHIND.match(text, match.end()):
            yield mark.start(1), match.end()
            continue
        behind = text[match.end() : match.end() + 1] == " "
        yield match.start() - (not behind and text[: match.start()].endswith(" ")), match.end() + behind
