"""People, homes, schools and keepsakes as entries."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.model.book import (
    Account,
    Card,
    FamilyTime,
    Home,
    Keepsake,
    NamedItem,
    Partner,
    Person,
    Placeholder,
    School,
    Stay,
    WorkTime,
)
from lsbook.model.vocabulary import ItemKind
from lsbook.model.when import When
from lsbook.story_writing.dates import format_date
from lsbook.story_writing.entry_keys import (
    NOBODY_NAMED,
    UNTOLD,
    Entry,
    WriteContext,
    drop_empty,
    make_gate_keys,
    make_untold,
    write_statement,
    write_statements,
)
from lsbook.story_writing.yaml_text import Value

_STAY_TEXTS = ("why_came", "why_left", "first_day", "goodbye", "what_i_wanted")


def write_people(context: WriteContext) -> Iterator[Entry]:
    """Yield the entries of people.yaml."""
    for at, person in enumerate(context.book.people):
        yield _write_person(context, Card(ItemKind.PEOPLE, at), person)
    group = next(iter(context.book.groups), "family")
    yield from _write_untold(context, ItemKind.PEOPLE, {"name": UNTOLD, "is": UNTOLD, "group": group})


def write_homes(context: WriteContext) -> Iterator[Entry]:
    """Yield the entries of homes.yaml."""
    for at, home in enumerate(context.book.homes):
        yield _write_home(context, Card(ItemKind.HOMES, at), home)
    yield from _write_untold(context, ItemKind.HOMES, {"name": UNTOLD})


def write_schools(context: WriteContext) -> Iterator[Entry]:
    """Yield the entries of schools.yaml."""
    for at, school in enumerate(context.book.schools):
        yield _write_school(context, Card(ItemKind.SCHOOLS, at), school)
    yield from _write_untold(context, ItemKind.SCHOOLS, {"name": UNTOLD})


def write_keepsakes(context: WriteContext) -> Iterator[Entry]:
    """Yield the entries of keepsakes.yaml."""
    for at, keepsake in enumerate(context.book.keepsakes):
        yield _write_keepsake(context, Card(ItemKind.KEEPSAKES, at), keepsake)
    yield from _write_untold(context, ItemKind.KEEPSAKES, {"name": UNTOLD})


def format_optional_date(when: When | None) -> str:
    """Return the date, or nothing where there is none."""
    return format_date(when) if when is not None else ""


def _write_untold(context: WriteContext, kind: ItemKind, needed: Entry) -> Iterator[Entry]:
    """Yield an entry for each sentence that stands on the page of ``kind`` for what is not told."""
    placeholders = context.book.placeholders.get(kind, ())
    ids = context.names.make_spare_ids(kind, len(placeholders))
    for identity, placeholder in zip(ids, placeholders, strict=True):
        yield {"id": identity, **needed, **make_untold(context, placeholder)}


def _write_common(context: WriteContext, card: Card, item: NamedItem) -> tuple[Entry, Entry]:
    """Return the first keys of an entry, and the last."""
    is_private = context.is_private(item)
    first: Entry = {"id": context.names.ids[card], "name": item.name}
    last: Entry = {
        "about": write_statement(context, item.about, is_private=is_private),
        "photo": context.names.media[item.photo] if item.photo is not None else "",
        "accounts": [_write_account(context, account, is_private) for account in item.accounts],
        **make_gate_keys(context, item),
    }
    return first, last


def _write_account(context: WriteContext, account: Account | Placeholder, is_private: bool) -> Value:
    if isinstance(account, Placeholder):
        return {"by": NOBODY_NAMED, "says": UNTOLD, **make_untold(context, account)}
    return {
        "by": context.name_who(account.by),
        "says": context.format_prose(account.says),
        **make_gate_keys(context, account, inside=True, is_private=is_private),
    }


def _write_person(context: WriteContext, card: Card, person: Person) -> Entry:
    first, last = _write_common(context, card, person)
    is_private = context.is_private(person)
    own: Entry = {
        "is": person.is_,
        "group": person.group,
        "parent-of": context.name_people(person.parent_of),
        "adoptive-parent-of": context.name_people(person.adoptive_parent_of),
        "partners": [_write_partner(context, partner, is_private) for partner in person.partners],
        "family-time": [_write_family_time(context, time, is_private) for time in person.family_time],
        "died": format_optional_date(person.died),
        "facts": write_statements(context, person.facts, is_private=is_private),
        "worked-with-me": [_write_work_time(context, time, is_private) for time in person.work],
    }
    return drop_empty({**first, **own, **last})


def _write_work_time(context: WriteContext, time: WorkTime | Placeholder, is_private: bool) -> Value:
    if isinstance(time, Placeholder):
        return {"from": "not known", **make_untold(context, time)}
    return drop_empty(
        {
            "from": format_date(time.from_),
            "until": format_optional_date(time.until),
            "as": time.as_,
            **make_gate_keys(context, time, inside=True, is_private=is_private),
        }
    )


def _write_partner(context: WriteContext, partner: Partner, is_private: bool) -> Value:
    return drop_empty(
        {
            "person": context.names.find_mark(partner.person),
            "from": format_optional_date(partner.from_),
            "until": format_optional_date(partner.until),
            **make_gate_keys(context, partner, inside=True, is_private=is_private),
        }
    )


def _write_family_time(context: WriteContext, time: FamilyTime | Placeholder, is_private: bool) -> Value:
    if isinstance(time, Placeholder):
        return make_untold(context, time)
    entry = drop_empty(
        {
            "from": format_optional_date(time.from_),
            "until": format_optional_date(time.until),
            "how": write_statement(context, time.how, is_private=is_private or context.is_private(time)),
            **make_gate_keys(context, time, inside=True, is_private=is_private),
        }
    )
    return entry or {"from-age": "0"}  # an entry has keys


def _write_home(context: WriteContext, card: Card, home: Home) -> Entry:
    first, last = _write_common(context, card, home)
    stays: list[Value] = [_write_stay(context, stay, context.is_private(home)) for stay in home.stays]
    return drop_empty({**first, **last, "stays": stays})


def _write_stay(context: WriteContext, stay: Stay | Placeholder, is_private: bool) -> Value:
    if isinstance(stay, Placeholder):
        return {"from": "not known", **make_untold(context, stay)}
    inside_private = is_private or context.is_private(stay)
    texts = {
        field.replace("_", "-"): write_statement(context, getattr(stay, field), is_private=inside_private)
        for field in _STAY_TEXTS
    }
    return drop_empty(
        {
            "from": format_date(stay.from_),
            "until": format_optional_date(stay.until),
            "kind": str(stay.category or ""),
            "people": context.name_people(stay.people),
            "who-took-me": context.name_who(stay.who_took_me),
            "photos": context.name_media(stay.photos),
            **texts,
            **make_gate_keys(context, stay, inside=True, is_private=is_private),
        }
    )


def _write_school(context: WriteContext, card: Card, school: School) -> Entry:
    first, last = _write_common(context, card, school)
    own: Entry = {
        "from": format_optional_date(school.from_),
        "until": format_optional_date(school.until),
        "people": context.name_people(school.people),
    }
    return drop_empty({**first, **own, **last})


def _write_keepsake(context: WriteContext, card: Card, keepsake: Keepsake) -> Entry:
    first, last = _write_common(context, card, keepsake)
    own: Entry = {
        "given-by": context.name_who(keepsake.given_by),
        "when": format_optional_date(keepsake.when),
        "where-now": write_statement(context, keepsake.where_now, is_private=context.is_private(keepsake)),
        "looked-for-by": context.name_who(keepsake.looked_for_by),
    }
    return drop_empty({**first, **own, **last})
