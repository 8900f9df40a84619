"""What of a copy nobody but the child may be told: in the report of a lost copy, and in what is kept of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from lsbook import editions
from lsbook.archive.private.names import PrivateNames
from lsbook.archive.private.private_items import own_of
from lsbook.archive.private.terms import names_of, terms_of_names
from lsbook.history.inventory import SHORTEST, Digest, facts_of, items_of
from lsbook.model.inventory import Fact, Holding, Holdings
from lsbook.model.problem import NotMade
from lsbook.pipeline import Read
from lsbook.reading.text import LARGEST, clean, encoding_of

_NAMED = ("people", "homes", "schools", "keepsakes")
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MARKED = re.compile(r"only-me\W+(?:true|yes)", re.IGNORECASE)
_CALLED = re.compile(r"(?:^|[-{,]\s*|^\s+)(?:name|also-called):[ \t]*([^\n{}]+)", re.MULTILINE)


@dataclass(frozen=True)
class Hidden:
    """What is the child's alone by today's story: marks of items, facts, and the names of all that is.

    ``is_known``: False where the story cannot be read, so that only names were looked for.
    """

    marks: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    names: PrivateNames = field(default_factory=lambda: PrivateNames(()))
    is_known: bool = True

    def of(self, holdings: Holdings) -> Hidden:
        """The same, with the names that the items of ``holdings`` had when their copy was made."""
        gone = [item for item in holdings.items if item.label and self.marks.intersection(item.marks)]
        earlier = [
            term
            for item in gone
            if item.kind in _NAMED
            for term in terms_of_names((item.label,), item.label, is_person=item.kind == "people")
        ]
        return replace(self, names=self.names.with_others(earlier))

    def is_nameable(self, item: Holding) -> bool:
        """Whether a report may say by its label what ``item`` is."""
        return bool(item.label) and not self.marks.intersection(item.marks) and not self.names.has_any_in(item.label)

    def is_tellable(self, fact: Fact) -> bool:
        """Whether a report may tell ``fact``: also where whose it is was called something else."""
        said = fact.says.partition(": ")[2]
        known = fact.says in self.facts or (
            len(said) >= SHORTEST and said in {of.partition(": ")[2] for of in self.facts}
        )
        return not known and not self.names.has_any_in(fact.says)


def find_hidden(read: Read, names: tuple[str, ...], digest: Digest, today: date) -> Hidden:
    """What is the child's alone in the books of the editions ``names`` as the story stands, refused or not."""
    marks: set[str] = set()
    facts: set[str] = set()
    for name in names:
        try:
            choice = editions.choice(read.story, editions.make_edition(read.story, read.policy, name), today)
        except NotMade:
            continue
        book = choice.draft
        marks |= {mark for item in items_of(book, choice.own, digest) if not item.label for mark in item.marks}
        facts |= {fact.says for fact in facts_of(book, ())} - {fact.says for fact in facts_of(book, choice.own)}
    return Hidden(frozenset(marks), frozenset(facts), names_of(read.story, own_of(read.story)))


def remove_private_names(holdings: Holdings, names: PrivateNames) -> Holdings:
    """``holdings`` to be kept outside the child's book: what names the child's own is there, and no word of it."""
    items = tuple(replace(item, label="") if names.has_any_in(item.label) else item for item in holdings.items)
    return replace(
        holdings, items=items, facts=tuple(fact for fact in holdings.facts if not names.has_any_in(fact.says))
    )


def find_hidden_in_files(story: Path) -> Hidden:
    """The names of what is marked ``only-me`` in the files of a story that cannot be read as one."""
    terms = []
    for kind in _NAMED:
        for entry in _entries(story / f"{kind}.yaml"):
            if names := tuple(_names_of_own(entry)):
                terms += list(terms_of_names(names, kind, is_person=kind == "people"))
    return Hidden(names=PrivateNames(terms), is_known=False)


def _entries(file: Path) -> Iterator[str]:
    """Each entry of a list by itself: a slip in one does not hide the others."""
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST:
            return
        data = file.read_bytes()
    except OSError:
        return
    mark, encoding = encoding_of(data)
    yield from re.split(r"^(?=- )", clean(data[len(mark) :].decode(encoding, "replace")), flags=re.MULTILINE)


def _names_of_own(entry: str) -> Iterator[str]:
    if not _MARKED.search(entry):
        return
    try:
        [keys] = yaml.load(entry, Loader=_LOADER)
        if str(keys["only-me"]).casefold() in ("true", "yes"):
            yield from _texts(keys.get("name"))
            yield from _texts(keys.get("also-called"))
    except (yaml.YAMLError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        for match in _CALLED.finditer(entry):
            yield from (name.strip(" \t'\"") for name in match[1].strip("[] ").split(","))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
