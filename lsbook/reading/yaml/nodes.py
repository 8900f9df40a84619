"""YAML as a tree of values that know their places. Every scalar stays text; nothing is run, shared or merged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from lsbook.model.problem import Place
from lsbook.reading.complaints import Complaints
from lsbook.reading.text import clean

DEEPEST = 60
"""Levels inside each other; security.md, "Text: nothing runs"."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same grammar, ten times as fast in C


@dataclass(frozen=True)
class Scalar:
    value: str
    at: Place
    end: tuple[int, int]
    """The line it ends in, from 1, and the number of characters of that line before its end."""
    plain: bool
    """True where it stands without quotes, so that `` #`` would have cut it."""
    literal: bool = False
    """True for ``|`` texts, whose words begin on the line below and keep their lines."""


@dataclass(frozen=True)
class Seq:
    items: tuple[Node, ...]
    at: Place


@dataclass(frozen=True)
class Map:
    pairs: tuple[tuple[Scalar, Node], ...]
    at: Place


Node: TypeAlias = "Scalar | Seq | Map"


def build(text: str, path: str, complaints: Complaints) -> Node | None:
    """The one document in ``text``; ``None`` where it holds nothing. Raises ``yaml.MarkedYAMLError``.

    Complaints about what can be read, but may not stand here, are added only once all of it could be read.
    """
    events: list[Any] = list(yaml.parse(text, Loader=_LOADER))
    if not _shallow(events, path, complaints):
        return None
    builder = _Builder(iter(events), path, complaints)
    return builder.document()


def _shallow(events: list[Any], path: str, complaints: Complaints) -> bool:
    depth = 0
    event: Any
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                complaints.add(
                    Place(path, _line(event)),
                    f"More than {DEEPEST} lists or entries stand inside each other here.",
                    "Check the brackets and the spaces at the starts of the lines.",
                )
                return False
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return True


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


class _Builder:
    def __init__(self, events: Iterator[Any], path: str, complaints: Complaints) -> None:
        self._events = events
        self._path = path
        self._complaints = complaints

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._complaints.add(
                        self._place(event),
                        "A second document begins here (a line of three dashes).",
                        "Take the line out: each file holds one list.",
                    )
                node = self._node(next(self._events))
                root = node if root is None else root
        return None if isinstance(root, Scalar) and root.plain and not root.value else root

    def _place(self, event: Any) -> Place:
        return Place(self._path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Any) -> Node:
        at = self._place(event)
        end = (event.end_mark.line + 1, event.end_mark.column)
        if isinstance(event, yaml.AliasEvent):
            self._complaints.add(
                at,
                f'"*{event.anchor}" would copy another place of the file, which lsbook does not do.',
                "Write the words out; where the star is part of the words, put them in double quotes.",
            )
            return Scalar(f"*{event.anchor}", at, (at.line, 0), plain=False)
        if event.anchor:
            self._complaints.add(
                at,
                f'"&{event.anchor}" would name this place for copying, which lsbook does not do.',
                "Take it out; where the & is part of the words, put them in double quotes.",
            )
        if event.tag and event.tag != "!":
            self._complaints.add(
                at, "A word that begins with ! has a meaning of its own here.", "Put the words in double quotes."
            )
            self._complaints.left_out(at)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(clean(event.value), at, end, event.style in (None, ""), event.style == "|")
        if isinstance(event, yaml.SequenceStartEvent):
            return Seq(tuple(self._until(yaml.SequenceEndEvent)), at)
        return self._map(at)

    def _until(self, end: type) -> Iterator[Node]:
        while not isinstance(event := next(self._events), end):
            yield self._node(event)

    def _map(self, at: Place) -> Map:
        nodes = list(self._until(yaml.MappingEndEvent))
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._complaints.add(key.at, "A list stands where a key should.", "Put the words in double quotes.")
            elif key.value in pairs:
                first = pairs[key.value][0].at.line
                self._complaints.add(
                    key.at,
                    f'"{key.value}" stands here a second time; the first is in line {first}.',
                    "Keep one of the two, or put both texts under one.",
                )
            else:
                pairs[key.value] = (key, value)
        return Map(tuple(pairs.values()), at)
