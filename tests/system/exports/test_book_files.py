"""A PDF, an EPUB or one file of a book: only while the book may leave, and only as long as the book itself stands."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lsbook.cli import main
from tests.building import make_book

FORMS = [("one-file", "9-12.html"), ("epub", "9-12.epub"), ("pdf", "9-12.pdf")]
HELD = "hold: {reason: Her aunt asked us to wait, decided-by: Sam, on: 2026-02-20, look-again: 2027-03-01}\n"
APPROVAL = "approvals:\n- {edition: carers, by: Sam, on: 2026-02-20}\n"


def run(*line: object) -> Result:
    said = CliRunner().invoke(main, [str(word) for word in line])
    assert said.exception is None or isinstance(said.exception, SystemExit), repr(said.exception)
    return said


def rebuild(story: Path, *options: object) -> Result:
    said = run("build", story, "--date", "2026-03-02", *options)
    assert said.exit_code == 0, said.output
    return said


def hold_the_garden(story: Path) -> None:
    chapter = story / "chapters" / "01-garden.md"
    chapter.write_text(chapter.read_text("utf-8").replace("part: who-am-i\n", f"part: who-am-i\n{HELD}", 1), "utf-8")


@pytest.mark.parametrize(("command", "file"), FORMS)
def test_what_was_held_back_since_the_book_leaves_in_no_form(story: Path, command: str, file: str) -> None:
    """A chapter put on hold after the build stops every form, with the way out, and no file is written."""
    hold_the_garden(story)
    said = run(command, story, "--to", story.parent / file)
    assert said.exit_code == 1
    assert "has changed since this book was made: it may tell what is held back by now" in said.output
    assert "lsbook build" in said.output
    assert not (story.parent / file).exists() and not (story / "books" / file).exists()


def test_a_book_of_which_nobody_knows_from_what_it_was_made_leaves_in_no_form(story: Path) -> None:
    """Where what lsbook remembers is gone, the book is made again first."""
    shutil.rmtree(story / ".lsbook")
    said = run("epub", story)
    assert said.exit_code == 1 and "It is not known from what this book was made" in said.output


def test_a_book_for_others_asks_for_its_approval_and_for_the_child(story: Path) -> None:
    """Nobody's approval, no form; one of a day to come, none; from thirteen on the child was asked, or none leaves."""
    text = (story / "story.yaml").read_text("utf-8")
    (story / "story.yaml").write_text(text + APPROVAL, "utf-8")
    make_book(story, "carers")
    assert run("epub", story, "--edition", "carers").exit_code == 0
    (story / "story.yaml").write_text(text, "utf-8")
    assert run("epub", story, "--edition", "carers").exit_code == 1
    (story / "story.yaml").write_text(text + APPROVAL.replace("2026-02-20", str(date.today() + timedelta(60))), "utf-8")
    assert "a day that is still to come" in run("epub", story, "--edition", "carers").output
    (story / "story.yaml").write_text(text.replace("2017-02-14", "2009-02-14") + APPROVAL, "utf-8")
    make_book(story, "carers")
    said = run("epub", story, "--edition", "carers")
    assert said.exit_code == 1 and "was asked" in said.output and "lsbook handover" in said.output


def test_an_edition_is_a_name_and_no_way_to_another_folder(story: Path) -> None:
    """A path in place of an edition is wrong use: no form is made of a book elsewhere."""
    shutil.copytree(story / "books" / "9-12", story.parent / "other")
    assert run("epub", story, "--edition", "../../other").exit_code == 2


def test_files_go_with_the_book_that_replaces_theirs(story: Path) -> None:
    """Each form beside a book is gone when another book has taken its place, and the worker is told its name."""
    for command, _ in FORMS[:2]:
        assert run(command, story).exit_code == 0
    hold_the_garden(story)
    said = rebuild(story)
    assert sorted(entry.name for entry in (story / "books").iterdir()) == ["9-12"]
    assert "9-12.epub" in said.output and "9-12.html" in said.output
    assert b"You planted beans" not in (story / "books" / "9-12" / "pages" / "print.html").read_bytes()


def test_a_form_that_still_fits_stays(story: Path) -> None:
    """A build that makes the very same book leaves its forms, and they may be made again over themselves."""
    assert run("epub", story).exit_code == 0
    before = (story / "books" / "9-12.epub").read_bytes()
    make_book(story)
    assert (story / "books" / "9-12.epub").read_bytes() == before
    assert run("epub", story).exit_code == 0


def test_what_a_person_put_beside_a_book_stays(story: Path) -> None:
    """A file of the name of a form, and a form that somebody changed, are neither replaced nor removed, but named."""
    books = story / "books"
    (books / "9-12.pdf").write_text("mine", "utf-8")
    (books / "letter.pdf").write_text("mine", "utf-8")
    assert run("epub", story).exit_code == 0
    (books / "9-12.epub").write_text("changed", "utf-8")
    for command in ("epub", "pdf"):
        said = run(command, story)
        assert said.exit_code == 1 and "here already" in said.output
    hold_the_garden(story)
    said = rebuild(story)
    assert {file.name: file.read_text("utf-8") for file in books.iterdir() if file.is_file()} == {
        "9-12.pdf": "mine",
        "letter.pdf": "mine",
        "9-12.epub": "changed",
    }
    assert "somebody changed it" in said.output and "9-12.pdf" in said.output and "letter.pdf" not in said.output


def test_a_form_elsewhere_stays_and_is_named(story: Path) -> None:
    """What was put somewhere else is not touched by a build, and the worker is told where it lies."""
    place = story.parent / "desk" / "for-jan.epub"
    assert run("epub", story, "--to", place).exit_code == 0
    before = place.read_bytes()
    hold_the_garden(story)
    said = rebuild(story)
    assert place.read_bytes() == before and place.as_posix() in said.output
    assert place.as_posix() not in rebuild(story).output


def test_a_file_of_somebody_else_is_never_written_over(story: Path) -> None:
    """A place that is named with --to and taken is a sentence, and what lies there stays."""
    place = story.parent / "letter.epub"
    place.write_text("mine", "utf-8")
    said = run("epub", story, "--to", place)
    assert said.exit_code == 1 and "here already" in said.output and place.read_text("utf-8") == "mine"


def test_only_the_forms_of_its_own_edition_go(story: Path) -> None:
    """A new book for one age leaves what was made of the book for another."""
    make_book(story, "5-8")
    assert run("epub", story, "--edition", "5-8").exit_code == 0
    assert run("epub", story, "--edition", "9-12").exit_code == 0
    rebuild(story, "--edition", "9-12")
    assert (story / "books" / "5-8.epub").exists() and not (story / "books" / "9-12.epub").exists()


def test_a_list_of_forms_that_is_damaged_harms_nothing(story: Path) -> None:
    """Whatever stands in the hidden list, the book is made, and no file outside of the books is removed."""
    outside = story / "story.yaml"
    leads_out = {"file": "../story.yaml", "digest": hashlib.sha256(outside.read_bytes()).hexdigest(), "book": ""}
    for text in ("{", "[[1]]", json.dumps([leads_out]), "[" * 100_000):
        (story / "books" / ".9-12.forms").write_text(text, "utf-8")
        rebuild(story)
        assert outside.is_file()
