"""The rules that every build keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.pipeline import load
from tests.building import HEAD, describe_child, write_files

STORY = describe_child()


def _warnings(folder: Path, **files: str) -> list[str]:
    write_files(folder, {f"{name}.yaml": text for name, text in files.items()})
    write_files(folder, {"story.yaml": STORY, "media/dog.png": b"x"})
    return [f"{warning.at}: {warning.what}" for warning in load(folder, None).warnings]


@pytest.mark.parametrize(
    ("hold", "missing"),
    [
        ("{reason: not yet}", "decided-by and look-again"),
        ("{reason: not yet, decided-by: Sam}", "look-again"),
        ("not yet", "decided-by and look-again"),
        ("{reason: not yet, decided-by: Sam, look-again: 2027}", None),
    ],
)
def test_whatever_is_held_back_is_looked_at_again(tmp_path: Path, hold: str, missing: str | None) -> None:
    """A hold without a name or a date to look again is a warning with its line."""
    people = f"- {{id: jan, name: Jan, is: mum, group: home, hold: {hold}}}\n"
    expected = [f"people.yaml:1: This is held back without {missing}, so it may be forgotten."] if missing else []
    assert _warnings(tmp_path, people=people) == expected


@pytest.mark.parametrize(
    ("gate", "warned"),
    [("from-age: 13", True), ("hold: {reason: r, decided-by: S, look-again: 2027}", True), ("", False)],
)
def test_a_photo_that_comes_before_its_story_is_named(tmp_path: Path, gate: str, warned: bool) -> None:
    """A photo that may be seen before all that it belongs to is a warning, for the photos page would show it."""
    found = _warnings(
        tmp_path,
        timeline=f"- when: 2019\n  what: You met a dog\n  photos: [dog.png]\n  {gate}\n",
        media="- {file: dog.png, shows: A dog}\n",
    )
    assert [("media.yaml:1: All that shows dog.png" in warning) for warning in found] == [True] * warned


def test_a_photo_of_somebody_who_is_held_back_comes_no_earlier(tmp_path: Path) -> None:
    """Who is in a photo holds it back too, so there is nothing to warn of."""
    found = _warnings(
        tmp_path,
        people="- {id: ade, name: Ade, is: uncle, group: home, from-age: 13}\n",
        timeline="- when: 2019\n  what: You met a dog\n  photos: [dog.png]\n  from-age: 13\n",
        media="- {file: dog.png, shows: A dog, people: [ade]}\n",
    )
    assert found == []


@pytest.mark.parametrize(
    ("question", "warned"),
    [
        ("status: later\n  answer: {says: He is in prison., source: a letter}", True),
        ("status: not-ours-to-tell\n  answer: {says: He is in prison., certainty: sure}", True),
        ("status: later\n  answer: {says: He is in prison., source: a letter, from-age: 13}", False),
        ("status: later\n  answer: Not yet. Priya will tell you.", False),
        ("status: answered\n  answer: {says: He is in prison., source: a letter}", False),
    ],
)
def test_an_answer_that_is_kept_for_later_has_a_gate(tmp_path: Path, question: str, warned: bool) -> None:
    """A known answer that is printed beside "later" is a warning, and why it has to wait is none."""
    found = _warnings(tmp_path, questions=f"- ask: Where is Dad?\n  {question}\n")
    assert [("its answer is printed" in warning) for warning in found] == [True] * warned


def test_an_id_between_single_brackets_is_named(tmp_path: Path) -> None:
    """What the book would print with its brackets is a warning with its line; other words in brackets are not."""
    write_files(tmp_path, {"chapters/01.md": f"{HEAD}You live with [jan].\n\nShe likes [tea] and [[jan]].\n"})
    found = _warnings(tmp_path, people="- {id: jan, name: Jan, is: foster mum, group: home}\n")
    assert found == [
        "chapters/01.md:5: [jan] stands in single brackets: the book prints it with them, and not the name."
    ]
