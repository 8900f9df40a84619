"""policy.yaml: what the policy behind a book has other than the one that comes with lsbook, as far as books show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec.structs import replace

from lsbook.model.book import Book
from lsbook.model.edition import Band, Helpline, Policy, Reader
from lsbook.model.when import Dated, Point, compute_age
from lsbook.story_writing.entry_keys import Entry, drop_empty
from lsbook.story_writing.yaml_text import Value, format_yaml

T = TypeVar("T", Band, Helpline)

_HEAD = """\
# What the authority that made the book had other than lsbook itself: the ages of the books, and numbers to ring.
# Numbers change. Check them, and write a new date at checked.

"""


def format_policy_file(policy: Policy, shipped: Policy, reader: str) -> str:
    """Return the text of policy.yaml; empty where nothing in ``policy`` makes a book other than ``shipped`` does.

    ``reader`` is the one of the Book, if it is not the child.
    """
    readers = [known for known in policy.readers if known.name == reader and known not in shipped.readers]
    lists: Entry = {
        "bands": _replace_all(policy.bands, shipped.bands, _write_band),
        "readers": [_write_reader(known) for known in readers],
        "helplines": _replace_all(policy.helplines, shipped.helplines, _write_helpline),
    }
    known = drop_empty(lists)
    return f"{_HEAD}{format_yaml(known)}" if known else ""


def keep_numbers(policy: Policy, book: Book) -> Policy:
    """Return ``policy`` with the numbers of an adult's ``book`` for every age, where its child is not of that age yet.

    Told as their own to somebody of fifteen, the story would else have the numbers of a child.
    """
    edition, made_on = book.edition, book.made_on
    ages = compute_age(Dated(Point(made_on.year, made_on.month, made_on.day)), book.child.born)
    if not edition.is_for_child or ages is None or book.child.is_ageless or ages[0] >= edition.age:
        return policy
    of_real_age = tuple(line for line in policy.helplines if line.from_age <= ages[0] <= line.until_age)
    lines = tuple(replace(line, from_age=0) for line in edition.helplines)
    return policy if of_real_age == edition.helplines else replace(policy, helplines=lines)


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
