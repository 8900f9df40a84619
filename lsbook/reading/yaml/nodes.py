"""YAML as a tree of values that know their places. Every scalar stays text; nothing is run, shared or merged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import yaml
from msgspec import Struct

from lsbook.model.problem import Location, Problem
from lsbook.reading.decode_text import clean
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.rules.entries import DUPLICATE_KEY, YAML_SIGN, YAML_SYNTAX
from lsbook.reading.rules.files import TOO_MUCH

_FIRST_KEYS = frozenset(("id", "file", "ask", "word", "when", "kind", "from"))
"""With these an entry begins, as they are shown everywhere."""
MAX_DEPTH = 60
"""Levels inside each other; security.md, "Text: nothing runs"."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same grammar, ten times as fast in C


class Scalar(Struct, frozen=True):
    value: str
    at: Location
    end: tuple[int, int]
    """The line it ends in, from 1, and the number of characters of that line before its end."""
    style: str
    """The sign that it begins with, a quote or ``|`` or ``>``; empty where it is plain."""

    @property
    def plain(self) -> bool:
        """True where it stands without quotes, so that `` #`` would have cut it."""
        return not self.style

    @property
    def is_block(self) -> bool:
        """True where the words begin on the line below."""
        return self.style in {"|", ">"}


class Seq(Struct, frozen=True):
    items: tuple[YamlNode, ...]
    at: Location


class Map(Struct, frozen=True):
    pairs: tuple[tuple[Scalar, YamlNode], ...]
    at: Location


YamlNode: TypeAlias = "Scalar | Seq | Map"


class YamlTree(Struct, frozen=True):
    """What stands in one YAML file, or between the dashes of a chapter."""

    path: str
    lines: tuple[str, ...]
    """The lines as the worker wrote them."""
    root: YamlNode | None
    """``None`` where the text holds nothing, or cannot be read at all."""
    unreadable_lines: frozenset[int] = frozenset()
    """Numbers of lines, from 1, that could not be read: what they held is not called missing."""
    told_lines: frozenset[int] = frozenset()
    """Numbers of lines, from 1, that were mended for the parser and are told of: their keys are not called unknown."""

    def get_line(self, number: int) -> str:
        """Return the line ``number``, from 1, with the spaces at its start; ``""`` where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def has_unreadable_lines(self, at: Location) -> bool:
        """True where a line of the entry that begins at ``at`` could not be read."""
        for number in range(at.line, len(self.lines) + 1) if self.unreadable_lines else ():
            if number > at.line and self.get_line(number).lstrip().startswith("- "):
                return False
            if number in self.unreadable_lines:
                return True
        return False


class YamlDocument(Struct, frozen=True):
    """The one document of a text."""

    root: YamlNode | None
    unreadable_lines: frozenset[int] = frozenset()


def build_document(text: str, path: str) -> Parsed[YamlDocument]:
    """Build the one document in ``text``. Raises ``yaml.MarkedYAMLError``.

    The problems are those of what can be read, but may not stand here.
    """
    events: list[yaml.Event] = list(yaml.parse(text, Loader=LOADER))
    if too_deep := _find_excessive_depth(events):
        problem = Problem(
            Location(path, too_deep),
            f"More than {MAX_DEPTH} lists or entries stand inside each other here.",
            "Check the brackets and the spaces at the starts of the lines.",
            rule=TOO_MUCH.id,
        )
        return Parsed(YamlDocument(None), (problem,))
    return _DocumentBuilder(iter(events), path).build_document()


def explain_missing_dash(key: str) -> tuple[str, str]:
    """Return what is wrong where another entry begins with ``key`` and without its dash, and what to do."""
    who = "somebody new" if key == "id" else "something new"
    return (
        f'"{key}" stands here as if it belonged to the entry above, which has one already.',
        f'Is this {who}? Put "- " before {key}, and the other keys exactly below it.',
    )


def _find_excessive_depth(events: list[yaml.Event]) -> int | None:
    """Return the number of the line, from 1, on which more than ``MAX_DEPTH`` levels stand inside each other."""
    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return _find_start(event)[0]
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _find_start(event: yaml.Event) -> tuple[int, int]:
    """Return the line and the column, from 1, in which ``event`` begins."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def _find_end(event: yaml.Event) -> tuple[int, int]:
    """Return the line, from 1, in which ``event`` ends, and the number of characters of it before that."""
    mark = event.end_mark
    return (mark.line + 1, mark.column) if mark else (0, 0)


