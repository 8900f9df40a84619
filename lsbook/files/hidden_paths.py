"""The folders beside a book in which it is made and replaced. All have hidden names, so that nobody opens them."""

from __future__ import annotations

from pathlib import Path


def get_staging_path(place: Path) -> Path:
    """Where the new book is staged."""
    return place.with_name(f".{place.name}.new")


def get_previous_path(place: Path) -> Path:
    """Where the old book stands whole between the two renames."""
    return place.with_name(f".{place.name}.old")


def get_lock_path(place: Path) -> Path:
    """The file that is held by whoever works there."""
    return place.with_name(f".{place.name}.lock")
