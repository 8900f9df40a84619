"""Names that no evidence may hold: of whom the child may not know yet, and, for parents, of where the child lives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from lsbook import editions
from lsbook.checks.identifier_rule import build_context, find_identifiers
from lsbook.editions.edition import OLDEST
from lsbook.editions.name_search import NameSearch, SearchTerm
from lsbook.editions.name_terms import find_own_words, find_surnames, make_name_terms, make_place_terms
from lsbook.editions.withheld_name import SearchMode
from lsbook.editions.withheld_names import WithheldNameSearch
from lsbook.model.edition import RECORD
from lsbook.model.item import Item
from lsbook.model.languages import find_language_names
from lsbook.model.named_items import Home, Person, School
from lsbook.model.passage import fold_text
from lsbook.model.problem import Location
from lsbook.model.story_text import Ref
from lsbook.model.vocabulary import KnownGroup
from lsbook.model.when import may_last
from lsbook.pipeline import Project


class NameGuard:
    """Looks through words for names that may not be in them. What is the child's own is never looked for."""

    def __init__(self, project: Project, choice: editions.Choice, today: date) -> None:
        self._story, self._today = project.story, today
        edition = replace(choice.visibility.edition, is_for_second_reader=False, reader=RECORD, age=OLDEST)
        self._record = editions.decide(project.story, edition)
        terms = WithheldNameSearch(project.story, choice.visibility, today).terms
        names = (term for term in terms if term.origin.search_mode is not SearchMode.TITLE)
        languages = find_language_names(project.story)
        self._withheld = NameSearch((term for term in names if self._is_known(term.origin.at)), languages)
        self._withheld_ids = frozenset(
            person.id
            for person in project.story.people
            if self._is_in_record(person) and not choice.visibility.is_visible(person)
        )
        self._whereabouts = NameSearch(self._list_whereabouts(), languages)
        self._identifiers = build_context(project.story, project.policy)

    def has_withheld_name(self, text: str) -> bool:
        """Return whether ``text`` names somebody who is held back, or of whom the child is told only later."""
        return any(match.is_sure for match in self._withheld.find(fold_text(text)))

    def is_withheld(self, who: str) -> bool:
        """Return whether ``who`` is the id of somebody who is held back, or of whom the child is told only later."""
        return who in self._withheld_ids

    def has_whereabouts(self, text: str) -> bool:
        """Return whether ``text`` says where the child lives, or how anybody is reached."""
        folded = fold_text(text)
        return bool(find_identifiers(folded, self._identifiers)) or any(
            match.is_sure for match in self._whereabouts.find(folded)
        )

    def _is_known(self, at: Location) -> bool:
        verdict = self._record.verdicts.get(at)
        return verdict is not None and verdict.is_visible

    def _is_in_record(self, item: Item) -> bool:
        return self._record.is_visible(item)

    def _list_whereabouts(self) -> Iterator[SearchTerm[None]]:
        """Yield what finds the names of homes and schools, and the surnames of those who look after the child."""
        familiar = frozenset(self._list_first_names())
        places: tuple[Home | School, ...] = (*self._story.homes, *self._story.schools)
        for place in filter(self._is_in_record, places):
            for name in (*(version.content for version in place.name.versions), *place.also_called):
                yield from make_place_terms(fold_text(name), None, familiar)
        for carer in self._list_carers():
            for name in (*(version.content for version in carer.name.versions), *carer.also_called):
                folded = fold_text(name)
                for word in find_surnames(folded):
                    yield from make_name_terms(folded[word.start : word.end], None)
        for carer in self._list_carers():
            known = {word.key for version in carer.name.versions for word in find_own_words(fold_text(version.content))}
            for name in map(fold_text, carer.also_called):
                for word in find_own_words(name):
                    if word.key not in known:
                        yield from make_name_terms(name[word.start : word.end], None)

    def _list_carers(self) -> tuple[Person, ...]:
        born = self._story.child.born
        every = (stay for home in self._story.homes for stay in home.stays)
        stays = [stay for stay in every if may_last(stay.until, born, self._today)]
        ids = {
            person.id for stay in filter(self._is_in_record, stays) for person in stay.people if isinstance(person, Ref)
        }
        return tuple(
            person
            for person in self._story.people
            if self._is_in_record(person) and (person.id in ids or person.group == KnownGroup.HOME)
        )

    def _list_first_names(self) -> Iterator[str]:
        for person in filter(self._is_in_record, self._story.people):
            for version in person.name.versions:
                words = find_own_words(fold_text(version.content))
                yield from (word.key for word in words[:1])
