"""Looking at a copy again: what is not whole is never called whole, and what is no copy is not called broken."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from lsbook.exports import FinishedBook
from lsbook.exports.formats import export_book
from lsbook.exports.verify.copy import NoCopy, verify_copy
from lsbook.files.bounded import LARGEST_LIST
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import CopyFormat
from tests.unit.files.putting import put


@pytest.fixture
def stick(robin: FinishedBook, tmp_path: Path) -> Path:
    """A stick with the small book as a folder, a zip and one file."""
    for form in ("folder", "zip", "one-file"):
        (tmp_path / form).mkdir()
        put(export_book(robin, CopyFormat(form), tmp_path / form).packages, tmp_path / "stick")
    return tmp_path / "stick"


def _said(place: Path) -> str:
    with pytest.raises(ProblemsFound) as stopped:
        verify_copy(place)
    return stopped.value.problems[0].what


def test_a_folder_that_became_a_link_is_not_whole(stick: Path) -> None:
    """The same bytes elsewhere are not in the copy."""
    pages = stick / "book-9-12" / "pages"
    shutil.copytree(pages, stick.parent / "elsewhere")
    shutil.rmtree(pages)
    pages.symlink_to(stick.parent / "elsewhere")
    assert _said(stick / "book-9-12") == "This file of the copy is gone."


def test_bytes_behind_the_end_of_a_zip_are_found(stick: Path) -> None:
    """They belong to no file in it; without the list beside it too, the zip is not what was handed over."""
    (stick / "book-9-12.zip.sha256").unlink()
    assert verify_copy(stick / "book-9-12.zip").files > 5
    with (stick / "book-9-12.zip").open("ab") as pile:
        pile.write(b"x")
    assert _said(stick / "book-9-12.zip") == "This file is not as it was handed over."


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_in_a_zip_is_found(stick: Path) -> None:
    """Programs that unpack take the one or the other of them."""
    with zipfile.ZipFile(stick / "book-9-12.zip", "a") as pile:
        pile.writestr("book-9-12/Open my book.html", pile.read("book-9-12/Open my book.html"))
    (stick / "book-9-12.zip.sha256").unlink()
    assert _said(stick / "book-9-12.zip") == "This name stands twice in the zip."


def test_a_list_without_end_is_not_read(tmp_path: Path) -> None:
    """A small zip whose list would fill the memory is refused."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as pile:
        pile.writestr("book/book.sha256", bytes(LARGEST_LIST + 1))
    assert "too long" in _said(tmp_path / "a.zip")


def test_a_file_that_got_another_name_is_still_whole(stick: Path) -> None:
    """Renamed with its list, in capitals too: the bytes count."""
    for end in (".html", ".html.sha256"):
        (stick / f"book-9-12{end}").rename(stick / f"Robin{end}")
    assert verify_copy(stick / "Robin.html").files == 1
    (stick / "book-9-12.zip.sha256").unlink()
    (stick / "book-9-12.zip").rename(stick / "BOOK.ZIP")
    assert verify_copy(stick / "BOOK.ZIP").files > 5


def test_a_page_of_a_book_stands_for_the_book(stick: Path) -> None:
    """Whoever names the page that opens it means the whole of it."""
    assert verify_copy(stick / "book-9-12" / "Open my book.html").files > 5


@pytest.mark.parametrize("name", ["nothing", "not-whole-nothing", "", "elsewhere.txt"])
def test_what_is_no_copy_is_said_to_be_none(stick: Path, name: str) -> None:
    """The wrong folder, a name that is not there, a file of somebody else's: no copy is called broken for it."""
    (stick / "elsewhere.txt").write_text("mine", "utf-8")
    with pytest.raises(NoCopy):
        verify_copy(stick / name)
