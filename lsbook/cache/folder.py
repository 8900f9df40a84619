"""What may lie in ``.lsbook``, and under which names. No other room names anything in it."""

from __future__ import annotations

from pathlib import Path

from lsbook.files.atomic import PARTIAL_MARK

CACHE_FOLDER = ".lsbook"
RENDITIONS = "renditions"
SYMBOLS = "symbols"
"""Renditions of an authority's own symbols."""
PAGES = "pages"
"""Rendered pages, a folder an edition."""
RENDITION_RECORD = "record.json"
"""Written last of each finished medium: without it the rest is half a medium."""
WORK_FOLDER_KINDS = ("archive", "copy", "paper")
"""Kinds of folders that are made for one run and gone afterwards. A browser that prints keeps links in them."""
WORK_FOLDER_PREFIXES = tuple(f"{kind}-" for kind in WORK_FOLDER_KINDS)
PREVIEW = "preview"
"""The folder in which a preview stands while it runs."""
_INVENTORY = "held-{}"
_LAST_BUILD = "built-{}.json"
_FILE_INDEX = "files.json"
_LASTING_PREFIXES = ("held-", "built-", "files.", "case.")


def locate_cache(story: Path) -> Path:
    """Return the cache folder of ``story``, which may be missing."""
    return story / CACHE_FOLDER


def locate_inventory(cache_folder: Path, edition: str) -> Path:
    """Return where ``build`` keeps what the book of ``edition`` holds."""
    return cache_folder / f"{_INVENTORY.format(edition)}.json"


def list_unfinished(folder: Path) -> list[Path]:
    """List the small files in ``folder`` that a run began to write and did not finish."""
    return sorted(folder.glob(f"*{PARTIAL_MARK}*"))


def locate_last_build(cache_folder: Path, order: str) -> Path:
    """Return where it is kept what came of the last build of ``order``, the name of an edition or of all."""
    return cache_folder / _LAST_BUILD.format(order)


def locate_file_index(cache_folder: Path) -> Path:
    """Return where the digests of the story's photos and films are kept."""
    return cache_folder / _FILE_INDEX


def is_known_name(name: str) -> bool:
    """Whether what is called ``name`` in the cache folder stays there between two runs."""
    return name in (RENDITIONS, SYMBOLS, PAGES) or (name.endswith(".json") and name.startswith(_LASTING_PREFIXES))


def locate_case_reading(story: Path) -> Path:
    """Return where what a story and its work say is kept, so that a caseload is read in a moment."""
    return locate_cache(story) / "case.json"
