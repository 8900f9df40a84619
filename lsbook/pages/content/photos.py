"""The album: every photo this reader may see, by home and year, with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.book import MediaBlock, Medium, Moment
from lsbook.model.vocabulary import ItemKind, MediaBlockKind
from lsbook.model.when import Dated, Nearness, Point, Span, UnknownDate, When, find_bounds, round_to_year, sort_key
from lsbook.pages.content.homes import sort_stays
from lsbook.pages.content.people import has_page
from lsbook.pages.content.stays import find_stay
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.language.rich_text import NO_TEXT
from lsbook.pages.layout.album_components import arrange_rows
from lsbook.pages.layout.blocks import make_insteads, show_medium
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.components import Component, Components, FigureStyle, MediaComponent, MediaFigure, Player
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens
from lsbook.pages.layout.render_prose import extract_text
from lsbook.pages.layout.sensitive_items import find_sensitive_pictures

MOST_IN_GATHERING = 6
"""Photos under one heading; of more, the longest gap in time parts them."""


class Gathering(Struct, frozen=True):
    """Photos of one home and one time, under the words that say so."""

    head: str
    """None where the photos go on with what stands before."""
    inside: Components


class PhotosContent(PageContent, frozen=True):
    """``after`` stands beneath the pictures: hard news is in no album."""

    gatherings: tuple[Gathering, ...]
    after: Components

    def iter_text(self, say: Say) -> TextTokens:
        for gathering in self.gatherings:
            yield gathering.head
            yield from iter_text(gathering.inside, say)
        yield from iter_text(self.after, say)


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The album. What only decorates stands where it decorates, and a portrait on the page of its person."""
    context = context.for_page(context.addresses["photos"])
    elsewhere = find_sensitive_pictures(context.book) | _find_portraits(context)
    listed = (
        at
        for at, item in enumerate(context.book.media)
        if item.listed and (item.heads_up or not item.decorative) and at not in elsewhere
    )
    usable = [medium for medium in map(context.images.find_medium, listed) if medium is not None]
    shown = tuple(medium for medium in usable if not medium.heads_up)
    gatherings = context.recall("gatherings of the album", shown, lambda: tuple(_make_gatherings(context, shown)))
    sensitive = (component for medium in usable if medium.heads_up for component in context.make_heads_up(medium))
    after = (*sensitive, *make_insteads(context, ItemKind.MEDIA))
    if not gatherings and not after:
        return ()
    thumb = context.make_thumbnail(
        MediaBlock(MediaBlockKind.PHOTOS, tuple(at for at, item in enumerate(context.book.media) if item in usable))
    )
    played = any(isinstance(component, Player) for gathering in gatherings for component in gathering.inside)
    title, part = context.say("photos-films-title" if played else "photos-title"), context.say("part-my-people")
    return (PageModel(context.address, "photos.html", title, PhotosContent(gatherings, after), part, thumb=thumb),)


def _find_portraits(context: PageContext) -> frozenset[int]:
    """Portraits that stand large on a page of their person: an album of them would show everybody twice."""
    people = (
        person for person in context.book.people if not person.heads_up and has_page(context.book, person, context.look)
    )
    return frozenset(person.photo for person in people if person.photo is not None)


def _make_gatherings(context: PageContext, media: Sequence[Medium]) -> Iterator[Gathering]:
    """By home and year, in the order of time; where more are together, parted at the longest gap, below one head."""
    dated = sorted((medium for medium in media if _is_dated(medium)), key=partial(_find_place_in_time, context))
    for together in _join_lone_photos(context, dated):
        for at, part in enumerate(_split_at_gaps(together, context)):
            yield Gathering(_format_head(context, together) if at == 0 else "", _make_rows(context, part))
    undated = [medium for medium in media if not _is_dated(medium)]
    if undated:
        yield Gathering(context.say("photos-undated") if dated else "", _make_rows(context, undated))


def _is_dated(medium: Medium) -> bool:
    return medium.when is not None and not isinstance(medium.when, UnknownDate)


