"""From the Book to a family: who is in the tree. Only what is told: no parent is made up, nobody is counted.

People who are hard news are treated as not there: their heads-up has a place of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from lsbook.drawings.motifs import FaceSign
from lsbook.drawings.tree.family import CHILD, Family, House, TreePerson, Union
from lsbook.model.book import Book, Home, NameLink, Stay
from lsbook.model.passage import fold_text
from lsbook.model.vocabulary import ItemKind, KnownGroup

MAX_PEOPLE = 40
"""People in one drawing; of more, the list stands alone."""


class BookFamily(Struct, frozen=True):
    """A family with where each of it stands in the Book: ``book`` are positions in ``Book.people``, -1 the child's."""

    family: Family
    people_indexes: tuple[int, ...]
    home_indexes: tuple[int, ...]
    """The homes of now, as positions in ``Book.homes``; in a drawing there is a house where there is one."""


def find_family(
    book: Book, role_of_child: str, sibling_words: tuple[str, ...], make_sign: Callable[[int], tuple[FaceSign, str]]
) -> BookFamily | None:
    """The family as the Book tells it; ``None`` where it tells no tie at all.

    ``sibling_words`` are the words for brothers and sisters: somebody of the home who is called one stands beside the
    child. ``make_sign`` gives the face of the person at a position of the Book, of the child at -1, and
    what stands under the role.
    """
    unions, homes = _find_unions(book), _find_current_homes(book)
    at_home = _find_household(book, homes)
    tied = _find_relatives(unions, at_home)
    if len(tied) < 2:
        return None
    shelf = _list_shelf(book, tied)
    order = (-1, *(at for at in range(len(book.people)) if at in tied), *shelf)
    place = {at: number for number, at in enumerate(order)}
    figures = tuple(_make_figure(book, at, role_of_child, sibling_words, *make_sign(at)) for at in order)
    joined = tuple(
        Union(*(tuple(place[at] for at in side) for side in (union.parents, union.born, union.adopted)))
        for union in unions
        if set(union.parents) <= tied
    )
    house = _make_house(book, homes, tuple(place[at] for at in order if at in at_home)) if at_home else None
    loose = tuple(place[at] for at in shelf)
    return BookFamily(Family(figures, joined, house, loose), order, homes)


def find_members(book: Book) -> frozenset[int]:
    """Everybody in the family tree, the child (-1) among them; nobody where there is none."""
    tied = _find_relatives(_find_unions(book), _find_household(book, _find_current_homes(book)))
    return tied.union(_list_shelf(book, tied)) if len(tied) > 1 else frozenset()


def _find_current_homes(book: Book) -> tuple[int, ...]:
    return tuple(at for at, home in enumerate(book.homes) if is_current_home(home))


def _list_shelf(book: Book, tied: frozenset[int]) -> list[int]:
    """Those of the family to whom no told tie leads."""
    return [
        at
        for at, person in enumerate(book.people)
        if at not in tied and not person.heads_up and person.group == KnownGroup.FAMILY
    ]


def _make_figure(
    book: Book, index: int, role_of_child: str, sibling_words: tuple[str, ...], sign: FaceSign, note: str
) -> TreePerson:
    if index == -1:
        return TreePerson(book.child.name, role_of_child, sign)
    person = book.people[index]
    role = fold_text(person.is_).casefold()
    return TreePerson(
        person.name,
        person.is_,
        sign,
        any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", role) for word in sibling_words),
        note,
    )


def _find_unions(book: Book) -> tuple[Union, ...]:
    """Each child by its exact set of told parents, and couples of whom no child is told; positions in the Book."""
    born: dict[int, list[int]] = {}
    adopted: dict[int, list[int]] = {}
    couples: dict[frozenset[int], tuple[int, int]] = {}
    for at, person in enumerate(book.people):
        if person.heads_up:
            continue
        for child in _iter_indexes(book, person.parent_of):
            born.setdefault(child, []).append(at)
        for child in _iter_indexes(book, person.adoptive_parent_of):
            adopted.setdefault(child, []).append(at)
        for other in _iter_indexes(book, tuple(union.person for union in person.partners if not union.heads_up)):
            couples.setdefault(frozenset((at, other)), (at, other))
    sets: dict[tuple[int, ...], tuple[list[int], list[int]]] = {}
    for ties, side in ((born, 0), (adopted, 1)):
        for child in sorted(ties):
            sets.setdefault(tuple(dict.fromkeys(ties[child])), ([], []))[side].append(child)
    with_children = {frozenset(parents) for parents in sets}
    unions = [Union(parents, tuple(ours), tuple(theirs)) for parents, (ours, theirs) in sets.items()]
    unions += [Union(pair) for key, pair in couples.items() if key not in with_children and len(key) == 2]
    return tuple(union for union in unions if not set(union.parents) & set(union.children))


def _iter_indexes(book: Book, names: tuple[NameLink, ...]) -> Iterator[int]:
    """Positions of those who are told and not hard news; -1 for the child."""
    for name in names:
        if name.me:
            yield -1
        elif name.card and name.card.kind is ItemKind.PEOPLE and not book.people[name.card.position].heads_up:
            yield name.card.position


def is_current_home(home: Home) -> bool:
    """Whether it is told, outside of hard news, that the child lives here now."""
    return not home.heads_up and any(isinstance(stay, Stay) and stay.is_current for stay in home.stays)


def _find_household(book: Book, homes: tuple[int, ...]) -> frozenset[int]:
    """Those who live with the child now, and the child; nobody where no home of now is told."""
    people = frozenset[int]().union(*(find_residents(book, at) for at in homes))
    return people if len(people) > 1 else frozenset()


def _make_house(book: Book, homes: tuple[int, ...], members: tuple[int, ...]) -> House | None:
    """One house where there is one home; where there are two, the sentences tell of both."""
    if len(homes) != 1 or CHILD not in members:
        return None
    return House(book.homes[homes[0]].name, members)


def _find_relatives(unions: tuple[Union, ...], household: frozenset[int]) -> frozenset[int]:
    """Everybody to whom a told tie leads from the child."""
    relatives, grew = {-1, *household}, True
    while grew:
        grew = False
        for union in unions:
            members = {*union.parents, *union.children}
            if members & relatives and not members <= relatives:
                relatives |= members
                grew = True
    return frozenset(relatives)


def find_residents(book: Book, home: int) -> frozenset[int]:
    """Those who live in a home now, the child (-1) among them; positions in ``Book.people``."""
    stays = [stay for stay in book.homes[home].stays if isinstance(stay, Stay) and stay.is_current]
    return frozenset({-1, *(at for stay in stays for at in _iter_indexes(book, stay.people))})
