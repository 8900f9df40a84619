"""``work/copies/``: what each copy that was handed over holds. The one place in ``work/`` that ``build`` reads."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from lsbook.history.inventory import holdings_from
from lsbook.model.inventory import Holdings

COPIES = "work/copies"


@dataclass(frozen=True)
class Handed:
    """A copy, by its name in the log, and what it holds."""

    copy: str
    on: date
    holdings: Holdings
    lost: bool = False
    given_to: str = ""


def handed(story: Path) -> tuple[Handed, ...]:
    """Every copy of which it is known what it holds, the oldest first. What cannot be read is passed over."""
    folder = story / COPIES
    try:
        if folder.is_symlink() or folder.parent.is_symlink() or not folder.is_dir():
            return ()
        files = [file for file in folder.glob("*.json") if file.is_file() and not file.is_symlink()]
    except OSError:
        return ()
    return tuple(sorted(_read(files), key=lambda one: (one.on, _counted(one.copy))))


def known_copies(story: Path) -> set[str]:
    """The names of copies of which something is kept, whatever the log says: none of them is given twice."""
    try:
        return {re.sub("-lost(-again)?$", "", file.stem).lstrip(".") for file in (story / COPIES).iterdir()}
    except OSError:
        return set()


def handed_last(copies: Iterable[Handed], editions: frozenset[str], by: date) -> Handed | None:
    """The copy that a reader has on the day ``by``: the last of any of ``editions`` that is not lost."""
    there = [one for one in copies if one.holdings.edition in editions and one.on <= by and not one.lost]
    return there[-1] if there else None


def keep(story: Path, one: Handed) -> None:
    """Write down what a copy holds. Raises ``OSError``."""
    folder = story / COPIES
    if folder.is_symlink() or folder.parent.is_symlink():
        raise OSError(0, "this is a link to another place")
    folder.mkdir(parents=True, exist_ok=True)
    told = {
        "copy": one.copy,
        "on": one.on.isoformat(),
        "lost": one.lost,
        "given_to": one.given_to,
        **asdict(one.holdings),
    }
    beside = folder / f".{one.copy}.json"
    with beside.open("w", encoding="utf-8") as out:
        out.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        out.flush()
        os.fsync(out.fileno())
    beside.replace(folder / f"{one.copy}.json")


def marked_lost(story: Path, copy: str) -> None:
    """From now on nobody has this copy. Raises ``OSError``."""
    for one in handed(story):
        if one.copy == copy and not one.lost:
            keep(story, replace(one, lost=True))


def _read(files: Iterable[Path]) -> Iterator[Handed]:
    for file in files:
        if file.name.startswith("."):
            continue
        try:
            told = json.loads(file.read_text(encoding="utf-8"))
            on, to = date.fromisoformat(told["on"]), str(told.get("given_to", ""))
            yield Handed(str(told["copy"]), on, holdings_from(told), bool(told["lost"]), to)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            continue


def _counted(copy: str) -> tuple[int, str]:
    """Names end with a number; the tenth of a day comes after the ninth."""
    number = copy.rpartition("-")[2]
    return (int(number) if number.isdecimal() and len(number) < 9 else 0, copy)
