"""The old book survives any failure, and the next build puts everything right."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from lsbook.files.lock import lock
from lsbook.model.problem import ProblemsFound
from lsbook.model.site import Site, make_page
from lsbook.output import write
from tests.system.output import dying
from tests.unit.output.sites import DOOR, files_in, finished, page, site, without_list

ROOT = Path(__file__).parents[3]
BROKEN = Site((make_page(DOOR, page('<a href="missing.html">x</a>')),), (), (DOOR,))


def run_until_death(step: int, place: Path, workshop: Path) -> int:
    """Write the second book in a process of its own that dies at ``step``; its exit code."""
    command = [sys.executable, "-m", "tests.system.output.dying", str(step), str(place), str(workshop)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def deaths(folder: Path, words: str | None) -> Iterator[Path]:
    """The place of a book, once for every step at which its replacement by the second can die."""
    for step in range(1, 500):
        place = folder / str(step) / "9-12"
        if words:
            write(site(folder / "workshop", words), place)
            (place / "Thumbs.db").write_bytes(b"the system's")
        if run_until_death(step, place, folder / "workshop") != dying.DIED:
            assert step > 20
            return
        yield place


def standing(place: Path) -> Mapping[str, bytes]:
    """The book in its place or, in the moment between the two renames, beside it."""
    folder = place if place.exists() else place.with_name(f".{place.name}.old")
    return {path: content for path, content in without_list(files_in(folder)).items() if path != "Thumbs.db"}


def test_dying_at_any_step_leaves_one_whole_book(tmp_path: Path) -> None:
    """Wherever the machine dies, the old book or the new one stands whole, and any next build tidies up."""
    old, new = finished(site(tmp_path / "workshop", "first")), finished(site(tmp_path / "workshop", "second"))
    third = site(tmp_path / "workshop", "third")
    seen = set()
    for place in deaths(tmp_path, "first"):
        died_with = standing(place)
        assert died_with in (old, new)
        seen.add(died_with == new)
        with pytest.raises(ProblemsFound):
            write(BROKEN, place)
        assert standing(place) == died_with
        assert {path.name for path in place.parent.iterdir()} == {"9-12"}
        write(third, place)
        assert without_list(files_in(place)) == {**finished(third), "Thumbs.db": b"the system's"}
        assert {path.name for path in place.parent.iterdir()} == {"9-12"}
    assert seen == {True, False}


def test_dying_in_the_first_build_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    """Wherever the very first build dies, the next one makes the book."""
    made = site(tmp_path / "workshop", "third")
    for place in deaths(tmp_path, None):
        write(made, place)
        assert without_list(files_in(place)) == finished(made)
        assert {path.name for path in place.parent.iterdir()} == {"9-12"}


def test_two_builds_at_once_refuse_politely(tmp_path: Path) -> None:
    """While one build is at work, a second one of the same book says so; one of another book is not disturbed."""
    made = site(tmp_path / "workshop")
    with lock(tmp_path / "9-12"):
        with pytest.raises(ProblemsFound) as refused:
            write(made, tmp_path / "9-12")
        write(made, tmp_path / "5-8")
    assert "Another window" in refused.value.problems[0].what
    write(made, tmp_path / "9-12")
    assert {path.name for path in tmp_path.iterdir()} == {"5-8", "9-12", "workshop"}


def test_somebody_elses_folder_in_the_place_of_a_lost_book(tmp_path: Path) -> None:
    """Where a new folder was made in the place of a book that is being replaced, neither is touched."""
    place = tmp_path / "9-12"
    write(site(tmp_path / "workshop"), place)
    place.rename(tmp_path / ".9-12.old")
    place.mkdir()
    (place / "notes.txt").write_text("mine", encoding="utf-8")
    before = files_in(tmp_path)
    with pytest.raises(ProblemsFound) as refused:
        write(site(tmp_path / "workshop"), place)
    assert "put back" in refused.value.problems[0].remedy
    assert files_in(tmp_path) == before


@pytest.mark.parametrize("folder", [".9-12.new", ".9-12.new/pages"])
def test_a_strange_file_in_lsbooks_own_folder_is_named(tmp_path: Path, folder: str) -> None:
    """A file that somebody put where lsbook stages a book is not removed, and the build says where it is."""
    (tmp_path / folder).mkdir(parents=True)
    strange = tmp_path / folder / "notes.txt"
    strange.write_text("mine", encoding="utf-8")
    with pytest.raises(ProblemsFound) as refused:
        write(site(tmp_path / "workshop"), tmp_path / "9-12")
    assert refused.value.problems[0].at.path == strange.as_posix()
    assert strange.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", [".9-12.new", ".9-12.old", ".9-12.lock"])
def test_a_link_in_place_of_lsbooks_own_folder_is_not_followed(tmp_path: Path, name: str) -> None:
    """Where a link stands in the place of a folder that lsbook uses, nothing is written through it."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / name).symlink_to(elsewhere)
    with pytest.raises(ProblemsFound):
        write(site(tmp_path / "workshop"), tmp_path / "9-12")
    assert not list(elsewhere.iterdir())


