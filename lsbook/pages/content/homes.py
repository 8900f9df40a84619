"""Places I've lived: each home with its stays in the order of time, and the road from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from babel.lists import format_list

from lsbook.drawings.palette import palette
from lsbook.drawings.road import Stop as RoadStop
from lsbook.drawings.road import roads
from lsbook.drawings.shapes import clipped, overlapping
from lsbook.model.book import Card, Home, Instead, Stay
from lsbook.model.site import Page
from lsbook.model.when import sort_key
from lsbook.pages.content.entries import about, accounts, anchor
from lsbook.pages.content.statements import told
from lsbook.pages.language.words import capital
from lsbook.pages.layout.blocks import figures, guarded, instead, insteads
from lsbook.pages.layout.components import Drawn, Flow, Piece, Section, With
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.drawing_file import shown
from lsbook.pages.layout.page_model import Leaf

ENDLESS = (3, 0, 0)
"""Behind everything that has a date."""


@dataclass(frozen=True)
class Stop:
    """One stay on the road."""

    when: str
    home: str
    href: str


@dataclass(frozen=True)
class Homes:
    road: tuple[Stop, ...]
    homes: Flow
    drawings: tuple[Drawn, ...] = ()
    """The same road as a picture, in one piece or several."""


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page of homes, in the order in which they became home."""
    desk = desk.at(desk.pages["homes"])
    in_time = sorted(range(len(desk.book.homes)), key=lambda at: _begins(desk, desk.book.homes[at]))
    homes: list[Piece] = []
    for at in in_time:
        entry = desk.book.homes[at]
        homes += guarded(desk, entry, partial(_home, desk, at))
    homes += insteads(desk, "homes")
    if not homes:
        return ()
    made = _drawings(desk)
    return (
        Leaf(
            desk.here,
            "homes.html",
            desk.say("homes-title"),
            Homes(_road(desk), tuple(homes), tuple(piece for piece, _ in made)),
            desk.say("part-how-i-got-here"),
            desk.say("homes-deck"),
            thumb=desk.thumb(desk.book.homes),
            files=tuple(file for _, file in made),
        ),
    )


def home(desk: Desk, item: Home, level: int = 3) -> Flow:
    """Everything about one home, in the order of time."""
    pieces: list[Piece] = [*about(desk, item, level), *accounts(desk, item, level)]
    stays = [stay for stay in item.stays if isinstance(stay, Stay)]
    stays.sort(key=lambda stay: sort_key(stay.from_, desk.book.child.born))
    for stay in stays:
        pieces += guarded(desk, stay, partial(stay_in, desk, level=level, came_back=stay is not stays[0]))
    for said in item.stays:
        if isinstance(said, Instead):
            pieces += instead(desk, said)
    return tuple(pieces)


def stay_in(desk: Desk, stay: Stay, *, level: int = 3, came_back: bool = False) -> Flow:
    """Some time in a home."""
    pieces: list[Piece] = []
    if people := desk.names(stay.people):
        pieces.append(With(desk.say("lived-with"), people))
    pieces += told(desk, stay.why_came, desk.say("why-came"), level + 1)
    if stay.who_took_me and (who := desk.names((stay.who_took_me,))):
        pieces.append(With(desk.say("who-took-me"), who))
    pieces += told(desk, stay.what_i_wanted, desk.say("what-i-wanted"), level + 1)
    pieces += told(desk, stay.first_day, desk.say("first-day"), level + 1)
    pieces += figures(desk, stay.photos)
    pieces += told(desk, stay.why_left, desk.say("why-left"), level + 1)
    pieces += told(desk, stay.goodbye, desk.say("goodbye"), level + 1)
    age = desk.dates.age(stay.from_)
    if came_back:
        when: str = desk.say("came-back-when", age=age) if age else desk.say("came-back")
    else:
        when = desk.say("came-when", age=age) if age else ""
    stretch = capital(desk.dates.stretch(stay.from_, stay.until, still=True))
    return (Section("stay", stretch, tuple(pieces), level, when),)


def _home(desk: Desk, at: int, item: Home) -> Flow:
    return (Section("home", item.name, home(desk, item), 2, anchor=anchor(desk, "homes", at)),)


def _begins(desk: Desk, item: Home) -> tuple[int, int, int]:
    begins = (sort_key(stay.from_, desk.book.child.born) for stay in item.stays if isinstance(stay, Stay))
    return min(begins, default=ENDLESS)


def _road(desk: Desk) -> tuple[Stop, ...]:
    """All stays in a row, where there is more than one. Hard news is no stop on it."""
    return tuple(
        Stop(
            desk.dates.stretch(stay.from_, stay.until, still=True),
            desk.book.homes[at].name,
            desk.to(desk.cards[Card("homes", at)]),
        )
        for at, stay in _on_the_road(desk)
    )


def _on_the_road(desk: Desk) -> tuple[tuple[int, Stay], ...]:
    """The stays of the road; none where there is but one."""
    stays = stays_in_time(desk)
    return stays if len(stays) > 1 else ()


def stays_in_time(desk: Desk) -> tuple[tuple[int, Stay], ...]:
    """All stays but hard news in the order of time, each with the position of its home."""
    stays = [
        (sort_key(stay.from_, desk.book.child.born), at, stay)
        for at, entry in enumerate(desk.book.homes)
        for stay in entry.stays
        if isinstance(stay, Stay) and not stay.hard and not entry.hard
    ]
    stays.sort(key=lambda stop: stop[:2])
    return tuple((at, stay) for _, at, stay in stays)


def signs(stays: tuple[tuple[int, Stay], ...]) -> dict[int, int]:
    """The number of the sign of each home, by its position: the same in every drawing."""
    return {at: number for number, at in enumerate(dict.fromkeys(at for at, _ in stays))}


def who_was_there(desk: Desk, stay: Stay) -> str:
    """The people of a stay in plain words, without the child and without hard news."""
    who = [one.words for one in stay.people if not one.me and not desk.is_hard(one)]
    return format_list(who, locale=desk.words.locale) if who else ""


def _drawings(desk: Desk) -> tuple[tuple[Drawn, Page], ...]:
    """The road as pictures: a return is a new stop with the same house. No real place is in it."""
    stays = _on_the_road(desk)
    signed = signs(stays)
    stops, met = [], set[int]()
    for at, stay in stays:
        now = stay.until is None and stay is stays[-1][1]
        chip = desk.say("road-now") if now else desk.say("road-back") if at in met else ""
        met.add(at)
        lines = tuple(filter(None, (who_was_there(desk, stay), capital(desk.dates.stretch(stay.from_, stay.until)))))
        stops.append(RoadStop(signed[at], desk.book.homes[at].name, lines, chip, now))
    drawn = roads(stops, palette(desk.look))
    if any(clipped(one) or overlapping(one) for one in drawn):
        return ()
    return tuple(shown(desk, one, desk.say("road-alt")) for one in drawn)
