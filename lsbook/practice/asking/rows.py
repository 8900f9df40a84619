"""Rows of ``work/asked.yaml``: whom we asked, and what came of it. All else stays as it was."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from lsbook.editing import YamlFile, insert_entry, insert_key, open_yaml
from lsbook.editing.format import YamlValue, format_item
from lsbook.editing.nodes import ListNode, MapNode
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.work import NOT_EDITABLE
from lsbook.model.work import AskedPerson
from lsbook.reading.work.records import ASKED_FILE

ANSWERED, DECLINED = "answered", "declined"


def add_row(story: Path, who: str, what: tuple[str, ...], on: date) -> None:
    """Write at the end of work/asked.yaml that ``who`` was asked for ``what``.

    Raises ``ProblemsFound`` with the row to add by hand where lsbook cannot add it.
    """
    row: YamlValue = {"who": who, "what": what, "on": on.isoformat()}
    try:
        _write(story, insert_entry(_open(story), (), row))
    except (ProblemsFound, OSError) as error:
        remedy = f"Add it by hand:\n{format_item(row, 0)}"
        raise NOT_EDITABLE.make_error(Location(ASKED_FILE), "lsbook cannot add a row to this file.", remedy) from error


def close_row(story: Path, asked: tuple[AskedPerson, ...], who: str, key: str, on: date) -> None:
    """Write below the newest open row of ``who`` on which day they answered, or said no (``key``).

    Nothing is written where no row is open. Raises ``ProblemsFound`` where lsbook cannot write it.
    """
    numbers = [number for number, row in enumerate(asked) if row.who == who and row.is_open]
    if not numbers:
        return
    try:
        file = _open(story)
        node = file.root.items[numbers[-1]] if isinstance(file.root, ListNode) else None
        if not isinstance(node, MapNode) or node.get_text("who") != who:
            raise ProblemsFound(())
        _write(story, insert_key(file, (numbers[-1],), key, on.isoformat()))
    except (ProblemsFound, OSError) as error:
        what = f"lsbook cannot write into this file that {who} was heard."
        raise NOT_EDITABLE.make_error(Location(ASKED_FILE), what, f"Write it by hand: {key}: {on}") from error


def _open(story: Path) -> YamlFile:
    file = story / ASKED_FILE
    return open_yaml(file.read_bytes() if file.exists() else b"", ASKED_FILE)


def _write(story: Path, changed: YamlFile) -> None:
    """Put the changed file in the place of the old one, whole. Raises ``OSError``; no link is written through."""
    file = story / ASKED_FILE
    if file.is_symlink() or file.parent.is_symlink():
        raise OSError("a link")
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    beside.write_bytes(changed.data)
    if file.exists():
        beside.chmod(file.stat().st_mode & 0o777)
    beside.replace(file)
