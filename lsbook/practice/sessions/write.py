"""Writing a session: one file for each, so that two people never write one, and never over another."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import TypeAlias

from lsbook.editing.format import format_pair
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.work import Session
from lsbook.practice.new_files import write_new_file
from lsbook.reading.context import make_bare_context
from lsbook.reading.fields.work import SESSION
from lsbook.reading.parsed import Parsed, quote_lines, raise_for_errors
from lsbook.reading.rules.entries import WRONG_VALUE
from lsbook.reading.rules.files import LINK
from lsbook.reading.work.records import SESSIONS
from lsbook.reading.work.session import read_session_entry
from lsbook.reading.yaml.entry import read_entry
from lsbook.reading.yaml.nodes import Map
from lsbook.reading.yaml.parse import read_tree

SessionValue: TypeAlias = "str | tuple[str, ...] | Mapping[str, str]"
SessionFields: TypeAlias = Mapping[str, SessionValue]
"""The keys of a session with their words, as they are to be written."""
_NEW_PATH = f"{SESSIONS}/new.yaml"


def format_session(fields: SessionFields) -> str:
    """Return the text of a file of ``fields``, each text in quotes, in the order of the table of keys."""
    lines = [format_pair(key, fields[key], 0) for key in SESSION.by_key if fields.get(key)]
    return "".join(f"{line}\n" for line in lines)


def parse_session(text: str, path: str = _NEW_PATH) -> Parsed[Session | None]:
    """Return the session that ``text`` says, with every problem in it."""
    tree = read_tree(text, path)
    if not isinstance(tree.value.root, Map):
        problem = Problem(Location(path), "Nothing is written yet.", "Write when:, by: and did:", rule=WRONG_VALUE.id)
        return Parsed(None, (*tree.problems, problem))
    entry = read_entry(tree.value.root, SESSION, tree.value, make_bare_context(), read_session_entry)
    return Parsed(entry.value, quote_lines((*tree.problems, *entry.problems), {path: tree.value.lines}))


def write_session(story: Path, fields: SessionFields) -> Path:
    """Write a new file of a session into ``story`` and return its path.

    Raises ``ProblemsFound`` with all that is wrong in ``fields``, and where the computer cannot write.
    """
    text = format_session(fields)
    parsed = parse_session(text)
    raise_for_errors(parsed.problems)
    if parsed.value is None:
        raise ProblemsFound(parsed.problems)
    _check_folders(story)
    folder = story.joinpath(*SESSIONS.split("/"))
    for number in count(1):
        file = folder / f"{parsed.value.day.isoformat()}{f'-{number}' if number > 1 else ''}.yaml"
        try:
            return write_new_file(file, text)
        except ProblemsFound:
            if not file.exists():
                raise
    raise AssertionError("there is always another number")


def has_sessions(story: Path) -> bool:
    """Return whether a session of ``story`` has been written before."""
    return any(story.joinpath(*SESSIONS.split("/")).glob("*.yaml"))


def _check_folders(story: Path) -> None:
    for folder in (story / "work", story / "work" / "sessions"):
        if folder.is_symlink():
            what = "This folder is a link to another place, and lsbook writes only inside the story."
            raise LINK.make_error(Location(str(folder)), what, "Put a real folder in its place.")


def parse_more(line: str) -> tuple[str, str]:
    """Return the key and the words of ``felt: mixed``; an empty key for a line that is only words."""
    key, colon, words = line.partition(":")
    name = "-".join(key.strip().casefold().split())
    return (name, words.strip()) if colon and name in SESSION.by_key else ("", line.strip())


def add_words(fields: dict[str, SessionValue], key: str, words: str) -> None:
    """Add ``words`` to ``fields``: one more of a list, more of what was done, or what stands at a key alone."""
    if key in ("with", "tools", "photos", "words", "came-of-it"):
        known = fields.get(key, ())
        fields[key] = (*(known if isinstance(known, tuple) else ()), words)
    elif key in ("", "did"):
        fields["did"] = " ".join(filter(None, (str(fields.get("did", "")), words)))
    elif key == "why-in-care":
        known = fields.get(key, {})
        fields[key] = {**(known if isinstance(known, Mapping) else {}), "words": words}
    else:
        fields[key] = words
