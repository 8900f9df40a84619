"""The zip, in the hands of other people's programs; and the locked book, opened without lsbook."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from lsbook.exports import FinishedBook
from lsbook.exports.finished_book import open_finished_book
from lsbook.exports.formats import export_book
from lsbook.exports.verify.copy import verify_copy
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import CopyFormat

THIRTY = Path(__file__).with_name("thirty_lines.py")


def _zip(book: FinishedBook, bench: Path) -> Path:
    bench.mkdir()
    return export_book(book, CopyFormat.ZIP, bench).packages[0].files[0].source


@pytest.fixture(scope="module")
def zipped(maya: FinishedBook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example child's book as a zip."""
    return _zip(maya, tmp_path_factory.mktemp("zip") / "bench")


@pytest.mark.parametrize(
    ("tested", "unpacked"),
    [
        (("unzip", "-tqq", "ZIP"), ("unzip", "-qq", "ZIP", "-d", "TO")),
        (("7z", "t", "-bso0", "ZIP"), ("7z", "x", "-bso0", "ZIP", "-oTO")),
    ],
    ids=["unzip", "7z"],
)
def test_other_programs_test_and_unpack_it(
    zipped: Path, maya: FinishedBook, tmp_path: Path, tested: tuple[str, ...], unpacked: tuple[str, ...]
) -> None:
    """What they unpack is one folder with every file byte for byte under its own name, and it verifies as whole."""
    for line in (tested, unpacked):
        named = [part.replace("ZIP", str(zipped)).replace("TO", str(tmp_path / "out")) for part in line]
        said = subprocess.run(named, capture_output=True, encoding="utf-8", check=False)
        assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
    [folder] = (tmp_path / "out").iterdir()
    assert folder.name == "book-9-12"
    assert {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()} == set(maya.files) | {
        "book.sha256"
    }
    assert [path for path in maya.files if (folder / path).read_bytes() != maya.read_bytes(path)] == []
    assert verify_copy(folder).files == len(maya.files)


def test_other_programs_list_its_names(zipped: Path, maya: FinishedBook) -> None:
    """Both list the same names as lsbook gave, with spaces, and with one old day on every file."""
    listed = subprocess.run(
        ["unzip", "-Z1", zipped], capture_output=True, encoding="utf-8", check=True
    ).stdout.splitlines()
    assert listed == [f"book-9-12/{path}" for path in (*maya.files, "book.sha256")]
    table = subprocess.run(["7z", "l", "-ba", "-slt", zipped], capture_output=True, encoding="utf-8", check=True).stdout
    rows = [line.split(" = ", 1) for line in table.splitlines() if " = " in line]
    assert [value for key, value in rows if key == "Path"] == listed
    assert {value[:10] for key, value in rows if key == "Modified"} == {"1980-01-01"}


def test_a_book_in_another_place_at_another_time_gives_the_same_zip(
    maya: FinishedBook, zipped: Path, tmp_path: Path
) -> None:
    """The same book, moved, copied and touched, is the same zip byte for byte."""
    moved = Path(shutil.copytree(maya.folder, tmp_path / "elsewhere" / "9-12"))
    for file in moved.rglob("*"):
        os.utime(file, (10_000_000, 2_000_000_000))
    assert _zip(open_finished_book(moved), tmp_path / "bench").read_bytes() == zipped.read_bytes()


def test_a_zip_that_was_harmed_is_found_out(zipped: Path, tmp_path: Path) -> None:
    """Cut short, with a flipped bit, or without one of its files, a zip without its list is no whole copy."""
    content = bytearray(zipped.read_bytes())
    harmed = tmp_path / "book-9-12.zip"
    harmed.write_bytes(content)
    assert verify_copy(harmed).files > 50
    flipped = content.copy()
    flipped[len(flipped) // 2] ^= 1
    fewer = tmp_path / "fewer.zip"
    with zipfile.ZipFile(zipped) as whole, zipfile.ZipFile(fewer, "w") as pile:
        for entry in whole.infolist()[1:]:
            pile.writestr(entry, whole.read(entry))
    for bad in (bytes(content[:-5000]), bytes(flipped), fewer.read_bytes()):
        harmed.write_bytes(bad)
        with pytest.raises(ProblemsFound) as stopped:
            verify_copy(harmed)
        assert all(problem.what and problem.remedy for problem in stopped.value.problems)


def test_thirty_lines_open_a_locked_book(robin: FinishedBook, tmp_path: Path) -> None:
    """A short program, written from FORMAT.md and knowing nothing of lsbook, opens it with words and with its code."""
    assert len(THIRTY.read_text(encoding="utf-8").splitlines()) <= 30
    assert "lsbook." not in THIRTY.read_text(encoding="utf-8")
    made = export_book(robin, CopyFormat.LOCKED, tmp_path / "bench", "tulip river moon sweater candle")
    for name, words in (("words", "Tulip  river MOON sweater candle"), ("code", made.code.upper())):
        to = tmp_path / name
        subprocess.run([sys.executable, THIRTY, tmp_path / "bench" / "locked", words, to], check=True)
        assert [path for path in robin.files if (to / path).read_bytes() != robin.read_bytes(path)] == []
