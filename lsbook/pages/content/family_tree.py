"""The family tree: a drawing of what the Book tells of a family, and the same in sentences beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel.lists import format_list
from markupsafe import Markup, escape

from lsbook.drawings.palette import palette
from lsbook.drawings.tree.family import CHILD
from lsbook.drawings.tree.fit import drawn
from lsbook.drawings.tree.paint import Key, painted
from lsbook.model.book import Card, Named
from lsbook.model.passage import folded
from lsbook.model.site import Page
from lsbook.pages.content.kin import MOST, Kin, kin, living
from lsbook.pages.layout.components import Drawn
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.drawing_file import shown
from lsbook.pages.layout.page_model import Leaf

TOO_YOUNG = "under-5"
"""A tree is a plan of signs that has to be read: the youngest have the sentences and the people's own pages."""


@dataclass(frozen=True)
class FamilyTree:
    drawing: Drawn | None
    sentences: tuple[Markup, ...]


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page of the family tree, where any tie is told."""
    desk = desk.at(desk.pages["family-tree"])
    beside = tuple(folded(word).strip().casefold() for word in desk.say("tree-beside").split(","))
    family = kin(desk.book, desk.say("tree-child"), beside)
    if family is None:
        return ()
    picture = _picture(desk, family)
    content = FamilyTree(picture[0] if picture else None, tuple(_sentences(desk, family)))
    title, part = desk.say("tree-title"), desk.say("part-my-people")
    files = picture[1:] if picture else ()
    return (Leaf(desk.here, "family-tree.html", title, content, part, desk.say("tree-deck"), files=files),)


def _picture(desk: Desk, family: Kin) -> tuple[Drawn, Page] | None:
    colours = palette(desk.look)
    if desk.look == TOO_YOUNG or len(family.book) > MOST:
        return None
    tree = drawn(family.family, colours.face)
    if tree is None:
        return None
    key = Key(
        desk.say("tree-key-born"),
        desk.say("tree-key-adopted"),
        desk.say("tree-key-partners"),
        desk.say("tree-key-house"),
        desk.say("tree-shelf"),
    )
    return shown(desk, painted(tree, key, colours), desk.say("tree-alt"))


def _sentences(desk: Desk, family: Kin) -> Iterator[Markup]:
    """The same as the drawing, written from the same unions and homes; everybody's role at the first mention."""
    met: set[int] = {CHILD}

    def row(people: Sequence[int]) -> Markup:
        parts = [_name(desk, family, one, first=one not in met) for one in people]
        met.update(people)
        return Markup(format_list(parts, locale=desk.words.locale))  # every part is escaped, and the rest is CLDR's

    told = sorted(family.family.unions, key=lambda union: CHILD not in union.children)
    for union in told:
        parents = row(union.parents)
        if union.born:
            yield desk.words.around("tree-born", parents=parents, children=row(union.born))
        if union.adopted:
            yield desk.words.around("tree-adopted", parents=parents, children=row(union.adopted))
        if not union.children:
            yield desk.words.around("tree-partners", people=parents)
    for at in family.homes:
        living = _living(desk, family, at)
        if len(living) > 1:
            home = desk.name(Named(desk.book.homes[at].name, Card("homes", at)))
            yield desk.words.around("tree-house", home=home, people=row(living))
    if family.family.shelf:
        yield desk.words.around("tree-also", people=row(family.family.shelf))


def _living(desk: Desk, family: Kin, at: int) -> tuple[int, ...]:
    """Those who live in a home with the child now, as positions in the family."""
    here = living(desk.book, at)
    return tuple(number for number, person in enumerate(family.book) if person in here)


def _name(desk: Desk, family: Kin, one: int, *, first: bool) -> Markup:
    if one == CHILD:
        return escape(desk.say("you"))
    at = family.book[one]
    name = desk.name(Named(desk.book.people[at].name, Card("people", at)))
    return desk.words.around("tree-role", who=name, role=desk.book.people[at].is_) if first else name
