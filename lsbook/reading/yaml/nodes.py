"""YAML as a tree of values that know their places. Every scalar stays text; nothing is run, shared or merged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from lsbook.model.problem import Location
from lsbook.reading.problems import ProblemCollector
from lsbook.reading.text import clean

MAX_DEPTH = 60
"""Levels inside each other; security.md, "Text: nothing runs"."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same grammar, ten times as fast in C


@dataclass(frozen=True)
class Scalar:
    value: str
    at: Location
    end: tuple[int, int]
    """The line it ends in, from 1, and the number of characters of that line before its end."""
    plain: bool
    """True where it stands without quotes, so that `` #`` would have cut it."""
    literal: bool = False
    """True for ``|`` texts, whose words begin on the line below and keep their lines."""


@dataclass(frozen=True)
class Seq:
    items: tuple[YamlNode, ...]
    at: Location


@dataclass(frozen=True)
class Map:
    pairs: tuple[tuple[Scalar, YamlNode], ...]
    at: Location


YamlNode: TypeAlias = "Scalar | Seq | Map"


def build_tree(text: str, path: str, problems: ProblemCollector) -> YamlNode | None:
    """The one document in ``text``; ``None`` where it holds nothing. Raises ``yaml.MarkedYAMLError``.

    Complaints about what can be read, but may not stand here, are added only once all of it could be read.
    """
    events: list[Any] = list(yaml.parse(text, Loader=_LOADER))
    if not _check_depth(events, path, problems):
        return None
    builder = _TreeBuilder(iter(events), path, problems)
    return builder.build_document()


def _check_depth(events: list[Any], path: str, problems: ProblemCollector) -> bool:
    depth = 0
    event: Any
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                problems.add(
                    Location(path, _get_line_number(event)),
                    f"More than {MAX_DEPTH} lists or entries stand inside each other here.",
                    "Check the brackets and the spaces at the starts of the lines.",
                )
                return False
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return True


def _get_line_number(event: Any) -> int:
    return int(event.start_mark.line) + 1


class _TreeBuilder:
    def __init__(self, events: Iterator[Any], path: str, problems: ProblemCollector) -> None:
        self._events = events
        self._path = path
        self._problems = problems

    def build_document(self) -> YamlNode | None:
        root: YamlNode | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._problems.add(
                        self._locate(event),
                        "A second document begins here (a line of three dashes).",
                        "Take the line out: each file holds one list.",
                    )
                node = self._build_node(next(self._events))
                root = node if root is None else root
        return None if isinstance(root, Scalar) and root.plain and not root.value else root

    def _locate(self, event: Any) -> Location:
        return Location(self._path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _build_node(self, event: Any) -> YamlNode:
        at = self._locate(event)
        end = (event.end_mark.line + 1, event.end_mark.column)
        if isinstance(event, yaml.AliasEvent):
            self._problems.add(
                at,
                f'"*{event.anchor}" would copy another place of the file, which lsbook does not do.',
                "Write the words out; where the star is part of the words, put them in double quotes.",
            )
            return Scalar(f"*{event.anchor}", at, (at.line, 0), plain=False)
        if event.anchor:
            self._problems.add(
                at,
                f'"&{event.anchor}" would name this place for copying, which lsbook does not do.',
                "Take it out; where the & is part of the words, put them in double quotes.",
            )
        if event.tag and event.tag != "!":
            self._problems.add(
                at, "A word that begins with ! has a meaning of its own here.", "Put the words in double quotes."
            )
            self._problems.mark_unreadable(at)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(clean(event.value), at, end, event.style in (None, ""), event.style == "|")
        if isinstance(event, yaml.SequenceStartEvent):
            return Seq(tuple(self._build_nodes_until(yaml.SequenceEndEvent)), at)
        return self._build_map(at)

    def _build_nodes_until(self, end: type) -> Iterator[YamlNode]:
        while not isinstance(event := next(self._events), end):
            yield self._build_node(event)

    def _build_map(self, at: Location) -> Map:
        nodes = list(self._build_nodes_until(yaml.MappingEndEvent))
        pairs: dict[str, tuple[Scalar, YamlNode]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._problems.add(key.at, "A list stands where a key should.", "Put the words in double quotes.")
            elif key.value in pairs:
                first = pairs[key.value][0].at.line
                self._problems.add(
                    key.at,
                    f'"{key.value}" stands here a second time; the first is in line {first}.',
                    "Keep one of the two, or put both texts under one.",
                )
            else:
                pairs[key.value] = (key, value)
        return Map(tuple(pairs.values()), at)