class _DocumentBuilder:
    def __init__(self, events: Iterator[yaml.Event], path: str) -> None:
        self._events = events
        self._path = path
        self._findings = Findings()
        self._unreadable_lines: set[int] = set()

    def build_document(self) -> Parsed[YamlDocument]:
        root: YamlNode | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._findings.add(
                        self._locate(event),
                        "A second document begins here (a line of three dashes).",
                        "Take the line out: each file holds one list.",
                        rule=YAML_SYNTAX,
                    )
                node = self._build_node(next(self._events))
                root = node if root is None else root
        is_empty = isinstance(root, Scalar) and root.plain and not root.value
        return self._findings.wrap(YamlDocument(None if is_empty else root, frozenset(self._unreadable_lines)))

    def _locate(self, event: yaml.Event) -> Location:
        return Location(self._path, *_find_start(event))

    def _build_node(self, event: yaml.Event) -> YamlNode:
        at = self._locate(event)
        if isinstance(event, yaml.ScalarEvent):
            self._check_properties(event, at)
            return Scalar(clean(event.value), at, _find_end(event), event.style or "")
        if isinstance(event, yaml.CollectionStartEvent):
            self._check_properties(event, at)
            is_list = isinstance(event, yaml.SequenceStartEvent)
            return Seq(tuple(self._build_nodes_until(yaml.SequenceEndEvent)), at) if is_list else self._build_map(at)
        name = f"*{event.anchor}" if isinstance(event, yaml.AliasEvent) else ""
        self._findings.add(
            at,
            f'"{name}" would copy another place of the file, which lsbook does not do.',
            "Write the words out; where the star is part of the words, put them in double quotes.",
            rule=YAML_SIGN,
        )
        return Scalar(name, at, (at.line, 0), "*")

    def _check_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, at: Location) -> None:
        """Refuse a name for copying, and a type that is written before the value."""
        if event.anchor:
            self._findings.add(
                at,
                f'"&{event.anchor}" would name this place for copying, which lsbook does not do.',
                "Take it out; where the & is part of the words, put them in double quotes.",
                rule=YAML_SIGN,
            )
        if event.tag:
            self._findings.add(
                at,
                "A word that begins with ! has a meaning of its own here.",
                "Put the words in double quotes.",
                rule=YAML_SIGN,
            )
            self._unreadable_lines.add(at.line)

    def _build_nodes_until(self, end: type) -> Iterator[YamlNode]:
        while not isinstance(event := next(self._events), end):
            yield self._build_node(event)

    def _build_map(self, at: Location) -> Map:
        nodes = list(self._build_nodes_until(yaml.MappingEndEvent))
        pairs: dict[str, tuple[Scalar, YamlNode]] = {}
        repeated: list[Scalar] = []
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._findings.add(
                    key.at, "A list stands where a key should.", "Put the words in double quotes.", rule=YAML_SYNTAX
                )
            elif key.value in pairs:
                repeated.append(key)
            else:
                pairs[key.value] = (key, value)
        self._report_repeated_keys(repeated, pairs)
        return Map(tuple(pairs.values()), at)

    def _report_repeated_keys(self, repeated: list[Scalar], pairs: dict[str, tuple[Scalar, YamlNode]]) -> None:
        """Report keys that stand a second time: each, or once where another entry begins without its dash."""
        again = repeated[0].value if repeated else ""
        if again in _FIRST_KEYS or (again and again == next(iter(pairs)) and not again[0].isdigit()):
            self._findings.add(repeated[0].at, *explain_missing_dash(repeated[0].value), rule=DUPLICATE_KEY)
            self._unreadable_lines.update(key.at.line for key in repeated)
            return
        for key in repeated:
            first = pairs[key.value][0].at.line
            self._findings.add(
                key.at,
                f'"{key.value}" stands here a second time; the first is in line {first}.',
                "Keep one of the two, or put both texts under one.",
                rule=DUPLICATE_KEY,
            )
