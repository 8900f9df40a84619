"""What a second reader reads: the child's book without what is the child's own, and no copy of it anywhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lsbook.cache.folder import CACHE_FOLDER
from lsbook.cli import main
from lsbook.reading import load_policy
from tests.building import describe_child, write_files

RUN = CliRunner()
STORY = describe_child(10, "approvals: [{edition: carers, by: Sam, on: 2026-03-01, child-asked: 2026-02-01}]\n")
FILES = {
    "story.yaml": STORY,
    "timeline.yaml": "- {when: 2019, what: You planted qzbeans., also-for: [carers]}\n"
    "- {when: 2020, what: You hid a qzsecret., only-me: true, instead: A qzinstead.}\n",
    "people.yaml": "- {id: moth, name: Qzmoth, is: friend, group: friends, only-me: true}\n",
    "letters/moth.md": "---\nfrom: moth\nkind: hello\n---\nHello from qzwings.\n",
    "chapters/01-home.md": "---\ntitle: Home\npart: who-am-i\n---\nYou live here.\n\n"
    "::: only-me\nA qzdiary.\n:::\n\n::: letter\nmoth.md\n:::\n",
}
OWN = (b"qzsecret", b"qzinstead", b"qzmoth", b"qzwings", b"qzdiary")
MARK = "For the second reader: not the child’s book"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write_files(tmp_path / "robin", FILES)


def _run(*arguments: object) -> Result:
    return RUN.invoke(main, [str(one) for one in arguments])


def _build(story: Path, *options: object) -> Result:
    made = _run("build", story, "--date", "2026-11-21", *options)
    assert made.exit_code == 0, made.output
    return made


def _bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes().lower() for file in sorted(folder.rglob("*")) if file.is_file())


def test_it_is_the_childs_book_without_what_is_the_childs_own(story: Path) -> None:
    """Nothing that is only-me, stands on it, or stands in its place is there; all else of the child's edition is."""
    said = _build(story, "--to-read").output
    made = _bytes(story / "books" / "to-read" / "9-12")
    assert b"qzbeans" in made and not any(word in made for word in OWN)
    assert "for the second reader" in said and "nothing hands it over" in said
    _build(story)
    child = _bytes(story / "books" / "9-12")
    assert all(word in child for word in OWN if word != b"qzinstead") and MARK.lower().encode() not in child


def test_it_is_marked_on_its_cover_and_in_its_titles(story: Path) -> None:
    """The cover, the title of every page, the sheet for paper and both text files say whose book it is not."""
    _build(story, "--to-read")
    folder = story / "books" / "to-read" / "9-12"
    cover = (folder / "Open my book.html").read_text(encoding="utf-8")
    assert f'<p class="belongs">{MARK}</p>' in cover
    for page in folder.rglob("*.html"):
        title = page.read_text(encoding="utf-8").partition("<title>")[2].partition("</title>")[0]
        assert MARK in title, page
    for name in ("READ ME FIRST.txt", "NOT THE CHILD'S BOOK.txt"):
        assert (folder / name).read_text(encoding="utf-8").startswith(MARK)


@pytest.mark.parametrize(("language", "mark"), [("cy", "nid llyfr y plentyn"), ("ar", "ليس كتاب الطفل")])
def test_it_is_marked_in_the_language_of_the_book(story: Path, language: str, mark: str) -> None:
    """A story in another language marks it in that language."""
    (story / "story.yaml").write_text(f"{STORY}language: {language}\n", encoding="utf-8")
    _build(story, "--to-read")
    assert mark in (story / "books/to-read/9-12/Open my book.html").read_text(encoding="utf-8")


def test_nothing_remembers_that_it_was_made(story: Path) -> None:
    """It leaves no note of what was made: the next book of the child is the first one still."""
    _build(story, "--to-read", "--edition", "all")
    assert sorted(file.name for file in (story / "books").iterdir() if file.is_dir()) == ["to-read"]
    assert len([one for one in (story / "books/to-read").iterdir() if one.is_dir()]) == len(
        load_policy(story, None)[0].bands
    )
    assert list((story / CACHE_FOLDER).glob("held-*")) == []
    assert "The first book of this edition." in _build(story).output


@pytest.mark.parametrize(
    "options",
    [("--edition", "carers"), ("--edition", "record"), ("--for", "Jan"), ("--out", "STORY"), ("--out", "STORY/mine")],
)
def test_wrong_use_is_said_plainly(story: Path, options: tuple[str, str]) -> None:
    """It is for the child's own editions, for nobody to keep, and nowhere among the files that an archive takes."""
    stopped = _run("build", story, "--to-read", *(one.replace("STORY", str(story)) for one in options))
    assert (stopped.exit_code, "Traceback" in stopped.output) == (2, False)
    assert not (story / "books").exists()


def test_no_command_takes_it_for_a_book(story: Path, tmp_path: Path) -> None:
    """Paper, files, copies and verify refuse it with a plain sentence, by its name or wherever it was moved to."""
    _build(story, "--to-read")
    for command in ("pdf", "one-file", "epub"):
        named = _run(command, story, "--edition", "to-read/9-12")
        assert (named.exit_code, "second reader" in named.output) == (2, True), named.output
        assert _run(command, story).exit_code == 1
    handed = _run("handover", story, "--as", "plain", "--edition", "to-read/9-12", "--to", tmp_path / "stick")
    assert (handed.exit_code, "second reader" in handed.output) == (2, True)
    assert not (tmp_path / "stick").exists() and not (story / "work").exists()
    looked = _run("verify", story / "books" / "to-read" / "9-12")
    assert (looked.exit_code, "made for the second reader" in looked.output) == (1, True)
    shutil.copytree(story / "books" / "to-read" / "9-12", story / "books" / "9-12")
    moved = _run("handover", story, "--as", "plain", "--edition", "9-12", "--to", tmp_path / "stick")
    assert (moved.exit_code, "made for the second reader" in moved.output) == (1, True)
