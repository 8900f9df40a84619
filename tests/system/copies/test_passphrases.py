"""A locked copy: its words, its code, its hint and the page to print."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.exports.verify.copy import verify_copy
from tests.system.copies.steps import handover, log, run


def test_a_page_that_cannot_be_written_does_not_undo_the_copy(story: Path) -> None:
    """The copy is whole and in the log, the code is on the screen, and the page that failed is named."""
    result = handover(story, "--as", "locked", "--sheet", str(story.parent / "nowhere" / "code.html"))
    assert result.exit_code == 0 and "Write the code down by hand" in result.output
    assert len(log(story)) == 1


def test_own_passphrases_may_not_be_weak(story: Path) -> None:
    """Short ones, the child's name, what people always take are refused before a copy is made; good ones open it."""
    for words in ("robin", "Robin Robin Robin", "password12345678", "qwertyuiopasdfgh"):
        weak = handover(story, "--as", "locked", "--own-passphrase", typed=f"{words}\n{words}\n")
        assert weak.exit_code == 1 and "could be found out" in weak.output
    assert not (story.parent / "stick").exists()
    words = "tin marmalade orbit fennel quay"
    result = handover(story, "--as", "locked", "--own-passphrase", typed=f"{words}\n{words}\n")
    assert result.exit_code == 0 and words not in result.output
    place = story.parent / "stick" / "locked-book"
    assert run("unlock", place, "--to", story.parent / "plain", typed=f"{words}\n").exit_code == 0
    assert verify_copy(story.parent / "plain").files > 5


def test_own_passphrases_are_not_made_of_the_story(story: Path) -> None:
    """Names and days of the story, told to the reader or not, and who hands it over, count for nothing."""
    for words in (
        "Jan and Ade at 14 02 2017 with tulip",
        "r0bin jan ade 14022017 samuel whitlock",
        "a stitch in time saves nine",
    ):
        more = ("--as", "locked", "--own-passphrase", "--by", "Samuel Whitlock")
        weak = handover(story, *more, typed=f"{words}\n{words}\n")
        assert weak.exit_code == 1 and "could be found out" in weak.output, words
    assert log(story) == []


def test_the_hint_is_not_the_passphrase(story: Path) -> None:
    """Words that the hint, which stands in the log, gives away are refused; so is a hint for what has no lock."""
    words = "tin marmalade orbit fennel quay"
    result = handover(story, "--as", "locked", "--own-passphrase", "--hint", words, typed=f"{words}\n{words}\n")
    assert result.exit_code == 1 and "gives the passphrase away" in result.output and log(story) == []
    assert handover(story, "--hint", "the tin").exit_code == 2


def test_the_passphrase_is_nowhere_but_on_the_screen(story: Path) -> None:
    """Neither the words nor the code stand in the story, its log or the copy; only the page to print has the code."""
    sheet = story.parent / "code.html"
    result = handover(story, "--as", "locked", "--hint", "the tin", "--sheet", str(sheet))
    words = result.output.partition("Passphrase:")[2].splitlines()[0].strip()
    code = result.output.partition("Recovery code:")[2].splitlines()[0].strip()
    assert len(words.split()) == 5 and len(code) > 20
    everything = b"".join(file.read_bytes() for file in story.parent.rglob("*") if file.is_file() and file != sheet)
    assert words.encode() not in everything and code.encode() not in everything
    assert code in sheet.read_text("utf-8") and words not in sheet.read_text("utf-8")
    assert log(story)[0]["hint"] == "the tin"


def test_the_page_to_print_never_lies_with_the_book(story: Path) -> None:
    """Asked to put the recovery code on the stick, lsbook refuses, and makes no copy."""
    result = handover(story, "--as", "locked", "--sheet", str(story.parent / "stick" / "code.html"))
    assert result.exit_code == 1 and "beside the book that it opens" in result.output
    assert not (story.parent / "stick").exists()


