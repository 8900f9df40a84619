"""From the Book to a family: who is in the tree. Only what is told: no parent is made up, nobody is counted.

People who are hard news are treated as not there: their door has a place of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lsbook.drawings.tree.family import CHILD, Family, Figure, House, Union
from lsbook.model.book import Book, Home, Named, Stay
from lsbook.model.passage import folded

MOST = 40
"""People in one drawing; of more, the list stands alone."""


@dataclass(frozen=True)
class Kin:
    """A family with where each of it stands in the Book: ``book`` are positions in ``Book.people``, -1 the child's."""

    family: Family
    book: tuple[int, ...]
    homes: tuple[int, ...]
    """The homes of now, as positions in ``Book.homes``; in a drawing there is a house where there is one."""


def kin(book: Book, role_of_child: str, beside: tuple[str, ...]) -> Kin | None:
    """The family as the Book tells it; ``None`` where it tells no tie at all.

    ``beside`` are the words for brothers and sisters: somebody of the home who is called one stands beside the child.
    """
    unions = _unions(book)
    homes = tuple(at for at, home in enumerate(book.homes) if _now(home))
    at_home = _at_home(book, homes)
    tied = _reached(unions, at_home)
    if len(tied) < 2:
        return None
    shelf = [
        at for at, person in enumerate(book.people) if at not in tied and not person.hard and person.group == "family"
    ]
    order = (-1, *(at for at in range(len(book.people)) if at in tied), *shelf)
    place = {at: number for number, at in enumerate(order)}
    figures = tuple(_figure(book, at, role_of_child, beside) for at in order)
    joined = tuple(
        Union(*(tuple(place[at] for at in side) for side in (union.parents, union.born, union.adopted)))
        for union in unions
        if set(union.parents) <= tied
    )
    house = _house(book, homes, tuple(place[at] for at in order if at in at_home)) if at_home else None
    loose = tuple(place[at] for at in shelf)
    return Kin(Family(figures, joined, house, loose), order, homes)


def _figure(book: Book, at: int, role_of_child: str, beside: tuple[str, ...]) -> Figure:
    if at == -1:
        return Figure(book.child.name, role_of_child)
    person = book.people[at]
    said = folded(person.is_).casefold()
    unknown = getattr(person.about, "certainty", "") == "not-known"
    return Figure(
        person.name,
        person.is_,
        person.group == "pets",
        unknown,
        any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said) for word in beside),
    )


def _unions(book: Book) -> tuple[Union, ...]:
    """Each child by its exact set of told parents, and couples of whom no child is told; positions in the Book."""
    born: dict[int, list[int]] = {}
    adopted: dict[int, list[int]] = {}
    couples: dict[frozenset[int], tuple[int, int]] = {}
    for at, person in enumerate(book.people):
        if person.hard:
            continue
        for child in _whom(book, person.parent_of):
            born.setdefault(child, []).append(at)
        for child in _whom(book, person.adoptive_parent_of):
            adopted.setdefault(child, []).append(at)
        for other in _whom(book, tuple(one.person for one in person.partners if not one.hard)):
            couples.setdefault(frozenset((at, other)), (at, other))
    sets: dict[tuple[int, ...], tuple[list[int], list[int]]] = {}
    for ties, side in ((born, 0), (adopted, 1)):
        for child in sorted(ties):
            sets.setdefault(tuple(dict.fromkeys(ties[child])), ([], []))[side].append(child)
    with_children = {frozenset(parents) for parents in sets}
    found = [Union(parents, tuple(ours), tuple(theirs)) for parents, (ours, theirs) in sets.items()]
    found += [Union(pair) for key, pair in couples.items() if key not in with_children and len(key) == 2]
    return tuple(one for one in found if not set(one.parents) & set(one.children))


def _whom(book: Book, named: tuple[Named, ...]) -> Iterator[int]:
    """Positions of those who are told and not hard news; -1 for the child."""
    for one in named:
        if one.me:
            yield -1
        elif one.card and one.card.kind == "people" and not book.people[one.card.at].hard:
            yield one.card.at


def _now(home: Home) -> bool:
    return not home.hard and any(_is_now(stay) for stay in home.stays)


def _is_now(stay: object) -> bool:
    return isinstance(stay, Stay) and stay.until is None and not stay.hard


def _at_home(book: Book, homes: tuple[int, ...]) -> frozenset[int]:
    """Those who live with the child now, and the child; nobody where no home of now is told."""
    people = frozenset[int]().union(*(living(book, at) for at in homes))
    return people if len(people) > 1 else frozenset()


def _house(book: Book, homes: tuple[int, ...], members: tuple[int, ...]) -> House | None:
    """One house where there is one home; where there are two, the sentences tell of both."""
    if len(homes) != 1 or CHILD not in members:
        return None
    return House(book.homes[homes[0]].name, members)


def _reached(unions: tuple[Union, ...], at_home: frozenset[int]) -> frozenset[int]:
    """Everybody to whom a told tie leads from the child."""
    found, grew = {-1, *at_home}, True
    while grew:
        grew = False
        for union in unions:
            members = {*union.parents, *union.children}
            if members & found and not members <= found:
                found |= members
                grew = True
    return frozenset(found)


def living(book: Book, home: int) -> frozenset[int]:
    """Those who live in a home now, the child (-1) among them; positions in ``Book.people``."""
    stays = [stay for stay in book.homes[home].stays if isinstance(stay, Stay) and _is_now(stay)]
    return frozenset({-1, *(at for stay in stays for at in _whom(book, stay.people))})
