"""What may lie in ``.lsbook``, and under which names. No other room names anything in it."""

from __future__ import annotations

from pathlib import Path

CACHE_FOLDER = ".lsbook"
RENDITIONS = "renditions"
RENDITION_RECORD = "record.json"
"""Written last of each finished medium: without it the rest is half a medium."""
WORK_FOLDER_KINDS = ("archive", "copy", "paper")
"""Kinds of folders that are made for one run and gone afterwards. A browser that prints keeps links in them."""
WORK_FOLDER_PREFIXES = tuple(f"{kind}-" for kind in WORK_FOLDER_KINDS)
_INVENTORY = "held-{}"


def locate_cache(story: Path) -> Path:
    """Return the cache folder of ``story``, which may be missing."""
    return story / CACHE_FOLDER


def locate_inventory(cache_folder: Path, edition: str) -> Path:
    """Return where ``build`` keeps what the book of ``edition`` holds."""
    return cache_folder / f"{_INVENTORY.format(edition)}.json"


def list_unfinished_inventories(cache_folder: Path) -> list[Path]:
    """List the inventories that a run began to write and did not finish."""
    return sorted(cache_folder.glob(f"{_INVENTORY.format('*')}.new"))
