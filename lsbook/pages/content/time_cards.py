"""Moments by the stay that was home then, as the timeline draws them. Hard news is on no card."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from lsbook.drawings.cards import Dot, Time
from lsbook.drawings.palette import palette
from lsbook.drawings.ruler import timelines
from lsbook.drawings.shapes import clipped, overlapping
from lsbook.model.book import Moment
from lsbook.model.site import Page
from lsbook.model.when import Dated, Nearness, NotKnown, When, bounds, sort_key
from lsbook.pages.content.homes import signs, stays_in_time, who_was_there
from lsbook.pages.content.stays import stay_then
from lsbook.pages.language.numbers import number
from lsbook.pages.language.words import capital
from lsbook.pages.layout.components import Drawn
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.drawing_file import shown
from lsbook.pages.layout.prose import text

TOO_YOUNG = "under-5"
CLOSE = 366
"""Days: an end that is known less closely has no place on a ruler."""
YEAR = 365.2425


def drawn_times(desk: Desk, moments: Sequence[Moment]) -> tuple[tuple[Drawn, Page], ...]:
    """The drawings, with ``moments`` in the order of time; none for the youngest, or where there is but one home."""
    if desk.look == TOO_YOUNG or len(stays_in_time(desk)) < 2:
        return ()
    told = [one for one in moments if not one.hard and text(one.what).strip()]
    if not told:
        return ()
    undated = [_dot(desk, one) for one in told if isinstance(one.when, NotKnown)]
    dated = [one for one in told if not isinstance(one.when, NotKnown)]
    digits = partial(number, locale=desk.words.locale)
    made = timelines(_times(desk, dated), undated, desk.say("time-not-known"), palette(desk.look), digits)
    if any(clipped(one) or overlapping(one) for one in made):
        return ()
    return tuple(shown(desk, one, desk.say("time-alt")) for one in made)


def _times(desk: Desk, moments: Sequence[Moment]) -> list[Time]:
    """A card for each stay; between them, moments of which the dates do not say in which home they were."""
    stays = stays_in_time(desk)
    inside: dict[int, list[Dot]] = {at: [] for at in range(len(stays))}
    after: dict[int, list[Dot]] = {at: [] for at in range(-1, len(stays))}
    born = desk.book.child.born
    for one in moments:
        at = stay_then(desk, one)
        if at is None:
            begun = [at for at, (_, stay) in enumerate(stays) if sort_key(stay.from_, born) <= sort_key(one.when, born)]
            after[max(begun, default=-1)].append(_dot(desk, one))
        else:
            inside[at].append(_dot(desk, one))
    times = [Time(tuple(after[-1]))] if after[-1] else []
    for at in range(len(stays)):
        times.append(_time(desk, at, tuple(inside[at])))
        if after[at]:
            times.append(Time(tuple(after[at])))
    return times


def _time(desk: Desk, at: int, dots: tuple[Dot, ...]) -> Time:
    stays = stays_in_time(desk)
    home, stay = stays[at]
    ages = _ages(desk, at)
    chip: str = capital(desk.dates.stretch(stay.from_, stay.until))
    if ages:
        young, old = int(ages[0]), int(ages[1])
        if stay.until is None:
            chip = desk.say("time-since-age", age=young)
        else:
            chip = desk.say("time-at-age", age=old) if young == old else desk.say("time-ages", young=young, old=old)
    return Time(dots, signs(stays)[home], desk.book.homes[home].name, who_was_there(desk, stay), chip, ages)


def _dot(desk: Desk, one: Moment) -> Dot:
    near = isinstance(one.when, NotKnown) or (isinstance(one.when, Dated) and one.when.near is not Nearness.EXACT)
    when = "" if isinstance(one.when, NotKnown) else desk.dates.when_and_age(one.when)
    return Dot(when, text(one.what).strip(), near)


def _ages(desk: Desk, at: int) -> tuple[float, float] | None:
    """The child's age in years at both ends of a stay, where they are known to a year; where a stay ends as the next
    begins, the two are one end."""
    stays = stays_in_time(desk)
    stay, born = stays[at][1], _middle(desk, desk.book.child.born)
    start = _middle(desk, stay.from_)
    following = stays[at + 1][1].from_ if at + 1 < len(stays) else None
    if stay.until is None:
        end = desk.dates.made.toordinal() if following is None else None
    elif following and _touch(desk, stay.until, following):
        end = _middle(desk, following)
    else:
        end = _middle(desk, stay.until)
    if born is None or start is None or end is None or start < born - 31:
        return None
    return max(0.0, (start - born) / YEAR), (end - born) / YEAR


def _touch(desk: Desk, one: When, other: When) -> bool:
    """Whether nothing lies between an end and the next beginning but the night of a move."""
    (first, last), (begins, ends) = (bounds(when, desk.book.child.born) for when in (one, other))
    if first is None or last is None or begins is None or ends is None:
        return False
    return first.toordinal() - 1 <= ends.toordinal() and begins.toordinal() <= last.toordinal() + 1


def _middle(desk: Desk, when: When) -> int | None:
    """The day in the middle of what ``when`` may mean."""
    first, last = bounds(when, desk.book.child.born)
    if first is None or last is None or (last - first).days > CLOSE:
        return None
    return (first.toordinal() + last.toordinal()) // 2
