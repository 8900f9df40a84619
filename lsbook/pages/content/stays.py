"""Which stay surely holds a moment: a home that is withheld must not lend its moments to another."""

from __future__ import annotations

from datetime import date

from lsbook.model.book import Moment, Stay
from lsbook.model.when import bounds
from lsbook.pages.content.homes import stays_in_time
from lsbook.pages.layout.context import Desk


def stay_then(desk: Desk, moment: Moment) -> int | None:
    """The position in ``stays_in_time`` of the stay that holds ``moment``, whatever this book does not tell.

    A stay holds it only where every day that the moment may mean lies within every span that the stay may mean, and
    no other stay of the book may hold it too. So the answer is the same whether a home is withheld or was never there
    (design.md, "Who may see what"). Hard news holds no moment: it has a page of its own.
    """
    first, last = bounds(moment.when, desk.book.child.born)
    if first is None or last is None or _may_be_hard(desk, first, last):
        return None
    stays = stays_in_time(desk)
    fitting = [at for at, (_, stay) in enumerate(stays) if _may_hold(desk, stay, first, last)]
    begun = [at for at in fitting if moment.of == "move" and _begins_on(desk, stays[at][1], first, last)]
    fitting = begun or fitting  # a move on the day of two stays belongs to the one that it begins
    if len(fitting) != 1:
        return None
    at = fitting[0]
    return at if _must_hold(desk, stays[at][1], first, last, is_move=moment.of == "move") else None


def _must_hold(desk: Desk, stay: Stay, first: date, last: date, *, is_move: bool) -> bool:
    """The day on which a stay begins or ends may be a day of another home as well: a move there, or a birth, is not."""
    born = desk.book.child.born
    begun = bounds(stay.from_, born)[1]
    if begun is None:
        return False
    is_beginning = _begins_on(desk, stay, first, last) and (is_move or (first, last) == bounds(born))
    if not (begun < first or is_beginning):
        return False
    if stay.until is None:
        return True
    ends = bounds(stay.until, born)[0]
    return ends is not None and last < ends


def _begins_on(desk: Desk, stay: Stay, first: date, last: date) -> bool:
    """True where the stay begins on this very day."""
    return first == last and bounds(stay.from_, desk.book.child.born) == (first, last)


def _may_hold(desk: Desk, stay: Stay, first: date, last: date) -> bool:
    born = desk.book.child.born
    begins, ends = bounds(stay.from_, born)[0], bounds(stay.until, born)[1] if stay.until else None
    return (begins is None or begins <= last) and (ends is None or first <= ends)


def _may_be_hard(desk: Desk, first: date, last: date) -> bool:
    hard = (
        stay for home in desk.book.homes for stay in home.stays if isinstance(stay, Stay) and (home.hard or stay.hard)
    )
    return any(_may_hold(desk, stay, first, last) for stay in hard)
