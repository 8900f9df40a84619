"""Another child in a picture: who said yes."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.checks.child_words import TABLES, is_child
from lsbook.files.resources import find_resources
from lsbook.pipeline import load
from tests.building import describe_child, write_files

STORY = describe_child()
LEO = "- {id: leo, name: Leo, is: friend at football, group: friends}\n"
AMIRA = "- {id: amira, name: Amira, is: your cousin, group: family}\n"
YES = "permission: [{by: Leo’s mum, on: 2026-01-09}]"


def _warnings(folder: Path, people: str, media: str) -> list[str]:
    write_files(folder, {"story.yaml": STORY, "people.yaml": people, "media.yaml": media, "media/a.jpg": ""})
    warnings = load(folder, None).warnings
    assert all("permission:" in one.remedy for one in warnings)
    return [f"{one.at}: {one.what}" for one in warnings]


@pytest.mark.parametrize(
    ("people", "entry", "said"),
    [
        (LEO, "people: [leo]", "Leo is another child"),
        (LEO + AMIRA, "people: [me, leo, amira]", "Leo and Amira are other children"),
        (LEO, f"people: [leo], {YES}", ""),
        (LEO, "people: [me]", ""),
        (LEO, "people: [leo], only-me: true", ""),
        (LEO, "people: [leo], hold: {reason: r, decided-by: S, look-again: 2030}", ""),
        (LEO.replace("}", ", photo: a.jpg}"), "caption: Hello", "Leo is another child"),
        (LEO.replace("}", ", hold: {reason: r, decided-by: S, look-again: 2030}}"), "people: [leo]", ""),
        (LEO.replace("}", ", parent-of: [me]}"), "people: [leo]", ""),
        (LEO.replace("friend at football", "football coach"), "people: [leo]", ""),
        (LEO.replace("friend at football", "{0: friend, 9: your grown-up friend}"), "people: [leo]", ""),
    ],
)
def test_another_child_in_a_picture_needs_a_yes(tmp_path: Path, people: str, entry: str, said: str) -> None:
    """One warning a picture, at its line, names the children in it; none where somebody said yes, or nobody sees it."""
    found = _warnings(tmp_path, people, f"- {{file: a.jpg, shows: A goal, {entry}}}\n")
    assert found == ([f"media.yaml:1: {said} in this picture, and it is not said who allowed it."] if said else [])


@pytest.mark.parametrize(
    "says",
    ["friend", "best friend", "your cousin", "half-brother", "your foster sister, who has her own flat", "twin",
     "Amira’s little brother", "the boy next door", "Dad's new baby", "classmate", "girl from school"],
)  # fmt: skip
def test_words_for_a_child(says: str) -> None:
    """Brothers, sisters, cousins and friends of the child, and whoever is called a child, are children."""
    assert is_child(says, "family", "en-GB")


@pytest.mark.parametrize(
    "says",
    ["foster mum", "Mum’s brother", "Dave’s sister", "Jan and Dave’s son", "family friend", "friend of Mum's",
     "Mum's friend", "grown-up brother", "social worker", "child psychologist", "teacher", "dog", "Sue’s cat",
     "girlfriend", "friendly neighbour", "your grandfather, not known"],
)  # fmt: skip
def test_words_for_somebody_else(says: str) -> None:
    """Parents, relatives of grown-ups, workers, teachers and pets raise no alarm."""
    assert not is_child(says, "family", "en-GB")


@pytest.mark.parametrize(
    ("language", "child", "other"),
    [
        ("cy", "brawd", "athrawes"),
        ("pl", "przyjaciółka ze szkoły", "brat mamy"),
        ("ro", "frate", "fratele mamei"),
        ("uk", "подруга", "брат мами"),
        ("ar", "أخوك", "معلمة"),
        ("fa", "دوست", "معلم"),
        ("ur", "بھائی", "استاد"),
    ],
)
def test_other_languages_have_words_too(language: str, child: str, other: str) -> None:
    """Each language that lsbook speaks has words of its own for a child and for who is none."""
    assert (is_child(child, "g", language), is_child(other, "g", language)) == (True, False)


def test_there_are_words_for_every_language_that_is_shipped() -> None:
    """No language of the book's own words is without a table."""
    assert {file.stem for file in (find_resources("templates") / "languages").glob("*.yaml")} == set(TABLES)


@pytest.mark.parametrize(("says", "child"), [("goalkeeper", True), ("teacher", False), ("dog", False)])
def test_a_group_of_friends_is_of_children(says: str, child: bool) -> None:
    """Whoever stands in a group of friends is a child, where nothing says otherwise; nobody among the pets is."""
    assert is_child(says, "Friends", "en-GB") is child
    assert not is_child("friend", "pets", "en-GB")
