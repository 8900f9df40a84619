"""Building from the command line."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cli import main
from lsbook.files.resources import find_resources
from tests.building import describe_child

RUN = CliRunner()
STORY = describe_child(10)
CHAPTER = "---\ntitle: {title}\npart: who-am-i\n---\n{words}\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "robin"
    (folder / "chapters").mkdir(parents=True)
    (folder / "story.yaml").write_text(STORY, encoding="utf-8")
    _chapter(folder, "01", "Your garden", "You planted beans.")
    return folder


def _chapter(folder: Path, name: str, title: str, words: str) -> None:
    text = CHAPTER.format(title=title, words=words)
    (folder / "chapters" / f"{name}.md").write_text(text, encoding="utf-8")


def _build(story: Path, *options: str) -> str:
    result = RUN.invoke(main, ["build", str(story), "--date", "2026-11-21", *options])
    assert result.exit_code == 0, result.output
    return result.output


def _fingerprint(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_without_options_the_book_for_the_telling_age_is_made(story: Path) -> None:
    """One book is made: that of the band which holds the telling age, in STORY/books."""
    _build(story)
    assert [folder.name for folder in (story / "books").iterdir()] == ["9-12"]


def test_all_means_the_five_editions_of_the_child(story: Path, tmp_path: Path) -> None:
    """--edition all makes the child's five books in DIR/EDITION, and no other reader's."""
    _build(story, "--edition", "all", "--out", str(tmp_path / "out"))
    made = {folder.name for folder in (tmp_path / "out").iterdir() if folder.is_dir()}
    assert made == {"under-5", "5-8", "9-12", "13-17", "18-plus"}
    assert not (story / "books").exists()


def test_the_same_sources_and_date_give_the_same_bytes(story: Path, tmp_path: Path) -> None:
    """A book made twice, in two places and with a fresh memory, has the same bytes."""
    _build(story, "--out", str(tmp_path / "one"))
    for file in (story / ".lsbook").rglob("*"):
        if file.is_file():
            file.unlink()
    _build(story, "--out", str(tmp_path / "two"))
    assert _fingerprint(tmp_path / "one") == _fingerprint(tmp_path / "two")


def test_each_build_says_what_is_new(story: Path) -> None:
    """The first build says that it is the first, the next what was added since, and a third that nothing was."""
    assert "The first book of this edition." in _build(story)
    _chapter(story, "02", "Your bike", "You ride fast.")
    said = _build(story)
    assert "chapter: Your bike" in said and "Your garden" not in said
    assert "Nothing new since it was last made." in _build(story)


def test_each_build_says_what_changed_and_what_went(story: Path) -> None:
    """A sentence that was changed and a chapter that went are named; only the chapter's own words stand under New."""
    _chapter(story, "02", "Your bike", "You ride fast, and you never fall off it.")
    _chapter(story, "03", "Your fish", "Goldie swims in circles all day long.")
    _build(story)
    _chapter(story, "02", "Your bike", "You ride fast, and you fell off it once.")
    (story / "chapters" / "03.md").unlink()
    said = _build(story)
    assert "Changed since it was last made:\n    chapter: Your bike" in said
    assert "Gone since it was last made:\n    chapter: Your fish" in said
    assert "New since" not in said and "Nothing new" not in said


def test_each_build_names_hard_news_not_yet_told(story: Path) -> None:
    """Hard news that no person has told is listed, and no longer once somebody has."""
    _chapter(story, "02", "Your fish\nheads-up: about how Goldie died", "Goldie died.")
    assert "chapters/02.md:1: about how Goldie died" in _build(story)
    _chapter(story, "02", "Your fish\nheads-up: about how Goldie died\ntold: {by: Sam, on: 2026}", "Goldie died.")
    assert "nobody has told" not in _build(story)


def test_each_build_says_which_policy_applies(story: Path, tmp_path: Path) -> None:
    """The policy given, else the story's own, else the one in the folder above, else the shipped one; and says so."""
    assert "the policy that comes with lsbook" in _build(story)
    (tmp_path / "policy.yaml").write_text("readers: []\n", encoding="utf-8")
    assert "policy.yaml in the folder above" in _build(story)
    (story / "policy.yaml").write_text("readers: []\n", encoding="utf-8")
    assert "the story's own policy.yaml" in _build(story)
    (tmp_path / "other.yaml").write_text("bands: [{name: 9-12, look: 13-17}]\n", encoding="utf-8")
    assert "other.yaml (--policy)" in _build(story, "--policy", str(tmp_path / "other.yaml"))
    assert 'class="13-17"' in (story / "books" / "9-12" / "Open my book.html").read_text(encoding="utf-8")


