"""What a worker makes of a medium."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from lsbook.model.vocabulary import MediumKind


class JpegPicture(Struct, frozen=True):
    """``jpeg`` is the whole file."""

    jpeg: bytes
    width: int
    height: int
    """Both in pixels."""
    brightness: int = 0
    """The mean of its pixels, 0 (black) to 255 (white)."""


PictureWidths: TypeAlias = "tuple[JpegPicture, ...]"
"""One picture in its widths, the narrowest first."""


class TranscodedMedium(Struct, frozen=True):
    """A medium as a book shows it; a film's picture is its poster."""

    kind: MediumKind
    pictures: tuple[PictureWidths, ...]
    seconds: float = 0.0
    """How long a film or a sound is."""
