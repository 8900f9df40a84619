"""Where something is gone, nothing tells that it was there."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.book import Question
from lsbook.model.prose import Emphasis, LineBreak, PageBreak, Paragraph, Text
from tests.building import HEAD, STORY, book_of, story_in

WITHHELD = {"media.yaml": "- {file: a.png, shows: Zebra, from-age: 13}\n", "media/a.png": ""}
PICTURE = "![Zebra](a.png)"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (f"One {PICTURE} two", (Text("One two"),)),
        (f"{PICTURE} one", (Text("one"),)),
        (f"One {PICTURE}", (Text("One"),)),
        (f"One *{PICTURE}* two", (Text("One two"),)),
        (f"One *{PICTURE} two*", (Text("One "), Emphasis((Text("two"),)))),
        (f"One [{PICTURE}](https://x.example/zebra) two", (Text("One two"),)),
        (f"One  \n{PICTURE}  \ntwo", (Text("One"), LineBreak(), Text("two"))),
        (f"One  \n{PICTURE}", (Text("One"),)),
        (f"{PICTURE}  \none", (Text("one"),)),
    ],
)
def test_a_withheld_picture_leaves_no_gap(tmp_path: Path, written: str, left: tuple[object, ...]) -> None:
    """A sentence closes up where a picture is gone: no double space, no empty line, no link around nothing."""
    story = story_in(tmp_path, {**WITHHELD, "chapters/01.md": HEAD + written + "\n"})
    assert book_of(story, "9-12").chapters[0].inside == (Paragraph(left),)


@pytest.mark.parametrize(
    "files",
    [
        {"about-me.yaml": f'- {{kind: like, what: "{PICTURE}"}}\n'},
        {"timeline.yaml": f'- {{when: 2019, what: "{PICTURE}"}}\n'},
        {"questions.yaml": f'- {{ask: "{PICTURE}", status: later}}\n'},
        {"words.yaml": f'- {{word: zoo, means: "{PICTURE}"}}\n'},
        {"timeline.yaml": f'- {{when: 2019, what: Zebra, from-age: 13, instead: "{PICTURE}"}}\n'},
        {"chapters/01.md": HEAD + PICTURE + "\n"},
    ],
)
def test_what_was_only_a_withheld_picture_does_not_exist(tmp_path: Path, files: dict[str, str]) -> None:
    """An item, a kind sentence or a chapter of which nothing is left is not there, not even empty."""
    whole = book_of(story_in(tmp_path / "whole", {**WITHHELD, **files}), "9-12")
    assert whole == book_of(story_in(tmp_path / "empty", {}), "9-12")


def test_a_page_turns_only_between_two_things_told(tmp_path: Path) -> None:
    """Where a whole page is withheld there is one turn of the page, not two, and none before the first or last."""
    gate = "::: from-age 13\nZebra\n:::\n"
    inside = f"{gate}\n---\n\nOne\n\n---\n\n{gate}\n---\n\nTwo\n\n---\n\n{gate}"
    told = book_of(story_in(tmp_path, {"chapters/01.md": HEAD + inside}), "9-12").chapters[0].inside
    assert told == (Paragraph((Text("One"),)), PageBreak(), Paragraph((Text("Two"),)))


def test_a_group_of_nobody_is_in_no_book(tmp_path: Path) -> None:
    """A group of which nobody may be seen is not named, for its name alone may tell."""
    people = (
        "- {id: jo, name: Jo, is: aunt, group: prison, from-age: 13}\n- {id: al, name: Al, is: uncle, group: family}\n"
    )
    story = story_in(tmp_path, {"story.yaml": STORY + "groups: [family, prison]\n", "people.yaml": people})
    assert book_of(story, "9-12").groups == ("family",)
    assert book_of(story, "13-17").groups == ("family", "prison")


def test_an_answer_that_is_not_told_takes_its_status_with_it(tmp_path: Path) -> None:
    """A question whose answer is kept back does not say that it is answered."""
    story = story_in(
        tmp_path, {"questions.yaml": "- {ask: Why?, status: answered, answer: {says: Zebra, from-age: 13}}\n"}
    )
    assert book_of(story, "9-12").questions == (Question((Paragraph((Text("Why?"),)),), None, None, None),)