def test_a_broken_story_leaves_the_old_book_whole(story: Path) -> None:
    """When the story does not read, exit code 1 says so and the last good book keeps every byte."""
    _build(story)
    before = _fingerprint(story / "books")
    _chapter(story, "02", "Your: bike", "You ride fast.")
    broken = RUN.invoke(main, ["build", str(story)])
    assert (broken.exit_code, _fingerprint(story / "books")) == (1, before)


def test_one_broken_photo_never_stops_a_book(story: Path) -> None:
    """A photo that cannot be decoded is a warning with its name, and the book is made without it."""
    (story / "media").mkdir()
    (story / "media" / "torn.jpg").write_bytes(b"\xff\xd8\xff\xe0 torn")
    _chapter(story, "02", "Your bike", "Look. ![A bike](torn.jpg)")
    assert "media/torn.jpg" in _build(story)


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "nowhere"],
        ["build"],
        ["build", "{story}", "--edition", "9-13"],
        ["build", "{story}", "--date", "yesterday"],
        ["explain", "{story}", "nobody"],
        ["explain", "{story}", "--against", "5-8"],
        ["explain", "{story}", "--edition", "toddlers"],
        ["bild", "{story}"],
    ],
)
def test_wrong_use_ends_with_code_two(story: Path, arguments: list[str]) -> None:
    """What the command line cannot make out ends with exit code 2 and a sentence, never with a traceback."""
    result = RUN.invoke(main, [argument.format(story=story) for argument in arguments])
    assert isinstance(result.exception, SystemExit)
    assert (result.exit_code, bool(result.stderr)) == (2, True)


def test_a_day_that_there_is_not_is_said_in_plain_words(story: Path) -> None:
    """A date that cannot be is answered with how a date is written, not with a programmer's pattern."""
    refused = RUN.invoke(main, ["build", str(story), "--date", "2026-13-01"])
    assert '"2026-13-01" is no day. Write it with its year first: 2026-11-21.' in refused.stderr
    assert "%" not in RUN.invoke(main, ["build", "--help"]).output


@pytest.mark.parametrize("reader", ["carers", "adopters", "birth-family"])
def test_a_book_for_others_needs_an_approval(story: Path, reader: str) -> None:
    """Without an approval by name no book is made for anyone but the child; with one it is."""
    refused = RUN.invoke(main, ["build", str(story), "--edition", reader])
    assert refused.exit_code == 1
    assert f'Nobody has approved a book for "{reader}"' in refused.stderr
    approvals = f"approvals: [{{edition: {reader}, by: Sam, on: 2026-03-01}}]\n"
    (story / "story.yaml").write_text(STORY + approvals, encoding="utf-8")
    _build(story, "--edition", reader)


def test_an_edition_that_is_refused_does_not_stop_the_others(story: Path) -> None:
    """Of --edition all, those that may be made are made, and the exit code says that not all were."""
    (story / "people.yaml").write_text("- {id: jan, name: Jan, is: mum, group: home, from-age: 13}\n", encoding="utf-8")
    _chapter(story, "02", "Jan", "Here is [[jan]].")
    result = RUN.invoke(main, ["build", str(story), "--edition", "all"])
    assert result.exit_code == 1
    assert "chapters/02.md:5:" in result.stderr
    assert {folder.name for folder in (story / "books").iterdir()} == {"13-17", "18-plus"}


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ nothing.of_this_name }}", "This template cannot be used"),
        ("{% if %}", "This template cannot be used"),
        ('<!doctype html><title>x</title><h1>x</h1><img src="https://example.org/x.png" alt="">', "example.org"),
    ],
)
def test_a_slip_in_an_authoritys_template_is_a_problem_like_any_other(story: Path, template: str, said: str) -> None:
    """A template of an authority that fails, or that would reach the network, stops the book in plain words."""
    (story / "policy.yaml").write_text("readers: []\n", encoding="utf-8")
    (story / "templates" / "pages").mkdir(parents=True)
    (story / "templates" / "pages" / "closed.html").write_text(template, encoding="utf-8")
    result = RUN.invoke(main, ["build", str(story)])
    assert isinstance(result.exception, SystemExit)
    assert (result.exit_code, said in result.stderr) == (1, True), result.output


def test_an_authoritys_own_template_is_found_first(story: Path) -> None:
    """Templates beside the policy that applies are laid over lsbook's, page by page."""
    (story / "policy.yaml").write_text("readers: []\n", encoding="utf-8")
    (story / "templates" / "languages").mkdir(parents=True)
    words = (find_resources("templates") / "languages" / "en.yaml").read_text(encoding="utf-8")
    (story / "templates" / "languages" / "en.yaml").write_text(
        words.replace("Close my book", "Put my book away"), encoding="utf-8"
    )
    _build(story)
    assert "Put my book away" in (story / "books" / "9-12" / "Open my book.html").read_text(encoding="utf-8")
