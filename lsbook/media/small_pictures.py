"""Small pictures of what a story has, for a page of the worker's: each carries itself, and the page stays light."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path

from msgspec import Struct

from lsbook.media.probe.source import Digester
from lsbook.media.rendering import ProgressCallback, render_files
from lsbook.media.sizes import Size
from lsbook.model.media import RenderedMedium, Renditions

BOX: Size = (240, 240)
"""Pixels: enough to see who is in a photo, and what somebody should look at again."""
_QUALITY = 72


class SmallPicture(Struct, frozen=True):
    """A small JPEG as a ``data:`` address. ``width`` and ``height`` are pixels."""

    address: str
    width: int
    height: int


class SmallPictures(Struct, frozen=True):
    """``by_file`` maps a path under ``media/`` to its picture; a sound and a film that no book has yet have none."""

    by_file: Mapping[str, SmallPicture]
    renditions: Renditions
    """What they were made from, and what could not be made."""

    def explain_lack(self, file: str) -> str:
        """Return why a file has no picture, where that is its own fault; else nothing."""
        reasons = (f"{each.reason} {each.remedy}" for each in self.renditions.unusable if each.file == file)
        return next(reasons, "")


def make_small_pictures(
    files: Iterable[str], folder: Path, cache_folder: Path, progress: ProgressCallback, digest: Digester | None = None
) -> SmallPictures:
    """Make a small picture of each of ``files``, from the rendition that a book would show, in the same processes.

    The first page stands for a document. The other values are those of ``render``. Raises ``ProblemsFound``.
    """
    renditions = render_files(files, folder, cache_folder, progress, digest=digest, with_films=False)
    return SmallPictures(
        {file: _shrink(medium) for file, medium in renditions.by_file.items() if medium.pictures}, renditions
    )


def _shrink(medium: RenderedMedium) -> SmallPicture:
    narrowest = medium.pictures[0][0]
    with import_module("PIL.Image").open(narrowest.file) as opened:  # a book has no use for it
        opened.draft("RGB", BOX)
        small = opened.convert("RGB")
    small.thumbnail(BOX)
    kept = io.BytesIO()
    small.save(kept, "JPEG", quality=_QUALITY, optimize=True)
    return SmallPicture(f"data:image/jpeg;base64,{base64.b64encode(kept.getvalue()).decode()}", *small.size)
