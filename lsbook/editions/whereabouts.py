"""Where the child lives now, kept from readers who are never told it (design.md, "Who may see what").

Shipped for birth family: the names of every home and school without an end, and surname, workplace and area of whoever
looks after the child, even where their cards are shown. ``allow``, with a reason and a person, lets them be said.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsbook.editions.name_terms import find_own_words, find_surnames
from lsbook.editions.shown_names import find_carried_version
from lsbook.editions.visibility import Visibility
from lsbook.editions.withheld_name import WithheldName
from lsbook.model.named_items import Home, Person, School, Stay
from lsbook.model.passage import fold_text
from lsbook.model.problem import Location
from lsbook.model.story import Story
from lsbook.model.vocabulary import CHILD_ID
from lsbook.model.when import may_last

_HOME = "This reader is never told the name of a home or school where the child is now (policy, told-where)."
_CARER = "This reader is never told surname, workplace or area of those who look after the child (policy, told-where)."
_REMEDY = (
    "say it without the name. Where somebody has decided that this reader may know it, write beside the words:"
    ' allow: {words: "…", reason: …, by: …}'
)


def find_withheld_whereabouts(story: Story, visibility: Visibility, day: date) -> Iterator[WithheldName]:
    """Yield the names by which this reader could find the child on ``day``; nothing for readers told where."""
    if visibility.edition.told_where:
        return
    for place in _find_current_places(story, day):
        names = (*(version.content for version in place.name.versions), *place.also_called)
        yield from (_withhold(name, place.id, place.at, _HOME) for name in names)
    for carer in _find_carers(story, day):
        known = _find_first_names(carer, visibility)
        yield from (_withhold(name, carer.id, carer.at, _CARER) for name in carer.also_called)
        for name in (fold_text(version.content) for version in carer.name.versions):
            unknown = {name[word.start : word.end] for word in find_own_words(name) if word.key not in known}
            unknown |= {name[word.start : word.end] for word in find_surnames(name)}
            yield from (_withhold(word, carer.id, carer.at, _CARER) for word in sorted(unknown))


def find_familiar_words(story: Story, visibility: Visibility) -> frozenset[str]:
    """Return the keys of the words that give no place away though they stand in its name: Jan of "Jan's house"."""
    people = (word for person in story.people for word in _find_first_names(person, visibility))
    child = (word.key for word in find_own_words(fold_text(story.child.name)))
    return frozenset((*people, *child))


def _withhold(name: str, owner: str, at: Location, reason: str) -> WithheldName:
    return WithheldName(fold_text(name), owner, at, reason, _REMEDY, is_allowed_by_name=True)


def _find_current_places(story: Story, day: date) -> Iterator[Home | School]:
    """Yield homes and schools without an end, and those whose end is still to come: a school until July."""
    yield from (home for home in story.homes if any(_may_last(stay, story, day) for stay in home.stays))
    yield from (school for school in story.schools if _may_last(school, story, day))


def _may_last(time: Stay | School, story: Story, day: date) -> bool:
    return may_last(time.until, story.child.born, day)


def _find_carers(story: Story, day: date) -> Iterator[Person]:
    """Yield whoever lives where the child lives now, and adoptive parents; no parent, brother or sister by birth."""
    here = {ref.id for home in story.homes for stay in home.stays if _may_last(stay, story, day) for ref in stay.people}
    parents = [person for person in story.people if any(child.id == CHILD_ID for child in person.parent_of)]
    kin = {parent.id for parent in parents} | {child.id for parent in parents for child in parent.parent_of}
    for person in story.people:
        adopted = any(child.id == CHILD_ID for child in person.adoptive_parent_of)
        if adopted or (person.id in here and person.id not in kin):
            yield person


def _find_first_names(person: Person, visibility: Visibility) -> frozenset[str]:
    """Return the own words of the youngest name, without a surname: by these everybody may know them."""
    youngest = find_carried_version(person, visibility)
    name = fold_text(youngest.content) if youngest else ""
    surnames = {word.start for word in find_surnames(name)}
    return frozenset(word.key for word in find_own_words(name) if word.start not in surnames)
