"""What a worker types for the page of somebody who is asked: no name withheld, nothing of where the child lives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lsbook.editions.name_search import NameSearch
from lsbook.editions.name_terms import make_name_terms
from lsbook.model.languages import find_language_names
from lsbook.model.named_items import Person
from lsbook.model.passage import fold_text
from lsbook.model.problem import Location, Problem
from lsbook.model.rules.work import LEAVES_THE_HOUSE
from lsbook.pipeline import Project
from lsbook.practice.asking.people import KnownPeople, list_names
from lsbook.practice.evidence.names import NameGuard
from lsbook.practice.open_case import choose_book

_REMEDY = "Ask it in other words: they know what they remember."


class AskGuard:
    """Looks through the words for one person's page."""

    def __init__(self, project: Project, people: KnownPeople, person: Person, today: date) -> None:
        self._names = NameGuard(project, choose_book(project), today)
        carers = people.list_current_carers(today)
        own = set(list_names(person))
        languages = find_language_names(project.story)
        self._carers = _make_search(() if person in carers else carers, own, languages)
        self._others = _make_search([other for other in people.list_free() if other.id != person.id], own, languages)

    def find_problems(self, text: str, option: str) -> Iterator[Problem]:
        """Yield what keeps ``text``, typed for ``option``, from the page."""
        if self._names.has_withheld_name(text):
            yield _make_problem(option, text, "it names somebody who is withheld")
        if self._names.has_whereabouts(text):
            yield _make_problem(option, text, "it names a home, a school, a surname or an address")
        elif any(match.is_sure for match in self._carers.find(fold_text(text))):
            yield _make_problem(option, text, "it names somebody with whom the child lives")

    def has_other_name(self, text: str) -> bool:
        """Return whether ``text`` names somebody else of the story: whoever reads it hears of them."""
        return any(match.is_sure for match in self._others.find(fold_text(text)))


def _make_search(people: Iterable[Person], own: set[str], languages: frozenset[str]) -> NameSearch[None]:
    names = (fold_text(name) for person in people for name in list_names(person) if name not in own)
    return NameSearch((term for name in names for term in make_name_terms(name, None)), languages)


def _make_problem(option: str, text: str, why: str) -> Problem:
    what = f"This would leave the house with somebody, and {why}."
    return Problem(Location(option), what, _REMEDY, source=text, rule=LEAVES_THE_HOUSE.id)
