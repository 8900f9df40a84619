"""A computer that dies while a copy is carried: nothing is taken for whole that is not, and nothing whole is lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lsbook.exports import FinishedBook
from lsbook.exports.formats import export_book
from lsbook.exports.verify.copy import verify_copy
from lsbook.files.transfer import OLDER_PREFIX, STAGED_PREFIX
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import CopyFormat
from tests.unit.files.putting import put

ROOT = Path(__file__).parents[3]
NAMES = {"folder": "book-9-12", "zip": "book-9-12.zip"}


def _killed(robin: FinishedBook, stick: Path, form: str, where: str) -> None:
    line = [sys.executable, "-m", "tests.system.exports.dying", str(robin.folder), str(stick), form, where]
    assert subprocess.run(line, cwd=ROOT, check=False).returncode == -signal.SIGKILL


def _carried(robin: FinishedBook, stick: Path, form: str, bench: Path) -> None:
    bench.mkdir()
    put(export_book(robin, CopyFormat(form), bench).packages, stick)


def _left(stick: Path) -> set[str]:
    return {one.name for one in stick.iterdir() if not one.name.endswith(".sha256")}


def _said(place: Path) -> str:
    with pytest.raises(ProblemsFound) as stopped:
        verify_copy(place)
    [problem] = stopped.value.problems
    return problem.what


@pytest.mark.parametrize(("where", "form"), [("copying", "folder"), ("reading", "zip"), ("0", "folder"), ("1", "zip")])
def test_half_a_copy_is_never_taken_for_a_whole_one(robin: FinishedBook, tmp_path: Path, form: str, where: str) -> None:
    """Killed in copying, reading back or naming, only a name that says so is left, and the next carry mends."""
    _killed(robin, tmp_path / "stick", form, where)
    assert _left(tmp_path / "stick") == {f"{STAGED_PREFIX}{NAMES[form]}"}
    assert _said(tmp_path / "stick" / f"{STAGED_PREFIX}{NAMES[form]}") == "This copy was begun and never finished."
    _carried(robin, tmp_path / "stick", form, tmp_path / "bench")
    assert _left(tmp_path / "stick") == {NAMES[form]}
    assert verify_copy(tmp_path / "stick" / NAMES[form]).files > 0


@pytest.mark.parametrize(
    ("where", "older"),
    [
        ("copying", NAMES["folder"]),
        ("reading", NAMES["folder"]),
        ("0", NAMES["folder"]),
        ("1", OLDER_PREFIX + NAMES["folder"]),
    ],
)
def test_an_older_copy_outlives_it(robin: FinishedBook, tmp_path: Path, where: str, older: str) -> None:
    """An older copy is whole wherever the new one died; between the two namings its name says what it is."""
    stick = tmp_path / "stick"
    _carried(robin, stick, "folder", tmp_path / "first")
    _killed(robin, stick, "folder", where)
    assert _left(stick) == {older, f"{STAGED_PREFIX}{NAMES['folder']}"}
    subprocess.run(["sha256sum", "-c", "--quiet", "--strict", "book.sha256"], cwd=stick / older, check=True)
    if older != NAMES["folder"]:
        assert _said(stick / older) == "This is an older copy, set aside when a newer one was to take its place."
    _carried(robin, stick, "folder", tmp_path / "second")
    assert _left(stick) == {NAMES["folder"]}
    assert verify_copy(stick / NAMES["folder"]).files == len(robin.files)


def test_an_older_copy_has_its_name_again_before_anything_else_can_fail(robin: FinishedBook, tmp_path: Path) -> None:
    """Where the next carry fails too, the older copy that was set aside stands under its own name."""
    stick = tmp_path / "stick"
    _carried(robin, stick, "folder", tmp_path / "first")
    _killed(robin, stick, "folder", "1")
    _killed(robin, stick, "folder", "copying")
    assert verify_copy(stick / NAMES["folder"]).files == len(robin.files)
