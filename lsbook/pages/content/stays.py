"""Which stay surely holds a moment: a home that is withheld must not lend its moments to another."""

from __future__ import annotations

from datetime import date

from lsbook.model.book import Moment, Stay
from lsbook.model.vocabulary import MomentKind
from lsbook.model.when import find_bounds
from lsbook.pages.content.homes import sort_stays
from lsbook.pages.layout.context import PageContext


def find_stay(context: PageContext, moment: Moment) -> int | None:
    """The position in ``sort_stays`` of the stay that holds ``moment``, whatever this book does not tell.

    A stay holds it only where every day that the moment may mean lies within every span that the stay may mean, and
    no other stay of the book may hold it too. So the answer is the same whether a home is withheld or was never there
    (design.md, "Who may see what"). Hard news holds no moment: it has a page of its own.
    """
    first, last = find_bounds(moment.when, context.book.child.born)
    if first is None or last is None or _can_be_sensitive(context, first, last):
        return None
    stays = sort_stays(context)
    fitting = [at for at, (_, stay) in enumerate(stays) if _can_hold(context, stay, first, last)]
    is_move = moment.category is MomentKind.MOVE
    begun = [at for at in fitting if is_move and _is_first_day(context, stays[at][1], first, last)]
    fitting = begun or fitting  # a move on the day of two stays belongs to the one that it begins
    if len(fitting) != 1:
        return None
    at = fitting[0]
    return at if _is_sure_to_hold(context, stays[at][1], first, last, is_move=is_move) else None


def _is_sure_to_hold(context: PageContext, stay: Stay, first: date, last: date, *, is_move: bool) -> bool:
    """The day on which a stay begins or ends may be a day of another home as well: a move there, or a birth, is not."""
    born = context.book.child.born
    begun = find_bounds(stay.from_, born)[1]
    if begun is None:
        return False
    is_beginning = _is_first_day(context, stay, first, last) and (is_move or (first, last) == find_bounds(born))
    if not (begun < first or is_beginning):
        return False
    if stay.until is None:
        return True
    ends = find_bounds(stay.until, born)[0]
    return ends is not None and last < ends


def _is_first_day(context: PageContext, stay: Stay, first: date, last: date) -> bool:
    """True where the stay begins on this very day."""
    return first == last and find_bounds(stay.from_, context.book.child.born) == (first, last)


def _can_hold(context: PageContext, stay: Stay, first: date, last: date) -> bool:
    born = context.book.child.born
    begins, ends = find_bounds(stay.from_, born)[0], find_bounds(stay.until, born)[1] if stay.until else None
    return (begins is None or begins <= last) and (ends is None or first <= ends)


def _can_be_sensitive(context: PageContext, first: date, last: date) -> bool:
    sensitive = (
        stay
        for home in context.book.homes
        for stay in home.stays
        if isinstance(stay, Stay) and (home.heads_up or stay.heads_up)
    )
    return any(_can_hold(context, stay, first, last) for stay in sensitive)
