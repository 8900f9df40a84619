"""``work/copies/``: what each copy that was handed over holds. The one place in ``work/`` that ``build`` reads."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from lsbook.history.inventory import parse_inventory
from lsbook.model.inventory import Inventory

COPIES = "work/copies"


class CopyRecord(Struct, frozen=True):
    """A copy, by its name in the log, and what it holds."""

    copy: str
    on: date
    inventory: Inventory
    lost: bool = False
    given_to: str = ""


def read_copy_records(story: Path) -> tuple[CopyRecord, ...]:
    """Every copy of which it is known what it holds, the oldest first. What cannot be read is passed over."""
    folder = story / COPIES
    try:
        if folder.is_symlink() or folder.parent.is_symlink() or not folder.is_dir():
            return ()
        files = [file for file in folder.glob("*.json") if file.is_file() and not file.is_symlink()]
    except OSError:
        return ()
    return tuple(sorted(_read_records(files), key=lambda record: (record.on, _make_sort_key(record.copy))))


def list_copy_names(story: Path) -> set[str]:
    """The names of copies of which something is kept, whatever the log says: none of them is given twice."""
    try:
        return {re.sub("-lost(-again)?$", "", file.stem).lstrip(".") for file in (story / COPIES).iterdir()}
    except OSError:
        return set()


def find_last_copy(copies: Iterable[CopyRecord], editions: frozenset[str], day: date) -> CopyRecord | None:
    """The copy that a reader has on ``day``: the last of any of ``editions`` that is not lost."""
    records = [
        record for record in copies if record.inventory.edition in editions and record.on <= day and not record.lost
    ]
    return records[-1] if records else None


def write_copy_record(story: Path, record: CopyRecord) -> None:
    """Write down what a copy holds. Raises ``OSError``."""
    folder = story / COPIES
    if folder.is_symlink() or folder.parent.is_symlink():
        raise OSError(0, "this is a link to another place")
    folder.mkdir(parents=True, exist_ok=True)
    fields = {
        "copy": record.copy,
        "on": record.on.isoformat(),
        "lost": record.lost,
        "given_to": record.given_to,
        **to_builtins(record.inventory),
    }
    beside = folder / f".{record.copy}.json"
    with beside.open("w", encoding="utf-8") as out:
        out.write(json.dumps(fields, ensure_ascii=False, indent=1) + "\n")
        out.flush()
        os.fsync(out.fileno())
    beside.replace(folder / f"{record.copy}.json")


def mark_record_lost(story: Path, copy: str) -> None:
    """From now on nobody has this copy. Raises ``OSError``."""
    for record in read_copy_records(story):
        if record.copy == copy and not record.lost:
            write_copy_record(story, replace(record, lost=True))


def _read_records(files: Iterable[Path]) -> Iterator[CopyRecord]:
    for file in files:
        if file.name.startswith("."):
            continue
        try:
            fields = json.loads(file.read_text(encoding="utf-8"))
            on, to = date.fromisoformat(fields["on"]), str(fields.get("given_to", ""))
            yield CopyRecord(str(fields["copy"]), on, parse_inventory(fields), bool(fields["lost"]), to)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            continue


def _make_sort_key(copy: str) -> tuple[int, str]:
    """Names end with a number; the tenth of a day comes after the ninth."""
    number = copy.rpartition("-")[2]
    return (int(number) if number.isdecimal() and len(number) < 9 else 0, copy)
