"""When a save is noticed: with what the system reports, and with a look at times and sizes where it reports nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.preview.saves import BETWEEN_LOOKS, iterate_saves
from lsbook.preview.sources import Snapshot, is_half_saved

CHAPTER, NOTES = Path("chapters/01.md"), Path("work/notes.md")
OLD: Snapshot = {CHAPTER: (10, 1, 1), NOTES: (5, 1, 1)}
NEW: Snapshot = {**OLD, CHAPTER: (12, 2, 2)}
NEWEST: Snapshot = {**OLD, CHAPTER: (14, 3, 3)}
WITHOUT: Snapshot = {NOTES: (5, 1, 1)}
EMPTY: Snapshot = {**OLD, CHAPTER: (0, 2, 2)}


class Quiet(Exception):
    """Nothing more happens: whoever still waits, waits for good."""


class Disk:
    """A disk that is another at each look, and a system that reports what it is told to."""

    def __init__(self, looks: list[Snapshot], reports: list[bool]) -> None:
        self.looks, self.reports = list(looks), list(reports)
        self.waits: list[float] = []

    def look(self) -> Snapshot:
        """The disk stays as it was at the last look that is known."""
        return self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        if not self.reports:
            raise Quiet
        return self.reports.pop(0)


def _list_saves(disk: Disk) -> list[Snapshot]:
    """What is seen at the beginning and at each save, until nothing more happens."""
    saves: list[Snapshot] = []
    with pytest.raises(Quiet):
        for save in iterate_saves(disk.look, disk.wait):
            saves.append(save)
    return saves


def test_the_book_is_made_once_before_anything_is_saved() -> None:
    """The sources are seen at the beginning, and not again as long as nothing changes and nothing is reported."""
    disk = Disk([OLD], [False, False, False])
    assert _list_saves(disk) == [OLD]
    assert disk.waits == [BETWEEN_LOOKS] * 4


def test_a_reported_save_is_seen_though_times_and_sizes_are_as_they_were() -> None:
    """Two saves in one tick of the disk's clock, of equal size, are seen where the system reports them."""
    assert _list_saves(Disk([OLD], [True, False])) == [OLD, OLD]


def test_a_save_that_nobody_reports_is_seen_by_the_look() -> None:
    """On a drive without reports the next look finds the save, and waits until nothing changes any more."""
    disk = Disk([OLD, OLD, NEW, NEWEST, NEWEST], [False] * 5)
    assert _list_saves(disk) == [OLD, NEWEST]


def test_a_file_that_gives_way_to_another_is_never_seen_as_gone() -> None:
    """An editor takes the old file away before it puts the new one in its place: what lies between is no save."""
    assert _list_saves(Disk([OLD, WITHOUT, WITHOUT, NEW], [True, False, False, False, False])) == [OLD, NEW]


def test_a_file_that_is_emptied_before_it_is_written_is_never_seen_as_empty() -> None:
    """An editor empties the file and then writes: what lies between is no save."""
    assert _list_saves(Disk([OLD, EMPTY, EMPTY, NEW], [True, False, False, False, False])) == [OLD, NEW]


@pytest.mark.parametrize("after", [WITHOUT, EMPTY], ids=["gone", "empty"])
def test_a_file_that_is_really_gone_or_empty_is_seen_in_the_end(after: Snapshot) -> None:
    """Whoever deletes a chapter, or all of its words, sees the book without it after a moment."""
    assert _list_saves(Disk([OLD, after], [True, *[False] * 10])) == [OLD, after]


def test_a_save_that_comes_while_the_book_is_made_is_seen_next() -> None:
    """What is reported while the caller is at work is not lost: it is the next save, as the sources are then."""
    disk = Disk([OLD], [])
    saves = iterate_saves(disk.look, disk.wait)
    assert next(saves) == OLD
    disk.looks, disk.reports = [NEW], [True]
    assert next(saves) == NEW


def test_of_two_saves_in_a_moment_the_last_is_seen() -> None:
    """Two saves before anybody looks are seen once, as the second has left the file."""
    assert _list_saves(Disk([OLD, NEWEST], [True, False])) == [OLD, NEWEST]


@pytest.mark.parametrize(
    ("before", "after", "is_half"),
    [(OLD, WITHOUT, True), (OLD, EMPTY, True), (OLD, NEW, False), (WITHOUT, OLD, False), (EMPTY, EMPTY, False)],
)
def test_half_a_save_is_told_from_a_whole_one(before: Snapshot, after: Snapshot, is_half: bool) -> None:
    """A file that was there with words in it, and is gone or empty, may be in the middle of a save; others are not."""
    assert is_half_saved(before, after) is is_half
