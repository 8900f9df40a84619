"""Makes the Site of a Book: every page as data, what the pages declare, then their HTML. Writes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lsbook.cache.page_store import PageStore
from lsbook.model.book import Book
from lsbook.model.media import Renditions
from lsbook.model.site import SECOND_READER_FILE, Asset, Page, Site, make_page
from lsbook.model.vocabulary import Part
from lsbook.pages import search
from lsbook.pages.content import blanks, my_pages
from lsbook.pages.content.about_book import add_news, make_closed_page
from lsbook.pages.content.chapters import PART_KEYS
from lsbook.pages.content.contents import OWN_TEMPLATES, CoverPart, make_part
from lsbook.pages.content.cover import make_cover
from lsbook.pages.content.entry_points import make_sensitive_pages
from lsbook.pages.content.long_pages import make_index_pages
from lsbook.pages.content.sensitive import drop_empty_entry_points
from lsbook.pages.fold import choose_folds, fold_pages
from lsbook.pages.frame import link_part, link_row
from lsbook.pages.html import PageRenderer, make_environment, render_page
from lsbook.pages.language.catalog import Catalog, load_catalog
from lsbook.pages.layout import fonts
from lsbook.pages.layout.addresses import COVER, READ_ME
from lsbook.pages.layout.context import PageContext, make_anew
from lsbook.pages.layout.drawing_memory import NO_DRAWINGS, DrawingMemory
from lsbook.pages.layout.look import PAPER_STYLES, find_look_files
from lsbook.pages.layout.page_model import NavLink, PageModel
from lsbook.pages.layout.repeated_pictures import link_words, shrink_repeated_pictures
from lsbook.pages.layout.scripts import load_scripts
from lsbook.pages.layout.sensitive_items import SensitiveItem
from lsbook.pages.main_blocks import MainBlocks
from lsbook.pages.order import (
    BACK_PAGE_MAKERS,
    PAGE_MAKERS,
    fold_groups,
    make_front_pages,
    make_groups,
    order_parts,
)
from lsbook.pages.page_inputs import PageInputs, make_inputs
from lsbook.pages.picture_book import grown_up
from lsbook.pages.picture_book.spread_pages import make_small_books, make_spread_pages
from lsbook.pages.plan import make_context
from lsbook.pages.print.print_book import PaperPages, make_print_pages
from lsbook.pages.print.sensitive_order import order_entry_points
from lsbook.pages.shown_media import collect_media, collect_symbols
from lsbook.pages.site_memory import SiteMemory

CHAPTER_TEMPLATES = frozenset({"chapter.html", "heads-up.html"})
"""Kinds of pages that chapters are: a long part has hundreds of them."""
SCREEN_ONLY_TEMPLATES = frozenset({"find.html", "find-files.html", "how-to.html", "my-pages.html"})
"""Kinds of pages that paper has no use for: it has sheets of its own to write on."""


class SitePlan(Struct, frozen=True):
    """A book before any of it is HTML: the inputs of every page that can be reached, and what they name.

    ``styles`` are addresses from the book's folder, as a page reads them; the last is for paper.
    """

    context: PageContext
    styles: tuple[str, ...]
    look: tuple[Asset, ...]
    screen: tuple[PageInputs, ...]
    paper: PaperPages

    @property
    def drawings(self) -> tuple[Page, ...]:
        """The drawings that the pages show and the data that they load, each once."""
        return tuple({file.path: file for inputs in self.screen for file in inputs.model.files}.values())

    @property
    def letters(self) -> frozenset[str]:
        """Every letter of the pages, and of the book's own words in its language."""
        return self.collect_letters(inputs.letters for inputs in self.screen)

    def collect_letters(self, screen_letters: Iterable[frozenset[str]]) -> frozenset[str]:
        """Every letter of the book; ``screen_letters`` are those of the pages on screen."""
        on_screen = {*map(id, self.screen)}
        paper_only = (inputs.letters for inputs in self.paper.all_inputs if id(inputs) not in on_screen)
        return self.context.catalog.letters.union(*screen_letters, *paper_only)

    @property
    def media(self) -> tuple[Asset, ...]:
        """The renditions that the pages declare, each once."""
        return collect_media(self.context.images.renditions, *(inputs.links for inputs in self.screen))


