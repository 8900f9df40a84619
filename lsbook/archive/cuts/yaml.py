"""Cutting entries, keys and names of a list out of YAML, each with the remarks that belong to it.

A remark (``# …``) directly above an entry is about it, and so is one below that stands further in. What is cut from a
line within brackets is cut letter by letter; all else goes by whole lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from lsbook.archive.cuts.pictures import Position, find_picture_texts
from lsbook.editing.source_text import Cut, is_blank
from lsbook.model.problem import Location, Problem, ProblemsFound

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REMEDY = "Give it lines of its own, with nothing else on them, as in the example child's files."


IsGone = Callable[[str], bool]
"""Whether the file that a worker means by this name is the child's own."""


def find_yaml_cuts(text: str, path: str, positions: frozenset[Position], is_gone: IsGone) -> tuple[Cut, ...]:
    """Where ``text`` has the values that begin at ``spots``, with their keys, and pictures that are ``gone``.

    Raises ``NotMade`` where one stands so that it cannot be cut out.
    """
    tree: Any = yaml.compose(text, Loader=_LOADER)
    shown = tuple(find_picture_texts(tree, text, is_gone)) if "![" in text else ()
    emptied = frozenset(one.position for one in shown if one.is_alone)
    cutter = _YamlCutter(text, path, positions | emptied)
    cuts = tuple(cutter.find_cuts(tree))
    if missing := positions - cutter.found:
        raise _make_cut_error(path, min(missing)[0])
    return (*cuts, *(cut for one in shown if not one.is_alone for cut in one.cuts))


def _make_cut_error(path: str, line: int) -> ProblemsFound:
    what = "This is only-me, or names something that is, and lsbook cannot take it out of its line."
    return ProblemsFound((Problem(Location(path, line), what, _REMEDY),))


class _YamlCutter:
    def __init__(self, text: str, path: str, positions: frozenset[Position]) -> None:
        self.found: set[Position] = set()
        self._text = text
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._path = path
        self._spots = positions

    def find_cuts(self, node: Any) -> Iterator[Cut]:
        """The cuts in a list or an entry, and in all that stands in it."""
        if not isinstance(node, yaml.CollectionNode):
            return
        whole = [_YamlPart(None, one) if isinstance(one, yaml.Node) else _YamlPart(*one) for one in node.value]
        gone = [self._is_gone(part.value) for part in whole]
        for at, part in enumerate(whole):
            if not gone[at]:
                yield from self.find_cuts(part.value)
            elif node.flow_style:
                yield self._cut_in_brackets(whole, gone, at)
            elif isinstance(node, yaml.SequenceNode):
                yield self._cut_entry(node.start_mark.column, part)
            else:
                yield self._cut_key(whole, gone, at)

    def _is_gone(self, node: Any) -> bool:
        """True for what is asked for, and for keys with values (ages with texts) of which none is left."""
        spot = (node.start_mark.line + 1, node.start_mark.column + 1)
        if spot in self._spots:
            self.found.add(spot)
            return True
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        return bool(pairs) and all(self._is_gone(value) for _, value in pairs)

    def _get_offset(self, mark: Any) -> int:
        return int(self._starts[mark.line] + mark.column)

    def _find_end(self, node: Any) -> int:
        """Where the last letter of ``node`` ends: a list in lines of its own ends with the last thing in it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1]
            return self._find_end(last) if isinstance(last, yaml.Node) else self._find_pair_end(*last)
        end = self._get_offset(node.end_mark)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return len(self._text[:end].rstrip())
        return end

    def _find_pair_end(self, key: Any, value: Any) -> int:
        return max(self._find_end(value), self._get_offset(key.end_mark))

    # --- in brackets ---------------------------------------------------------------------------------------------

    def _cut_in_brackets(self, parts: list[_YamlPart], gone: list[bool], at: int) -> Cut:
        """With the comma behind it, or, where nothing is left behind it, the one before."""
        part = parts[at]
        if not all(gone[at:]):
            return self._get_offset(part.start), self._get_offset(parts[at + 1].start)
        left = [one for one, is_gone in zip(parts, gone, strict=True) if not is_gone]
        start = self._find_end(left[-1].value) if left else self._get_offset(part.start)
        return start, self._find_end(part.value)

    # --- in lines ------------------------------------------------------------------------------------------------

    def _cut_entry(self, column: int, part: _YamlPart) -> Cut:
        line = part.value.start_mark.line
        while line and self._lines[line][column : column + 1] != "-":
            line -= 1
        if not is_blank(self._lines[line][:column]):
            raise _make_cut_error(self._path, part.value.start_mark.line + 1)
        return self._cut_lines(line, self._find_end(part.value), column)

    def _cut_key(self, parts: list[_YamlPart], gone: list[bool], at: int) -> Cut:
        part, mark = parts[at], parts[at].start
        if is_blank(self._lines[mark.line][: mark.column]):
            return self._cut_lines(mark.line, self._find_pair_end(part.key, part.value), mark.column)
        behind = [one for one, is_gone in zip(parts[at:], gone[at:], strict=True) if not is_gone]
        if not behind:
            raise _make_cut_error(self._path, mark.line + 1)
        return self._get_offset(mark), self._get_offset(behind[0].start)  # the dash before it stays, for the next key

    def _cut_lines(self, first: int, end: int, column: int) -> Cut:
        last = next(line for line, start in enumerate(self._starts) if start > end or line == len(self._lines)) - 1
        rest = self._lines[last][end - self._starts[last] :].strip()
        if rest and not rest.startswith("#"):
            raise _make_cut_error(self._path, first + 1)
        while first and self._is_remark(first - 1) and self._measure_indent(first - 1) <= column:
            first -= 1
        last = self._find_last_remark(last, column)
        return self._starts[first], self._starts[last + 1]

    def _find_last_remark(self, last: int, column: int) -> int:
        """The last line of the remarks below that belong to what ends in ``last``."""
        below = last + 1
        while below < len(self._lines) and (is_blank(self._lines[below]) or self._is_remark(below)):
            if self._is_remark(below) and self._measure_indent(below) > column:
                last = below
            below += 1
        behind = last + 1
        while behind < len(self._lines) and self._is_remark(behind):
            behind += 1
        alone = behind == len(self._lines) or is_blank(self._lines[behind])
        return behind - 1 if alone else last

    def _is_remark(self, line: int) -> bool:
        return self._lines[line].lstrip().startswith("#")

    def _measure_indent(self, line: int) -> int:
        return len(self._lines[line]) - len(self._lines[line].lstrip())


class _YamlPart:
    """One value of a list, or one key with its value."""

    def __init__(self, key: Any, value: Any) -> None:
        self.key = key
        self.value = value
        self.start = (key or value).start_mark
