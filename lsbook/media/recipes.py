"""The table of what is done with each kind of file. A new kind of medium joins the book here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from types import MappingProxyType
from typing import TypeAlias

from lsbook.media.faults import Fault
from lsbook.media.probe.kinds import Kind

DEMUXERS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,ogg,mp3,aac,flac,wav,w64,amr,aiff,caf,mpeg,mpegts,mpegvideo,asf,flv"
)
"""The only readers of films and sounds that may touch a file: none that opens another file, or an address."""


@dataclass(frozen=True)
class Photo:
    """A still picture: ``formats`` are the only readers of Pillow's that may touch it."""

    formats: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """A document that becomes pictures of its pages."""


@dataclass(frozen=True)
class Recorded:
    """A film or a sound: which of the two, only its streams tell."""


@dataclass(frozen=True)
class NotShown:
    """A kind that no book shows."""

    fault: Fault


Recipe: TypeAlias = Photo | Paper | Recorded | NotShown

RECIPES: Mapping[Kind, Recipe] = MappingProxyType(
    {
        Kind.JPEG: Photo(("JPEG", "MPO")),
        Kind.PNG: Photo(("PNG",)),
        Kind.WEBP: Photo(("WEBP",)),
        Kind.GIF: Photo(("GIF",)),
        Kind.TIFF: Photo(("TIFF",)),
        Kind.HEIC: Photo(("HEIF",)),
        Kind.AVIF: Photo(("AVIF",)),
        Kind.BMP: Photo(("BMP",)),
        Kind.PDF: Paper(),
        Kind.FILM: Recorded(),
        Kind.SOUND: Recorded(),
        Kind.OTHER_PICTURE: NotShown(Fault.OTHER_PICTURE),
        Kind.DRAWING: NotShown(Fault.DRAWING),
        Kind.OTHER_DOCUMENT: NotShown(Fault.OTHER_DOCUMENT),
        Kind.TEXT: NotShown(Fault.TEXT),
        Kind.EMPTY: NotShown(Fault.EMPTY),
        Kind.UNKNOWN: NotShown(Fault.UNKNOWN),
    }
)

_EDITIONS: Mapping[type[Recipe], tuple[int, tuple[str, ...]]] = MappingProxyType(
    # The number is raised whenever the code in this room would make something else of the same file.
    {Photo: (3, ("pillow", "pillow-heif")), Paper: (2, ("pypdfium2", "pillow")), Recorded: (3, ("av", "pillow"))}
)


def recipe_version(recipe: Recipe) -> str:
    """What a finished medium depends on beside its source: this room's code and the readers it uses."""
    edition, readers = _EDITIONS[type(recipe)]
    return ", ".join([f"{type(recipe).__name__} {edition}", *(f"{name} {version(name)}" for name in readers)])
