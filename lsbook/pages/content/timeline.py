"""The timeline: moments in the order of time, by the home that was home then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from lsbook.model.book import Instead, Moment
from lsbook.model.when import Dated, Nearness, NotKnown, Point, Season, When, sort_key
from lsbook.pages.content.homes import stays_in_time
from lsbook.pages.content.statements import told
from lsbook.pages.content.stays import stay_then
from lsbook.pages.content.time_cards import drawn_times
from lsbook.pages.language.words import capital
from lsbook.pages.layout.addresses import slug
from lsbook.pages.layout.blocks import figures, guarded, instead
from lsbook.pages.layout.components import Drawn, Flow, Section
from lsbook.pages.layout.components import Moment as MomentPiece
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf
from lsbook.pages.layout.prose import line

KINDS = {
    "birth": "moment-birth",
    "move": "moment-move",
    "school": "moment-school",
    "first": "moment-first",
    "achievement": "moment-achievement",
    "decision": "moment-decision",
    "family-time": "moment-family-time",
    "health": "moment-health",
    "loss": "moment-loss",
}


@dataclass(frozen=True)
class Spot:
    """A place on the line: ``dress`` are its classes."""

    dress: str
    inside: Flow


@dataclass(frozen=True)
class HomeTime:
    """Moments that follow each other in one home, or in one year where no stay must hold them."""

    home: str
    """The words over them; none in a book in which no moment stands in a home."""
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Timeline:
    times: tuple[HomeTime, ...]
    drawings: tuple[Drawn, ...] = ()
    """The same moments on cards by home, in one piece or several."""


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page of the timeline."""
    desk = desk.at(desk.pages["timeline"])
    times = [
        HomeTime(home, tuple(spot for _, spot in spots))
        for home, spots in groupby(_spots(desk), key=lambda pair: pair[0])
    ]
    if not times:
        return ()
    part, deck = desk.say("part-how-i-got-here"), desk.say("timeline-deck")
    made = drawn_times(desk, tuple(item for item in in_time(desk) if isinstance(item, Moment)))
    content = Timeline(tuple(times), tuple(piece for piece, _ in made))
    files = tuple(file for _, file in made)
    return (Leaf(desk.here, "timeline.html", desk.say("timeline-title"), content, part, deck, files=files),)


def moment(desk: Desk, item: Moment, level: int = 2) -> Flow:
    """One moment, with the child's age then and who was there."""
    what = line(desk, item.what)
    if not what:
        return ()
    return (
        MomentPiece(
            capital(desk.dates.when(item.when)),
            desk.dates.age(item.when),
            desk.say(KINDS[item.of]) if item.of in KINDS else "",
            what,
            told(desk, item.about, level=level),
            desk.names(item.people),
            figures(desk, item.photos),
        ),
    )


def moment_alone(desk: Desk, item: Moment) -> Flow:
    """The same on a page of its own."""
    inside = moment(desk, item)
    return (Section("moment", "", inside, 2),) if inside else ()


def in_time(desk: Desk) -> tuple[Moment | Instead, ...]:
    """Moments by their dates; a sentence for what is not told yet stays behind the moment it was written after."""
    born, key = desk.book.child.born, (-1, 0, 0)
    keyed = []
    for item in desk.book.moments:
        key = key if isinstance(item, Instead) else sort_key(item.when, born)
        keyed.append((key, item))
    return tuple(item for _, item in sorted(keyed, key=lambda pair: pair[0]))


def _spots(desk: Desk) -> Iterator[tuple[str, Spot]]:
    items = in_time(desk)
    heads = {id(item): _home_then(desk, item) for item in items if isinstance(item, Moment)}
    has_homes = any(heads.values())
    head = ""
    for item in items:
        if isinstance(item, Instead):
            inside, dress = instead(desk, item), "moment"
        else:
            head = heads[id(item)] or _head(desk, item, has_homes)
            inside = guarded(desk, item, partial(moment, desk, level=3 if head else 2))
            dress = "moment" if item.hard or not item.of else f"moment kind-{slug(item.of)}"
        if inside:
            yield head, Spot(dress, inside)


def _home_then(desk: Desk, item: Moment) -> str:
    """The words over the moments of the home that surely was home then; none where no stay must hold the moment."""
    at = stay_then(desk, item)
    return "" if at is None else desk.say("time-at-home", home=desk.book.homes[stays_in_time(desk)[at][0]].name)


def _head(desk: Desk, item: Moment, has_homes: bool) -> str:
    """The words over moments that stand in no home. Beneath those of a home they need words of their own: the year."""
    if isinstance(item.when, NotKnown):
        return desk.say("time-not-known")
    return capital(desk.dates.when(_year(item.when))) if has_homes else ""


def _year(when: When) -> When:
    """The year of a day, a month or a season; any other kind of date as it is, because it may mean several."""
    if isinstance(when, Dated) and when.near is Nearness.EXACT and when.point.season is not Season.WINTER:
        return Dated(Point(when.point.year))
    return when
