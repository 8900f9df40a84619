"""People, homes, schools and keepsakes of a Story: what can be named by an id, and what belongs to them."""

from __future__ import annotations

from lsbook.model.item import Item, Telling, get_plainest_text
from lsbook.model.problem import Location
from lsbook.model.story_text import (
    Account,
    PhotoRef,
    Ref,
    Statement,
    TextTelling,
    Who,
    collect_ids,
)
from lsbook.model.vocabulary import StayKind
from lsbook.model.when import When


class NamedItem(Item, frozen=True):
    """People, homes, schools and keepsakes: what ``[[id]]`` can name."""

    id: str
    name: TextTelling
    also_called: tuple[str, ...]
    """Never shown; looked for in books that must not say it."""
    about: Statement | None
    photo: PhotoRef | None
    accounts: tuple[Account, ...]

    @property
    def handle(self) -> str:
        return self.id

    @property
    def label(self) -> str:
        return get_plainest_text(self.name)

    @property
    def required_texts(self) -> tuple[Telling[object], ...]:
        return (self.name,)


class Partner(Item, frozen=True):
    person: Ref
    from_: When | None
    until: When | None

    @property
    def label(self) -> str:
        return self.person.id

    @property
    def required_people(self) -> tuple[str, ...]:
        return collect_ids(self.person)


class FamilyTime(Item, frozen=True):
    from_: When | None
    until: When | None
    how: Statement | None

    @property
    def kind_label(self) -> str:
        return "family time"

    @property
    def label(self) -> str:
        return self.how.label if self.how else ""


class WorkTime(Item, frozen=True):
    """For how long somebody worked with the child; ``as_`` is what as, where it was something else than now."""

    from_: When
    until: When | None
    as_: TextTelling | None

    @property
    def kind_label(self) -> str:
        return "time of work"

    @property
    def label(self) -> str:
        return get_plainest_text(self.as_)


class Death(Item, frozen=True):
    """That somebody died, and when, where it has a gate of its own: else every book with the person tells it."""

    on: When


class Person(NamedItem, frozen=True):
    is_: TextTelling
    group: str
    parent_of: tuple[Ref, ...]
    adoptive_parent_of: tuple[Ref, ...]
    partners: tuple[Partner, ...]
    family_time: tuple[FamilyTime, ...]
    facts: tuple[Statement, ...]
    died: When | Death | None = None
    work: tuple[WorkTime, ...] = ()
    group_location: Location | None = None
    """Where the group stands."""

    @property
    def death_date(self) -> When | None:
        """When this person died, whoever is told of it."""
        return self.died.on if isinstance(self.died, Death) else self.died

    @property
    def required_texts(self) -> tuple[Telling[object], ...]:
        return (self.name, self.is_)


class Stay(Item, frozen=True):
    """Some time in a home. No ``until``: she lives there now."""

    from_: When
    until: When | None
    people: tuple[Ref, ...]
    who_took_me: Who | None
    photos: tuple[PhotoRef, ...]
    why_came: Statement | None
    why_left: Statement | None
    first_day: Statement | None
    goodbye: Statement | None
    what_i_wanted: Statement | None
    category: StayKind | None = None
    """A short break is no move and makes no second home."""


class Home(NamedItem, frozen=True):
    stays: tuple[Stay, ...]


class School(NamedItem, frozen=True):
    from_: When | None
    until: When | None
    people: tuple[Ref, ...]


class Keepsake(NamedItem, frozen=True):
    given_by: Who | None
    when: When | None
    where_now: Statement | None
    looked_for_by: Who | None = None
    """Who looked for it, where it is lost."""
