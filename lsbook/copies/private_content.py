"""What is the child's alone, and so stands in no report of a lost copy and in no record of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from lsbook import editions
from lsbook.archive.private.names import PrivateNames
from lsbook.archive.private.private_items import find_private_items
from lsbook.archive.private.terms import collect_private_names, make_name_terms
from lsbook.history.inventory import SHORTEST_SENTENCE, Digester, list_facts, list_items
from lsbook.model.inventory import Fact, Inventory, InventoryItem
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import NAMED_KINDS, ItemKind
from lsbook.pipeline import Project
from lsbook.reading.decode_text import MAX_TEXT_SIZE, clean, detect_encoding

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MARKED = re.compile(r"only-me\W+(?:true|yes)", re.IGNORECASE)
_CALLED = re.compile(r"(?:^|[-{,]\s*|^\s+)(?:name|also-called):[ \t]*([^\n{}]+)", re.MULTILINE)


class PrivateContent(Struct, frozen=True):
    """What is the child's alone by today's story: marks of items, facts, and the names of all that is.

    ``is_known``: False where the story cannot be read, so that only names were looked for.
    """

    marks: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    names: PrivateNames = field(default_factory=lambda: PrivateNames(()))
    is_known: bool = True

    def with_earlier_names(self, inventory: Inventory) -> PrivateContent:
        """The same, with the names that the items of ``inventory`` had when their copy was made."""
        gone = [item for item in inventory.items if item.label and self.marks.intersection(item.marks)]
        earlier = [
            term
            for item in gone
            if item.kind in NAMED_KINDS
            for term in make_name_terms((item.label,), item.label, is_person=item.kind == ItemKind.PEOPLE)
        ]
        return replace(self, names=self.names.with_terms(earlier))

    def is_nameable(self, item: InventoryItem) -> bool:
        """Whether a report may say by its label what ``item`` is."""
        return bool(item.label) and not self.marks.intersection(item.marks) and not self.names.has_any_in(item.label)

    def is_tellable(self, fact: Fact) -> bool:
        """Whether a report may tell ``fact``: also where whose it is was called something else."""
        statement = fact.says.partition(": ")[2]
        known = fact.says in self.facts or (
            len(statement) >= SHORTEST_SENTENCE and statement in {other.partition(": ")[2] for other in self.facts}
        )
        return not known and not self.names.has_any_in(fact.says)


def find_private_content(project: Project, names: tuple[str, ...], digest: Digester, today: date) -> PrivateContent:
    """What is the child's alone in the books of the editions ``names`` as the story stands, refused or not."""
    marks: set[str] = set()
    facts: set[str] = set()
    for name in names:
        try:
            choice = editions.make_choice(
                project.story, editions.make_edition(project.story, project.policy, name, today), today
            )
        except ProblemsFound:
            continue
        book = choice.draft
        marks |= {
            mark for item in list_items(book, choice.private_values, digest) if not item.label for mark in item.marks
        }
        facts |= {fact.says for fact in list_facts(book, ())} - {
            fact.says for fact in list_facts(book, choice.private_values)
        }
    return PrivateContent(
        frozenset(marks), frozenset(facts), collect_private_names(project.story, find_private_items(project.story))
    )


def remove_private_names(inventory: Inventory, names: PrivateNames) -> Inventory:
    """``inventory`` to be kept outside the child's book: items that name the child's own stay, without their words."""
    items = tuple(replace(item, label="") if names.has_any_in(item.label) else item for item in inventory.items)
    return replace(
        inventory, items=items, facts=tuple(fact for fact in inventory.facts if not names.has_any_in(fact.says))
    )


def find_private_content_in_files(story: Path) -> PrivateContent:
    """The names of what is marked ``only-me`` in the files of a story that cannot be read as one."""
    terms = []
    for kind in NAMED_KINDS:
        for entry in _split_entries(story / f"{kind}.yaml"):
            if names := tuple(_read_marked_names(entry)):
                terms += list(make_name_terms(names, kind, is_person=kind is ItemKind.PEOPLE))
    return PrivateContent(names=PrivateNames(terms), is_known=False)


def _split_entries(file: Path) -> Iterator[str]:
    """Each entry of a list by itself: a slip in one does not hide the others."""
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_TEXT_SIZE:
            return
        data = file.read_bytes()
    except OSError:
        return
    mark, encoding = detect_encoding(data)
    yield from re.split(r"^(?=- )", clean(data[len(mark) :].decode(encoding, "replace")), flags=re.MULTILINE)


def _read_marked_names(entry: str) -> Iterator[str]:
    if not _MARKED.search(entry):
        return
    try:
        [keys] = yaml.load(entry, Loader=_LOADER)
        if str(keys["only-me"]).casefold() in ("true", "yes"):
            yield from _find_texts(keys.get("name"))
            yield from _find_texts(keys.get("also-called"))
    except (yaml.YAMLError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        for match in _CALLED.finditer(entry):
            yield from (name.strip(" \t'\"") for name in match[1].strip("[] ").split(","))


def _find_texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _find_texts(inner)
