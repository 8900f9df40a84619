"""The timeline: moments in the order of time, by the home that was home then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from lsbook.model.book import Home, Instead, Moment, Stay
from lsbook.model.when import NotKnown, When, bounds, sort_key
from lsbook.pages.addresses import slug
from lsbook.pages.blocks import figures, guarded, instead
from lsbook.pages.desk import Desk
from lsbook.pages.leaf import Leaf
from lsbook.pages.pieces import Drawn, Flow, Section
from lsbook.pages.pieces import Moment as MomentPiece
from lsbook.pages.prose import line
from lsbook.pages.statements import told
from lsbook.pages.time_cards import drawn_times
from lsbook.pages.words import capital

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
    """Moments that follow each other in one home; no ``home`` where the dates do not say which it was."""

    home: str
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


def home_then(desk: Desk, when: When) -> Home | None:
    """The home whose stay alone may hold ``when``; ``None`` where two might, or none that is told."""
    born = desk.book.child.born
    first, last = bounds(when, born)
    if first is None or last is None:
        return None
    fitting = [
        (home, stay)
        for home in desk.book.homes
        for stay in home.stays
        if isinstance(stay, Stay) and _overlap(desk, stay, first, last)
    ]
    homes = {id(home): home for home, _ in fitting}
    hard = any(home.hard or stay.hard for home, stay in fitting)
    return next(iter(homes.values())) if len(homes) == 1 and not hard else None


def _overlap(desk: Desk, stay: Stay, first: date, last: date) -> bool:
    born = desk.book.child.born
    begins, ends = bounds(stay.from_, born)[0], bounds(stay.until, born)[1] if stay.until else None
    return begins is not None and begins <= last and (ends is None or first <= ends)


def _spots(desk: Desk) -> Iterator[tuple[str, Spot]]:
    head = ""
    for item in in_time(desk):
        if isinstance(item, Instead):
            inside, dress = instead(desk, item), "moment"
        else:
            head = _head(desk, item)
            inside = guarded(desk, item, partial(moment, desk, level=3 if head else 2))
            dress = "moment" if item.hard or not item.of else f"moment kind-{slug(item.of)}"
        if inside:
            yield head, Spot(dress, inside)


def _head(desk: Desk, item: Moment) -> str:
    if isinstance(item.when, NotKnown):
        return desk.say("time-not-known")
    home = home_then(desk, item.when)
    return desk.say("time-at-home", home=home.name) if home else ""