def _find_place_in_time(context: PageContext, medium: Medium) -> tuple[int, int, int]:
    return sort_key(medium.when or UnknownDate(), context.book.child.born)


def _join_lone_photos(context: PageContext, media: Sequence[Medium]) -> list[tuple[Medium, ...]]:
    """``media`` by home and year; a photo that would stand alone stands with those of the year before or after."""
    joined: list[tuple[Medium, ...]] = []
    for _, each in groupby(media, key=lambda medium: (_find_home(context, medium), _find_year(medium))):
        together = tuple(each)
        both = (*joined[-1], *together) if joined else together
        is_lone = bool(joined) and 1 in (len(joined[-1]), len(together))
        if is_lone and len(both) <= MOST_IN_GATHERING and _is_one_time(context, both):
            joined[-1] = both
        else:
            joined.append(together)
    return joined


def _is_one_time(context: PageContext, media: Sequence[Medium]) -> bool:
    """Whether ``media`` are all of one home, and their years are surely known."""
    years = [_find_year(medium) for medium in media]
    is_sure = all(isinstance(year, Dated) and year.nearness is Nearness.EXACT for year in years)
    return is_sure and len({_find_home(context, medium) for medium in media}) == 1


def _find_year(medium: Medium) -> When:
    return round_to_year(medium.when or UnknownDate())


def _find_home(context: PageContext, medium: Medium) -> str:
    """The name of the home that surely was home then."""
    at = find_stay(context, Moment(medium.when or UnknownDate(), (), None, None, (), ()))
    return "" if at is None else context.book.homes[sort_stays(context)[at][0]].name


def _format_head(context: PageContext, media: Sequence[Medium]) -> str:
    """The home and the years of ``media``: "Mum\u2019s flat, 2018"."""
    first, last = _find_year(media[0]), _find_year(media[-1])
    if isinstance(first, Dated) and isinstance(last, Dated) and first != last:
        early, late = Point(first.point.year), Point(last.point.year)
        first = Dated(early) if early == late else Span(early, late)
    when = context.dates.format_when(first)
    return capitalize_first(", ".join(filter(None, (_find_home(context, media[0]), when))))


def _split_at_gaps(media: tuple[Medium, ...], context: PageContext) -> Iterator[tuple[Medium, ...]]:
    """``media`` in parts of six at most: each time the longest gap is where the next part begins."""
    if len(media) <= MOST_IN_GATHERING:
        yield media
        return
    born = context.book.child.born
    days = [
        first.toordinal() if (first := find_bounds(medium.when or UnknownDate(), born)[0]) else 0 for medium in media
    ]
    gaps = [(days[at] - days[at - 1], -abs(at - len(media) / 2), at) for at in range(2, len(media) - 1)]
    cut = max(gaps)[2]
    yield from _split_at_gaps(media[:cut], context)
    yield from _split_at_gaps(media[cut:], context)


def _make_rows(context: PageContext, media: Sequence[Medium]) -> Components:
    """The photos in rows; films, sounds, documents and what is held stand after them, each by itself."""
    figures: list[MediaFigure] = []
    alone: list[Component] = []
    for medium in media:
        for component in (*context.make_held_mark(medium), *make_photo(context, medium)):
            if isinstance(component, MediaFigure) and component.style is FigureStyle.PHOTO and not medium.hold:
                figures.append(component)
            else:
                alone.append(component)
    return (*arrange_rows(tuple(figures)), *alone)


def make_photo(context: PageContext, medium: Medium) -> Components:
    """A picture with what is known of it. Who is in it is said where the caption does not name them."""
    caption = extract_text(medium.caption).casefold()
    unnamed = tuple(name for name in medium.people if name.me or name.label.casefold() not in caption)
    is_told = not any(not name.me for name in unnamed)
    people = NO_TEXT if caption and is_told else context.join_names(medium.people)
    when = capitalize_first(context.dates.format_when(medium.when))
    return tuple(
        replace(component, people=people, when=when) if isinstance(component, MediaComponent) else component
        for component in show_medium(context, medium)
    )
