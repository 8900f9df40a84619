"""Where each piece of a YAML text stands that goes over several lines.

YAML joins lines, and takes marks and spaces away; but what is left of a line stands in the text as a whole, in its
order, with nothing but spaces between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from lsbook.model.located_text import LocatedText, WordSpan, place_text
from lsbook.model.problem import Location
from lsbook.reading.decode_text import clean
from lsbook.reading.yaml.nodes import Scalar, YamlTree

_WORD = re.compile(r"\S")
_ESCAPES_LINE_END = re.compile(r"(?<!\\)(?:\\\\)*\\$")


def locate_text(node: Scalar, tree: YamlTree) -> LocatedText:
    """Return the text of ``node`` with the places of its lines in ``tree``.

    Where the lines were corrected before they could be read, all of it stands where it begins.
    """
    first = Location(node.at.path, node.at.line)
    spans = _find_spans(node, tree) if node.end[0] > node.at.line else None
    return LocatedText(node.value, spans) if spans else place_text(node.value, first)


def _find_spans(node: Scalar, tree: YamlTree) -> tuple[WordSpan, ...] | None:
    """Return where each line of the text stands; ``None`` where a line is not to be found in it."""
    spans: list[WordSpan] = []
    at = 0
    for number, line in _list_lines(node, tree):
        word = _WORD.search(node.value, at)
        if word is None:
            break
        if not node.value.startswith(line, word.start()):
            return None
        spans.append(WordSpan(word.start() if spans else 0, Location(node.at.path, number)))
        at = word.start() + len(line)
    return tuple(spans)


def _list_lines(node: Scalar, tree: YamlTree) -> Iterator[tuple[int, str]]:
    """Yield the number of each line of ``node`` that holds words, and what YAML makes of it, without its spaces."""
    is_quoted = node.style in {"'", '"'}
    first, (last, end) = node.at.line, node.end
    for number in range(first + 1 if node.is_block else first, last + 1):
        line = tree.get_line(number)
        line = line[: end - 1 if is_quoted else end] if number == last else line
        line = line[node.at.column - (0 if is_quoted else 1) :] if number == first else line
        if words := (_unescape(line, node.style) if is_quoted else line).strip():
            yield number, words


def _unescape(line: str, quote: str) -> str:
    """Return what a ``line`` between quotes says."""
    if quote == "'":
        return line.replace("''", "'")
    ending = _ESCAPES_LINE_END.search(line)
    line = line[:-1] if ending else line
    if "\\" not in line:
        return line
    try:
        return clean("".join(getattr(event, "value", "") for event in yaml.parse(f'"{line}"')))
    except yaml.YAMLError:
        return line  # it was corrected before it could be read
