"""A story that is read again, with what was read of it before, is the story as if it were read for the first time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lsbook.model.edition import Policy
from lsbook.model.located_text import WordSpan, get_spans
from lsbook.model.problem import Problem
from lsbook.model.story import Story
from lsbook.model.walk import find_all
from lsbook.reading import Parsed, ReadMemory, read_story
from tests.building import HEAD, write_files

FILES: dict[str, str | bytes] = {
    "story.yaml": "child: {name: Robin, born: 2017-02-14}\n"
    "telling-age: {age: 9, decided-by: Sam, on: 2026-02-20}\nlanguage: pl\n",
    "people.yaml": "- {id: bo, name: Bo, is: friend, group: friends, about: Bo sings.}\n",
    "timeline.yaml": "- {when: lipiec 2019, what: You swam, photos: [a.jpg]}\n",
    "media.yaml": "- {file: b.mp4, shows: A lake, captions: b.vtt}\n",
    "chapters/01-hill.md": f"{HEAD}You ran with [[bo]].\n\n![Hill](a.jpg)\n\n::: letter hello\n:::\n",
    "chapters/02-lake.md": f"{HEAD.replace('Home', 'Lake')}You swam.\n",
    "letters/hello.md": "---\nfrom: bo\nkind: hello\n---\nHello.\n",
    "media/a.jpg": b"a",
    "media/b.mp4": b"b",
    "media/b.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nLook!\n",
}
"""A made-up story whose files depend on each other: on names of media and letters, on captions, on the language."""
EDITS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "words of a chapter": lambda story: _replace(story / "chapters/02-lake.md", "You swam.", "\nYou *dived*."),
    "a line more above": lambda story: _replace(story / "people.yaml", "- {id", "\n\n- {id"),
    "words of an entry": lambda story: _replace(story / "people.yaml", "Bo sings.", "Bo hums."),
    "captions": lambda story: _replace(story / "media/b.vtt", "Look!", "See!"),
    "captions that are none": lambda story: _replace(story / "media/b.vtt", "-->", "to"),
    "a photo gone": lambda story: (story / "media/a.jpg").unlink(),
    "a photo of another name": lambda story: (story / "media/a.jpg").rename(story / "media/c.jpg"),
    "a letter gone": lambda story: (story / "letters/hello.md").unlink(),
    "a chapter gone": lambda story: (story / "chapters/01-hill.md").unlink(),
    "a chapter renamed": lambda story: (story / "chapters/01-hill.md").rename(story / "chapters/03-hill.md"),
    "another language": lambda story: _replace(story / "story.yaml", "language: pl", "language: cy"),
    "an unreadable line": lambda story: _replace(story / "timeline.yaml", "what: You swam", "what You swam"),
    "an unknown key": lambda story: _replace(story / "timeline.yaml", "what:", "waht:"),
    "a list gone": lambda story: (story / "timeline.yaml").unlink(),
}


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _describe(parsed: Parsed[Story]) -> tuple[Story, tuple[Problem, ...], list[tuple[WordSpan, ...]]]:
    """All that was read, with the places of all words: words are equal wherever they stand."""
    return parsed.value, parsed.problems, [get_spans(text) for text in find_all(str, parsed.value)]


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_story_is_read_as_if_anew(edit: str, tmp_path: Path, policy: Policy) -> None:
    """Whatever changes, words, names or other files, and also when it is changed back."""
    story, memory = tmp_path / "robin", ReadMemory()
    write_files(story, FILES)
    before = _describe(read_story(story, policy, memory))
    assert not before[1]
    EDITS[edit](story)
    assert _describe(read_story(story, policy, memory)) == _describe(read_story(story, policy))
    for file in story.rglob("*.*"):
        if file.is_file():
            file.unlink()
    write_files(story, FILES)
    assert _describe(read_story(story, policy, memory)) == before


def test_what_is_the_same_is_not_read_again(tmp_path: Path, policy: Policy) -> None:
    """After an edit of one chapter the other chapter, and what stands in lists, are the very same values."""
    story, memory = tmp_path / "robin", ReadMemory()
    write_files(story, FILES)
    before = read_story(story, policy, memory).value
    EDITS["words of a chapter"](story)
    after = read_story(story, policy, memory).value
    assert after.chapters[0] is before.chapters[0] and after.people[0] is before.people[0]
    assert after.chapters[1] != before.chapters[1]


def test_a_file_with_an_error_is_read_each_time(tmp_path: Path, policy: Policy) -> None:
    """The words of a problem may depend on other files, so nothing of it is kept."""
    story, memory = tmp_path / "robin", ReadMemory()
    write_files(story, {**FILES, "chapters/02-lake.md": f"{HEAD}![Boat](boat.jpg)\n"})
    first = read_story(story, policy, memory)
    again = read_story(story, policy, memory)
    assert [problem.rule for problem in first.problems] == ["file-not-found"]
    assert again.problems == first.problems and again.value.chapters[1] is not first.value.chapters[1]