def test_another_passphrase_without_building_again(story: Path) -> None:
    """Asked for the old words, lsbook makes new ones: the old open nothing more, the new open the same book."""
    old = handover(story, "--as", "locked").output.partition("Passphrase:")[2].splitlines()[0].strip()
    place = story.parent / "stick" / "locked-book"
    result = run("passphrase", place, typed=f"{old}\n")
    new = result.output.partition("Passphrase:")[2].splitlines()[0].strip()
    assert result.exit_code == 0 and new != old
    wrong = run("unlock", place, "--to", story.parent / "one", typed=f"{old}\n")
    assert wrong.exit_code == 1 and "do not open this book" in wrong.output
    assert run("unlock", place, "--to", story.parent / "two", typed=f"{new}\n").exit_code == 0
    again = run("passphrase", place, typed="these are not it\n")
    assert again.exit_code == 1 and "The passphrase is as it was" in again.output


WORDS = "tundra velvet quarry lantern osprey"


@pytest.mark.parametrize(
    "hint",
    [
        "tundra-velvet-quarry-lantern-osprey",
        "TUNDRA, velvet…",
        "tundravelvetquarrylanternosprey",
        "t. velvet q. lantern o.",
    ],
)
def test_a_hint_that_holds_the_passphrase_is_refused(story: Path, hint: str) -> None:
    """However the words are set, and where two of them are enough to go on."""
    typed = f"{WORDS}\n{WORDS}\n"
    result = handover(story, "--as", "locked", "--own-passphrase", "--hint", hint, typed=typed)
    assert result.exit_code == 1 and "gives the passphrase away" in result.output and log(story) == []
    fine = handover(story, "--as", "locked", "--own-passphrase", "--hint", "the five cards", typed=typed)
    assert fine.exit_code == 0, fine.output


def test_a_new_passphrase_leaves_the_same_copy(story: Path) -> None:
    """lsbook knows it again: the next handover takes its place, and needs no --replace."""
    output = handover(story, "--as", "locked").output
    words = output.split("Passphrase:")[1].split("\n")[0].strip()
    place = story.parent / "stick" / "locked-book"
    assert run("passphrase", place, typed=f"{words}\n").exit_code == 0
    assert handover(story, "--as", "locked").exit_code == 0
    assert log(story)[1]["replaces"] == log(story)[0]["id"]


def test_a_page_to_print_never_lies_in_a_story(story: Path) -> None:
    """It would go into the archive, which has no lock."""
    result = handover(story, "--as", "locked", "--sheet", str(story / "work" / "code.html"))
    assert result.exit_code == 1 and "go with it into its archive" in result.output and log(story) == []


def test_a_new_passphrase_of_ones_own_is_not_made_of_the_book(story: Path) -> None:
    """Where no story is at hand, the names in the book itself count for nothing; good words are taken."""
    old = handover(story, "--as", "locked").output.partition("Passphrase:")[2].splitlines()[0].strip()
    place = story.parent / "stick" / "locked-book"
    for words, code in (("robin garden jan robin garden", 1), (WORDS, 0)):
        result = run("passphrase", place, "--own-passphrase", typed=f"{old}\n{words}\n{words}\n")
        assert result.exit_code == code, result.output
    wrong = run("passphrase", place, "--own-passphrase", typed=f"{old}\n")
    assert wrong.exit_code == 1 and "do not open this book" in wrong.output


def test_a_link_beside_the_door_leads_nowhere(story: Path) -> None:
    """A link that somebody put where the new door is written first is not written through."""
    old = handover(story, "--as", "locked").output.partition("Passphrase:")[2].splitlines()[0].strip()
    place, mine = story.parent / "stick" / "locked-book", story.parent / "mine.txt"
    mine.write_text("mine", "utf-8")
    (place / ".Open my book.html").symlink_to(mine)
    assert run("passphrase", place, typed=f"{old}\n").exit_code == 0
    assert mine.read_text("utf-8") == "mine"
