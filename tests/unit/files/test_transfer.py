"""Carrying a copy to a stick: whole and read back, or a sentence, and a name that says that it is not whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.exports import FinishedBook
from lsbook.exports.formats import export_book
from lsbook.exports.verify.copy import verify_copy
from lsbook.files import transfer as carrying
from lsbook.files.package import LARGEST_FILE, Package, PackageFile, find_misfits
from lsbook.files.transfer import STAGED_PREFIX
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import CopyFormat
from tests.unit.files.putting import put


@pytest.fixture
def parcel(robin: FinishedBook, tmp_path: Path) -> Package:
    [made] = export_book(robin, CopyFormat.FOLDER, tmp_path / "bench").packages
    return made


def _refused(parcel: Package, to: Path) -> str:
    with pytest.raises(ProblemsFound) as stopped:
        put((parcel,), to)
    return stopped.value.problems[0].what


def test_a_copy_is_whole(parcel: Package, robin: FinishedBook, tmp_path: Path) -> None:
    """Every file is there, its own list says so, progress ends at all of it, and no other name is left."""
    told: list[tuple[int, int]] = []
    place = put((parcel,), tmp_path / "stick", lambda done, total: told.append((done, total)))
    assert verify_copy(place).files == len(robin.files)
    assert told[-1] == (2 * parcel.size, 2 * parcel.size)
    assert [one.name for one in (tmp_path / "stick").iterdir()] == ["book-9-12"]


def test_an_older_copy_is_replaced(parcel: Package, robin: FinishedBook, tmp_path: Path) -> None:
    """A copy that lsbook made before gives way, with whatever of it was spoilt."""
    place = put((parcel,), tmp_path / "stick")
    (place / "pages" / "old.html").write_text("old", encoding="utf-8")
    (place / "Open my book.html").write_text("spoilt", encoding="utf-8")
    put((parcel,), tmp_path / "stick")
    assert verify_copy(place).files == len(robin.files)
    assert not (place / "pages" / "old.html").exists()


def test_what_is_not_ours_is_left_alone(parcel: Package, tmp_path: Path) -> None:
    """A folder of the same name that lsbook did not make stops the copy and keeps what is in it."""
    (tmp_path / "stick" / "book-9-12").mkdir(parents=True)
    (tmp_path / "stick" / "book-9-12" / "homework.txt").write_text("mine", encoding="utf-8")
    assert "lsbook did not make it" in _refused(parcel, tmp_path / "stick")
    assert (tmp_path / "stick" / "book-9-12" / "homework.txt").read_text(encoding="utf-8") == "mine"


def test_a_copy_that_stopped_says_so_by_its_name(
    parcel: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an interruption in the middle only a name that says "not whole" is there, and verify says it too."""

    def stop(done: int, total: int) -> None:
        if done > total // 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put((parcel,), tmp_path / "stick", stop)
    [left] = (tmp_path / "stick").iterdir()
    assert left.name == f"{STAGED_PREFIX}book-9-12"
    with pytest.raises(ProblemsFound) as stopped:
        verify_copy(left)
    assert stopped.value.problems[0].what == "This copy was begun and never finished."
    assert verify_copy(put((parcel,), tmp_path / "stick")).files > 5


def test_a_stick_that_gives_back_other_bytes_is_found_out(
    parcel: Package, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written is read again and compared; a difference is said, and the copy is not called whole."""
    flushed = carrying.flush_copy

    def spoil(staged: Path, to: Path) -> None:
        flushed(staged, to)
        if staged.name.startswith(STAGED_PREFIX):
            (staged / "READ ME FIRST.txt").write_text("other", encoding="utf-8")

    monkeypatch.setattr(carrying, "flush_copy", spoil)
    assert "The stick is faulty" in _refused(parcel, tmp_path / "stick")
    assert not (tmp_path / "stick" / "book-9-12").exists()


@pytest.mark.parametrize(
    ("path", "size", "said"),
    [
        ("media/film.mp4", LARGEST_FILE + 1, "larger than 4 GiB"),
        ("media/con.jpg", 1, "Windows cannot hold"),
        ("media/what?.jpg", 1, "Windows cannot hold"),
        ("media/dot.", 1, "Windows cannot hold"),
        (f"media/{'a' * 41}", 1, "too long"),
        ("Media/A.jpg", 1, "one and the same name"),
    ],
)
def test_names_and_sizes_fit_every_stick(path: str, size: int, said: str) -> None:
    """What FAT32, exFAT or Windows cannot hold is said before anything is written."""
    parcel = Package("book", (PackageFile("media/a.jpg", Path(), 1, ""), PackageFile(path, Path(), size, "")))
    assert [said in problem.what for problem in find_misfits(parcel)] == [True]
