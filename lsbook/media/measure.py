"""How large and bright the photos of a story are, as far as books of it were made: no photo is opened for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from lsbook.cache.folder import RENDITIONS
from lsbook.media.cache import RenditionCache
from lsbook.media.faults import MediaError
from lsbook.media.probe.source import Digester, probe_file
from lsbook.model.media import PictureMeasure


def recall_measures(
    files: Iterable[str], folder: Path, cache_folder: Path, digest: Digester
) -> Mapping[str, PictureMeasure]:
    """Return the measures in which books show the photos ``files`` of the story in ``folder``.

    What no book was made of yet, and what is no photo, is left out.
    """
    cache = RenditionCache(cache_folder / RENDITIONS)
    if not cache.folder.is_dir():
        return {}
    measures: dict[str, PictureMeasure] = {}
    for file in files:
        try:
            measure = cache.read_measure(probe_file(folder, file, digest).key)
        except (MediaError, OSError):
            continue
        if measure is not None:
            measures[file] = measure
    return measures
