"""Whom somebody means who is to be asked, and the stays that name them.

Whoever is the child's own, or held back, is nobody here: what is said of them is what is said of a name that is not in
the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from lsbook import editions
from lsbook.editions.edition import OLDEST
from lsbook.model.edition import RECORD
from lsbook.model.item import Item
from lsbook.model.named_items import Person, Stay
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.work import UNKNOWN_PERSON_ASKED
from lsbook.model.when import When, find_bounds, may_last
from lsbook.pipeline import Project

_PEOPLE_FILE = "people.yaml"


class KnownPeople:
    """The people of a story who may be asked."""

    def __init__(self, project: Project) -> None:
        self._story = project.story
        name = editions.find_default_edition(project.story, project.policy)
        edition = editions.make_unapproved_edition(project.story, project.policy, name)
        self._record = editions.decide(project.story, replace(edition, reader=RECORD, age=OLDEST))

    def find(self, who: str) -> Person:
        """Return the person whom an id or a name means. Raises ``ProblemsFound`` where that is nobody, or several."""
        known = self.list_free()
        exact = [person for person in known if person.id == who]
        matches = exact or [person for person in known if _fold(who) in map(_fold, list_names(person))]
        if len(matches) == 1:
            return matches[0]
        if matches:
            ids = " or ".join(person.id for person in matches)
            problem = Problem(
                Location(_PEOPLE_FILE),
                f'More than one is called "{who}".',
                f"Write the id: {ids}",
                rule=UNKNOWN_PERSON_ASKED.id,
            )
        else:
            what = f'Nobody who can be asked is called "{who}" in this story.'
            problem = Problem(
                Location(_PEOPLE_FILE),
                what,
                "Write the id of a person, as it stands in people.yaml.",
                rule=UNKNOWN_PERSON_ASKED.id,
            )
        raise ProblemsFound((problem,))

    def list_free(self) -> tuple[Person, ...]:
        """Return everybody who is neither the child's own nor held back."""
        return tuple(person for person in self._story.people if self.is_free(person))

    def list_former_stays(self, person: Person, today: date) -> tuple[Stay, ...]:
        """Return the stays that name ``person`` and are over, in the order of the story."""
        return tuple(self._list_former_stays(person, today))

    def list_current_carers(self, today: date) -> tuple[Person, ...]:
        """Return who lives where the child lives."""
        every = (stay for home in self._story.homes for stay in home.stays)
        stays = [stay for stay in every if may_last(stay.until, self._story.child.born, today)]
        ids = {ref.id for stay in stays if self.is_known(stay) for ref in stay.people}
        return tuple(person for person in self._story.people if person.id in ids and self.is_known(person))

    def is_known(self, item: Item) -> bool:
        """Return whether ``item`` is not the child's own."""
        return self._record.is_visible(item)

    def is_free(self, item: Item) -> bool:
        """Return whether ``item`` is neither the child's own nor held back."""
        verdict = self._record.verdicts.get(item.at)
        if verdict is None or not verdict.is_visible:
            return False
        return not any(each.gate.hold for each in (*verdict.ancestors, item))

    def _list_former_stays(self, person: Person, today: date) -> Iterator[Stay]:
        for home in self._story.homes:
            for stay in home.stays:
                names_person = person.id in {ref.id for ref in stay.people}
                if names_person and self.is_free(stay) and self._is_over(stay.until, today):
                    yield stay

    def _is_over(self, until: When | None, today: date) -> bool:
        latest = find_bounds(until, self._story.child.born)[1] if until else None
        return latest is not None and latest <= today


def list_names(person: Person) -> tuple[str, ...]:
    """Return every name of ``person``, the one that is told last first."""
    names = (*(version.content for version in reversed(person.name.versions)), *person.also_called)
    return tuple(map(str, names))  # without their places in the story


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
