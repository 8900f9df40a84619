"""A preview is the book: byte for byte, but for what lets an open page follow."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lsbook.cache.folder import CACHE_FOLDER
from lsbook.cli import main
from lsbook.files.resources import find_resources
from lsbook.model.build import BuildRequest
from lsbook.pipeline import build, load
from lsbook.preview.reload_pages import find_reload_pages
from lsbook.preview.remake import BookMaker, RemakeRequest
from tests.building import BUILT, make_book, put, write_story
from tests.sharing import in_every_run
from tests.unit.preview.stripping import read_book

EDITIONS = ("under-5", "5-8", "9-12", "13-17", "18-plus", "carers", "record")


def _make_preview(story: Path, edition: str, folder: Path) -> dict[str, bytes]:
    maker = BookMaker(RemakeRequest(story, edition, made_on=BUILT), folder, find_reload_pages().add_to_site)
    remake = maker.make_again(lambda _done, _total: None)
    assert (remake.edition, remake.problems) == (edition, ())
    return read_book(folder / edition, is_preview=True)


@pytest.mark.parametrize("edition", in_every_run(EDITIONS, ("9-12",)))
def test_a_preview_of_the_example_is_its_book(example: Path, tmp_path: Path, edition: str) -> None:
    """Every file of the preview is the one of the book, once its script and what lets that run are taken out."""
    story = Path(shutil.copytree(example, tmp_path / "maya", ignore=shutil.ignore_patterns("books")))
    request = BuildRequest(story, (edition,), tmp_path / "books", BUILT)
    assert not build(load(story, None), request, lambda _done, _total: None).refusals
    assert _make_preview(story, edition, tmp_path) == read_book(tmp_path / "books" / edition)


def test_a_preview_says_what_is_new_as_the_book_does(tmp_path: Path) -> None:
    """After a copy was handed over the preview holds what is new since, and is the book that the build makes."""
    story = write_story(tmp_path / "robin")
    book = make_book(story)
    line = [
        "handover",
        str(story),
        "--edition",
        "9-12",
        "--to",
        str(tmp_path / "stick"),
        "--as",
        "plain",
        "--by",
        "Sam",
    ]
    _hand_over([*line, "--second-reader", "Ann", "--reason", "She asked for it."])
    (story / "chapters" / "03-new.md").write_text("---\ntitle: A new day\npart: who-am-i\n---\nIt rained.\n", "utf-8")
    preview = _make_preview(story, "9-12", tmp_path)
    assert preview == read_book(make_book(story)) and book.is_dir()


def test_a_preview_is_made_again_as_if_from_nothing(tmp_path: Path) -> None:
    """After edits of every kind of file in one process, the preview is the book that a new process would make."""
    story = write_story(tmp_path / "robin")
    maker = BookMaker(RemakeRequest(story, "9-12", made_on=BUILT), tmp_path, find_reload_pages().add_to_site)
    maker.make_again(lambda _done, _total: None)
    edits = {
        "chapters/01-garden.md": ("beans", "peas"),
        "people.yaml": ("name: Jan", "name: Janet"),
        "media.yaml": ("in a garden", "in the garden"),
        "story.yaml": ("name: Robin", "name: Robyn"),
    }
    for path, (old, new) in edits.items():
        text = (story / path).read_text(encoding="utf-8")
        (story / path).write_text(text.replace(old, new), encoding="utf-8")
        assert maker.make_again(lambda _done, _total: None).problems == ()
        preview = read_book(tmp_path / "9-12", is_preview=True)
        shutil.rmtree(story / CACHE_FOLDER)
        assert preview == read_book(make_book(story)), path
        shutil.rmtree(story / "books")


def test_an_authoritys_own_files_are_followed_too(tmp_path: Path) -> None:
    """After edits of a policy and of each kind of template beside it, the preview is the book of a new process."""
    story = write_story(tmp_path / "robin")
    shipped = find_resources("templates")
    edits = {
        "policy.yaml": "helplines: [{name: The rights team, number: 01632 960123, says: They help., from-age: 9,"
        " checked: 2026-02-01}]\n",
        "templates/pages/closed.html": _edit(shipped / "pages" / "closed.html", "shut", "shut x"),
        "templates/script/reading.js": (shipped / "script" / "reading.js").read_text("utf-8") + "\nvoid 0;\n",
        "templates/languages/en.yaml": _edit(shipped / "languages" / "en.yaml", "print-head: ", "print-head: Now "),
        "templates/look/shared/small.css": (shipped / "look" / "shared" / "small.css").read_text("utf-8") + "a {}\n",
    }
    maker = BookMaker(
        RemakeRequest(story, "9-12", made_on=BUILT), tmp_path / "preview", find_reload_pages().add_to_site
    )
    for path, text in edits.items():
        put(tmp_path / path, text)
        assert maker.make_again(lambda _done, _total: None).problems == (), path
        book = _build_in_a_new_process(story, tmp_path / "books")
        assert read_book(tmp_path / "preview" / "9-12", is_preview=True) == book, path


def _edit(file: Path, old: str, new: str) -> str:
    text = file.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new)


def _build_in_a_new_process(story: Path, out: Path) -> dict[str, bytes]:
    line = ["build", str(story), "--edition", "9-12", "--date", BUILT.isoformat(), "--out", str(out)]
    subprocess.run([sys.executable, "-m", "lsbook", *line], check=True, capture_output=True)
    return read_book(out / "9-12")


def test_what_is_withheld_is_not_in_a_preview_either(tmp_path: Path) -> None:
    """A preview for five to eight holds nothing of what is told later: not in its pages, its state or its reports."""
    story = write_story(tmp_path / "robin")
    files = _make_preview(story, "5-8", tmp_path)
    assert not [path for path, content in files.items() if b"qzlater2z" in content]
    assert b"qztold1z" in b"".join(files.values())


def _hand_over(line: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(line)
    assert ended.value.code == 0
