"""What a person set for one story: how old a telling, how it is dressed, who agreed to a book. Part of a Story."""

from __future__ import annotations

from msgspec import Struct, field

from lsbook.model.problem import Location
from lsbook.model.story_text import PhotoRef
from lsbook.model.theme import Theme
from lsbook.model.when import Dated, When


class TellingAge(Struct, frozen=True):
    """How old a telling the child is ready for. A person sets it, never a birthday."""

    age: int
    decided_by: str
    on: When | None
    at: Location


class Approval(Struct, frozen=True):
    edition: str
    by: str
    on: When | None
    at: Location
    child_asked: When | None = None

    @property
    def is_complete(self) -> bool:
        """Whether it names a person and a date: without both nothing is approved."""
        return bool(self.by) and isinstance(self.on, Dated)


class Look(Struct, frozen=True):
    """How this child's book is dressed, as chosen in story.yaml; ``cover`` is the picture on it."""

    theme: Theme = field(default_factory=Theme)
    cover: PhotoRef | None = None
