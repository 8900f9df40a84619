"""Places I've lived: each home with its stays in the order of time, and the road from one to the next."""

from __future__ import annotations

from functools import partial

from babel.lists import format_list

from lsbook.drawings.palette import get_palette
from lsbook.drawings.road import RoadStop, draw_roads
from lsbook.drawings.shapes import NARROW_WIDTH
from lsbook.model.book import Book, Home, Placeholder, Stay
from lsbook.model.vocabulary import ItemKind
from lsbook.model.when import sort_key
from lsbook.pages.content.named_items import find_anchor, make_about, make_item_accounts
from lsbook.pages.content.statements import make_guarded_statement
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout.blocks import guard_item, make_figures, make_instead, make_insteads
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.components import Component, Components, DrawingImage, PeopleLine, Section
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.drawing_file import DrawingFiles, make_drawing_files
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens

UNDATED_SORT_KEY = (3, 0, 0)
"""Behind everything that has a date."""


class HomesContent(PageContent, frozen=True):
    homes: Components
    drawings: tuple[DrawingImage, ...] = ()
    """The homes as a road, in one picture or several."""

    def iter_text(self, say: Say) -> TextTokens:
        yield from iter_text(self.homes, say)


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of homes, in the order in which they became home."""
    context = context.for_page(context.addresses["homes"])
    homes: list[Component] = []
    for at in order_homes(context.book):
        entry = context.book.homes[at]
        homes += guard_item(context, entry, partial(_make_section, context, at))
    homes += make_insteads(context, ItemKind.HOMES)
    if not homes:
        return ()
    drawn = _make_drawings(context)
    return (
        PageModel(
            context.address,
            "homes.html",
            context.say("homes-title"),
            HomesContent(tuple(homes), drawn.images),
            context.say("part-how-i-got-here"),
            context.say("homes-deck"),
            thumb=context.make_thumbnail(context.book.homes),
            files=drawn.files,
        ),
    )


def make_home(context: PageContext, item: Home, level: int = 3) -> Components:
    """Everything about one home, in the order of time."""
    components: list[Component] = [*make_about(context, item, level), *make_item_accounts(context, item, level)]
    stays = [stay for stay in item.stays if isinstance(stay, Stay)]
    stays.sort(key=lambda stay: sort_key(stay.from_, context.book.child.born))
    for stay in stays:
        components += guard_item(
            context, stay, partial(make_stay, context, level=level, came_back=_is_return(stays, stay))
        )
    for placeholder in item.stays:
        if isinstance(placeholder, Placeholder):
            components += make_instead(context, placeholder)
    return tuple(components)


def _is_return(stays: list[Stay], stay: Stay) -> bool:
    """Whether the child had lived there before: a short break is no return, and nobody returns from one."""
    homely = [other for other in stays if not other.is_short_break]
    return stay in homely and stay is not homely[0]


def make_stay(context: PageContext, stay: Stay, *, level: int = 3, came_back: bool = False) -> Components:
    """Some time in a home."""
    components: list[Component] = []
    if people := context.join_names(stay.people):
        components.append(PeopleLine(context.say("lived-with"), people))
    components += make_guarded_statement(context, stay.why_came, context.say("why-came"), level + 1)
    if stay.who_took_me and (who := context.join_names((stay.who_took_me,))):
        components.append(PeopleLine(context.say("who-took-me"), who))
    components += make_guarded_statement(context, stay.what_i_wanted, context.say("what-i-wanted"), level + 1)
    components += make_guarded_statement(context, stay.first_day, context.say("first-day"), level + 1)
    components += make_figures(context, stay.photos)
    components += make_guarded_statement(context, stay.why_left, context.say("why-left"), level + 1)
    components += make_guarded_statement(context, stay.goodbye, context.say("goodbye"), level + 1)
    age = context.dates.format_age(stay.from_)
    if stay.is_short_break:
        when: str = context.say("stay-break")
    elif came_back:
        when = context.say("came-back-when", age=age) if age else context.say("came-back")
    else:
        when = context.say("came-when", age=age) if age else ""
    stretch = capitalize_first(context.dates.format_period(stay.from_, stay.until, ongoing=True))
    return (Section("stay", stretch, tuple(components), level, when),)


def _make_section(context: PageContext, index: int, item: Home) -> Components:
    anchor = find_anchor(context, ItemKind.HOMES, index)
    css_class = "home single" if len(context.book.homes) == 1 else "home"
    return (Section(css_class, item.name, make_home(context, item), 2, anchor=anchor),)


def order_homes(book: Book) -> tuple[int, ...]:
    """The positions of the homes, in the order in which they became home."""

    def find_beginning(at: int) -> tuple[int, int, int]:
        stays = (stay for stay in book.homes[at].stays if isinstance(stay, Stay))
        return min((sort_key(stay.from_, book.child.born) for stay in stays), default=UNDATED_SORT_KEY)

    return tuple(sorted(range(len(book.homes)), key=find_beginning))


def _select_road_stays(context: PageContext) -> tuple[tuple[int, Stay], ...]:
    """The stays of the road; none where there is but one."""
    stays = sort_stays(context)
    return stays if len(stays) > 1 else ()


def sort_stays(context: PageContext) -> tuple[tuple[int, Stay], ...]:
    """All stays in the order of time but hard news and short breaks, each with the position of its home."""
    stays = [
        (sort_key(stay.from_, context.book.child.born), at, stay)
        for at, entry in enumerate(context.book.homes)
        for stay in entry.stays
        if isinstance(stay, Stay) and not stay.heads_up and not entry.heads_up and not stay.is_short_break
    ]
    stays.sort(key=lambda stop: stop[:2])
    return tuple((at, stay) for _, at, stay in stays)


def number_signs(stays: tuple[tuple[int, Stay], ...]) -> dict[int, int]:
    """The number of the sign of each home, by its position: the same in every drawing."""
    return {at: number for number, at in enumerate(dict.fromkeys(at for at, _ in stays))}


def format_people(context: PageContext, stay: Stay) -> str:
    """The people of a stay in plain words, without the child and without hard news."""
    who = [name.label for name in stay.people if not name.me and not context.is_sensitive(name)]
    return format_list(who, locale=context.catalog.locale) if who else ""


def _make_drawings(context: PageContext) -> DrawingFiles:
    """The road as pictures: a return is a new stop with the same house. No real place is in it."""
    stays = _select_road_stays(context)
    signed = number_signs(stays)
    stops, met = [], set[int]()
    for at, stay in stays:
        now = stay.until is None and stay is stays[-1][1]
        chip = context.say("road-now") if now else context.say("road-back") if at in met else ""
        met.add(at)
        lines = tuple(
            filter(
                None,
                (format_people(context, stay), capitalize_first(context.dates.format_period(stay.from_, stay.until))),
            )
        )
        stops.append(RoadStop(signed[at], context.book.homes[at].name, lines, chip, now))
    palette = get_palette(context.look)
    wide, narrow = draw_roads(stops, palette), draw_roads(stops, palette, NARROW_WIDTH)
    return make_drawing_files(context, wide, narrow, context.say("road-alt"))