def make_site(
    book: Book, renditions: Renditions, templates: Sequence[Path], store: PageStore | None = None, state: str = ""
) -> Site:
    """The whole book as data. ``templates`` are searched in their order: an authority's first, the shipped last.

    ``store`` holds pages that need not be rendered; ``state`` tells of the templates, and of lsbook, as they are now.
    Raises ``LookNotFoundError`` where the edition's look is in none of them.
    """
    drawings, memory = DrawingMemory(store, state), store.get_companion(SiteMemory) if store else None
    plan = plan_site(book, renditions, templates, memory, drawings)
    context, say = plan.context, plan.context.say
    env, paper_env = make_environment(tuple(templates)), make_environment(tuple(templates), for_paper=True)
    key = _make_render_key(context.catalog, state)
    main_blocks: MainBlocks = {}
    rendered = tuple(map(PageRenderer(env, say, store, f"screen {key}", main_blocks).render, plan.screen))
    links = tuple(page.links for page in rendered)
    media, symbols = collect_media(renditions, *links), collect_symbols(renditions, *links)
    render_on_paper = PageRenderer(paper_env, say, store, f"paper {key}", main_blocks).render
    print_pages = make_print_pages(partial(render_page, env, say), render_on_paper, context, plan.paper, plan.styles)
    letters = plan.collect_letters(page.letters for page in rendered)
    typeface_styles, typefaces = fonts.select_fonts(templates, letters, book.edition.look)
    marks = (make_page(SECOND_READER_FILE, say("to-read") + "\n"),) if book.edition.is_for_second_reader else ()
    read_me = make_page(READ_ME, "".join(f"{mark.text}\n" for mark in marks) + say("read-me") + "\n")
    return Site(
        (*(page.page for page in rendered), *plan.drawings, *symbols, *print_pages, typeface_styles, read_me, *marks),
        (*plan.look, *typefaces, *media),
        (COVER, READ_ME, *(mark.path for mark in marks)),
    )


def _make_render_key(catalog: Catalog, state: str) -> str:
    """The digest of what decides about every page, beside its own inputs."""
    words = [dict(catalog.texts), {key: dict(forms) for key, forms in catalog.forms.items()}, dict(catalog.foreign)]
    own = json.dumps([state, catalog.name, str(catalog.locale), words], sort_keys=True)
    return hashlib.sha256(own.encode()).hexdigest()


def plan_site(
    book: Book,
    renditions: Renditions,
    templates: Sequence[Path],
    memory: SiteMemory | None = None,
    drawings: DrawingMemory = NO_DRAWINGS,
) -> SitePlan:
    """Decide on every page of ``book`` and what it holds; ``memory`` is what was made of the last book of its edition.

    Raises ``LookNotFoundError``.
    """
    catalog = load_catalog(book, templates)
    context, sensitive_items = make_context(memory.watch(book) if memory else book, catalog, renditions)
    context = replace(drop_empty_entry_points(context), drawings=drawings)
    context = memory.begin(context) if memory else context
    recall, find_scripts = context.recall, cache(partial(load_scripts, templates=templates))
    named_styles, look = find_look_files(book.edition.look, templates)
    styles = (fonts.ADDRESS, *named_styles)
    screen_styles = tuple(style for style in styles if style != PAPER_STYLES)
    context, bound = _bind_pages(context, sensitive_items)

    def gather(model: PageModel) -> PageInputs:
        make = partial(make_inputs, context, model, screen_styles, find_scripts(model.template))
        return recall(f"inputs of {model.address}", (model, make.args[2:], context.folds), make)

    screen = _fill_search(context, _select_reachable(tuple(map(gather, _select_screen_models(context, bound)))), gather)
    return SitePlan(context, styles, look, screen, _select_paper_pages(context, bound, screen, gather))


class _BoundPages(Struct, frozen=True):
    """The pages of the row from front to back, and those beside it: hard news.

    ``parts`` are each part (``None`` for the book's own pages) and what stands in it.
    """

    parts: tuple[tuple[Part | None, tuple[PageModel, ...]], ...]
    row: tuple[PageModel, ...]
    sensitive: tuple[PageModel, ...]
    contents: Mapping[Part, tuple[PageModel, ...]]
    """The contents of each part as pages of their own; none where the cover has room for them."""


def _bind_pages(context: PageContext, sensitive_items: tuple[SensitiveItem, ...]) -> tuple[PageContext, _BoundPages]:
    """All pages, and the context that knows which of them stand within others."""
    groups = {part: make_groups(context, PAGE_MAKERS[part]) for part in order_parts(context.book)}
    back_groups = make_groups(context, BACK_PAGE_MAKERS)
    parts = [tuple(model for group in row for model in group.models) for row in (*groups.values(), back_groups)]
    folds = choose_folds(context, parts)
    context = replace(context, folds=folds, recall=make_anew)
    by_part = {part: fold_groups(context, row) for part, row in groups.items()}
    closing = fold_pages(folds, fold_groups(context, back_groups))
    written = my_pages.make_pages(context, [model for models in by_part.values() for model in models])
    by_part = {part: fold_pages(folds, models) for part, models in by_part.items()}
    by_part[Part.WHERE_IM_GOING] += written
    return context, _link_pages(context, sensitive_items, by_part, closing)


def _link_pages(
    context: PageContext,
    sensitive_items: tuple[SensitiveItem, ...],
    by_part: dict[Part, tuple[PageModel, ...]],
    closing: tuple[PageModel, ...],
) -> _BoundPages:
    contents = {part: _make_part_contents(context, part, models) for part, models in by_part.items()}
    by_part = {part: link_part(models, _link_contents(context, contents[part])) for part, models in by_part.items()}
    opening = make_front_pages(context)
    door = grown_up.make_pages(context, sensitive_items)
    row = (*door, *opening, *(model for models in by_part.values() for model in models), *closing)
    row = (*make_spread_pages(context), *link_row(context, row))
    by_address = {part.address: part for model in row for part in (model, *model.folded)}
    sensitive = tuple(make_sensitive_pages(context, sensitive_items, by_address))
    addresses = {*by_address, *(model.address for model in sensitive)}
    row = tuple(add_news(context, model, addresses) for model in row)
    row = shrink_repeated_pictures(row, context.look, partial(link_words, context))
    (part, models), *rest = by_part.items()
    return _BoundPages(((part, (*opening, *models)), *rest, (None, closing)), row, sensitive, contents)


