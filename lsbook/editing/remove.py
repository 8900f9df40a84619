"""Removing entries, keys and items of a list, each with the remarks that belong to it.

What is removed from a line within brackets is cut letter by letter; all else goes by whole lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from lsbook.editing.lines import TextLines
from lsbook.editing.nodes import ListNode, MapNode, Node, Position, ScalarNode, find_pair_end, find_positions
from lsbook.editing.source_text import Cut, Splice, is_blank
from lsbook.editing.yaml_file import YamlFile, YamlPath, make_edit_error, splice


def remove(file: YamlFile, paths: Iterable[YamlPath], *, keep_remarks: bool = False) -> YamlFile:
    """``file`` without the values at ``paths`` and their keys, with or without the remarks that belong to them.

    An entry of which nothing would be left goes too. Raises ``ProblemsFound`` where one of them is not there, or
    stands so that it cannot be cut out.
    """
    nodes = [file.find(path) for path in paths]
    positions = frozenset(node.span.position for node in nodes if node)
    if None in nodes:
        raise make_edit_error(file.path, 0)
    removal = find_removal(file, positions, keep_remarks=keep_remarks)
    splices = [Splice(start, end) for start, end in removal.cuts]
    return splice(file, splices, removal.rest, min(positions)[0] - 1 if positions else 0)


class Removal(Struct, frozen=True):
    """What is cut from the text of a file, and what the rest says."""

    cuts: tuple[Cut, ...]
    rest: Node | None


def find_removal(file: YamlFile, positions: frozenset[Position], *, keep_remarks: bool = False) -> Removal:
    """Where ``file`` has the values that begin at ``positions``, with their keys.

    Raises ``ProblemsFound`` where one stands so that it cannot be cut out.
    """
    finder = _CutFinder(file, positions, keep_remarks)
    cuts = tuple(finder.find_cuts(file.root)) if file.root else ()
    if missing := positions - finder.seen:
        raise make_edit_error(file.path, min(missing)[0] - 1)
    return Removal(cuts, finder.remove_from(file.root) if file.root else None)


class _CutFinder:
    def __init__(self, file: YamlFile, positions: frozenset[Position], keep_remarks: bool) -> None:
        self.seen: set[Position] = set()
        self._path = file.path
        self._text = TextLines(file.text)
        self._positions = positions
        self._keep_remarks = keep_remarks

    def find_cuts(self, node: Node) -> Iterator[Cut]:
        """The cuts in a list or an entry, and in all that stands in it."""
        if isinstance(node, ScalarNode):
            return
        parts = _list_parts(node)
        gone = [self._is_gone(part.value) for part in parts]
        for at, part in enumerate(parts):
            if not gone[at]:
                yield from self.find_cuts(part.value)
            elif node.in_brackets:
                yield _cut_in_brackets(parts, gone, at)
            elif isinstance(node, ListNode):
                yield self._cut_item(node.span.column, part)
            else:
                yield self._cut_key(parts, gone, at)

    def remove_from(self, node: Node) -> Node:
        """What ``node`` says without the values that are gone."""
        if isinstance(node, ListNode):
            return replace(node, items=tuple(self.remove_from(item) for item in node.items if not self._is_gone(item)))
        if isinstance(node, MapNode):
            left = ((key, self.remove_from(value)) for key, value in node.pairs if not self._is_gone(value))
            return replace(node, pairs=tuple(left))
        return node

    def _is_gone(self, node: Node) -> bool:
        """True for what is asked for, and for keys with values (ages with texts) of which none is left."""
        if node.span.position in self._positions:
            self.seen.update(find_positions(node))
            return True
        pairs = node.pairs if isinstance(node, MapNode) else ()
        return bool(pairs) and all(self._is_gone(value) for _, value in pairs)

    def _cut_item(self, column: int, part: _Part) -> Cut:
        line, lines = part.value.span.line, self._text.lines
        while line and lines[line][column : column + 1] != "-":
            line -= 1
        if not is_blank(lines[line][:column]):
            raise make_edit_error(self._path, part.value.span.line)
        return self._cut_lines(line, part.end, column)

    def _cut_key(self, parts: list[_Part], gone: list[bool], at: int) -> Cut:
        part = parts[at]
        line, column = part.line, part.column
        if is_blank(self._text.lines[line][:column]):
            return self._cut_lines(line, part.end, column)
        behind = [other for other, is_gone in zip(parts[at:], gone[at:], strict=True) if not is_gone]
        if not behind:
            raise make_edit_error(self._path, line)
        return part.start, behind[0].start  # the dash before it stays, for the next key

    def _cut_lines(self, first: int, end: int, column: int) -> Cut:
        if self._text.has_more(end):
            raise make_edit_error(self._path, first)
        last = self._text.find_line(end)
        if self._keep_remarks:
            return self._text.cut(first, last)
        return self._text.cut(
            self._text.find_first_remark(first, column),
            self._text.find_last_remark(last, column),
        )


class _Part(Struct, frozen=True):
    """One item of a list, or one key with its value."""

    key: Node | None
    value: Node

    @property
    def start(self) -> int:
        return (self.key or self.value).span.start

    @property
    def line(self) -> int:
        return (self.key or self.value).span.line

    @property
    def column(self) -> int:
        return (self.key or self.value).span.column

    @property
    def end(self) -> int:
        return find_pair_end(self.key, self.value) if self.key else self.value.span.end


def _list_parts(node: ListNode | MapNode) -> list[_Part]:
    if isinstance(node, ListNode):
        return [_Part(None, item) for item in node.items]
    return [_Part(key, value) for key, value in node.pairs]


def _cut_in_brackets(parts: list[_Part], gone: list[bool], at: int) -> Cut:
    """The part ``at`` with the comma behind it, or, where nothing is left behind it, the one before."""
    if not all(gone[at:]):
        return parts[at].start, parts[at + 1].start
    left = [part for part, is_gone in zip(parts, gone, strict=True) if not is_gone]
    start = left[-1].value.span.end if left else parts[at].start
    return start, parts[at].value.span.end
