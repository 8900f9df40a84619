"""The table of what is done with each kind of file. A new kind of medium joins the book here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct

from lsbook.cache.installation import find_version
from lsbook.media.faults import Fault
from lsbook.media.probe.kinds import FileKind

DEMUXERS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,ogg,mp3,aac,flac,wav,w64,amr,aiff,caf,mpeg,mpegts,mpegvideo,asf,flv"
)
"""The only readers of films and sounds that may touch a file: none that opens another file, or an address."""


class PhotoRecipe(Struct, frozen=True):
    """A still picture: ``formats`` are the only readers of Pillow's that may touch it."""

    formats: tuple[str, ...]


class PdfRecipe(Struct, frozen=True):
    """A document that becomes pictures of its pages."""


class RecordingRecipe(Struct, frozen=True):
    """A film or a sound: which of the two, only its streams tell."""


class NoRecipe(Struct, frozen=True):
    """A kind that no book shows."""

    fault: Fault


Recipe: TypeAlias = PhotoRecipe | PdfRecipe | RecordingRecipe | NoRecipe

RECIPES: Mapping[FileKind, Recipe] = MappingProxyType(
    {
        FileKind.JPEG: PhotoRecipe(("JPEG", "MPO")),
        FileKind.PNG: PhotoRecipe(("PNG",)),
        FileKind.WEBP: PhotoRecipe(("WEBP",)),
        FileKind.GIF: PhotoRecipe(("GIF",)),
        FileKind.TIFF: PhotoRecipe(("TIFF",)),
        FileKind.HEIC: PhotoRecipe(("HEIF",)),
        FileKind.AVIF: PhotoRecipe(("AVIF",)),
        FileKind.BMP: PhotoRecipe(("BMP",)),
        FileKind.PDF: PdfRecipe(),
        FileKind.FILM: RecordingRecipe(),
        FileKind.SOUND: RecordingRecipe(),
        FileKind.OTHER_PICTURE: NoRecipe(Fault.OTHER_PICTURE),
        FileKind.DRAWING: NoRecipe(Fault.DRAWING),
        FileKind.OTHER_DOCUMENT: NoRecipe(Fault.OTHER_DOCUMENT),
        FileKind.TEXT: NoRecipe(Fault.TEXT),
        FileKind.EMPTY: NoRecipe(Fault.EMPTY),
        FileKind.UNKNOWN: NoRecipe(Fault.UNKNOWN),
    }
)

_CODE_VERSIONS: Mapping[type[Recipe], tuple[str, int, tuple[str, ...]]] = MappingProxyType(
    # The number is raised whenever the code in this room would make something else of the same file.
    {
        PhotoRecipe: ("Photo", 3, ("pillow", "pillow-heif")),
        PdfRecipe: ("Paper", 2, ("pypdfium2", "pillow")),
        RecordingRecipe: ("Recorded", 3, ("av", "pillow")),
    }
)


@cache
def format_recipe_version(recipe: Recipe) -> str:
    """What a finished medium depends on beside its source: this room's code and the readers it uses."""
    word, number, readers = _CODE_VERSIONS[type(recipe)]
    return ", ".join([f"{word} {number}", *(f"{name} {find_version(name)}" for name in readers)])
