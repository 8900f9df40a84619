"""The timeline: moments in the order of time, by the home that was home then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct

from lsbook.model.book import Moment, Placeholder
from lsbook.model.when import UnknownDate, round_to_year, sort_key
from lsbook.pages.content.homes import sort_stays
from lsbook.pages.content.statements import make_guarded_statement
from lsbook.pages.content.stays import find_stay
from lsbook.pages.content.time_cards import make_time_drawings
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout.addresses import slugify
from lsbook.pages.layout.blocks import guard_item, make_figures, make_instead
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.components import Components, DrawingImage, Section, TimelineMoment
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens
from lsbook.pages.layout.render_prose import render_line


class TimelineEntry(Struct, frozen=True):
    """A place on the line; ``css_class`` are its classes."""

    css_class: str
    inside: Components


class HomeTime(Struct, frozen=True):
    """Moments that follow each other in one home, or in one year where no stay must hold them."""

    home: str
    """The words over them; none in a book in which no moment stands in a home."""
    entries: tuple[TimelineEntry, ...]


class TimelineContent(PageContent, frozen=True):
    times: tuple[HomeTime, ...]
    drawings: tuple[DrawingImage, ...] = ()
    """The same moments on cards by home, as one picture or several."""

    def iter_text(self, say: Say) -> TextTokens:
        for time in self.times:
            yield time.home
            for entry in time.entries:
                yield from iter_text(entry.inside, say)


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of the timeline."""
    context = context.for_page(context.addresses["timeline"])
    times = [
        HomeTime(home, tuple(entry for _, entry in pairs))
        for home, pairs in groupby(_iter_entries(context), key=lambda pair: pair[0])
    ]
    if not times:
        return ()
    part, deck = context.say("part-how-i-got-here"), context.say("timeline-deck")
    drawn = make_time_drawings(context, tuple(item for item in sort_moments(context) if isinstance(item, Moment)))
    content, files = TimelineContent(tuple(times), drawn.images), drawn.files
    return (
        PageModel(context.address, "timeline.html", context.say("timeline-title"), content, part, deck, files=files),
    )


def make_moment(context: PageContext, item: Moment, level: int = 2, head: str = "") -> Components:
    """One moment, with the child's age then and who was there. When it was is not said again below its ``head``."""
    what = render_line(context, item.what)
    if not what:
        return ()
    when = _format_date(context, item)
    return (
        TimelineMoment(
            when if when != head else "",
            context.dates.format_age(item.when),
            what,
            make_guarded_statement(context, item.about, level=level),
            context.join_names(item.people),
            make_figures(context, item.photos),
        ),
    )


def make_single_moment(context: PageContext, item: Moment) -> Components:
    """The same on a page of its own."""
    inside = make_moment(context, item)
    return (Section("moment", "", inside, 2),) if inside else ()


def sort_moments(context: PageContext) -> tuple[Moment | Placeholder, ...]:
    """Moments by their dates; a sentence for what is not told yet stays behind the moment it was written after."""
    born, key = context.book.child.born, (-1, 0, 0)
    keyed = []
    for item in context.book.moments:
        key = key if isinstance(item, Placeholder) else sort_key(item.when, born)
        keyed.append((key, item))
    return tuple(item for _, item in sorted(keyed, key=lambda pair: pair[0]))


def _iter_entries(context: PageContext) -> Iterator[tuple[str, TimelineEntry]]:
    items = sort_moments(context)
    heads = _format_heads(context, [item for item in items if isinstance(item, Moment)])
    head = ""
    for item in items:
        if isinstance(item, Placeholder):
            inside, css_class = make_instead(context, item), "moment"
        else:
            head = heads[id(item)]
            inside = guard_item(context, item, partial(make_moment, context, level=3 if head else 2, head=head))
            css_class = "moment" if item.heads_up or not item.category else f"moment kind-{slugify(item.category)}"
        if inside:
            yield head, TimelineEntry(css_class, inside)


def _format_heads(context: PageContext, moments: Sequence[Moment]) -> dict[int, str]:
    """The words over each of ``moments``, by its identity: its home, else its year, else for one alone its own date."""
    homes = {id(item): _format_home(context, item) for item in moments}
    has_homes = any(homes.values())
    heads: dict[int, str] = {}
    for head, each in groupby(moments, key=lambda item: homes[id(item)] or _format_head(context, item, has_homes)):
        together = [*each]
        is_dated = bool(head) and not homes[id(together[0])] and not isinstance(together[0].when, UnknownDate)
        is_own = is_dated and len(together) == 1
        heads |= {id(item): _format_date(context, item) if is_own else head for item in together}
    return heads


def _format_date(context: PageContext, item: Moment) -> str:
    return capitalize_first(context.dates.format_when(item.when))


def _format_home(context: PageContext, item: Moment) -> str:
    """The words over the moments of the home that surely was home then; none where no stay must hold the moment."""
    at = find_stay(context, item)
    return "" if at is None else context.say("time-at-home", home=context.book.homes[sort_stays(context)[at][0]].name)


def _format_head(context: PageContext, item: Moment, has_homes: bool) -> str:
    """The words over moments that stand in no home. Beneath those of a home they need words of their own: the year."""
    if isinstance(item.when, UnknownDate):
        return context.say("time-not-known")
    return capitalize_first(context.dates.format_when(round_to_year(item.when))) if has_homes else ""
