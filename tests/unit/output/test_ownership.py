"""Only what lsbook wrote, and as it wrote it, is ever replaced."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lsbook.model.problem import ProblemsFound
from lsbook.output import write
from tests.unit.output.sites import DOOR, files_in, finished, site, without_list


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A finished book."""
    write(site(tmp_path / "workshop", "first"), tmp_path / "books" / "9-12")
    return tmp_path / "books" / "9-12"


def refused(place: Path, workshop: Path) -> list[tuple[str, str]]:
    """What the next build says instead of replacing the book: files, and what is wrong with them."""
    before = files_in(place)
    with pytest.raises(ProblemsFound) as stopped:
        write(site(workshop, "second"), place)
    assert files_in(place) == before
    assert {path.name for path in place.parent.iterdir()} == {place.name}
    assert all(problem.remedy for problem in stopped.value.problems)
    return [(problem.at.path, problem.what) for problem in stopped.value.problems]


@pytest.mark.parametrize("name", ["notes.txt", "pages/notes.html", "media/abc.JPG", "letters/one.txt"])
def test_a_file_of_somebody_elses_is_left_alone(place: Path, tmp_path: Path, name: str) -> None:
    """A folder that holds anything that lsbook did not write is refused, with the file's name."""
    (place / name).parent.mkdir(exist_ok=True)
    (place / name).write_text("My own words", encoding="utf-8")
    [(path, what)] = refused(place, tmp_path / "workshop")
    assert path == (place / name).as_posix()
    assert "did not write this file" in what


def test_a_page_that_somebody_changed_is_left_alone(place: Path, tmp_path: Path) -> None:
    """A page in which somebody has written is refused, and so is every other one, all at once."""
    for name in (DOOR, "pages/jan.html"):
        (place / name).write_text("I wrote here", encoding="utf-8")
    said = refused(place, tmp_path / "workshop")
    assert [path for path, _ in said] == sorted((place / name).as_posix() for name in (DOOR, "pages/jan.html"))
    assert all("changed" in what for _, what in said)


@pytest.mark.parametrize(
    "harm",
    [
        lambda place: (place / "empty").mkdir(),
        lambda place: (place / "link").symlink_to(place / DOOR),
        lambda place: (place / "folder").symlink_to(place / "pages"),
        lambda place: os.mkfifo(place / "pipe"),
        lambda place: (place / "book.sha256").unlink(),
        lambda place: (place / "book.sha256").write_text("nonsense", encoding="utf-8"),
        lambda place: (place / "book.sha256").write_text(f"{'0' * 64}  ../../secret\n", encoding="utf-8"),
        lambda place: shutil.move(place / DOOR, place / "pages" / "moved.html"),
    ],
)
def test_anything_odd_is_left_alone(place: Path, tmp_path: Path, harm: Callable[[Path], object]) -> None:
    """Folders, links and pipes that lsbook did not make, and a damaged list, stop the build."""
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    harm(place)
    assert refused(place, tmp_path / "workshop")
    assert (tmp_path / "secret").exists()


def test_a_page_made_into_a_link_is_left_alone(place: Path, tmp_path: Path) -> None:
    """A listed file that has become a link to the same words elsewhere is not lsbook's any more."""
    (tmp_path / "elsewhere.html").write_bytes((place / DOOR).read_bytes())
    (place / DOOR).unlink()
    (place / DOOR).symlink_to(tmp_path / "elsewhere.html")
    assert refused(place, tmp_path / "workshop")


def test_a_folder_of_thousands_gets_no_list_of_thousands(tmp_path: Path) -> None:
    """Pointed at a folder full of other things, lsbook names some of them and counts the rest."""
    place = tmp_path / "books" / "9-12"
    place.mkdir(parents=True)
    for number in range(100):
        (place / f"{number}.txt").touch()
    said = refused(place, tmp_path / "workshop")
    assert len(said) == 21
    assert any("80 more" in what for _, what in said)


def test_a_book_whose_list_is_gone_is_one_problem(place: Path, tmp_path: Path) -> None:
    """Where the list of what lsbook wrote is missing, that is said once, and not of every file."""
    (place / "book.sha256").unlink()
    assert [what.partition(" (")[0] for _, what in refused(place, tmp_path / "workshop")] == [
        "The list of what lsbook wrote here"
    ]


def test_a_file_or_a_link_in_the_books_place_is_refused(tmp_path: Path) -> None:
    """Where a file, or a link to another folder, stands in the book's place, it stays."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "file").write_text("words", encoding="utf-8")
    (tmp_path / "link").symlink_to(elsewhere)
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for name in ("file", "link", "dangling"):
        with pytest.raises(ProblemsFound):
            write(site(tmp_path / "workshop"), tmp_path / name)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "words"
    assert not list(elsewhere.iterdir())


def test_what_systems_leave_is_carried_over(place: Path, tmp_path: Path) -> None:
    """Hidden and system files are no reason to refuse, and the new book has them in the same place."""
    left = {name: name.encode() for name in ("Thumbs.db", "desktop.ini", "pages/.DS_Store", "~$notes.docx")}
    left |= {".git/config": b"x", "gone/.hidden": b"y"}
    for name, content in left.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(content)
    shutil.rmtree(place / "gone")
    del left["gone/.hidden"]
    made = site(tmp_path / "workshop", "second")
    write(made, place)
    assert without_list(files_in(place)) == {**finished(made), **left}


def test_a_missing_page_is_no_loss(place: Path, tmp_path: Path) -> None:
    """Where somebody deleted pages, they are simply written again."""
    (place / DOOR).unlink()
    shutil.rmtree(place / "media")
    made = site(tmp_path / "workshop", "second")
    write(made, place)
    assert without_list(files_in(place)) == finished(made)


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """An empty folder in the book's place is no obstacle."""
    (tmp_path / "9-12").mkdir()
    made = site(tmp_path / "workshop")
    write(made, tmp_path / "9-12")
    assert without_list(files_in(tmp_path / "9-12")) == finished(made)
