"""A problem in the words of a book stands on the line that says them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.editions import make_choice, make_edition
from lsbook.model.story import Story
from lsbook.pipeline import choose, load
from lsbook.reading import quote_sources
from tests.building import HEAD, MADE, STORY, policy, story_in, write_files

PEOPLE = (
    "- {id: moss, name: Darren Moss, is: aunt, group: family, from-age: 13}\n"
    "- {id: darren, name: Darren, is: neighbour, group: friends}\n"
)
NAME = "Darren Moss"


def _find_lines(story: Story, edition: str = "9-12") -> list[str]:
    """Return where each refusal stands, and the line that it quotes."""
    refusals = make_choice(story, make_edition(story, policy(), edition), MADE).refusals
    return [f"{problem.at} {problem.source}" for problem in quote_sources(refusals, Path(story.folder))]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            "You ran.\n\nYou saw Darren Moss.\n\nYou saw Darren Moss.\n",
            ["7 You saw Darren Moss.", "9 You saw Darren Moss."],
        ),
        ("::: from-age 13\nYou saw Darren Moss.\n:::\n\nYou saw Darren Moss.\n", ["9 You saw Darren Moss."]),
        ("You saw him. Darren\nMoss ran. Moss fell.\n", ["5 You saw him. Darren", "6 Moss ran. Moss fell."]),
        ("You saw Darren.\nAnd [[darren]] Moss.\n", ["6 And [[darren]] Moss."]),
        ("The word\n[[darren]]\nMoss\n", ["6 [[darren]]"]),
        ("![A dog\nwith Darren Moss](dog.png)\n", ["6 with Darren Moss](dog.png)"]),
        ("> - one\n>   Darren\u00ad Moss\n", ["6 >   Darren\u00ad Moss"]),
        ("    one\n    Darren Moss\n", ["6 Darren Moss"]),
        ("[Here\nit is](https://x.example/Darren%20Moss)\n", ["6 it is](https://x.example/Darren%20Moss)"]),
        ("Darren Moss, Darren Moss\n", ["5 Darren Moss, Darren Moss"]),
    ],
)
def test_a_name_in_a_chapter_is_said_by_its_line(tmp_path: Path, words: str, lines: list[str]) -> None:
    """The line is that of the words themselves, however often they stand in the file and however they are printed."""
    files: dict[str, str | bytes] = {"people.yaml": PEOPLE, "chapters/01.md": HEAD + words, "media/dog.png": b""}
    assert _find_lines(story_in(tmp_path, files)) == [f"chapters/01.md:{line}" for line in lines]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_lines_are_right_in_every_kind_of_file(tmp_path: Path, encoding: str) -> None:
    """Neither the line ends of Windows nor another encoding move a problem to another line."""
    text = f"{HEAD}You saw Darren.\n\nHe is\nDarren Moss.\n".replace("\n", "\r\n")
    files: dict[str, str | bytes] = {"people.yaml": PEOPLE, "chapters/01.md": text.encode(encoding)}
    assert _find_lines(story_in(tmp_path, files)) == ["chapters/01.md:8 Darren Moss."]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("|\n    Here.\n\n    You saw\n    Darren Moss.\n", "6 Darren Moss."),
        (">\n    You saw Darren\n    Moss.\n", "3 You saw Darren"),
        ('"Here.\\n\n    You saw Darren\n    Moss."\n', "3 You saw Darren"),
        ("{4: Darren ran., 7: You saw\n    Darren Moss.}\n", "3 Darren Moss.}"),
        (
            "\n    {says: A thing., decided-by: Darren Moss, source: a\n    letter}\n",
            "3 {says: A thing., decided-by: Darren Moss, source: a",
        ),
    ],
)
def test_a_name_in_yaml_is_said_by_its_line(tmp_path: Path, text: str, line: str) -> None:
    """In a text over several lines of YAML, too, the line is that of the words."""
    files = {"people.yaml": PEOPLE, "timeline.yaml": f"- when: 2019\n  about: {text}  what: You ran\n"}
    assert _find_lines(story_in(tmp_path, files)) == [f"timeline.yaml:{line}"]


def test_a_name_in_captions_is_said_by_its_line(tmp_path: Path) -> None:
    """What is said in a film stands on its line in the file of captions, and a name may go on in the next caption."""
    captions = "WEBVTT\n\n00:01.000 --> 00:02.000\nDarren\nran\n\n00:03.000 --> 00:04.000\nhome\nDarren\n\n"
    captions += "00:05.000 --> 00:06.000\nMoss\n"
    files: dict[str, str | bytes] = {
        "people.yaml": PEOPLE,
        "media.yaml": "- {file: a.mp4, shows: A dog runs, captions: a.vtt}\n",
        "media/a.mp4": b"film",
        "media/a.vtt": captions,
    }
    assert _find_lines(story_in(tmp_path, files)) == ["media/a.vtt:9 Darren"]


def test_an_identifier_is_said_by_its_line(tmp_path: Path) -> None:
    """A telephone number in a folded text, and in the name of a group of people, stands where it is written."""
    files = {
        "story.yaml": STORY + "groups:\n  - home\n  - 0161 496 0123\n",
        "people.yaml": "- {id: jan, name: Jan, is: foster mum, group: 0161 496 0123}\n",
        "timeline.yaml": "- when: 2019\n  what: >\n    You rang\n    0161 496 0123\n",
    }
    write_files(tmp_path, files)
    choice = choose(load(tmp_path, None), "9-12", MADE)
    assert [str(problem.at) for problem in quote_sources(choice.refusals, tmp_path)] == [
        "people.yaml:1",
        "story.yaml:8",
        "timeline.yaml:4",
    ]
