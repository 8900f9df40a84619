"""A story as plain data, before it is written as files: what the generator makes and the oracle reduces.

Items are dicts with the keys of design.md, "The story folder"; a block of a chapter or letter has its name under
``block`` and its content under ``inside``. Only words are more than strings, because references stand in them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

Data: TypeAlias = dict[str, Any]

GATES = ("from-age", "also-for", "only-me", "hold", "instead")
ENTRIES = ("people.yaml", "homes.yaml", "schools.yaml", "keepsakes.yaml")
"""The files whose entries have an id."""


@dataclass(frozen=True)
class Picture:
    """``![alt](file)``."""

    file: str
    alt: str


@dataclass(frozen=True)
class Mention:
    """``[[id]]``."""

    id: str


Inline: TypeAlias = "str | Picture | Mention"


@dataclass(frozen=True)
class Line:
    """A paragraph, or what its ``mark`` makes of it: ``## ``, ``> ``, ``---``; with many entries ``- `` and ``1. ``."""

    entries: tuple[tuple[Inline, ...], ...] = ()
    mark: str = ""


Prose: TypeAlias = tuple[Line, ...]


@dataclass(frozen=True)
class Version:
    """Words told from ``age`` on."""

    age: int
    words: str | Prose
    easy: bool = False


@dataclass(frozen=True)
class Ages:
    """A map of ages to words."""

    versions: tuple[Version, ...]


@dataclass
class Tale:
    """A whole story: ``story.yaml``, the other YAML files by name, chapters, letters, pictures by their paths."""

    top: Data
    lists: dict[str, list[Data]]
    chapters: list[Data]
    letters: list[Data]
    pictures: dict[str, int] = field(default_factory=dict)
    """Path under ``media/`` to the number of a picture of the pool: two with one number are copies of each other.

    A number below nothing is a file that nobody ever sees.
    """


@dataclass(frozen=True)
class Wanted:
    """The edition that is drawn for a tale."""

    name: str
    age: int
    easy: bool = False
    to_read: bool = False
    """The child's book as a second reader reads it: without what is the child's own."""

    @property
    def for_child(self) -> bool:
        return self.name not in {"carers", "record"}
