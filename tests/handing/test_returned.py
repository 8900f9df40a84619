"""Copies that came back or were destroyed: the log says so, and the list asks for them no more."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.handing.steps import change, handover, log, run

TODAY = date.today()
TOMORROW = TODAY + timedelta(days=1)


def test_a_copy_that_came_back_is_asked_for_no_more(story: Path) -> None:
    """It told what the book tells no more: once it is back, the list says that, and no hint for its words."""
    handover(story, "--as", "locked", "--hint", "the summer list")
    change(story, "people.yaml", "group: home", "group: home, hold: {reason: a threat, decided-by: Sam}")
    change(story, "story.yaml", "talk-to: [jan]\n", "")
    assert "Think of asking for it back" in run("copies", story).output
    said = run("returned", story, log(story)[0]["id"])
    assert said.exit_code == 0 and "came back" in said.output
    listed = run("copies", story).output
    assert f"came back on {TODAY}" in listed
    assert "asking for it back" not in listed and "the summer list" not in listed


def test_all_that_became_of_a_copy_is_told_in_its_order(story: Path) -> None:
    """Lost, found and destroyed: three lines of the log, and what a person wrote in it stays."""
    handover(story)
    name = log(story)[0]["id"]
    file = story / "work" / "copies.yaml"
    file.write_text(file.read_text("utf-8") + "  note: in the blue tin  # ask Jan\n", "utf-8")
    for command in (("lost",), ("returned",), ("returned", "--destroyed")):
        assert run(command[0], story, name, *command[1:]).exit_code == 0
    assert f"lost on {TODAY}, came back on {TODAY}, destroyed on {TODAY}" in run("copies", story).output
    assert file.read_text("utf-8").endswith("  note: in the blue tin  # ask Jan\n")
    change(story, "work/copies.yaml", f'returned: "{TODAY}"', f'returned: "{TOMORROW}"')
    listed = run("copies", story).output
    assert f"lost on {TODAY}, destroyed on {TODAY}, came back on {TOMORROW}" in listed


@pytest.mark.parametrize("more", [(), ("--destroyed",)])
def test_what_the_log_says_is_not_said_again(story: Path, more: tuple[str, ...]) -> None:
    """The first day stays; the sentence names the line where it can be corrected."""
    handover(story)
    name = log(story)[0]["id"]
    run("returned", story, name, *more)
    before = (story / "work" / "copies.yaml").read_bytes()
    said = run("returned", story, name, *more)
    assert said.exit_code == 1
    assert "work/copies.yaml:2:" in said.output and f"on {TODAY}." in said.output
    assert "Correct the day there by hand" in said.output
    assert (story / "work" / "copies.yaml").read_bytes() == before


@pytest.mark.parametrize("day", [str(TOMORROW), "2019-01-01"])
def test_a_day_that_cannot_be_is_refused(story: Path, day: str) -> None:
    """A copy comes back neither before it left nor in the days to come."""
    handover(story)
    said = run("returned", story, log(story)[0]["id"], "--on", day)
    assert said.exit_code == 1 and f"cannot have been returned on {day}" in said.output
    assert "returned" not in log(story)[0]


def test_a_copy_that_nobody_knows_is_said(story: Path) -> None:
    """A slip in its name names those that there are."""
    handover(story)
    said = run("returned", story, "9-12")
    assert said.exit_code == 1 and f"There are: {log(story)[0]['id']}." in said.output


def test_what_a_reader_had_is_not_new_to_them_when_it_came_back(story: Path) -> None:
    """A copy is exchanged: what stood in the old one is not told as new in the next."""
    handover(story)
    run("returned", story, log(story)[0]["id"])
    (story / "timeline.yaml").write_text("- {when: 2025, what: You flew the kite}\n", "utf-8")
    assert run("build", story, "--edition", "9-12").exit_code == 0
    page = (story / "books" / "9-12" / "pages" / "about-this-book.html").read_text("utf-8")
    news = page.partition("What is new")[2].partition("</section>")[0]
    assert "You flew the kite" in news and "Jan" not in news
