"""A Book becomes a Site: every page as data, then as HTML, then what the pages name. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lsbook.model.book import Book
from lsbook.model.media import Renditions
from lsbook.model.site import SECOND_READER_FILE, Asset, Page, Site
from lsbook.pages import search
from lsbook.pages.content import blanks, my_pages
from lsbook.pages.content.about_book import add_news, make_closed_page
from lsbook.pages.content.chapters import PART_KEYS
from lsbook.pages.content.cover import CoverPart, make_cover, make_part
from lsbook.pages.content.entry_points import make_sensitive_pages
from lsbook.pages.content.sensitive import drop_empty_entry_points
from lsbook.pages.frame import link_part, link_row
from lsbook.pages.html import find_addresses, make_environment, render_page
from lsbook.pages.language.catalog import load_catalog
from lsbook.pages.layout import fonts
from lsbook.pages.layout.addresses import COVER, READ_ME
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.look import find_look_files
from lsbook.pages.layout.page_model import PageModel
from lsbook.pages.layout.scripts import load_scripts
from lsbook.pages.layout.sensitive_items import SensitiveItem
from lsbook.pages.order import make_back_pages, make_front_pages, make_part_pages, order_parts
from lsbook.pages.plan import make_context
from lsbook.pages.print.print_book import PaperPages, make_print_pages

SCREEN_ONLY_TEMPLATES = frozenset({"find.html", "my-pages.html"})
"""Kinds of pages that paper has no use for: it has sheets of its own to write on."""


def make_site(book: Book, renditions: Renditions, templates: Sequence[Path]) -> Site:
    """The whole book as data. ``templates`` are searched in their order: an authority's first, the shipped last.

    Raises ``NoLook`` where the edition's look is in none of them.
    """
    words = load_catalog(book, templates)
    context, hard = make_context(book, words, renditions)
    context = drop_empty_entry_points(context)
    named, look = find_look_files(book.edition.look, templates)
    styles = (fonts.ADDRESS, *named)
    env, sheets = make_environment(tuple(templates)), make_environment(tuple(templates), for_paper=True)
    bound = _bind_pages(context, hard)

    def render(model: PageModel) -> Page:
        return render_page(env, context, model, styles, load_scripts(model.template, templates))

    made = [(leaf, render(leaf)) for leaf in _select_screen_pages(context, bound)]
    reached = _find_reachable({page.path: find_addresses(page) for _, page in made})
    told = [(leaf, page) for leaf, page in made if page.path in reached]
    index = search.make_index(context, told)
    pages = [
        render(replace(leaf, content=index)) if leaf.address == context.addresses["find"] else one for leaf, one in told
    ]
    paper = make_print_pages(env, sheets, context, _select_paper_pages(context, bound, reached), styles)
    marks = (Page(SECOND_READER_FILE, context.say("to-read") + "\n"),) if book.edition.is_for_second_reader else ()
    read_me = Page(READ_ME, "".join(f"{mark.text}\n" for mark in marks) + context.say("read-me") + "\n")
    drawings = {file.path: file for leaf, _ in told for file in leaf.files}.values()
    letters, typefaces = fonts.select_fonts(templates, (*pages, *paper, *drawings))
    texts = (*pages, *drawings, *paper, letters, read_me, *marks)
    doors = (COVER, READ_ME, *(mark.path for mark in marks))
    return Site(texts, (*look, *typefaces, *_collect_media(reached, renditions)), doors)


@dataclass(frozen=True)
class _BoundPages:
    """The pages of the row from front to back, by the words for their part, and those ``beside`` it: hard news.

    ``parts`` are the key of each part (empty for the book's own pages), and what stands in it.
    """

    parts: tuple[tuple[str, tuple[PageModel, ...]], ...]
    row: tuple[PageModel, ...]
    sensitive: tuple[PageModel, ...]


def _bind_pages(context: PageContext, sensitive_items: tuple[SensitiveItem, ...]) -> _BoundPages:
    by_part = {name: make_part_pages(context, name) for name in order_parts(context.book)}
    by_part["where-im-going"] += my_pages.make_pages(context, [leaf for leaves in by_part.values() for leaf in leaves])
    by_part = {name: link_part(leaves) for name, leaves in by_part.items()}
    opening, closing = make_front_pages(context), make_back_pages(context)
    row = link_row(context, (*opening, *(leaf for leaves in by_part.values() for leaf in leaves), *closing))
    beside = tuple(make_sensitive_pages(context, sensitive_items, {leaf.address: leaf for leaf in row}))
    there = {leaf.address for leaf in (*row, *beside)}
    row = tuple(add_news(context, leaf, there) for leaf in row)
    return _BoundPages((*by_part.items(), ("", (*opening, *closing))), row, beside)


def _make_contents(
    context: PageContext, pages: _BoundPages, skipped_templates: frozenset[str] = frozenset()
) -> Iterator[CoverPart]:
    """The contents by part, without the kinds of pages that are ``left_out``."""
    for name, leaves in pages.parts:
        words = context.say(PART_KEYS[name] if name else "part-book")
        yield make_part(context, words, [leaf for leaf in leaves if leaf.template not in skipped_templates], name)


def _select_screen_pages(context: PageContext, pages: _BoundPages) -> tuple[PageModel, ...]:
    first = make_cover(context, tuple(_make_contents(context, pages)), pages.row[0].address)
    return (first, *pages.row, *pages.sensitive, make_closed_page(context))


def _select_paper_pages(context: PageContext, pages: _BoundPages, reachable: frozenset[str]) -> PaperPages:
    """What of the book can be come to, with pages to write and draw on; each threshold before what is behind it."""
    mine = blanks.make_pages(context)
    own = (make_part(context, context.say("blank-part"), mine),) if mine else ()
    first = make_cover(context, (*_make_contents(context, pages, SCREEN_ONLY_TEMPLATES), *own), pages.row[0].address)
    told = {leaf.address: leaf for leaf in (*pages.row, *pages.sensitive) if leaf.address in reachable}
    doors = (address for door in context.entry_points.values() for address in (door.threshold, door.sensitive_page))
    hard = tuple(told[address] for address in doors if address in told)
    row = (leaf for leaf in pages.row if leaf.address in told and leaf.template not in SCREEN_ONLY_TEMPLATES)
    return PaperPages((first, *row, *mine), hard)


def _find_reachable(names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Everything that somebody can come to from the cover: pages, and what they name."""
    waiting, reached = [COVER], set[str]()
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += names.get(path, ())
    return frozenset(reached)


def _collect_media(reachable: frozenset[str], renditions: Renditions) -> tuple[Asset, ...]:
    """The renditions that a page shows, each once."""
    files = {f"media/{name}": file for made in renditions.by_file.values() for name, file in made.files_by_name.items()}
    return tuple(Asset(path, files[path]) for path in sorted(files) if path in reachable)
