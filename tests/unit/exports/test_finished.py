"""Only a finished book that nobody has changed is handed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.exports import write_export
from lsbook.exports.finished_book import open_finished_book
from lsbook.model.problem import ProblemsFound


def test_a_book_that_was_changed_is_not_handed_over(copied: Path) -> None:
    """A page that somebody has written to is named, and no copy is made."""
    page = copied / "pages" / "your-garden.html"
    page.write_text(page.read_text(encoding="utf-8") + "<p>More</p>", encoding="utf-8")
    with pytest.raises(ProblemsFound) as stopped:
        open_finished_book(copied)
    assert [problem.at.path for problem in stopped.value.problems] == [page.as_posix()]


def test_what_somebody_put_into_the_folder_is_in_no_copy(copied: Path) -> None:
    """A file that the book's own list does not name is passed over."""
    (copied / "media" / "note.jpg").write_bytes(b"mine")
    assert "media/note.jpg" not in open_finished_book(copied).files


@pytest.mark.parametrize("missing", ["book.sha256", "pages/print.html"])
def test_a_folder_that_is_no_whole_book_is_refused(copied: Path, missing: str) -> None:
    """Without its list or one of its files a folder is no finished book, and the sentence says what to do."""
    (copied / missing).unlink()
    with pytest.raises(ProblemsFound) as stopped:
        open_finished_book(copied)
    assert "lsbook build" in stopped.value.problems[0].remedy


def test_a_list_that_leads_out_of_the_folder_is_refused(copied: Path) -> None:
    """A list that was tampered with leads lsbook to no file elsewhere."""
    with (copied / "book.sha256").open("a", encoding="utf-8") as file:
        file.write(f"{'0' * 64}  ../elsewhere.txt\n")
    with pytest.raises(ProblemsFound, match="1 problems"):
        open_finished_book(copied)


def test_a_copy_is_never_put_into_the_book_itself(copied: Path) -> None:
    """A book's folder holds only the book."""
    book = open_finished_book(copied)
    with pytest.raises(ProblemsFound):
        write_export(b"copy", copied / "copy.pdf", book)
    assert not (copied / "copy.pdf").exists()


def test_a_copy_takes_the_place_of_the_last_one(copied: Path, tmp_path: Path) -> None:
    """The new copy stands alone where the old one stood."""
    book = open_finished_book(copied)
    for content in (b"old", b"new"):
        write_export(content, tmp_path / "out" / "copy.epub", book)
    assert [file.read_bytes() for file in (tmp_path / "out").iterdir()] == [b"new"]
