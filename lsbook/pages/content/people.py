"""People: equal groups in the child's own order, a card each; who has more to be told has a page as well."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from lsbook.drawings.circles import Circle, Member, circles
from lsbook.drawings.palette import palette
from lsbook.drawings.shapes import clipped, overlapping
from lsbook.model.book import FamilyTime, Instead, Partner, Person, Statement
from lsbook.model.site import Page
from lsbook.pages.content.entries import about, accounts, anchor
from lsbook.pages.content.statements import sources, told
from lsbook.pages.language.words import capital
from lsbook.pages.layout.blocks import guarded, instead, insteads
from lsbook.pages.layout.components import Drawn, Facts, Flow, Picture, Piece, Row, Running, Section
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.drawing_file import shown
from lsbook.pages.layout.page_model import Leaf, Pieces
from lsbook.pages.layout.passages import passages

GROUPS = {
    "family": "group-family",
    "home": "group-home",
    "friends": "group-friends",
    "helpers": "group-helpers",
    "pets": "group-pets",
    "school": "group-school",
}
"""Groups that the book has words for; any other is called what the story calls it."""


@dataclass(frozen=True)
class PersonCard:
    anchor: str
    name: str
    what: str
    face: Picture | None
    initial: str
    about: Flow
    more: str
    """Where more is told of this person; empty where the card is all."""
    held: Flow = ()


@dataclass(frozen=True)
class Group:
    """``after`` stands beneath the cards: hard news is in no grid."""

    name: str
    cards: tuple[PersonCard, ...]
    after: Flow


@dataclass(frozen=True)
class People:
    groups: tuple[Group, ...]
    after: Flow
    drawing: Drawn | None = None


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page of all people, then the pages of those of whom more is told."""
    own = desk.at(desk.pages["people"])
    groups = tuple(_group(own, name) for name in _groups(desk))
    after = insteads(own, "people")
    if not groups and not after:
        return ()
    title, deck = desk.say("people-title"), desk.say("people-deck")
    thumb = desk.thumb(desk.book.people)
    made = _drawing(own)
    content, files = People(groups, after, made[0] if made else None), made[1:] if made else ()
    part = desk.say("part-my-people")
    first = Leaf(own.here, "people.html", title, content, part, deck, thumb=thumb, files=files)
    return (
        first,
        *(_leaf(desk, at) for at, person in enumerate(desk.book.people) if not person.hard and has_page(person)),
    )


def person(desk: Desk, item: Person) -> Flow:
    """Everything that is told of one person."""
    pieces: list[Piece] = [*about(desk, item, 2), *_relations(desk, item)]
    for partner in item.partners:
        if partner.hard:
            pieces += desk.heads_up(partner)
    for fact in item.facts:
        pieces += passages(told(desk, fact, level=2), desk.look, opening=False)
    pieces += accounts(desk, item, 2)
    times = tuple(piece for one in item.family_time for piece in guarded(desk, one, lambda it: family_time(desk, it)))
    if times:
        pieces.append(Section("family-time", desk.say("family-time"), times, 2))
    return tuple(pieces)


def family_time(desk: Desk, item: FamilyTime, level: int = 3) -> Flow:
    """How they met, from when until when."""
    when, how = capital(desk.dates.stretch(item.from_, item.until)), told(desk, item.how, level=level)
    return (Section("family-times", "", how, level, when),) if when or how else ()


def partner(desk: Desk, item: Partner) -> Flow:
    """Who somebody was together with, on a page of its own."""
    row = _partner_row(desk, item)
    return (Facts("", (row,)),) if row.words else ()


def _leaf(desk: Desk, at: int) -> Leaf:
    item, own = desk.book.people[at], desk.at(desk.pages[f"person {at}"])
    return Leaf(
        own.here,
        "person.html",
        item.name,
        Pieces(desk.held(item) + person(own, item)),
        desk.say("part-my-people"),
        capital(item.is_),
        listed=False,
    )


def has_page(item: Person) -> bool:
    """Whether a card is too small for what is told of a person."""
    said = item.about
    if isinstance(said, Statement) and (said.hard or said.source or said.decided_by or said.certainty):
        return True
    return any((item.facts, item.accounts, item.partners, item.family_time, item.parent_of, item.adoptive_parent_of))


def _groups(desk: Desk) -> tuple[str, ...]:
    """Those with somebody in them: in the child's own order, then as the story names them."""
    named = [person.group for person in desk.book.people]
    return tuple(group for group in dict.fromkeys((*desk.book.groups, *named)) if group in named)


def _drawing(desk: Desk) -> tuple[Drawn, Page] | None:
    """Everybody in equal groups around the child. The youngest have the cards, with faces to point at."""
    groups = tuple(
        Circle(_group_name(desk, name), members)
        for name in _groups(desk)
        if (
            members := tuple(
                Member(one.name, one.is_, name == "pets")
                for one in desk.book.people
                if one.group == name and not one.hard
            )
        )
    )
    if len(groups) < 2 or desk.look == "under-5":
        return None
    drawing = circles(groups, desk.book.child.name, palette(desk.look))
    if drawing is None or clipped(drawing) or overlapping(drawing):
        return None
    return shown(desk, drawing, desk.say("people-alt"))


def _group_name(desk: Desk, name: str) -> str:
    return desk.say(GROUPS[name]) if name in GROUPS else capital(name.replace("-", " "))


def _group(desk: Desk, name: str) -> Group:
    members = [(at, person) for at, person in enumerate(desk.book.people) if person.group == name]
    cards = tuple(_card(desk, item, at) for at, item in members if not item.hard)
    after = tuple(piece for _, item in members if item.hard for piece in desk.heads_up(item))
    return Group(_group_name(desk, name), cards, after)


def _card(desk: Desk, item: Person, at: int) -> PersonCard:
    return PersonCard(
        anchor(desk, "people", at),
        item.name,
        item.is_,
        desk.pictures.face(item.photo, desk.here),
        item.name[:1],
        _short(desk, item),
        desk.to(desk.pages[f"person {at}"]) if has_page(item) else "",
        desk.held(item),
    )


def _short(desk: Desk, item: Person) -> Flow:
    """What a card has room for: the words about a person, without sources, pictures or hard news."""
    if isinstance(item.about, Instead):
        return instead(desk, item.about)
    if item.about is None or item.about.hard or sources(desk, item.about):
        return ()
    return tuple(piece for piece in told(desk, item.about, level=4) if isinstance(piece, Running))


def _relations(desk: Desk, item: Person) -> Flow:
    rows = [
        Row(desk.say("parent-of"), desk.names(item.parent_of)),
        Row(desk.say("adoptive-parent-of"), desk.names(item.adoptive_parent_of)),
        *(_partner_row(desk, one) for one in item.partners if not one.hard),
    ]
    told = tuple(row for row in rows if row.words)
    return (Facts(desk.say("relations"), told),) if told else ()


def _partner_row(desk: Desk, item: Partner) -> Row:
    when, name = desk.dates.stretch(item.from_, item.until), desk.names((item.person,))
    return Row(desk.say("together-with"), Markup("{}, {}").format(name, when) if when and name else name)
