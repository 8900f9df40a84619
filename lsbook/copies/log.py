"""Writing the log of copies. What a person wrote in it stays, remarks too: lines are added, none is changed."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

from lsbook.editing import YamlFile, insert_entry, insert_key, open_yaml
from lsbook.editing.format import format_item
from lsbook.editing.nodes import ListNode, MapNode
from lsbook.model.copy import Copy
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.copies import LOG_NOT_CHANGED
from lsbook.model.rules.places import IN_USE, UNREADABLE_FILE, UNWRITABLE
from lsbook.reading.rules.files import LINK

LOG = "work/copies.yaml"
HEAD = "# Every copy of a book of this story that was handed over. lsbook adds to it; a person may add remarks.\n"
_BY_HAND = "Write it in by hand, and see what is wrong with the file."


def make_copy_id(taken: set[str], edition: str, today: date) -> str:
    """The name of a copy of ``edition``, which none of ``taken`` has."""
    plain = re.sub("[^a-z0-9]+", "-", edition.lower()).strip("-")
    return next(name for at in range(1, len(taken) + 2) if (name := f"{today}-{plain}-{at}") not in taken)


def check_can_add(story: Path, copy: Copy) -> None:
    """Raise ``ProblemsFound`` where the log of ``story`` could not take ``copy``: asked before a copy is made."""
    _append_entry(story, copy)
    _check_mode(story / LOG)


def add_copy(story: Path, copy: Copy) -> None:
    """Write ``copy`` at the end of the log of ``story``. Raises ``ProblemsFound`` where that cannot be done."""
    _write_log(story, _append_entry(story, copy).data)


def mark_copy(story: Path, copy: Copy, key: str, on: date) -> None:
    """Write below the id of ``copy`` what became of it (``key``: lost, returned, destroyed) and on which day.

    Raises ``ProblemsFound`` where that cannot be done.
    """
    data = _read_log(story)
    entry = None
    try:
        log = open_yaml(data, LOG)
        [(at, entry)] = [(at, entry) for at, entry in enumerate(_list_entries(log)) if entry.get_text("id") == copy.id]
        marked = insert_key(log, (at,), key, on.isoformat(), after="id")
    except (ProblemsFound, ValueError) as error:
        what = f"It could not be written into the log that this copy was {key.replace('-', ' ')}."
        raise LOG_NOT_CHANGED.make_error(copy.at, what, _format_remedy(entry, key, on)) from error
    _write_log(story, marked.data)


def format_entry(copy: Copy) -> str:
    """The lines of one copy, as they stand in the log."""
    return f"{format_item(_list_fields(copy), column=0)}\n"


def _list_fields(copy: Copy) -> dict[str, str]:
    """The keys of the entry of ``copy`` with their texts, in their order; without those that were not said."""
    fields = {
        "id": copy.id,
        "on": copy.on.isoformat(),
        "edition": copy.edition,
        "form": copy.copy_format,
        "given-to": copy.given_to,
        "by": copy.by,
        "unlocked-by": copy.unlocked_by,
        "approved-by": copy.approved_by,
        "second-reader": copy.second_reader,
        "child-asked": copy.child_asked,
        "also-reads": copy.also_reads,
        "hint": copy.hint,
        "reason": copy.reason,
        "instead-of": copy.instead_of,
        "replaces": copy.replaces,
        "book": copy.book,
        "copy": copy.copy_digest,
    }
    return {key: text for key, text in fields.items() if text}


def _append_entry(story: Path, copy: Copy) -> YamlFile:
    """The log with ``copy`` at its end, as it is to be written."""
    data = _read_log(story)
    try:
        log = open_yaml(data, LOG)
        entries = _list_entries(log)
        longer = insert_entry(log, (), _list_fields(copy))
    except ProblemsFound as error:
        raise ProblemsFound((_make_shape_problem(),)) from error
    if any(entry.get_text("id") == copy.id for entry in entries):
        what = f'There is a copy called "{copy.id}" by now: somebody else has just handed one over.'
        raise IN_USE.make_error(Location(LOG), what, "Try once more.")
    return longer


def _list_entries(log: YamlFile) -> tuple[MapNode, ...]:
    """What stands in the log. Raises ``ProblemsFound`` where it is no list of entries."""
    nodes = log.root.items if isinstance(log.root, ListNode) else ()
    entries = tuple(node for node in nodes if isinstance(node, MapNode))
    if len(entries) < len(nodes):
        raise ProblemsFound((_make_shape_problem(),))
    return entries


def _make_shape_problem() -> Problem:
    what = "The log of copies is not the list that lsbook can add to."
    remedy = "Begin each copy with - id: at the beginning of a line, its other keys below, and nothing else."
    return Problem(Location(LOG), what, remedy, rule=LOG_NOT_CHANGED.id)


def _format_remedy(entry: MapNode | None, key: str, on: date) -> str:
    """What to write by hand where lsbook could not mark ``entry``."""
    if entry and entry.get_pair(key):
        return f"Write the day by hand where {key}: stands already:  {key}: {on}"
    if entry and entry.in_brackets:
        return f"Write it by hand, inside the brackets:  {{{key}: {on}, id: …}}"
    return f"Write below its id:  {key}: {on}"


def _read_log(story: Path) -> bytes:
    log = story / LOG
    if log.is_symlink() or log.parent.is_symlink():
        what = "This is a link to another place, and lsbook writes only inside the story."
        raise LINK.make_error(Location(LOG), what, "Put a real file or folder in its place.")
    try:
        data = log.read_bytes()
        data.decode("utf-8")
        return data
    except FileNotFoundError:
        return HEAD.encode()
    except (OSError, UnicodeDecodeError) as error:
        reason = str(getattr(error, "strerror", None) or "").lower() or "it is not written in UTF-8"
        what = f"The log of copies cannot be read ({reason})."
        raise UNREADABLE_FILE.make_error(Location(LOG), what, "Save it as UTF-8 in your editor.") from error


def _check_mode(log: Path) -> int | None:
    """Who may read and write the log, where there is one. Raises ``ProblemsFound`` where nobody may write it."""
    if not log.exists():
        return None
    mode = log.stat().st_mode & 0o777
    if not mode & 0o222:
        what = "The log of copies may not be written: it is read-only."
        raise UNWRITABLE.make_error(Location(LOG), what, "See who made it so, and let it be written again.")
    return mode


def _write_log(story: Path, data: bytes) -> None:
    log = story / LOG
    try:
        log.parent.mkdir(exist_ok=True)
        beside = log.with_name(f".{log.name}")
        mode = _check_mode(log)
        with beside.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if mode is not None:
            beside.chmod(mode)  # whoever may read it stays the same
        beside.replace(log)
    except OSError as error:
        what = f"The log of copies could not be written ({(error.strerror or 'no reason given').lower()})."
        raise UNWRITABLE.make_error(Location(LOG), what, _BY_HAND) from error
