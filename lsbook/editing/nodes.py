"""YAML as a tree of nodes that know where they stand in the text. Every scalar stays text.

Nodes are equal where they say the same, wherever they stand and however they are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Protocol, TypeAlias

import yaml
from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.work import NOT_EDITABLE

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same grammar, ten times as fast in C
Position: TypeAlias = tuple[int, int]
"""Line and column, from 1, as a Location has them."""


class NodeSpan(Struct, frozen=True):
    """Where a node stands: the offset of its first letter, the offset behind its last, and its position."""

    start: int
    end: int
    position: Position

    @property
    def line(self) -> int:
        """The line of the first letter, from 0."""
        return self.position[0] - 1

    @property
    def column(self) -> int:
        """The number of letters before the first one in its line."""
        return self.position[1] - 1


class _Mark(Protocol):
    """A place in a text as the parser says it: line and column from 0."""

    line: int
    column: int


_NOWHERE = NodeSpan(0, 0, (0, 0))


class _Node(Struct, frozen=True):
    """What a node holds is its first field: two are equal that hold the same, wherever they stand, however written."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Node) or type(self) is not type(other):
            return NotImplemented
        first = self.__struct_fields__[0]
        return bool(getattr(self, first) == getattr(other, first))

    def __hash__(self) -> int:
        return hash(getattr(self, self.__struct_fields__[0]))


class ScalarNode(_Node, frozen=True):
    value: str
    span: NodeSpan = _NOWHERE
    is_plain: bool = False
    """True where it stands without quotes on its own line or lines."""


class ListNode(_Node, frozen=True):
    items: tuple[Node, ...]
    span: NodeSpan = _NOWHERE
    in_brackets: bool = False


class MapNode(_Node, frozen=True):
    pairs: tuple[tuple[Node, Node], ...]
    span: NodeSpan = _NOWHERE
    in_brackets: bool = False

    def get_pair(self, key: str) -> tuple[Node, Node] | None:
        """The first key that reads ``key``, with its value."""
        return next((pair for pair in self.pairs if pair[0] == ScalarNode(key)), None)

    def get_text(self, key: str) -> str | None:
        """The text below ``key``; ``None`` where there is none."""
        pair = self.get_pair(key)
        return pair[1].value if pair and isinstance(pair[1], ScalarNode) else None


Node: TypeAlias = "ScalarNode | ListNode | MapNode"


def parse(text: str, path: str) -> Node | None:
    """The one document in ``text``; ``None`` where it holds nothing.

    Raises ``ProblemsFound`` where that is no YAML, or more than one document, or shares or types its values.
    """
    try:
        return _NodeBuilder(text, path).build_document()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        what = "lsbook cannot read this file as YAML, so it changes nothing in it."
        at = Location(path, mark.line + 1 if mark else 0)
        raise NOT_EDITABLE.make_error(at, what, "Compare it with the example child's.") from error


def find_scalars(node: Node | None) -> Iterator[ScalarNode]:
    """Every text in ``node`` that is no key."""
    if isinstance(node, ScalarNode):
        yield node
    for part in list_values(node):
        yield from find_scalars(part)


def find_positions(node: Node) -> Iterator[Position]:
    """Where ``node`` and all values in it begin."""
    yield node.span.position
    for part in list_values(node):
        yield from find_positions(part)


def list_values(node: Node | None) -> tuple[Node, ...]:
    """The items of a list, or the values of an entry."""
    match node:
        case ListNode(items):
            return items
        case MapNode(pairs):
            return tuple(value for _, value in pairs)
    return ()


def find_pair_end(key: Node, value: Node) -> int:
    """The offset behind the last letter of a key and its value, of which the value may be empty."""
    return max(key.span.end, value.span.end)


def compute_line_starts(text: str) -> tuple[int, ...]:
    """The offset at which each line of ``text`` begins, and at which one more would."""
    return tuple(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


class _NodeBuilder:
    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._starts = compute_line_starts(text)
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=LOADER)

    def build_document(self) -> Node | None:
        roots = [
            self._build_node(next(self._events)) for event in self._events if isinstance(event, yaml.DocumentStartEvent)
        ]
        if len(roots) > 1:
            raise self._make_error(roots[1].span.line, "A second document begins here (a line of three dashes).")
        return roots[0] if roots else None

    def _build_node(self, event: yaml.Event) -> Node:
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or tag not in (None, "!"):
            what = "A word that begins with &, * or ! has a meaning of its own here."
            raise self._make_error(event.start_mark.line if event.start_mark else 0, what)
        assert event.start_mark and event.end_mark
        start, end = self._get_offset(event.start_mark), self._get_offset(event.end_mark)
        position = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            items, end = self._build_nodes(yaml.SequenceEndEvent)
            if not event.flow_style:
                end = items[-1].span.end
            return ListNode(tuple(items), NodeSpan(start, end, position), bool(event.flow_style))
        if isinstance(event, yaml.MappingStartEvent):
            nodes, end = self._build_nodes(yaml.MappingEndEvent)
            if not event.flow_style:
                end = find_pair_end(*nodes[-2:])
            pairs = tuple(zip(nodes[::2], nodes[1::2], strict=True))
            return MapNode(pairs, NodeSpan(start, end, position), bool(event.flow_style))
        return self._build_scalar(event, NodeSpan(start, end, position))

    def _build_nodes(self, end: type[yaml.Event]) -> tuple[list[Node], int]:
        """The nodes up to the event ``end``, and the offset at which that stands."""
        nodes = []
        while not isinstance(event := next(self._events), end):
            nodes.append(self._build_node(event))
        assert event.end_mark
        return nodes, self._get_offset(event.end_mark)

    def _build_scalar(self, event: yaml.Event, span: NodeSpan) -> ScalarNode:
        assert isinstance(event, yaml.ScalarEvent)
        end = span.end
        if event.style in ("|", ">"):
            end = len(self._text[:end].rstrip())  # empty lines below a text belong to nobody
        return ScalarNode(event.value, replace(span, end=max(span.start, end)), event.style in (None, ""))

    def _get_offset(self, mark: _Mark) -> int:
        return self._starts[mark.line] + mark.column

    def _make_error(self, line: int, what: str) -> ProblemsFound:
        remedy = "Put the words in double quotes, or take the line out."
        return NOT_EDITABLE.make_error(Location(self._path, line + 1), what, remedy)
