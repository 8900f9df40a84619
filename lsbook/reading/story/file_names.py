"""The names in a story folder: those that lsbook knows, and what somebody meant by another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lsbook.model.problem import Location, Problem
from lsbook.model.suggestions import format_suggestion
from lsbook.reading.parsed import make_warning
from lsbook.reading.rules.files import UNKNOWN_FILE
from lsbook.reading.synced_files import find_version_of, make_version_problem

YAML_FILES = (
    "story.yaml",
    "about-me.yaml",
    "people.yaml",
    "homes.yaml",
    "schools.yaml",
    "timeline.yaml",
    "keepsakes.yaml",
    "questions.yaml",
    "media.yaml",
    "words.yaml",
    "policy.yaml",
)
FOLDERS = ("chapters", "letters", "media", "work", "books")


def is_ignored(name: str) -> bool:
    """True for files that systems leave behind; they are in no story and harm no book."""
    return name.startswith((".", "~$")) or name.casefold() in {"thumbs.db", "desktop.ini"}


def natural_sort_key(name: str) -> tuple[tuple[int, int | str], ...]:
    """Return the sort key that puts ``2-x`` before ``10-x``."""
    pieces = re.split(r"(\d+)", unicodedata.normalize("NFC", name).casefold())
    return tuple((0, int(piece)) if piece.isdecimal() else (1, piece) for piece in pieces if piece)


def check_unknown_name(name: str, is_folder: bool) -> Iterator[Problem]:
    """Yield what is wrong with a name in the story's own folder that lsbook does not know."""
    known = FOLDERS if is_folder else YAML_FILES
    first = "" if is_folder else find_version_of(name, YAML_FILES)
    meant = _find_meant_name(name, is_folder)
    hint = f' Did you mean "{meant}"?' if meant in known else format_suggestion(name, known) if meant else ""
    if first in YAML_FILES:
        yield make_version_problem(Location(name), first)
    elif hint and not is_folder and ".yaml." in name.casefold():
        what = f'The name of this file is really "{name}": the computer hides its ending, so nothing in it is read.'
        yield Problem(Location(name), what, f'Rename it to "{meant}".', rule=UNKNOWN_FILE.id)
    elif hint:
        what = f'lsbook does not know "{name}", so nothing in it would be in the book.{hint}'
        yield Problem(Location(name), what, "Rename it, or take it out of the story folder.", rule=UNKNOWN_FILE.id)
    elif not is_folder and re.fullmatch(r"\d.*\.md", name.casefold()):
        what = "This looks like a chapter, and stands outside chapters/: nothing of it is in the book."
        yield make_warning(Location(name), what, "Move it into chapters/, or leave it.", rule=UNKNOWN_FILE)
    elif name.casefold().endswith((".yaml", ".yml")):
        what = "lsbook does not know this file and has not read it."
        yield make_warning(Location(name), what, "Rename it, or leave it.", rule=UNKNOWN_FILE)


def _find_meant_name(name: str, is_folder: bool) -> str:
    """Return the name that a worker meant: ``people.yaml`` for ``People.YML`` and ``people.yaml.txt``; or ``""``."""
    stem, _, ending = name.casefold().rpartition(".")
    if is_folder or ending == "yaml":
        return name.casefold().replace(".yaml.yaml", ".yaml")
    if ending in {"txt", "docx", "doc", "odt", "rtf", "md", "yml"}:
        return f"{stem.removesuffix('.yaml')}.yaml" if ending in {"txt", "yml"} or stem.endswith(".yaml") else ""
    return ""
