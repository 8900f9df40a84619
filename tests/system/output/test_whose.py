"""Two children never share one folder of books, and one child's story may lie wherever it lies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lsbook.cli import main

STORY = "child: {{name: {}, born: {}}}\ntelling-age: {{age: 9, decided-by: Sam, on: 2026-02-20}}\n"
ANOTHERS = "another child's, and two children never share one"


def story(folder: Path, name: str, born: str = "2017-02-14") -> Path:
    folder.mkdir(parents=True)
    (folder / "story.yaml").write_text(STORY.format(name, born), encoding="utf-8")
    return folder


def build(folder: Path, out: Path | str = "", *options: str) -> Result:
    where = ("--out", str(out)) if out else ()
    said = CliRunner().invoke(main, ["build", str(folder), "--date", "2026-03-01", *where, *options])
    assert said.exception is None or isinstance(said.exception, SystemExit), repr(said.exception)
    return said


def everything(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def robin(tmp_path: Path) -> Path:
    """A story whose book is made in the folder ``out`` beside it."""
    folder = story(tmp_path / "robin", "Robin")
    assert build(folder, tmp_path / "out").exit_code == 0
    return folder


@pytest.mark.parametrize(
    ("name", "born", "options"),
    [
        ("Sam", "2017-02-14", ()),
        ("Sam", "2015-05-05", ("--edition", "13-17")),
        ("Robin", "2015-05-05", ()),
    ],
)
def test_a_second_child_is_refused(robin: Path, name: str, born: str, options: tuple[str, ...]) -> None:
    """Another name, another birth date or another edition: the first child's folder is as it was, and is named."""
    out = robin.parent / "out"
    before = everything(out)
    said = build(story(robin.parent / "second", name, born), out, *options)
    assert said.exit_code == 1 and ANOTHERS in said.output and str(out) in said.output
    assert "Robin" not in said.output.replace(str(robin), "")
    assert everything(out) == before


def test_the_same_child_may_always_build_again(robin: Path) -> None:
    """Moved, renamed, copied, or with all that lsbook remembers deleted, the story replaces its own book."""
    out = robin.parent / "out"
    for folder in ("moved/elsewhere", "again"):
        new = robin.parent / folder
        shutil.copytree(robin, new, ignore=shutil.ignore_patterns(".lsbook", "books"))
        (new / "words.yaml").write_text(f"- {{word: home, means: A place {folder}.}}\n", "utf-8")
        assert build(new, out).exit_code == 0
    assert build(robin, f"{out}/../out/").exit_code == 0


def test_in_its_own_folder_a_story_needs_no_mark(robin: Path) -> None:
    """The books in the story's own folder lie there alone, and are replaced whatever lsbook remembers."""
    for _ in range(2):
        assert build(robin).exit_code == 0
        assert [entry.name for entry in (robin / "books").iterdir()] == ["9-12"]
        shutil.rmtree(robin / ".lsbook")
    assert build(robin, robin / "books").exit_code == 0


def test_the_mark_is_the_same_wherever_it_is_made(robin: Path, tmp_path: Path) -> None:
    """The same story gives the same folder, to the last byte, and the mark tells neither name nor birth date."""
    assert build(robin, tmp_path / "two").exit_code == 0
    assert everything(tmp_path / "two") == everything(tmp_path / "out")
    text = (tmp_path / "out" / ".whose-books").read_text("utf-8")
    assert "Robin" not in text and "robin" not in text and "2017" not in text


def test_a_book_without_a_mark_is_known_by_the_name_on_its_first_page(robin: Path) -> None:
    """A book of an older lsbook goes to the child whose name it says, and to no other."""
    out = robin.parent / "out"
    (out / ".whose-books").unlink()
    assert ANOTHERS in build(story(robin.parent / "second", "Rob"), out).output
    assert build(robin, out).exit_code == 0
    assert (out / ".whose-books").is_file()


def test_a_folder_from_which_all_books_were_taken_is_free(robin: Path) -> None:
    """What is left of the mark keeps nobody out once no book is there."""
    out = robin.parent / "out"
    shutil.rmtree(out / "9-12")
    assert build(story(robin.parent / "second", "Sam"), out).exit_code == 0
    assert ANOTHERS in build(robin, out).output


@pytest.mark.parametrize("place", ["books", "media/x", "books/9-12", ""])
def test_another_story_is_no_place_for_a_book(robin: Path, place: str) -> None:
    """Neither the folder of another child's story nor anything in it takes a book."""
    assert build(robin).exit_code == 0
    before = everything(robin)
    said = build(story(robin.parent / "second", "Sam"), robin / place)
    assert said.exit_code == 1 and "This place is inside" in said.output
    assert everything(robin) == before


def test_a_finished_book_is_no_place_for_a_book(robin: Path) -> None:
    """Not even its own: its folder holds only the book."""
    out = robin.parent / "out" / "9-12"
    said = build(robin, out)
    assert said.exit_code == 1 and "inside a finished book" in said.output
    assert not (out / "9-12").exists()


@pytest.mark.parametrize("mark", ["", "not a mark", "f" * 64 + "\n", "x" * 10_000, "link"])
def test_whatever_the_mark_says_no_book_is_lost(robin: Path, mark: str) -> None:
    """A mark that is damaged, foreign or a link never lets another child's book in."""
    out = robin.parent / "out"
    before = everything(out / "9-12")
    (out / ".whose-books").unlink()
    if mark == "link":
        (out / ".whose-books").symlink_to(robin / "story.yaml")
    else:
        (out / ".whose-books").write_text(mark, "utf-8")
    assert build(story(robin.parent / "second", "Sam"), out).exit_code == 1
    assert everything(out / "9-12") == before
    assert "name: Robin" in (robin / "story.yaml").read_text("utf-8")
