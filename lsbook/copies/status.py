"""How each copy stands: lost, back, replaced, up to date or not; what it still tells that the book tells no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lsbook.archive.private import PrivateNames, names_of
from lsbook.archive.private.private_items import own_of
from lsbook.copies.private_parts import remove_private_names
from lsbook.history.changes import line_of
from lsbook.history.copy_records import Handed
from lsbook.history.inventory import Digest, content_of, facts_of, items_of
from lsbook.model.copy import Copy
from lsbook.model.inventory import Holdings
from lsbook.pipeline import Read, choose_books


@dataclass(frozen=True)
class Standing:
    """``no_more``: what the copy tells and the book of today does not, a line each."""

    copy: Copy
    state: str
    no_more: tuple[str, ...] = ()


def standings(
    read: Read | None, copies: tuple[Copy, ...], known: tuple[Handed, ...], digest: Digest, today: date
) -> tuple[Standing, ...]:
    """One for each of ``copies``. Without ``read``, where the story cannot be read, nothing is compared."""
    held = {one.copy: one.holdings for one in known}
    gone = {copy.replaces: copy for copy in copies if copy.replaces}
    books = _books(read, tuple(copy.edition for copy in copies), digest, today) if read else {}
    names = names_of(read.story, own_of(read.story)) if read else PrivateNames(())
    kept = {copy: remove_private_names(holdings, names) for copy, holdings in held.items()}
    return tuple(_standing(copy, gone.get(copy.id), kept.get(copy.id), books.get(copy.edition)) for copy in copies)


def _standing(copy: Copy, replaced_by: Copy | None, held: Holdings | None, now: Holdings | None) -> Standing:
    if copy.gone:
        return Standing(copy, _what_became_of(copy))
    if replaced_by:
        return Standing(copy, f"is no more: {replaced_by.id} stands in its place")
    if held is None or now is None:
        return Standing(copy, "cannot be compared")
    if held.content == now.content:
        return Standing(copy, "up to date")
    return Standing(copy, "out of date", _no_more(held, now))


def _what_became_of(copy: Copy) -> str:
    return ", ".join(f"{'came back' if what == 'returned' else what} on {day}" for what, day in copy.became)


def _no_more(held: Holdings, now: Holdings) -> tuple[str, ...]:
    """An item of which nothing at all is known today, and a fact in words that stand nowhere today."""
    marks = {mark for item in now.items for mark in item.marks}
    items = (line_of(item) for item in held.items if not marks.intersection(item.marks))
    said = {fact.says for fact in now.facts}
    return (*items, *(f"fact: {fact.says}" for fact in held.facts if fact.says not in said))


def _books(read: Read, editions: tuple[str, ...], digest: Digest, today: date) -> dict[str, Holdings]:
    """What the book of each edition holds today; none where it may not be made."""
    names = tuple(dict.fromkeys(one for one in editions if one in read.policy.names))
    chosen = choose_books(read, names, today).books
    return {
        one.book.edition.name: Holdings(
            one.book.edition.name,
            "",
            content_of(one.book, digest),
            items_of(one.book, one.own, digest),
            facts_of(one.book, one.own),
        )
        for one in chosen
    }
