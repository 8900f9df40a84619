"""Single files and values, broken and read: many more a second than whole stories."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from lsbook.model.problem import Location
from lsbook.reading import InvalidDateError, read_english_date
from lsbook.reading.context import ReadContext, make_bare_context
from lsbook.reading.decode_text import read_text
from lsbook.reading.fields.files import FILE_KINDS
from lsbook.reading.markdown.blocks import read_blocks
from lsbook.reading.markdown.options import read_options
from lsbook.reading.story.about_me import read_about_me
from lsbook.reading.story.homes import read_home
from lsbook.reading.story.keepsakes import read_keepsake
from lsbook.reading.story.markdown_files import read_chapter, read_letter
from lsbook.reading.story.media import read_medium
from lsbook.reading.story.media_index import MediaIndex
from lsbook.reading.story.people import read_person
from lsbook.reading.story.questions import read_question
from lsbook.reading.story.schools import read_school
from lsbook.reading.story.story_file import read_story_file
from lsbook.reading.story.timeline import read_moment
from lsbook.reading.story.words import read_word
from lsbook.reading.yaml.entry import YamlEntry, read_entry
from lsbook.reading.yaml.files import read_list, read_yaml_file
from lsbook.reading.yaml.nodes import Map, YamlTree

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
    path = folder / "one.txt"
    path.write_bytes(content)
    context = replace(make_bare_context(), media=MediaIndex(("jan-garden.jpg", "a.png")), readers=("carers",))
    context = replace(context, bands=("9-12",))
    if name.endswith(".yaml"):
        _yaml(name, read_yaml_file(path, name).value, context)
    elif (text := read_text(path, name).value) is not None:
        (read_chapter if name.startswith("chapters/") else read_letter)(name, text, context)


def _yaml(name: str, tree: YamlTree, context: ReadContext) -> None:
    if name == "story.yaml" and isinstance(tree.root, Map):
        read_entry(
            tree.root, FILE_KINDS[name], tree, context, lambda entry: read_story_file(entry, "en-GB", ("adoption",))
        )
    if name in ENTRIES:
        read_list(tree, FILE_KINDS[name], context, ENTRIES[name])


def day(written: str) -> None:
    """Read one date."""
    try:
        read_english_date(written)
    except InvalidDateError as error:
        assert str(error)


def gate(line: str) -> None:
    """Read one line that opens a block."""
    read_options(line)
    context = replace(make_bare_context(), readers=("carers",))
    read_blocks([(Location("x", 1), f"::: {line}"), (Location("x", 2), "Words."), (Location("x", 3), ":::")], context)
