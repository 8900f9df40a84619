"""What has to be so before a copy leaves: who agreed, and a book that is still what the story tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.building import HARD, make_book
from tests.system.copies.steps import APPROVED, change, for_carers, handover, log, run

ASKED = "It is not said that Robin was asked"
READ = "It is not said who else has read"
YEAR = date.today().year
YOUNG, OLDER = f"born: {YEAR - 10}-02-14", f"born: {YEAR - 16}-02-14"
"""Whatever the day, under 13 and over it."""


def test_without_a_second_reader_it_goes_with_a_warning(story: Path) -> None:
    """The shipped policy warns; it names what to do."""
    result = handover(story)
    assert result.exit_code == 0
    assert READ in result.output and "--second-reader" in result.output
    assert READ not in handover(story, "--second-reader", "Amina").output


def test_an_authority_may_ask_for_more(story: Path) -> None:
    """Where its policy refuses a book without a second reader none goes, until one is named or a reason is."""
    (story.parent / "policy.yaml").write_text("agreements: [{name: second-reader, without: refuse}]\n", "utf-8")
    make_book(story)
    refused = handover(story)
    assert refused.exit_code == 1 and READ in refused.output and log(story) == []
    assert handover(story, "--reason", "Robin moves tonight").exit_code == 0
    assert log(story)[0]["reason"] == "Robin moves tonight"
    assert handover(story, "--second-reader", "Amina").exit_code == 0


def test_the_child_is_asked_before_others_get_the_book(story: Path) -> None:
    """Under 13 a book for others goes with a warning; from 13 on it is refused, until the child was asked."""
    change(story, "story.yaml", "born: 2017-02-14", YOUNG)
    for_carers(story)
    young = handover(story, edition="carers")
    assert young.exit_code == 0 and ASKED in young.output
    assert log(story)[0]["approved-by"] == "Sam, 2026-02-20"
    change(story, "story.yaml", YOUNG, OLDER)
    make_book(story, "carers")
    old = handover(story, edition="carers")
    assert old.exit_code == 1 and ASKED in old.output and len(log(story)) == 1
    assert handover(story, "--child-asked", "2026-03-01", edition="carers").exit_code == 0
    assert log(story)[1]["child-asked"] == "2026-03-01"
    change(story, "story.yaml", "carers, by: Sam,", "carers, by: Sam, child-asked: 2026-02-28,")
    result = handover(story, edition="carers")
    assert result.exit_code == 0, result.output
    assert log(story)[2]["child-asked"] == "2026-02-28"


def test_nobody_was_asked_tomorrow(story: Path) -> None:
    """A day that is still to come is refused."""
    for_carers(story)
    result = handover(story, "--child-asked", "2999-01-01", edition="carers")
    assert result.exit_code == 1 and "still to come" in result.output


def test_an_approval_that_was_taken_back_stops_the_copy(story: Path) -> None:
    """The finished book is there, but its approval is gone, or has no date: it is not handed over."""
    for_carers(story)
    change(story, "story.yaml", ", on: 2026-02-20}\ntalk", "}\ntalk")
    undated = handover(story, edition="carers").output
    assert "has no date, so nobody has approved it yet" in undated and "story.yaml:4" in undated
    change(story, "story.yaml", "approvals:\n- {edition: carers, by: Sam}\n", "")
    result = handover(story, "--reason", "in a hurry", edition="carers")
    assert result.exit_code == 1 and "Nobody has approved" in result.output
    assert log(story) == []


@pytest.mark.parametrize("words", [" ", "Sam", "sam "])
def test_nobody_is_their_own_second_reader(story: Path, words: str) -> None:
    """Neither nothing nor whoever hands the book over counts as a second reader."""
    output = handover(story, "--by", "Sam", "--second-reader", words).output
    assert ("Sam hands it over and cannot be the second reader too" if words.strip() else READ) in output


@pytest.mark.parametrize("on", ["not known", "2999-01-01"])
def test_an_approval_needs_a_day_that_has_been(story: Path, on: str) -> None:
    """A date that is not known approves nothing; one that is still to come stops the copy."""
    for_carers(story)
    change(story, "story.yaml", "on: 2026-02-20}\ntalk", f"on: {on}}}\ntalk")
    assert handover(story, edition="carers").exit_code == 1
    assert log(story) == []


def test_a_book_that_tells_what_is_held_back_by_now_is_not_handed_over(story: Path) -> None:
    """Between build and handover something was held: the old book stays where it is, whatever the reason."""
    change(story, "chapters/02-night.md", "heads-up:", "hold: {reason: ask the police first}\nheads-up:")
    result = handover(story, "--reason", "in a hurry")
    assert result.exit_code == 1 and "has changed since this book was made" in result.output
    assert not (story.parent / "stick").exists()
    make_book(story)
    assert handover(story).exit_code == 0
    stick = story.parent / "stick"
    assert not any(HARD in file.read_text("utf-8", "replace") for file in stick.rglob("*.html"))


def test_a_photo_that_was_changed_makes_the_book_out_of_date(story: Path) -> None:
    """The same name and other bytes: neither is the old book handed over nor is its copy up to date."""
    handover(story)
    assert "up to date" in run("copies", story).output
    (story / "media" / "garden.jpg").write_bytes((story / "media" / "later.jpg").read_bytes())
    assert handover(story).exit_code == 1
    assert "out of date" in run("copies", story).output


def test_a_book_that_was_made_again_on_another_day_is_the_same(story: Path) -> None:
    """Its date differs, and what it says is new; what it tells does not, so no copy is out of date."""
    handover(story)
    result = run("build", story, "--edition", "9-12", "--date", "2026-11-30")
    assert result.exit_code == 0
    assert "up to date" in run("copies", story).output
    assert handover(story).exit_code == 0


def test_a_book_of_which_nothing_is_known_is_not_handed_over(story: Path) -> None:
    """Without what build remembers of it, it cannot be said that it is what the story tells today."""
    (story / ".lsbook" / "held-9-12.json").unlink()
    result = handover(story)
    assert result.exit_code == 1 and "not known from what" in result.output


@pytest.mark.parametrize("edition", ["../9-12", "nobody", "18-plus"])
def test_a_book_that_is_not_there_is_named(story: Path, edition: str) -> None:
    """A name that is no edition, or one of which no book was made, ends in a sentence."""
    result = handover(story, edition=edition)
    assert result.exit_code in (1, 2)
    assert "There is no" in result.output


def test_a_book_for_an_older_child_is_said_to_be_one(story: Path) -> None:
    """It goes with a warning; where the policy says so it is refused."""
    make_book(story, "13-17")
    result = handover(story, edition="13-17")
    assert result.exit_code == 0 and "Robin is told what is meant for 9" in result.output
    assert "is told what is meant for" not in handover(story).output
    (story / "policy.yaml").write_text("agreements: [{name: telling-age, without: refuse}]\n", "utf-8")
    make_book(story, "13-17")
    refused = handover(story, edition="13-17")
    assert refused.exit_code == 1 and "Hand over the book for 9-12" in refused.output


def test_hard_news_that_nobody_has_told_is_named_again(story: Path) -> None:
    """What build says of it is said at the handing over too."""
    change(story, "chapters/02-night.md", "told: {by: Sam, on: 2026-02-20}\n", "")
    make_book(story)
    assert "Nobody has told Robin yet: chapters/02-night.md" in handover(story).output


def test_the_record_and_an_empty_book_are_said_to_be_what_they_are(story: Path) -> None:
    """The record tells all; a book for carers in which nothing is for them tells nothing."""
    make_book(story, "record")
    assert "Hand it to nobody but whoever keeps the child's file" in handover(story, edition="record").output
    for_carers(story)
    assert "it tells the child's name, and no more" in handover(story, edition="carers").output


def test_every_reason_is_named_at_once(story: Path) -> None:
    """No book and no approval: both are said, with the command that makes the book."""
    result = handover(story, edition="carers")
    assert 'robin" --edition carers' in result.output and "Nobody has approved" in result.output


def test_a_book_that_tells_what_is_new_for_one_goes_to_nobody_else(story: Path) -> None:
    """It would tell others that somebody has a copy, since when, and what is in it: it is made again for them."""
    for_carers(story)
    handover(story, "--given-to", "Jan", edition="carers")
    kite = "---\ntitle: The new kite\npart: who-am-i\nalso-for: [carers]\n---\nIt flew.\n"
    (story / "chapters" / "09-kite.md").write_text(kite, "utf-8")
    assert run("build", story, "--edition", "carers").exit_code == 0
    result = handover(story, "--given-to", "Oak Lodge", edition="carers")
    assert result.exit_code == 1 and '--edition carers --for "Oak Lodge"' in result.output
    assert handover(story, "--given-to", "jan", edition="carers").exit_code == 0
    assert run("build", story, "--edition", "carers", "--for", "Oak Lodge").exit_code == 0
    page = (story / "books" / "carers" / "pages" / "about-this-book.html").read_text("utf-8")
    assert "The new kite" not in page
    assert handover(story, "--given-to", "Oak Lodge", "--replace", edition="carers").exit_code == 0


@pytest.mark.parametrize("command", ["pdf", "epub", "one-file"])
def test_no_form_is_made_of_a_book_that_nobody_approves_any_more(story: Path, command: str) -> None:
    """A file to give away is a book like any other: with the approval gone, none is made."""
    for_carers(story)
    change(story, "story.yaml", APPROVED, "")
    result = run(command, story, "--edition", "carers", "--to", story.parent / "a")
    assert result.exit_code == 1 and "Nobody has approved" in result.output and not (story.parent / "a").exists()
