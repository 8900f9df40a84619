"""The table of what is done with each kind of file. A new kind of medium joins the book here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from types import MappingProxyType
from typing import TypeAlias

from lsbook.media.faults import Fault
from lsbook.media.kinds import Kind


@dataclass(frozen=True)
class Photo:
    """A still picture: ``formats`` are the only readers of Pillow's that may touch it."""

    formats: tuple[str, ...]


@dataclass(frozen=True)
class NotShown:
    """A kind that no book shows, or none yet."""

    fault: Fault


Recipe: TypeAlias = Photo | NotShown

RECIPES: Mapping[Kind, Recipe] = MappingProxyType(
    {
        Kind.JPEG: Photo(("JPEG", "MPO")),
        Kind.PNG: Photo(("PNG",)),
        Kind.WEBP: Photo(("WEBP",)),
        Kind.GIF: Photo(("GIF",)),
        Kind.TIFF: Photo(("TIFF",)),
        Kind.HEIC: Photo(("HEIF",)),
        Kind.OTHER_PICTURE: NotShown(Fault.OTHER_PICTURE),
        Kind.DRAWING: NotShown(Fault.DRAWING),
        Kind.FILM: NotShown(Fault.FILM),
        Kind.SOUND: NotShown(Fault.SOUND),
        Kind.DOCUMENT: NotShown(Fault.DOCUMENT),
        Kind.TEXT: NotShown(Fault.TEXT),
        Kind.EMPTY: NotShown(Fault.EMPTY),
        Kind.UNKNOWN: NotShown(Fault.UNKNOWN),
    }
)

_EDITION = 1
"""Raised whenever the code in this room would make other pictures of the same file."""


def recipe_version() -> str:
    """What a finished picture depends on beside its source: this room's code and the readers it uses."""
    return f"photo {_EDITION}, pillow {version('pillow')}, pillow-heif {version('pillow-heif')}"
