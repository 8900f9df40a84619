"""``children.csv``: the authority's own list of children, where it exports one."""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from lsbook.model.problem import Location
from lsbook.model.when import When, find_bounds
from lsbook.reading.dates import InvalidDateError, read_english_date
from lsbook.reading.decode_text import read_text
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.rules.entries import BAD_DATE, DUPLICATE_KEY, MISSING_KEY, UNKNOWN_KEY
from lsbook.reading.synced_files import make_empty_file_problem

CHILDREN_FILE = "children.csv"
_MOST_DAYS = 10_000
COLUMNS = ("reference", "worker", "team", "plan", "looked-after-since", "next-review")


class ListedChild(Struct, frozen=True):
    """One row of the list. Empty where the list says nothing."""

    reference: str
    worker: str
    team: str
    plan: str
    looked_after_since: When | None
    next_review: When | None
    line: int


def read_children(file: Path, path: str = CHILDREN_FILE) -> Parsed[tuple[ListedChild, ...]]:
    """Read the list of children in ``file``, which messages call ``path``, with every problem in it."""
    text = read_text(file.resolve(), path)
    if text.value is None:
        return Parsed((), text.problems)
    if not text.value:
        return Parsed((), (make_empty_file_problem(Location(path)),))
    findings = Findings()
    findings.extend(text.problems)
    separator = ";" if text.value.partition("\n")[0].count(";") > text.value.partition("\n")[0].count(",") else ","
    rows = csv.reader(io.StringIO(text.value), delimiter=separator)
    names = [_fold_name(name) for name in next(rows, [])]
    if "reference" not in names:
        what = 'The first line does not name a column "reference", by which a child is known.'
        findings.add(Location(path, 1), what, f"Begin it with {','.join(COLUMNS)}", rule=UNKNOWN_KEY)
        return findings.wrap(())
    children: dict[str, ListedChild] = {}
    for cells in rows:
        at = Location(path, rows.line_num)
        child = findings.take(_read_row(dict(zip(names, (cell.strip() for cell in cells), strict=False)), at))
        if not child.reference:
            if any(cell.strip() for cell in cells):
                remedy = "Write the child's number in the case system in the first column, or take the row out."
                findings.add(at, "This row has no reference, by which a child is known.", remedy, rule=MISSING_KEY)
            continue
        if before := children.get(child.reference):
            what = f'"{child.reference}" stands here a second time; the first is in line {before.line}.'
            findings.add(at, what, "Keep one row for each child.", rule=DUPLICATE_KEY)
        children.setdefault(child.reference, child)
    return findings.wrap(tuple(children.values()))


def _fold_name(name: str) -> str:
    return "-".join(name.strip().casefold().replace("_", " ").replace("-", " ").split())


def _read_row(row: dict[str, str], at: Location) -> Parsed[ListedChild]:
    findings = Findings()
    since = findings.take(_read_date(row, "looked-after-since", at))
    review = findings.take(_read_date(row, "next-review", at))
    reference, worker, team, plan = (row.get(name, "") for name in ("reference", "worker", "team", "plan"))
    return findings.wrap(ListedChild(reference, worker, team, plan, since, review, at.line))


def _read_date(row: dict[str, str], name: str, at: Location) -> Parsed[When | None]:
    text = row.get(name, "")
    if not text:
        return Parsed(None)
    when = _parse_day(text)
    if when is not None:
        return Parsed(when)
    findings = Findings()
    findings.add(at, f'"{text}" is no day at "{name}".', "Write 2019-12-20, or 20 December 2019.", rule=BAD_DATE)
    return findings.wrap(None)


@lru_cache(maxsize=_MOST_DAYS)
def _parse_day(text: str) -> When | None:
    """Return the day that ``text`` says; ``None`` where nobody can tell. A list of thousands has few different days."""
    try:
        when = read_english_date(_turn_slashes(text))
    except InvalidDateError:
        return None
    return when if find_bounds(when)[0] else None


def _turn_slashes(text: str) -> str:
    """Return ``20/12/2019``, as case systems in Britain export it, as ``2019-12-20``."""
    day, *rest = text.split("/")
    return f"{rest[1]}-{rest[0]}-{day}" if len(rest) == 2 and len(rest[1]) == 4 else text
