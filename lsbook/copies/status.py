"""How each copy stands: lost, back, replaced, up to date or not; what it still tells that the book tells no more."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from lsbook.archive.private import PrivateNames, collect_private_names
from lsbook.archive.private.private_items import find_private_items
from lsbook.copies.private_content import remove_private_names
from lsbook.history.changes import describe_item
from lsbook.history.copy_contents import CopyRecord
from lsbook.history.inventory import Digester, digest_content, list_facts, list_items
from lsbook.model.copy import Copy
from lsbook.model.inventory import Inventory
from lsbook.model.vocabulary import CopyOutcome
from lsbook.pipeline import Project, choose_books


class CopyStatus(Struct, frozen=True):
    """``removed_lines``: what the copy tells and the book of today does not, a line each."""

    copy: Copy
    state: str
    removed_lines: tuple[str, ...] = ()


def compute_statuses(
    project: Project | None, copies: tuple[Copy, ...], records: tuple[CopyRecord, ...], digest: Digester, today: date
) -> tuple[CopyStatus, ...]:
    """The status of each of ``copies``. Without ``project``, where the story cannot be read, none is compared."""
    held = {record.copy: record.inventory for record in records}
    gone = {copy.replaces: copy for copy in copies if copy.replaces}
    books = _take_inventories(project, tuple(copy.edition for copy in copies), digest, today) if project else {}
    names = collect_private_names(project.story, find_private_items(project.story)) if project else PrivateNames(())
    kept = {copy: remove_private_names(inventory, names) for copy, inventory in held.items()}
    return tuple(
        _compute_status(copy, gone.get(copy.id), kept.get(copy.id), books.get(copy.edition)) for copy in copies
    )


def _compute_status(copy: Copy, replaced_by: Copy | None, held: Inventory | None, now: Inventory | None) -> CopyStatus:
    if copy.is_gone:
        return CopyStatus(copy, _describe_fate(copy))
    if replaced_by:
        return CopyStatus(copy, f"is no more: {replaced_by.id} stands in its place")
    if held is None or now is None:
        return CopyStatus(copy, "cannot be compared")
    if held.content == now.content:
        return CopyStatus(copy, "up to date")
    return CopyStatus(copy, "out of date", _find_removed_lines(held, now))


def _describe_fate(copy: Copy) -> str:
    return ", ".join(f"{'came back' if what is CopyOutcome.RETURNED else what} on {day}" for what, day in copy.events)


def _find_removed_lines(held: Inventory, now: Inventory) -> tuple[str, ...]:
    """An item of which nothing at all is known today, and a fact in words that stand nowhere today."""
    marks = {mark for item in now.items for mark in item.marks}
    items = (describe_item(item) for item in held.items if not marks.intersection(item.marks))
    statements = {fact.says for fact in now.facts}
    return (*items, *(f"fact: {fact.says}" for fact in held.facts if fact.says not in statements))


def _take_inventories(
    project: Project, editions: tuple[str, ...], digest: Digester, today: date
) -> dict[str, Inventory]:
    """What the book of each edition holds today; none where it may not be made."""
    names = tuple(dict.fromkeys(name for name in editions if name in project.policy.edition_names))
    choices = choose_books(project, names, today).books
    return {
        choice.book.edition.name: Inventory(
            choice.book.edition.name,
            "",
            digest_content(choice.book, digest),
            list_items(choice.book, choice.private_values, digest),
            list_facts(choice.book, choice.private_values),
        )
        for choice in choices
    }
