"""People, homes, schools, keepsakes and words past the wall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from lsbook.editions.select_prose import select_statement, select_statements, select_telling
from lsbook.editions.selector import Selector
from lsbook.model import book
from lsbook.model.item import Item
from lsbook.model.named_items import (
    Death,
    FamilyTime,
    Home,
    Keepsake,
    NamedItem,
    Partner,
    Person,
    School,
    Stay,
    WorkTime,
)
from lsbook.model.story import Word
from lsbook.model.story_text import Account
from lsbook.model.when import When


def select_person(selector: Selector, person: Person) -> book.Person:
    """Return a person as this edition shows them."""
    return book.Person(
        **_select_common(selector, person),
        is_=selector.select_text(person.is_),
        group=str(person.group),
        parent_of=selector.resolve_refs(person.parent_of),
        adoptive_parent_of=selector.resolve_refs(person.adoptive_parent_of),
        partners=tuple(_select_partners(selector, person.partners)),
        family_time=tuple(_select_family_times(selector, person.family_time)),
        facts=select_statements(selector, person.facts),
        died=_select_died(selector, person),
        work=tuple(_select_work_times(selector, person.work)) if selector.edition.is_for_adult else (),
    )


def _select_died(selector: Selector, person: Person) -> When | None:
    """Return when somebody died, where this reader is told of it; without it nothing in a book says that they did."""
    died = person.died
    return None if isinstance(died, Death) and not selector.visibility.is_visible(died) else person.death_date


def select_home(selector: Selector, home: Home) -> book.Home:
    """Return a home with the stays that this edition shows."""
    return book.Home(**_select_common(selector, home), stays=tuple(_select_stays(selector, home.stays)))


def select_school(selector: Selector, school: School) -> book.School:
    """Return a school as this edition shows it."""
    return book.School(
        **_select_common(selector, school),
        from_=school.from_,
        until=school.until,
        people=selector.resolve_refs(school.people),
    )


def select_keepsake(selector: Selector, keepsake: Keepsake) -> book.Keepsake:
    """Return a keepsake as this edition shows it."""
    return book.Keepsake(
        **_select_common(selector, keepsake),
        given_by=selector.resolve_who(keepsake.given_by),
        when=keepsake.when,
        where_now=select_statement(selector, keepsake.where_now),
        looked_for_by=selector.resolve_who(keepsake.looked_for_by),
    )


class Marks(TypedDict):
    """What any item of a Book can carry."""

    heads_up: book.HeadsUp | None
    hold: book.Hold | None


class _CommonFields(Marks):
    """What people, homes, schools and keepsakes have in common."""

    name: str
    about: book.Statement | book.Placeholder | None
    photo: int | None
    accounts: tuple[book.Account | book.Placeholder, ...]


def select_marks(selector: Selector, item: Item) -> Marks:
    """Return the heads-up, and in the record the hold, of anything."""
    return {"heads_up": selector.select_heads_up(item), "hold": selector.select_hold(item)}


def select_word(selector: Selector, item: Word) -> book.Word:
    """Return a word with what it means, as this edition explains it."""
    return book.Word(
        selector.select_text(item.word),
        select_telling(selector, item.means),
        item.category,
        **select_marks(selector, item),
    )


def _select_common(selector: Selector, item: NamedItem) -> _CommonFields:
    return {
        "name": selector.select_text(item.name),
        "about": select_statement(selector, item.about),
        "photo": selector.place_photo(item.photo),
        "accounts": tuple(_select_accounts(selector, item.accounts)),
        **select_marks(selector, item),
    }


def _select_accounts(selector: Selector, accounts: tuple[Account, ...]) -> Iterator[book.Account | book.Placeholder]:
    for account in accounts:
        by = selector.resolve_who(account.by)
        says = select_telling(selector, account.says) if selector.visibility.is_visible(account) else ()
        if by is not None and says:
            yield selector.track(book.Account(by, says, **select_marks(selector, account)), account)
        elif instead := selector.select_placeholder(account):
            yield instead


def _select_partners(selector: Selector, partners: tuple[Partner, ...]) -> Iterator[book.Partner]:
    for partner in partners:
        who = selector.resolve_ref(partner.person) if selector.visibility.is_visible(partner) else None
        if who is not None:
            yield selector.track(
                book.Partner(who, partner.from_, partner.until, **select_marks(selector, partner)), partner
            )


def _select_family_times(
    selector: Selector, times: tuple[FamilyTime, ...]
) -> Iterator[book.FamilyTime | book.Placeholder]:
    for time in times:
        if selector.visibility.is_visible(time):
            how = select_statement(selector, time.how)
            yield selector.track(book.FamilyTime(time.from_, time.until, how, **select_marks(selector, time)), time)
        elif instead := selector.select_placeholder(time):
            yield instead


def _select_work_times(selector: Selector, times: tuple[WorkTime, ...]) -> Iterator[book.WorkTime | book.Placeholder]:
    for time in times:
        if selector.visibility.is_visible(time):
            marks = select_marks(selector, time)
            yield selector.track(book.WorkTime(time.from_, time.until, selector.select_text(time.as_), **marks), time)
        elif instead := selector.select_placeholder(time):
            yield instead


def _select_stays(selector: Selector, stays: tuple[Stay, ...]) -> Iterator[book.Stay | book.Placeholder]:
    for stay in stays:
        if selector.visibility.is_visible(stay):
            yield selector.track(_select_stay(selector, stay), stay)
        elif instead := selector.select_placeholder(stay):
            yield instead


def _select_stay(selector: Selector, stay: Stay) -> book.Stay:
    return book.Stay(
        stay.from_,
        stay.until,
        selector.resolve_refs(stay.people),
        selector.resolve_who(stay.who_took_me),
        selector.place_photos(stay.photos),
        select_statement(selector, stay.why_came),
        select_statement(selector, stay.why_left),
        select_statement(selector, stay.first_day),
        select_statement(selector, stay.goodbye),
        select_statement(selector, stay.what_i_wanted),
        stay.category,
        **select_marks(selector, stay),
    )
