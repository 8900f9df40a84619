"""Renditions: what the media room makes of the media a Book shows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from lsbook.model.problem import Location, Problem, Severity
from lsbook.model.rules.books import UNUSABLE_MEDIUM
from lsbook.model.symbols import SymbolPicture
from lsbook.model.vocabulary import MediumKind


class Rendition(Struct, frozen=True):
    """One finished picture. ``file`` is where it lies now; ``name`` comes from its content (``3f9a….jpg``)."""

    file: Path
    name: str
    width: int
    height: int
    """Both in pixels."""


class PictureMeasure(Struct, frozen=True):
    """What is known of a photo without opening it, once a book of it was made."""

    width: int
    height: int
    """Of its widest rendition, in pixels."""
    brightness: int | None = None
    """The mean of all that is seen, 0 (black) to 255 (white); ``None`` where it was made before that was measured."""


class Recording(Struct, frozen=True):
    """One finished film or sound, which every browser plays. ``name`` comes from its content."""

    file: Path
    name: str
    seconds: int
    """How long it is."""


Widths: TypeAlias = "tuple[Rendition, ...]"
"""One picture in its widths, the narrowest first."""


class RenderedMedium(Struct, frozen=True):
    """What a medium has become."""

    kind: MediumKind
    pictures: tuple[Widths, ...]
    """The photo; the pages of a document; what stands for a film until it is played. A sound has none."""
    recording: Recording | None = None

    @property
    def files_by_name(self) -> Mapping[str, Path]:
        """Every finished file by its name."""
        pictures = {rendition.name: rendition.file for widths in self.pictures for rendition in widths}
        return pictures | ({self.recording.name: self.recording.file} if self.recording else {})


class UnusableMedium(Struct, frozen=True):
    """A medium that the book is made without, with a sentence that says why."""

    file: str
    reason: str
    remedy: str
    may_pass: bool = False
    """Whether another try may go otherwise: the file was in use, or the computer had no memory left."""


class Renditions(Struct, frozen=True):
    """``by_file`` maps a path under ``media/`` to what it has become. What failed is not in it."""

    by_file: Mapping[str, RenderedMedium]
    unusable: tuple[UnusableMedium, ...] = ()
    warnings: tuple[Problem, ...] = ()
    """What else there is to know of how they were made: nothing that is about one medium."""
    symbols: tuple[SymbolPicture, ...] = ()
    """What may stand above the words of a book that asks for it."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Warnings about how the media were made, and about those that the books are made without."""
        unusable = (
            Problem(
                Location(f"media/{medium.file}"),
                medium.reason,
                medium.remedy,
                severity=Severity.WARNING,
                rule=UNUSABLE_MEDIUM.id,
            )
            for medium in self.unusable
        )
        return (*self.warnings, *unusable)
