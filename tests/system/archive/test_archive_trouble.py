"""Archives where something goes wrong: full disks, names, changes, interruptions. Nothing half made is called whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lsbook.archive import ArchiveRequest, create_archive
from lsbook.exports.verify.copy import verify_copy
from lsbook.model.problem import ProblemsFound
from tests.building import write_story
from tests.system.disks.test_disks import ALONE
from tests.system.hostile.test_unreadable import WITHOUT_POWERS
from tests.unit.archive.archives import MADE, files_in, made, said

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def robins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_story(tmp_path_factory.mktemp("robins") / "robin")


@pytest.fixture
def robin(robins: Path, tmp_path: Path) -> Path:
    """A small story that a test may change."""
    return Path(shutil.copytree(robins, tmp_path / "robin"))


def _what(story: Path, to: Path) -> str:
    with pytest.raises(ProblemsFound) as stopped:
        made(story, to)
    assert all(problem.remedy for problem in stopped.value.problems)
    return " ".join(f"{problem.at}: {problem.what}" for problem in stopped.value.problems)


@pytest.mark.parametrize("inside", ["", "work", "books/archive", ".lsbook"])
def test_an_archive_is_not_made_inside_its_story(robin: Path, inside: str) -> None:
    """A place inside the story is refused, and the story is as it was."""
    before = files_in(robin)
    assert "This place is inside the story" in _what(robin, robin / inside)
    assert files_in(robin) == before


def test_a_place_that_is_a_file_is_said(robin: Path, tmp_path: Path) -> None:
    """A file where the archive should be made is named and kept."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert "This is no folder." in _what(robin, tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["50%0A.txt", "line\nend.txt", "space ", "odd\u2028.txt", "back\\slash.txt"])
def test_a_name_that_no_list_can_hold_is_said(robin: Path, tmp_path: Path, name: str) -> None:
    """A file name that programs of archives read differently is refused before anything is made."""
    (robin / "work").mkdir()
    (robin / "work" / name).write_text("x", encoding="utf-8")
    assert "a letter that the list of an archive cannot hold" in _what(robin, tmp_path / "shelf")
    assert not (tmp_path / "shelf").exists()


def test_a_name_in_no_known_letters_is_said(robin: Path, tmp_path: Path) -> None:
    """A file name whose bytes are no letters is refused in words that can be shown."""
    (robin / "work").mkdir()
    Path(os.fsdecode(os.fsencode(robin / "work") + b"/caf\xe9.txt")).write_text("x", encoding="utf-8")
    assert "cannot hold" in said("archive", robin, "--to", tmp_path / "shelf").output


def test_two_names_that_look_the_same_are_said(robin: Path, tmp_path: Path) -> None:
    """Two files that many computers take for one are refused."""
    (robin / "work").mkdir()
    for name in ("café.txt", "cafe\u0301.txt"):
        (robin / "work" / name).write_text(name, encoding="utf-8")
    assert "whose names look the same" in _what(robin, tmp_path / "shelf")


@pytest.mark.parametrize("path", ["work/link.txt", "media/link.jpg", "notes"])
def test_a_link_in_the_story_is_said(robin: Path, tmp_path: Path, path: str) -> None:
    """What is only a link would be lost, so it is refused by its name."""
    (robin / "work").mkdir()
    (robin / path).symlink_to(tmp_path)
    assert f"{path}: This is a link to somewhere else" in _what(robin, tmp_path / "shelf")


def test_a_story_with_a_problem_is_not_archived(robin: Path, tmp_path: Path) -> None:
    """What stops the record edition stops the archive, with its line, and nothing is left."""
    (robin / "chapters" / "03.md").write_text(
        "---\ntitle: Your street\npart: who-am-i\n---\nAsk at 01632 960123.\n", encoding="utf-8"
    )
    result = said("archive", robin, "--to", tmp_path / "shelf")
    assert result.exit_code == 1 and "chapters/03.md:5:" in result.output and "Nothing is archived" in result.output
    assert not (tmp_path / "shelf").exists()
    assert [folder.name for folder in (robin / ".lsbook").iterdir() if folder.name.startswith("archive-")] == []


def _stopping(story: Path, to: Path, stop: Callable[[], None], at: float, on: date = MADE) -> None:
    def tick(done: int, total: int) -> None:
        if done >= total * at:
            stop()

    create_archive(ArchiveRequest(story, to, None, "", on), tick)


def _interrupt() -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("at", [0.0, 0.4, 1.0])
def test_an_interrupted_archive_says_so_by_its_name(robin: Path, tmp_path: Path, at: float) -> None:
    """Whenever it was interrupted only a name that says "not whole" is there, and the next run takes it away."""
    with pytest.raises(KeyboardInterrupt):
        _stopping(robin, tmp_path / "shelf", _interrupt, at, date(2026, 11, 21))
    [left] = (tmp_path / "shelf").iterdir()
    assert left.name == "not-whole-archive-2026-11-21"
    place = made(robin, tmp_path / "shelf").place
    assert list((tmp_path / "shelf").iterdir()) == [place]
    assert verify_copy(place).files > 20


