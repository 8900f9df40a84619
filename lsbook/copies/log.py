"""Writing the log of copies. What a person wrote in it stays, remarks too: lines are added, none is changed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import yaml

from lsbook.model.copy import Copy
from lsbook.model.problem import Location, Problem, ProblemsFound

LOG = "work/copies.yaml"
HEAD = "# Every copy of a book of this story that was handed over. lsbook adds to it; a person may add remarks.\n"
_BY_HAND = "Write it in by hand, and see what is wrong with the file."


def check_can_add(story: Path, copy: Copy) -> None:
    """Raises ``NotMade`` where the log of ``story`` could not take ``copy``: asked before a copy is made."""
    _append_entry(story, format_entry(copy), copy.id)
    _check_mode(story / LOG)


def add_copy(story: Path, copy: Copy) -> None:
    """Write ``copy`` at the end of the log of ``story``. Raises ``NotMade`` where that cannot be done."""
    _write_log(story, _append_entry(story, format_entry(copy), copy.id))


def mark_copy(story: Path, copy: Copy, key: str, on: date) -> None:
    """Write below the name of ``copy`` what became of it (``key``: lost, returned, destroyed) and on which day.

    Raises ``NotMade`` where that cannot be done.
    """
    lines = _read_log(story).splitlines(keepends=True)
    row = copy.at.line - 1
    column = lines[row].find("id") if row < len(lines) else -1
    if column > 0 and not lines[row][:column].strip(" -"):
        end = "\r\n" if lines[row].endswith("\r\n") else "\n"
        lines[row] = lines[row].rstrip("\r\n") + end
        lines.insert(row + 1, f'{" " * column}{key}: "{on.isoformat()}"{end}')
    text = "".join(lines)
    found = [one.get(key) for one in _parse_entries(text) if one.get("id") == copy.id]
    if found != [on.isoformat()] or _find_keys(text, row).count(key) > 1:
        what = f"It could not be written into the log that this copy was {key.replace('-', ' ')}."
        raise ProblemsFound((Problem(copy.at, what, _format_remedy(text, row, key, on)),))
    _write_log(story, text)


def format_entry(copy: Copy) -> str:
    """The lines of one copy, each text in quotes so that whatever it says stays what it says."""
    told = {
        "id": copy.id,
        "on": copy.on.isoformat(),
        "edition": copy.edition,
        "form": copy.form,
        "given-to": copy.given_to,
        "by": copy.by,
        "approved-by": copy.approved_by,
        "second-reader": copy.second_reader,
        "child-asked": copy.child_asked,
        "hint": copy.hint,
        "reason": copy.reason,
        "instead-of": copy.instead_of,
        "replaces": copy.replaces,
        "book": copy.book,
        "copy": copy.copy_digest,
    }
    return "- " + "\n  ".join(f"{key}: {_quote(text)}" for key, text in told.items() if text) + "\n"


def _quote(text: str) -> str:
    return str(yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10**6)).rstrip("\n")


def _append_entry(story: Path, entry: str, name: str) -> str:
    before = _read_log(story)
    text = (before if before.endswith("\n") else f"{before}\n") + entry
    entries = _parse_entries(text)
    if [one.get("id") for one in entries].count(name) > 1:
        what = f'There is a copy called "{name}" by now: somebody else has just handed one over.'
        raise ProblemsFound((Problem(Location(LOG), what, "Try once more."),))
    if not entries or entries[-1].get("id") != name:
        what = "The log of copies is not the list that lsbook can add to."
        remedy = "Begin each copy with - id: at the beginning of a line, its other keys below, and nothing else."
        raise ProblemsFound((Problem(Location(LOG), what, remedy),))
    return text


def _parse_entries(text: str) -> list[dict[str, object]]:
    """What stands in the log; nothing where it is no list of entries."""
    try:
        told = yaml.load(text, yaml.BaseLoader)
    except yaml.YAMLError:
        return []
    return told if isinstance(told, list) and all(isinstance(one, dict) for one in told) else []


def _find_keys(text: str, row: int) -> list[str]:
    """The keys of the entry that holds the line ``row``, each as often as it stands there."""
    try:
        tree = yaml.compose(text, yaml.BaseLoader)
    except yaml.YAMLError:
        return []
    entries = tree.value if isinstance(tree, yaml.SequenceNode) else []
    held = (one for one in entries if one.start_mark.line == row or one.start_mark.line < row < one.end_mark.line)
    return [key.value for one in held if isinstance(one, yaml.MappingNode) for key, _ in one.value]


def _format_remedy(text: str, row: int, key: str, on: date) -> str:
    lines = text.splitlines()
    if _find_keys(text, row).count(key):
        return f"Write the day by hand where {key}: stands already:  {key}: {on}"
    if row < len(lines) and "{" in lines[row]:
        return f"Write it by hand, inside the brackets:  {{{key}: {on}, id: …}}"
    return f"Write below its id:  {key}: {on}"


def _read_log(story: Path) -> str:
    log = story / LOG
    if log.is_symlink() or log.parent.is_symlink():
        what = "This is a link to another place, and lsbook writes only inside the story."
        raise ProblemsFound((Problem(Location(LOG), what, "Put a real file or folder in its place."),))
    try:
        with log.open(encoding="utf-8", newline="") as content:
            return content.read()
    except FileNotFoundError:
        return HEAD
    except (OSError, UnicodeDecodeError) as error:
        reason = str(getattr(error, "strerror", None) or "").lower() or "it is not written in UTF-8"
        what = f"The log of copies cannot be read ({reason})."
        raise ProblemsFound((Problem(Location(LOG), what, "Save it as UTF-8 in your editor."),)) from error


def _check_mode(log: Path) -> int | None:
    """Who may read and write the log, where there is one. Raises ``NotMade`` where nobody may write it."""
    if not log.exists():
        return None
    mode = log.stat().st_mode & 0o777
    if not mode & 0o222:
        what = "The log of copies may not be written: it is read-only."
        raise ProblemsFound((Problem(Location(LOG), what, "See who made it so, and let it be written again."),))
    return mode


def _write_log(story: Path, text: str) -> None:
    log = story / LOG
    try:
        log.parent.mkdir(exist_ok=True)
        beside = log.with_name(f".{log.name}")
        mode = _check_mode(log)
        with beside.open("w", encoding="utf-8", newline="") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        if mode is not None:
            beside.chmod(mode)  # whoever may read it stays the same
        beside.replace(log)
    except OSError as error:
        what = f"The log of copies could not be written ({(error.strerror or 'no reason given').lower()})."
        raise ProblemsFound((Problem(Location(LOG), what, _BY_HAND),)) from error