def test_what_was_added_while_a_book_was_replaced_is_kept(tmp_path: Path) -> None:
    """A file that somebody put into the old book while it was being replaced moves into the new one, and is named."""
    place, old = tmp_path / "9-12", tmp_path / ".9-12.old"
    write(site(tmp_path / "workshop", "first"), place)
    place.rename(old)
    write(site(tmp_path / "workshop", "first"), tmp_path / "5-8")
    (tmp_path / "5-8").rename(place)  # as if it had died between the second rename and tidying up
    (old / "notes.txt").write_text("mine", encoding="utf-8")
    (old / "Thumbs.db").write_bytes(b"older")
    (place / "Thumbs.db").write_bytes(b"newer")
    with pytest.raises(ProblemsFound) as refused:
        write(site(tmp_path / "workshop", "second"), place)
    assert [problem.at.path for problem in refused.value.problems] == [(place / "notes.txt").as_posix()]
    assert not old.exists()
    assert (place / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (place / "Thumbs.db").read_bytes() == b"newer"
    assert (place / ".old-Thumbs.db").read_bytes() == b"older"


def test_a_page_changed_while_a_book_was_replaced_is_kept(tmp_path: Path) -> None:
    """A page in which somebody wrote while it was being replaced is not removed, and the next build names it."""
    place, old = tmp_path / "9-12", tmp_path / ".9-12.old"
    write(site(tmp_path / "workshop", "first"), tmp_path / "5-8")
    write(site(tmp_path / "workshop", "second"), place)
    (tmp_path / "5-8").rename(old)
    (old / DOOR).write_text("I wrote here", encoding="utf-8")
    with pytest.raises(ProblemsFound) as refused:
        write(site(tmp_path / "workshop", "third"), place)
    assert [problem.at.path for problem in refused.value.problems] == [(old / DOOR).as_posix()]
    assert (old / DOOR).read_text(encoding="utf-8") == "I wrote here"
    assert standing(place) == finished(site(tmp_path / "workshop", "second"))


FULL_DISK = """
import resource, sys
from pathlib import Path
from lsbook.model.problem import ProblemsFound
from lsbook.output import write
from tests.unit.output.sites import page, site

made = site(Path(sys.argv[2]), "second", pages__still_html=page("x" * 500_000))
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write(made, Path(sys.argv[1]))
except ProblemsFound as stopped:
    print(*(problem.what for problem in stopped.problems))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of file sizes is not to be had there")
def test_a_full_disk_is_said_plainly(tmp_path: Path) -> None:
    """When the disk takes no more, the build says so in a sentence, and the old book stands alone and whole."""
    place = tmp_path / "books" / "9-12"
    write(site(tmp_path / "workshop", "first"), place)
    before = files_in(place.parent)
    command = [sys.executable, "-c", FULL_DISK, str(place), str(tmp_path / "workshop")]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    assert (said.stdout.strip(), said.stderr) == ("The disk is full.", "")
    assert files_in(place.parent) == before
    assert {path.name for path in place.parent.iterdir()} == {"9-12"}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("9-12" * 100, "longer than this computer allows"),
        ("file/9-12", "stands where lsbook needs a folder"),
        ("file/books/9-12", "stands where lsbook needs a folder"),
        ("/sys/9-12", "does not let lsbook write"),
    ],
)
def test_what_the_computer_refuses_is_said_plainly(tmp_path: Path, place: str, said: str) -> None:
    """Names too long, files in the way and forbidden folders become sentences, never a traceback."""
    (tmp_path / "file").touch()
    with pytest.raises(ProblemsFound) as refused:
        write(site(tmp_path / "workshop"), tmp_path / place)
    assert said in refused.value.problems[0].what
