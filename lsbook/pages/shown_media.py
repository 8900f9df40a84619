"""Which renditions and symbols come into a book: those that its pages name."""

from __future__ import annotations

from pathlib import Path

from lsbook.model.media import Renditions
from lsbook.model.site import Asset, Page, make_page


def collect_media(renditions: Renditions, *links: frozenset[str]) -> tuple[Asset, ...]:
    """The renditions among ``links``, each once."""
    every = renditions.by_file.values()
    files = {f"media/{name}": file for medium in every for name, file in medium.files_by_name.items()}
    files |= {f"media/{each.name}": each.content for each in renditions.symbols if isinstance(each.content, Path)}
    named = frozenset[str]().union(*links)
    return tuple(Asset(path, files[path]) for path in sorted(files) if path in named)


def collect_symbols(renditions: Renditions, *links: frozenset[str]) -> tuple[Page, ...]:
    """The symbols among ``links`` that are drawings of lines, each once."""
    named = frozenset[str]().union(*links)
    texts = {f"media/{each.name}": each.content for each in renditions.symbols if isinstance(each.content, str)}
    return tuple(make_page(path, texts[path]) for path in sorted(texts) if path in named)
