"""Copies that came back or were destroyed: the log says so, and the list asks for them no more."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.system.copies.steps import change, handover, log, run

DAY = r"\d{4}-\d\d-\d\d"
"""Any day: midnight may pass while a test runs, so that none may know which day it is."""


def test_a_copy_that_came_back_is_asked_for_no_more(story: Path) -> None:
    """It told what the book tells no more: once it is back, the list says that, and no hint for its words."""
    handover(story, "--as", "locked", "--hint", "the summer list")
    change(story, "people.yaml", "group: home", "group: home, hold: {reason: a threat, decided-by: Sam}")
    change(story, "story.yaml", "talk-to: [jan]\n", "")
    assert "Think of asking for it back" in run("copies", story).output
    result = run("returned", story, log(story)[0]["id"])
    assert result.exit_code == 0 and "came back" in result.output
    listed = run("copies", story).output
    assert re.search(f"came back on {DAY}", listed)
    assert "asking for it back" not in listed and "the summer list" not in listed


def test_all_that_became_of_a_copy_is_told_in_its_order(story: Path) -> None:
    """Lost, found, lost and found again, destroyed, all on one day; what a person wrote in the log stays."""
    handover(story)
    name = log(story)[0]["id"]
    file = story / "work" / "copies.yaml"
    file.write_text(file.read_text("utf-8") + "  note: in the blue tin  # ask Jan\n", "utf-8")
    assert run("lost", story, name).exit_code == 0
    assert run("returned", story, name).exit_code == 0
    assert re.search(f"lost on {DAY}, came back on {DAY}\n", run("copies", story).output)
    assert run("lost", story, name, "--where", "the 38 bus").exit_code == 0
    assert re.search(f"came back on {DAY}, lost on {DAY}\n", run("copies", story).output)
    assert "the 38 bus" in (story / "work" / "copies" / f"{name}-lost-again.md").read_text("utf-8")
    result = run("lost", story, name)
    assert result.exit_code == 1 and f"see work/copies/{name}-lost-again.md" in result.output
    assert run("returned", story, name, "--destroyed").exit_code == 0
    assert re.search(f"lost on {DAY}, destroyed on {DAY}\n", run("copies", story).output)
    assert file.read_text("utf-8").endswith("  note: in the blue tin  # ask Jan\n")
    handover(story)
    assert log(story)[1]["id"] != name


def test_what_is_destroyed_is_gone_for_good(story: Path) -> None:
    """It cannot come back, nor can anything come back before it was lost."""
    handover(story)
    name = log(story)[0]["id"]
    day = log(story)[0]["on"]
    change(story, "work/copies.yaml", f'on: "{day}"', 'on: "2020-01-01"\n  lost: 2020-02-02')
    result = run("returned", story, name, "--on", "2020-02-01")
    assert (
        result.exit_code == 1 and "was lost on 2020-02-02, and cannot have been returned on 2020-02-01" in result.output
    )
    assert run("returned", story, name, "--destroyed", "--on", "2020-02-03").exit_code == 0
    result = run("returned", story, name)
    assert result.exit_code == 1 and "was destroyed on 2020-02-03" in result.output


@pytest.mark.parametrize(
    ("entry", "remedy"),
    [
        (
            "- returned:\n  id: k-1\n  on: 2020-01-01\n  edition: 9-12\n  form: folder\n",
            "where returned: stands already",
        ),
        ("- {id: k-1, on: 2020-01-01, edition: 9-12, form: folder}\n", "inside the brackets"),
    ],
)
def test_a_log_that_cannot_take_a_line_stays_as_it_is(story: Path, entry: str, remedy: str) -> None:
    """It can be read before and after, and what to write by hand fits how it is written."""
    file = story / "work" / "copies.yaml"
    file.parent.mkdir()
    file.write_text(entry, "utf-8")
    result = run("returned", story, "k-1")
    assert result.exit_code == 1 and remedy in result.output
    assert file.read_text("utf-8") == entry and run("copies", story).exit_code == 0


@pytest.mark.parametrize(
    ("day", "said"),
    [("2 February 2020", "came back on 2020-02-02"), ("yes", "should be a day"), ("2026-02", "should be a day")],
)
def test_a_day_written_by_hand_is_read_as_in_a_story(story: Path, day: str, said: str) -> None:
    """A day may be written as anywhere else; what is none is said with how to write one."""
    file = story / "work" / "copies.yaml"
    file.parent.mkdir()
    file.write_text(f"- id: k-1\n  on: 1 January 2020\n  edition: 9-12\n  form: folder\n  returned: {day}\n", "utf-8")
    assert said in run("copies", story).output


def test_who_may_read_the_log_and_who_may_write_it_stays(story: Path) -> None:
    """A private log stays private; one that is read-only is not written."""
    handover(story)
    file = story / "work" / "copies.yaml"
    file.chmod(0o600)
    assert run("returned", story, log(story)[0]["id"]).exit_code == 0
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o400)
    before = file.read_bytes()
    result = run("returned", story, log(story)[0]["id"], "--destroyed")
    assert result.exit_code == 1 and "it is read-only" in result.output and file.read_bytes() == before
    result = run("handover", story, "--as", "plain", "--edition", "9-12", "--to", story.parent / "another")
    assert result.exit_code == 1 and "it is read-only" in result.output and not (story.parent / "another").exists()


def test_a_name_that_stands_twice_is_said_with_both_lines(story: Path) -> None:
    """Two copies of one name cannot be told apart, whatever becomes of one of them."""
    handover(story)
    file = story / "work" / "copies.yaml"
    text = file.read_text("utf-8")
    file.write_text(text + text.partition("\n")[2], "utf-8")
    result = run("copies", story)
    assert result.exit_code == 1 and "a second time; the first is in line 2" in result.output


@pytest.mark.parametrize("more", [(), ("--destroyed",)])
def test_what_the_log_says_is_not_said_again(story: Path, more: tuple[str, ...]) -> None:
    """The first day stays; the sentence names the line where it can be corrected."""
    handover(story)
    name = log(story)[0]["id"]
    run("returned", story, name, *more)
    before = (story / "work" / "copies.yaml").read_bytes()
    result = run("returned", story, name, *more)
    assert result.exit_code == 1
    assert "work/copies.yaml:2:" in result.output and re.search(rf"on {DAY}\.", result.output)
    assert "correct it there by hand" in result.output
    assert (story / "work" / "copies.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("days", "why"), [(2, "{day} is still to come"), (-1, "cannot have been returned on {day}, before that")]
)
def test_a_day_that_cannot_be_is_refused(story: Path, days: int, why: str) -> None:
    """A copy comes back neither before it left nor in the days to come."""
    handover(story)
    day = date.fromisoformat(log(story)[0]["on"]) + timedelta(days)
    result = run("returned", story, log(story)[0]["id"], "--on", day)
    assert result.exit_code == 1 and why.format(day=day) in result.output
    assert "returned" not in log(story)[0]


def test_a_copy_that_nobody_knows_is_said(story: Path) -> None:
    """A slip in its name names those that there are."""
    handover(story)
    result = run("returned", story, "9-12")
    assert result.exit_code == 1 and f"There are: {log(story)[0]['id']}." in result.output


def test_what_a_reader_had_is_not_new_to_them_when_it_came_back(story: Path) -> None:
    """A copy is exchanged: what stood in the old one is not told as new in the next."""
    handover(story)
    run("returned", story, log(story)[0]["id"])
    (story / "timeline.yaml").write_text("- {when: 2025, what: You flew the kite}\n", "utf-8")
    assert run("build", story, "--edition", "9-12").exit_code == 0
    page = (story / "books" / "9-12" / "pages" / "about-this-book.html").read_text("utf-8")
    news = page.partition("What is new")[2].partition("</section>")[0]
    assert "You flew the kite" in news and not re.search(r"\bJan\b", news)  # January is no person
