"""policy.yaml: what the policy behind a book has other than the one that comes with lsbook, as far as books show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from lsbook.model.edition import Band, Edition, Helpline, Policy, Reader
from lsbook.writing.marks import Entry, drop_empty
from lsbook.writing.yaml_text import Value, format_yaml

T = TypeVar("T", Band, Helpline)

_HEAD = """\
# What the authority that made the book had other than lsbook itself: the ages of the books, and numbers to ring.
# Numbers change. Check them, and write a new date at checked.

"""


def format_policy_file(policy: Policy, shipped: Policy, edition: Edition) -> str:
    """Return the text of policy.yaml; empty where nothing in ``policy`` makes a book other than ``shipped`` does.

    An adult's book has its own numbers here for every age: told as theirs to somebody who is younger, it keeps them.
    """
    readers = [known for known in policy.readers if known.name == edition.reader and known not in shipped.readers]
    is_adult = edition.is_for_child and edition.gentle_age is not None
    lines = tuple(replace(line, from_age=0) for line in edition.helplines) if is_adult else policy.helplines
    lists: Entry = {
        "bands": _replace_all(policy.bands, shipped.bands, _write_band),
        "readers": [_write_reader(known) for known in readers],
        "helplines": _replace_all(lines, shipped.helplines, _write_helpline),
    }
    known = drop_empty(lists)
    return f"{_HEAD}{format_yaml(known)}" if known else ""


def _replace_all(items: tuple[T, ...], shipped: tuple[T, ...], write: Callable[[T], Entry]) -> list[Value]:
    """Return nothing where the lists are the same; else all, in their order, in the place of those that are shipped."""
    if items == shipped:
        return []
    gone: Iterator[Value] = ({"name": item.name, "remove": "yes"} for item in shipped)
    return [*gone, *map(write, items)]


def _write_band(band: Band) -> Entry:
    return drop_empty(
        {
            "name": band.name,
            "title": band.title,
            "age": str(band.age),
            "mean-sentence": str(band.mean_sentence),
            "longest-sentence": str(band.longest_sentence),
            "grade": "" if band.grade is None else str(band.grade),
            "look": str(band.look),
        }
    )


def _write_reader(reader: Reader) -> Entry:
    return {
        "name": reader.name,
        "title": reader.title,
        "needs-approval": "yes" if reader.needs_approval else "no",
        "told-where": "yes" if reader.told_where else "no",
        "look": str(reader.look),
    }


def _write_helpline(line: Helpline) -> Entry:
    return drop_empty(
        {
            "name": line.name,
            "number": line.number,
            "says": line.says,
            "from-age": str(line.from_age),
            "until-age": str(line.until_age),
            "checked": line.checked.isoformat(),
            "language": line.language,
        }
    )