def test_a_file_that_changes_meanwhile_is_noticed(robin: Path, tmp_path: Path) -> None:
    """A source that somebody saves while it is archived stops the archive by its name."""
    words = robin / "words.yaml"
    words.write_text("- word: court\n  means: A place.\n", encoding="utf-8")

    def save() -> None:
        words.write_text("# changed\n", encoding="utf-8")

    with pytest.raises(ProblemsFound) as stopped:
        _stopping(robin, tmp_path / "shelf", save, 0.0)
    assert "words.yaml" in stopped.value.problems[0].at.path
    assert "changed while it was copied" in stopped.value.problems[0].what
    assert [archive.name for archive in (tmp_path / "shelf").iterdir()] == ["not-whole-archive-2026-11-22"]


def test_a_file_that_comes_meanwhile_is_noticed(robin: Path, tmp_path: Path) -> None:
    """A source that is put into the story while it is archived stops the archive by its name."""
    with pytest.raises(ProblemsFound) as stopped:
        _stopping(robin, tmp_path / "shelf", (robin / "new.txt").touch, 1.0)
    [problem] = stopped.value.problems
    assert problem.at.path == "new.txt" and "while the story was archived" in problem.what


@pytest.mark.parametrize("deep", [False, True])
def test_a_place_whose_name_is_too_long_is_said(robin: Path, tmp_path: Path, deep: bool) -> None:
    """A name, or a path, that this computer cannot hold is said by archive, restore and verify, without a traceback."""
    to = tmp_path.joinpath(*["x" * 200] * 19) if deep else tmp_path / ("x" * 300)
    to = to / ("y" * (4080 - len(str(to)))) if deep else to
    result = said("archive", robin, "--to", to)
    assert result.exit_code == 1 and "file name too long" in result.output
    assert said("restore", to, "--to", tmp_path / "back").exit_code == 1
    assert said("verify", to).exit_code == 1


def test_what_is_spoilt_on_the_way_gets_no_name(robin: Path, tmp_path: Path) -> None:
    """Something put into the archive before it has its name is found by the last look."""

    def spoil() -> None:
        (tmp_path / "shelf" / "not-whole-archive-2026-11-22" / "data" / "strange.txt").write_text("x", encoding="utf-8")

    with pytest.raises(ProblemsFound) as stopped:
        _stopping(robin, tmp_path / "shelf", spoil, 1.0)
    assert "does not belong" in stopped.value.problems[0].what
    assert [archive.name for archive in (tmp_path / "shelf").iterdir()] == ["not-whole-archive-2026-11-22"]


def test_a_name_that_is_taken_meanwhile_stays(robin: Path, tmp_path: Path) -> None:
    """A folder that appears under the archive's name in the last moment is not replaced."""
    taken = tmp_path / "shelf" / "archive-2026-11-22"

    def take() -> None:
        taken.mkdir(exist_ok=True)
        (taken / "mine.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(ProblemsFound):
        _stopping(robin, tmp_path / "shelf", take, 1.0)
    assert (taken / "mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("size=1m", "There is not enough room here"),
        pytest.param("size=60m,nr_inodes=30", "no space left on device", marks=pytest.mark.slow),
        ("size=60m,ro", "read-only file system"),
    ],
)
def test_a_disk_that_is_full_or_read_only_is_said(robin: Path, tmp_path: Path, options: str, words: str) -> None:
    """On a real disk without room for the bytes or the files, or only for reading, a sentence says so.

    Where nobody may mount a disk, a folder that may not be written to stands in for it.
    """
    (disk := tmp_path / "disk").mkdir()
    script = (
        'mount -t tmpfs -o "$1" none "$2" || exit 77; "$3" -m lsbook archive "$4" --to "$2"; echo "exit $?"; ls "$2"'
    )
    rest = ["sh", options, str(disk), sys.executable, str(robin)]
    done = subprocess.run(
        [*ALONE, "sh", "-c", script, *rest], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode == 77:
        disk.chmod(0o555)
        shut, words = script.partition("; ")[2], "permission denied"
        line = [*WITHOUT_POWERS, "sh", "-c", shut, *rest]
        done = subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert words in done.stderr and "Traceback" not in done.stderr
    assert done.stdout.split("\n")[0] == "exit 1"
    assert "\narchive-" not in done.stdout


def test_a_story_that_may_not_be_written_is_said(robin: Path, tmp_path: Path) -> None:
    """Where lsbook's own folder in the story is a file, the sentence names it."""
    (robin / ".lsbook").write_text("a file", encoding="utf-8")
    assert ".lsbook: The computer cannot read or write here" in _what(robin, tmp_path / "shelf")
