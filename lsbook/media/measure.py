"""How large the photos of a story are, as far as books of it were made: no photo is opened for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from lsbook.cache.folder import RENDITIONS
from lsbook.media.cache import RenditionCache
from lsbook.media.faults import MediaError
from lsbook.media.probe.source import Digester, probe_file
from lsbook.media.sizes import Size


def recall_sizes(files: Iterable[str], folder: Path, cache_folder: Path, digest: Digester) -> Mapping[str, Size]:
    """Return the width and height in pixels in which books show the photos ``files`` of the story in ``folder``.

    What no book was made of yet, and what is no photo, is left out.
    """
    cache = RenditionCache(cache_folder / RENDITIONS)
    if not cache.folder.is_dir():
        return {}
    sizes: dict[str, Size] = {}
    for file in files:
        try:
            size = cache.read_size(probe_file(folder, file, digest).key)
        except (MediaError, OSError):
            continue
        if size is not None:
            sizes[file] = size
    return sizes
