"""Moments by the stay that was home then, as the timeline draws them. Hard news is on no card."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from lsbook.drawings.cards import CardEvent, CardPeriod
from lsbook.drawings.palette import get_palette
from lsbook.drawings.ruler import draw_timelines
from lsbook.drawings.timeline_narrow import draw_narrow_timeline
from lsbook.model.book import Moment
from lsbook.model.vocabulary import PageLook
from lsbook.model.when import Dated, Nearness, UnknownDate, When, find_bounds, sort_key
from lsbook.pages.content.homes import format_people, number_signs, sort_stays
from lsbook.pages.content.stays import find_stay
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.language.numbers import format_number
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.drawing_file import DrawingFiles, make_drawing_files
from lsbook.pages.layout.render_prose import extract_text

TOO_YOUNG = PageLook.UNDER_5
MAX_SPREAD = 366
"""Days: an end that is known less closely has no place on a ruler."""
DAYS_PER_YEAR = 365.2425


def make_time_drawings(context: PageContext, moments: Sequence[Moment]) -> DrawingFiles:
    """The drawings, with ``moments`` in the order of time; none for the youngest, or where there is but one home."""
    if context.look == TOO_YOUNG or len(sort_stays(context)) < 2:
        return DrawingFiles()
    shown = [item for item in moments if not item.heads_up and extract_text(item.what).strip()]
    if not shown:
        return DrawingFiles()
    undated = [_make_dot(context, item) for item in shown if isinstance(item.when, UnknownDate)]
    dated = [item for item in shown if not isinstance(item.when, UnknownDate)]
    digits = partial(format_number, locale=context.catalog.locale)
    periods, title, palette = _make_times(context, dated), context.say("time-not-known"), get_palette(context.look)
    wide = draw_timelines(periods, undated, title, palette, digits)
    narrow = draw_narrow_timeline(periods, palette)
    return make_drawing_files(context, wide, (narrow,), context.say("time-alt"))


def _make_times(context: PageContext, moments: Sequence[Moment]) -> list[CardPeriod]:
    """A card for each stay; between them, moments of which the dates do not say in which home they were."""
    stays = sort_stays(context)
    inside: dict[int, list[CardEvent]] = {at: [] for at in range(len(stays))}
    after: dict[int, list[CardEvent]] = {at: [] for at in range(-1, len(stays))}
    born = context.book.child.born
    for moment in moments:
        at = find_stay(context, moment)
        if at is None:
            begun = [
                at for at, (_, stay) in enumerate(stays) if sort_key(stay.from_, born) <= sort_key(moment.when, born)
            ]
            after[max(begun, default=-1)].append(_make_dot(context, moment))
        else:
            inside[at].append(_make_dot(context, moment))
    times = [CardPeriod(tuple(after[-1]))] if after[-1] else []
    for at in range(len(stays)):
        times.append(_make_time(context, at, tuple(inside[at])))
        if after[at]:
            times.append(CardPeriod(tuple(after[at])))
    return times


def _make_time(context: PageContext, index: int, dots: tuple[CardEvent, ...]) -> CardPeriod:
    stays = sort_stays(context)
    home, stay = stays[index]
    ages = _find_ages(context, index)
    chip: str = capitalize_first(context.dates.format_period(stay.from_, stay.until))
    if ages:
        first, last = int(ages[0]), int(ages[1])
        if stay.until is None:
            chip = context.say("time-since-age", age=first)
        else:
            chip = (
                context.say("time-at-age", age=last)
                if first == last
                else context.say("time-ages", young=first, old=last)
            )
    return CardPeriod(
        dots, number_signs(stays)[home], context.book.homes[home].name, format_people(context, stay), chip, ages
    )


def _make_dot(context: PageContext, moment: Moment) -> CardEvent:
    is_near = isinstance(moment.when, UnknownDate) or (
        isinstance(moment.when, Dated) and moment.when.nearness is not Nearness.EXACT
    )
    when = "" if isinstance(moment.when, UnknownDate) else context.dates.format_when_and_age(moment.when)
    return CardEvent(when, extract_text(moment.what).strip(), is_near)


def _find_ages(context: PageContext, index: int) -> tuple[float, float] | None:
    """Return the child's age in years at both ends of a stay, where they are known to a year.

    Where a stay ends as the next begins, the two are one end.
    """
    stays = sort_stays(context)
    stay, born = stays[index][1], _find_middle(context, context.book.child.born)
    start = _find_middle(context, stay.from_)
    following = stays[index + 1][1].from_ if index + 1 < len(stays) else None
    if stay.until is None:
        end = context.dates.made_on.toordinal() if following is None else None
    elif following and _is_adjacent(context, stay.until, following):
        end = _find_middle(context, following)
    else:
        end = _find_middle(context, stay.until)
    if context.book.child.is_ageless or born is None or start is None or end is None or start < born - 31:
        return None
    return max(0.0, (start - born) / DAYS_PER_YEAR), (end - born) / DAYS_PER_YEAR


def _is_adjacent(context: PageContext, end: When, beginning: When) -> bool:
    """Whether nothing lies between an end and the next beginning but the night of a move."""
    (first, last), (begins, ends) = (find_bounds(when, context.book.child.born) for when in (end, beginning))
    if first is None or last is None or begins is None or ends is None:
        return False
    return first.toordinal() - 1 <= ends.toordinal() and begins.toordinal() <= last.toordinal() + 1


def _find_middle(context: PageContext, when: When) -> int | None:
    """The day in the middle of what ``when`` may mean."""
    first, last = find_bounds(when, context.book.child.born)
    if first is None or last is None or (last - first).days > MAX_SPREAD:
        return None
    return (first.toordinal() + last.toordinal()) // 2
