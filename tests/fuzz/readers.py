"""Single files and values, broken and read: many more a second than whole stories."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsbook.model.problem import Location
from lsbook.reading import InvalidDateError, read_english_date
from lsbook.reading.context import ReadContext
from lsbook.reading.dates import load_month_names
from lsbook.reading.markdown.blocks import read_blocks
from lsbook.reading.markdown.options import read_options
from lsbook.reading.problems import ProblemCollector
from lsbook.reading.story.folder import MediaIndex
from lsbook.reading.story.items import read_about_me, read_medium, read_moment, read_question, read_word
from lsbook.reading.story.markdown_files import read_chapter, read_letter
from lsbook.reading.story.people import read_person
from lsbook.reading.story.places import read_home, read_keepsake, read_school
from lsbook.reading.story.story_file import read_story_file
from lsbook.reading.text import read_text
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, Seq
from lsbook.reading.yaml.parse import read_tree

ENTRIES: dict[str, Callable[[YamlEntry], object]] = {
    "people.yaml": read_person,
    "homes.yaml": read_home,
    "schools.yaml": read_school,
    "timeline.yaml": read_moment,
    "keepsakes.yaml": read_keepsake,
    "questions.yaml": read_question,
    "about-me.yaml": read_about_me,
    "words.yaml": read_word,
    "media.yaml": read_medium,
}


def file(folder: Path, name: str, content: bytes) -> None:
    """Read one file of a story, as the story is read."""
    place = folder / "one.txt"
    place.write_bytes(content)
    complaints = ProblemCollector()
    desk = ReadContext(
        complaints,
        MediaIndex(("jan-garden.jpg", "a.png")),
        (),
        load_month_names("en"),
        ("carers",),
        ("9-12",),
        lambda _: None,
    )
    text = read_text(place, name, complaints)
    if text is None:
        return
    if name.startswith("chapters/"):
        read_chapter(name, text, desk)
    elif name.startswith("letters/"):
        read_letter(name, text, desk)
    else:
        _yaml(name, read_tree(text, name, complaints), desk)


def _yaml(name: str, tree: Any, desk: ReadContext) -> None:
    if name == "story.yaml" and isinstance(tree, Map):
        read_story_file(YamlEntry(tree, desk), "en-GB", ("adoption",))
    if name in ENTRIES and isinstance(tree, Seq):
        for item in tree.items:
            if isinstance(item, Map):
                entry = YamlEntry(item, desk)
                ENTRIES[name](entry)
                entry.report_unknown_keys()


def day(written: str) -> None:
    """Read one date."""
    try:
        read_english_date(written)
    except InvalidDateError as error:
        assert str(error)


def gate(line: str) -> None:
    """Read one line that opens a block."""
    read_options(line)
    complaints = ProblemCollector()
    desk = ReadContext(complaints, MediaIndex(()), (), load_month_names("en"), ("carers",), ("9-12",), lambda _: None)
    read_blocks([(Location("x", 1), f"::: {line}"), (Location("x", 2), "Words."), (Location("x", 3), ":::")], desk)
