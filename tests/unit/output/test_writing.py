"""A book is written whole, and only what changed is written again."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from lsbook.model.build import PublishedBook
from lsbook.model.problem import ProblemsFound
from lsbook.model.site import Asset, Site, make_page
from lsbook.output import write
from tests.unit.output.sites import DOOR, files_in, finished, page, site, without_list


def count_pages(book: PublishedBook) -> tuple[Path, int, int]:
    """Where a book lies, how many of its pages were written, and how many were kept."""
    return book.folder, book.pages_written, book.pages_kept


def test_a_book_is_written_as_its_site_says(tmp_path: Path) -> None:
    """Every page and every medium lies where the Site says, with its list, and nothing else does."""
    made = site(tmp_path / "workshop")
    place = tmp_path / "books" / "9-12"
    assert count_pages(write(made, place)) == (place, 6, 0)
    assert without_list(files_in(place)) == finished(made)
    assert {path.name for path in place.parent.iterdir()} == {"9-12"}


def test_the_list_passes_sha256sum(tmp_path: Path) -> None:
    """``sha256sum -c book.sha256`` knows every file of the book but the list itself, in order."""
    write(site(tmp_path / "workshop"), tmp_path / "9-12")
    command = ["sha256sum", "--strict", "-c", "book.sha256"]
    said = subprocess.run(command, cwd=tmp_path / "9-12", check=True, capture_output=True, encoding="utf-8").stdout
    listed = [line.removesuffix(": OK") for line in said.splitlines()]
    assert listed == sorted(set(files_in(tmp_path / "9-12")) - {"book.sha256"})


def test_line_ends_are_the_same_everywhere(tmp_path: Path) -> None:
    """A page typed on Windows is written with the line ends of every other."""
    made = Site((make_page(DOOR, page("one\r\ntwo\rthree")),), (), (DOOR,))
    write(made, tmp_path / "9-12")
    assert b"one\ntwo\nthree" in (tmp_path / "9-12" / DOOR).read_bytes()


def test_a_page_that_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    """On the second build the same pages are the same files on disk, and only the others are new."""
    place = tmp_path / "9-12"
    write(site(tmp_path / "workshop", "first"), place)
    before = {path: (place / path).stat() for path in files_in(place)}
    assert count_pages(write(site(tmp_path / "workshop", "second"), place)) == (place, 2, 4)
    same = {path for path in before if (place / path).stat().st_ino == before[path].st_ino}
    assert same == {"look/look.css", "look/road.svg", "pages/jan.html", "pages/still.html"}
    assert all((place / path).stat().st_mtime_ns == before[path].st_mtime_ns for path in same)
    assert all((place / path).stat().st_nlink == 1 for path in files_in(place))


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    """Built twice, fresh or over an older book, a Site is byte for byte the same."""
    made = site(tmp_path / "workshop")
    write(site(tmp_path / "workshop", "older"), tmp_path / "over")
    write(made, tmp_path / "over")
    write(made, tmp_path / "fresh")
    assert files_in(tmp_path / "over") == files_in(tmp_path / "fresh")


def test_pages_that_are_gone_are_gone(tmp_path: Path) -> None:
    """What the new book no longer has is removed, with its folders."""
    place = tmp_path / "9-12"
    write(site(tmp_path / "workshop"), place)
    made = Site((make_page(DOOR, page("All there is.")),), (), (DOOR,))
    write(made, place)
    assert set(files_in(place)) == {DOOR, "book.sha256"}
    assert {path.name for path in place.iterdir()} == {DOOR, "book.sha256"}


def test_where_files_cannot_be_linked_they_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that knows no links (a stick), the second build gives the same book."""

    def no_links(self: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    write(site(tmp_path / "workshop", "first"), tmp_path / "9-12")
    made = site(tmp_path / "workshop", "second")
    assert count_pages(write(made, tmp_path / "9-12")) == (tmp_path / "9-12", 2, 4)
    assert without_list(files_in(tmp_path / "9-12")) == finished(made)


def test_a_letter_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A page with half a letter in it is refused with its name, and not with a traceback."""
    with pytest.raises(ProblemsFound) as refused:
        write(Site((make_page(DOOR, page("\ud800")),), (), (DOOR,)), tmp_path / "9-12")
    assert refused.value.problems[0].at.path.endswith(DOOR)


def test_a_photo_that_is_gone_is_named(tmp_path: Path) -> None:
    """Where a finished photo has vanished, the book is refused with its name."""
    made = Site((make_page(DOOR, page("")),), (Asset("media/a.jpg", tmp_path / "gone.jpg"),), (DOOR,))
    with pytest.raises(ProblemsFound) as refused:
        write(made, tmp_path / "9-12")
    assert refused.value.problems[0].at.path.endswith("gone.jpg")
    assert not (tmp_path / "9-12").exists()
