"""What an identifier is: what tells where a private person is, how to reach them, or who they are in an office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TypeAlias

from msgspec import Struct

TextSpan: TypeAlias = tuple[int, int]


class IdentifierContext(Struct, frozen=True):
    """What is public in a story, and what only this story can tell."""

    digits: frozenset[str] = frozenset()
    """The numbers of helplines, without spaces."""
    addresses: frozenset[str] = frozenset()
    """The web addresses of helplines, in small letters."""
    countries: tuple[str, ...] = ("GB",)
    files: frozenset[str] = frozenset()
    """The names of the story's own media, in small letters: not public at all, wherever they stand."""
    people: frozenset[str] = frozenset()
    """Each word of the names of the story's people and of the child, in small letters: none of them is a village."""


IdentifierFinder: TypeAlias = Callable[[str, IdentifierContext], Iterator[TextSpan]]
"""Where in a folded text identifiers of one kind stand."""


class IdentifierKind(Struct, frozen=True):
    """One kind of identifier. ``name`` is how a worker is told of it ("a postcode")."""

    name: str
    hint: re.Pattern[str]
    """Words in which this is not found hold none of the kind, and are passed over."""
    why: str
    find: IdentifierFinder
    language: str = ""
    """Of a rule for addresses as this language writes them; empty where the rule holds in every language."""
    warns: bool = False
    """The book is made all the same: of a rule that was not measured on enough ordinary pages to refuse a book."""


DIGITS = r"[0-9]"
_WHY = "No book tells where people live, how to reach them, or their numbers."


def identifier(
    name: str, hint: str, why: str = _WHY, *, language: str = "", warns: bool = False
) -> Callable[[IdentifierFinder], IdentifierKind]:
    """Make a function the finder of a kind. Books are searched for it once its module is named in ``passages.py``."""
    return lambda find: IdentifierKind(name, re.compile(hint, re.I), why, find, language, warns)


def collect_kinds(*modules: ModuleType) -> tuple[IdentifierKind, ...]:
    """Return the kinds that stand in ``modules``, alone or in a tuple, in their order; those that warn come last."""
    values = [value for module in modules for value in vars(module).values()]
    kinds = [kind for value in values for kind in (value if isinstance(value, tuple) else (value,))]
    return tuple(sorted((kind for kind in kinds if isinstance(kind, IdentifierKind)), key=lambda kind: kind.warns))


def is_year(number: str) -> bool:
    """Return whether ``number`` is rather a year of this story than a house's."""
    return number.isdecimal() and 1900 <= int(number) < 2100