def _make_part_contents(context: PageContext, part: Part, models: tuple[PageModel, ...]) -> tuple[PageModel, ...]:
    """The contents of a part as a page of its own, where it has too many chapters for the cover."""
    address = context.addresses.get(f"contents {part}")
    return make_index_pages(context, address, context.say(PART_KEYS[part]), models) if address else ()


def _link_contents(context: PageContext, pages: tuple[PageModel, ...]) -> NavLink:
    return NavLink(pages[0].address if pages else context.contents_address, context.say("contents"))


def _make_contents(
    context: PageContext, pages: _BoundPages, skipped_templates: frozenset[str] = frozenset()
) -> Iterator[CoverPart]:
    """The contents by part, without the kinds of pages that are in ``skipped_templates``."""
    for part, models in pages.parts:
        title = context.say(PART_KEYS[part] if part else "part-book")
        yield make_part(context, title, [model for model in models if model.template not in skipped_templates], part)


def _select_screen_models(context: PageContext, pages: _BoundPages) -> tuple[PageModel, ...]:
    contents = (page for each in pages.contents.values() for page in each)
    parts = tuple(_make_short_contents(context, pages))
    first = make_cover(context, parts, pages.row[0].address)
    row = tuple(grown_up.fill_page(model, parts) for model in pages.row)
    return (first, *contents, *row, *make_small_books(context, pages.sensitive), make_closed_page(context))


def _make_short_contents(context: PageContext, pages: _BoundPages) -> Iterator[CoverPart]:
    """The contents by part as the cover has room for them: for many chapters, the page that leads to all of them."""
    for part, whole in zip(pages.parts, _make_contents(context, pages), strict=True):
        index = pages.contents[part[0]][:1] if part[0] else ()
        if index:
            others = [model for model in part[1] if model.template not in CHAPTER_TEMPLATES]
            listed = [replace(model, listed=True) for model in index]
            yield replace(whole, entries=make_part(context, whole.name, [*listed, *others]).entries)
        else:
            yield whole


def _select_reachable(pages: tuple[PageInputs, ...]) -> tuple[PageInputs, ...]:
    """The pages that somebody can come to from the cover."""
    links = {inputs.address: inputs.links for inputs in pages}
    waiting, reached = [COVER], set[str]()
    while waiting:
        address = waiting.pop()
        if address not in reached:
            reached.add(address)
            waiting += links.get(address, ())
    return tuple(inputs for inputs in pages if inputs.address in reached)


def _fill_search(
    context: PageContext, pages: tuple[PageInputs, ...], gather: Callable[[PageModel], PageInputs]
) -> tuple[PageInputs, ...]:
    """The same pages, with what can be found on all of them on the page to find things on."""
    find = context.addresses["find"]
    return tuple(
        gather(search.fill_page(context, inputs.model, pages)) if inputs.address == find else inputs for inputs in pages
    )


def _select_paper_pages(
    context: PageContext,
    pages: _BoundPages,
    screen: tuple[PageInputs, ...],
    gather: Callable[[PageModel], PageInputs],
) -> PaperPages:
    """The pages on screen that paper has a use for, with pages to write on; each threshold before what is behind it."""
    sheets = blanks.make_pages(context)
    own = (make_part(context, context.say("blank-part"), sheets),) if sheets else ()
    parts = (*_make_contents(context, pages, SCREEN_ONLY_TEMPLATES), *own)
    first = make_cover(context, parts, pages.row[0].address, for_paper=True)
    by_address = {inputs.address: inputs for inputs in screen}
    by_address |= {model.address: gather(model) for model in pages.sensitive if model.template == "behind.html"}
    by_address |= {
        model.address: gather(grown_up.fill_page(model, parts))
        for model in pages.row
        if isinstance(model.content, grown_up.GrownUpContent)
    }
    entries = order_entry_points(context)
    sensitive_addresses = (address for entry in entries for address in (entry.threshold, entry.sensitive_page))
    sensitive = tuple(by_address[address] for address in sensitive_addresses if address in by_address)
    row = (by_address[model.address] for model in pages.row if model.address in by_address)
    bound = [inputs for inputs in row if inputs.model.template not in SCREEN_ONLY_TEMPLATES]
    story = (inputs for inputs in bound if inputs.model.template not in OWN_TEMPLATES)
    closing = (inputs for inputs in bound if inputs.model.template in OWN_TEMPLATES)
    return PaperPages((gather(first), *story), sensitive, (*closing, *map(gather, sheets)))
