"""How the copies stand: which gave way to another, which is out of date, and what it still tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import make_book
from tests.system.copies.steps import change, handover, log, run


def test_a_copy_that_gave_way_is_no_more(story: Path) -> None:
    """The log knows which copy took its place, so a lost stick is looked up under the right one."""
    handover(story, "--given-to", "Robin")
    handover(story, "--given-to", "Robin")
    first, second = (copy["id"] for copy in log(story))
    output = run("copies", story).output
    assert f"is no more: {second} stands in its place" in output and f"{second}  folder    Robin: up to date" in output
    assert first != second


def test_a_copy_of_somebody_else_gives_way_to_none(story: Path) -> None:
    """Two people have the same book, alike to the last byte: a new copy for one takes only that one's place."""
    for reader, place in (("Robin", "mine"), ("Jan", "jans"), ("Robin", "mine")):
        to = story.parent / place
        assert (
            run("handover", story, "--as", "plain", "--edition", "9-12", "--to", to, "--given-to", reader).exit_code
            == 0
        )
    first, second, third = (copy["id"] for copy in log(story))
    output = run("copies", story).output
    assert f"{first}  folder    Robin: is no more: {third} stands in its place" in output
    assert f"{second}  folder    Jan: up to date" in output


def test_of_copies_that_are_alike_none_is_called_gone(story: Path) -> None:
    """One reader has two that are alike: which of them gave way cannot be known, and both stay in the list."""
    for place in ("one", "two", "one"):
        result = run(
            "handover", story, "--as", "plain", "--edition", "9-12", "--to", story.parent / place, "--given-to", "Robin"
        )
        assert result.exit_code == 0
    first, second, _ = (copy["id"] for copy in log(story))
    assert f"is one of {first} and {second}, which are alike" in result.output
    assert "is no more" not in run("copies", story).output
    run("returned", story, second, "--destroyed")
    run("handover", story, "--as", "plain", "--edition", "9-12", "--to", story.parent / "one", "--given-to", "Robin")
    assert log(story)[-1].get("replaces") is None  # the first and the third are alike too


def test_what_a_copy_still_tells_is_named(story: Path) -> None:
    """Somebody is held back after the copy left: the list says what it tells that the book does not tell any more."""
    handover(story, "--given-to", "Robin")
    change(story, "people.yaml", "group: home", "group: home, hold: {reason: a threat, decided-by: Sam}")
    change(story, "story.yaml", "talk-to: [jan]\n", "")
    output = run("copies", story).output
    assert "out of date" in output and "Think of asking for it back:\n      person: Jan" in output


def test_what_was_only_added_asks_for_nothing_back(story: Path) -> None:
    """Out of date, and nothing in it that today's book does not tell."""
    handover(story, "--given-to", "Robin")
    (story / "timeline.yaml").write_text("- {when: 2025, what: You flew the kite}\n", "utf-8")
    make_book(story)
    output = run("copies", story).output
    assert "out of date" in output and "asking for it back" not in output


@pytest.mark.parametrize("command", [("copies",), ("lost", "a-1")])
def test_a_folder_without_a_story_is_said(tmp_path: Path, command: tuple[str, ...]) -> None:
    """Nobody is told that there are no copies because they stood in the wrong folder."""
    result = run(command[0], tmp_path, *command[1:])
    assert result.exit_code == 1 and "There is no story in this folder" in result.output
