"""The frame around every page: the bar, "Stop and talk", and the way back and on."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.theme import Theme
from lsbook.model.vocabulary import PageLook
from lsbook.pages.content.glossary import make_page_glossary
from lsbook.pages.content.help import HelpContent, make_help
from lsbook.pages.language.language_tags import find_direction
from lsbook.pages.layout.addresses import COVER
from lsbook.pages.layout.components import Components
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import NavLink, PageModel
from lsbook.pages.layout.scripts import Scripts

MAX_BESIDE = 24
"""Pages of its part that a page names: as many as a reader takes in at a look. A part with no more is named whole."""
TALK_TEMPLATES = frozenset({"behind.html"})
"""Kinds of pages at whose end stands who to talk to: after hard news. The door before it leads to the page of help."""
SPREAD_TEMPLATES = frozenset({"spread.html", "small-spread.html"})
"""Kinds of pages that are spreads: nothing stands around them but the way to turn, to talk and to close."""


class FrameLink(Struct, frozen=True):
    """A link; ``is_current`` is true where it leads to the page that it stands on."""

    href: str
    text: str
    is_current: bool = False


class Frame(Struct, frozen=True):
    """``styles`` in the order in which they are to be read; ``closed_href`` is empty on the page that it leads to.

    ``talk_href`` is where "Stop and talk" leads: to the panel of this page where it has one (``has_talk_panel``).
    ``notes`` say where something on the page comes from, in the order of their numbers.
    """

    lang: str
    dir: str
    look: str
    theme: Theme
    title: str
    running_title: str
    styles: tuple[str, ...]
    scripts: Scripts
    contents_href: str
    find_href: str
    part_links: tuple[FrameLink, ...]
    glossary: Components
    notes: tuple[str, ...]
    talk: HelpContent
    talk_href: str
    has_talk_panel: bool
    closed_href: str
    back: FrameLink | None
    onward: FrameLink | None


def make_frame(
    context: PageContext, model: PageModel, styles: Sequence[str], scripts: Scripts, notes: tuple[str, ...] = ()
) -> Frame:
    """What stands around one page; ``notes`` stand at its end."""
    context = context.for_page(model.address)
    help_address = context.addresses["help"]
    is_bare = model.template in SPREAD_TEMPLATES
    has_panel = (model.template in TALK_TEMPLATES or not context.has_help) and not is_bare
    talk = help_address if context.has_help else context.contents_address.replace("#contents", "#talk")
    running, book = context.say("running"), context.book
    closed = context.addresses["closed"]
    return Frame(
        book.language,
        find_direction(book.language),
        book.edition.look,
        book.theme,
        str(running) if model.address == COVER else f"{model.title} – {running}",
        running,
        tuple(context.make_href(style) for style in styles),
        scripts,
        context.make_href(COVER if is_bare else context.contents_address),
        "" if context.look == PageLook.UNDER_5 else context.make_href(context.addresses["find"]),
        tuple(
            FrameLink(context.make_href(link.address), link.text, link.address == model.address)
            for link in model.part_links
        ),
        make_page_glossary(context, model),
        notes,
        make_help(context) if has_panel else HelpContent((), ()),
        "#talk" if has_panel else context.make_href(talk),
        has_panel,
        "" if model.address == closed else context.make_href(closed),
        _make_link(context, model.back),
        _make_link(context, model.onward),
    )


def link_row(context: PageContext, models: Sequence[PageModel]) -> tuple[PageModel, ...]:
    """The pages of the row, each with the one before it (first of all the cover) and the one after it."""
    links = [NavLink(COVER, context.say("the-cover")), *(NavLink(model.address, model.title) for model in models), None]
    return tuple(replace(model, back=links[at], onward=links[at + 2]) for at, model in enumerate(models))


def link_part(models: Sequence[PageModel], contents: NavLink) -> tuple[PageModel, ...]:
    """The pages of one part, each with those beside it that the contents name.

    In a long part these are the ones around it, and behind them the link to its ``contents``.
    """
    beside = tuple(NavLink(model.address, model.title) for model in models if model.listed)
    if len(beside) <= MAX_BESIDE:
        return tuple(replace(model, part_links=beside) for model in models)
    position, linked = 0, []
    for model in models:
        first = max(0, min(position - MAX_BESIDE // 2, len(beside) - MAX_BESIDE))
        linked.append(replace(model, part_links=(*beside[first : first + MAX_BESIDE], contents)))
        position += model.listed
    return tuple(linked)


def _make_link(context: PageContext, link: NavLink | None) -> FrameLink | None:
    return FrameLink(context.make_href(link.address), link.text) if link else None
