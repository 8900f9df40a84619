"""The three commands that hand a finished book over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from lsbook.cli import main
from tests.building import HARD, make_book, write_story


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_story(tmp_path_factory.mktemp("story") / "robin")
    make_book(folder)
    return folder


def _run(*line: str) -> Result:
    return CliRunner().invoke(main, list(line))


@pytest.mark.parametrize(("command", "file"), [("one-file", "9-12.html"), ("epub", "9-12.epub")])
def test_a_copy_stands_beside_its_book(story: Path, command: str, file: str) -> None:
    """Without options the one finished book becomes a file in STORY/books, and its place is said."""
    said = _run(command, str(story))
    assert said.exit_code == 0, said.output
    assert (story / "books" / file).stat().st_size > 10_000
    assert str(story / "books" / file) in said.output


@pytest.mark.parametrize("command", ["one-file", "epub", "pdf"])
def test_without_a_finished_book_a_sentence_says_what_to_do(tmp_path: Path, command: str) -> None:
    """A story without a book gives no copy, and the sentence names the command that makes one."""
    said = _run(command, str(write_story(tmp_path / "robin")))
    assert said.exit_code == 1
    assert "lsbook build" in said.output


def test_where_there_are_several_books_one_is_named(story: Path, tmp_path: Path) -> None:
    """A worker who has not said which book is asked for it, with the names of those there are."""
    folder = Path(shutil.copytree(story, tmp_path / "robin"))
    make_book(folder, "5-8")
    said = _run("epub", str(folder))
    assert said.exit_code == 2
    assert "5-8, 9-12" in said.output
    assert _run("epub", str(folder), "--edition", "5-8", "--to", str(tmp_path / "a.epub")).exit_code == 0
    assert (tmp_path / "a.epub").is_file()


@pytest.mark.browser
def test_a_booklet_has_hard_news_in_a_booklet_of_its_own(story: Path) -> None:
    """Set apart, hard news is in the second file alone, and both are sheets of A4 on their long side."""
    said = _run("pdf", str(story), "--booklet", "--hard-news", "apart")
    assert said.exit_code == 0, said.output
    book, hard = (story / "books" / name for name in ("9-12-booklet.pdf", "9-12-booklet-hard-news.pdf"))
    for file, holds in ((book, False), (hard, True)):
        pdf = pypdfium2.PdfDocument(file)
        assert (HARD in "".join(page.get_textpage().get_text_bounded() for page in pdf)) == holds
        assert len(pdf) % 2 == 0
        assert {tuple(round(side) for side in page.get_size()) for page in pdf} == {(842, 595)}
