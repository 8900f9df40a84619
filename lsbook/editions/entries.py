"""People, homes, schools and keepsakes past the wall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lsbook.editions.chooser import Chooser
from lsbook.editions.passages import statement, statements, told
from lsbook.model import book
from lsbook.model.item import Item
from lsbook.model.story import FamilyTime, Home, Keepsake, Named, Partner, Person, School, Stay
from lsbook.model.story_text import Account


def person(chooser: Chooser, one: Person) -> book.Person:
    """A person as this edition shows them."""
    return book.Person(
        **_common(chooser, one),
        is_=chooser.title(one.is_),
        group=one.group,
        parent_of=chooser.refs(one.parent_of),
        adoptive_parent_of=chooser.refs(one.adoptive_parent_of),
        partners=tuple(_partners(chooser, one.partners)),
        family_time=tuple(_family_time(chooser, one.family_time)),
        facts=statements(chooser, one.facts),
    )


def home(chooser: Chooser, one: Home) -> book.Home:
    """A home with the stays that this edition shows."""
    return book.Home(**_common(chooser, one), stays=tuple(_stays(chooser, one.stays)))


def school(chooser: Chooser, one: School) -> book.School:
    """A school as this edition shows it."""
    return book.School(**_common(chooser, one), from_=one.from_, until=one.until, people=chooser.refs(one.people))


def keepsake(chooser: Chooser, one: Keepsake) -> book.Keepsake:
    """A keepsake as this edition shows it."""
    return book.Keepsake(
        **_common(chooser, one),
        given_by=chooser.who(one.given_by),
        when=one.when,
        where_now=statement(chooser, one.where_now),
    )


def marks(chooser: Chooser, item: Item) -> dict[str, Any]:
    """The heads-up, and in the record the hold, of anything."""
    return {"hard": chooser.hard(item), "held": chooser.held(item)}


def _common(chooser: Chooser, one: Named) -> dict[str, Any]:
    return {
        "name": chooser.title(one.name),
        "about": statement(chooser, one.about),
        "photo": chooser.photo(one.photo),
        "accounts": tuple(_accounts(chooser, one.accounts)),
        **marks(chooser, one),
    }


def _accounts(chooser: Chooser, accounts: tuple[Account, ...]) -> Iterator[book.Account | book.Instead]:
    for account in accounts:
        by = chooser.who(account.by)
        says = told(chooser, account.says) if chooser.sight.sees(account) else ()
        if by is not None and says:
            yield chooser.noted(book.Account(by, says, **marks(chooser, account)), account)
        elif instead := chooser.instead(account):
            yield instead


def _partners(chooser: Chooser, partners: tuple[Partner, ...]) -> Iterator[book.Partner]:
    for partner in partners:
        who = chooser.ref(partner.person) if chooser.sight.sees(partner) else None
        if who is not None:
            yield chooser.noted(book.Partner(who, partner.from_, partner.until, **marks(chooser, partner)), partner)


def _family_time(chooser: Chooser, times: tuple[FamilyTime, ...]) -> Iterator[book.FamilyTime | book.Instead]:
    for time in times:
        if chooser.sight.sees(time):
            how = statement(chooser, time.how)
            yield chooser.noted(book.FamilyTime(time.from_, time.until, how, **marks(chooser, time)), time)
        elif instead := chooser.instead(time):
            yield instead


def _stays(chooser: Chooser, stays: tuple[Stay, ...]) -> Iterator[book.Stay | book.Instead]:
    for stay in stays:
        if chooser.sight.sees(stay):
            yield chooser.noted(_stay(chooser, stay), stay)
        elif instead := chooser.instead(stay):
            yield instead


def _stay(chooser: Chooser, stay: Stay) -> book.Stay:
    return book.Stay(
        stay.from_,
        stay.until,
        chooser.refs(stay.people),
        chooser.who(stay.who_took_me),
        chooser.photos(stay.photos),
        statement(chooser, stay.why_came),
        statement(chooser, stay.why_left),
        statement(chooser, stay.first_day),
        statement(chooser, stay.goodbye),
        statement(chooser, stay.what_i_wanted),
        **marks(chooser, stay),
    )
