"""A Book becomes a Site: every page as data, then as HTML, then what the pages name. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lsbook.model.book import Book
from lsbook.model.media import Renditions
from lsbook.model.site import TO_READ, Asset, Page, Site
from lsbook.pages import search as finding
from lsbook.pages.content import blanks, my_pages
from lsbook.pages.content.about_book import closed, with_news
from lsbook.pages.content.chapters import PARTS
from lsbook.pages.content.cover import Part, cover, part
from lsbook.pages.content.entry_points import pages_beside
from lsbook.pages.content.sensitive import doors_that_open
from lsbook.pages.frame import in_a_part, in_a_row
from lsbook.pages.html import named_by, press, printed
from lsbook.pages.language.words import words_for
from lsbook.pages.layout import fonts as faces
from lsbook.pages.layout.addresses import COVER, READ_ME
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.look import look_files
from lsbook.pages.layout.page_model import Leaf
from lsbook.pages.layout.scripts import scripts_for
from lsbook.pages.layout.sensitive_items import Hard
from lsbook.pages.order import back, front, leaves_of, parts
from lsbook.pages.plan import desk_for
from lsbook.pages.print.print_book import Leaves, whole_book

SCREEN_ONLY = frozenset({"find.html", "my-pages.html"})
"""Kinds of pages that paper has no use for: it has sheets of its own to write on."""


def make(book: Book, renditions: Renditions, templates: Sequence[Path]) -> Site:
    """The whole book as data. ``templates`` are searched in their order: an authority's first, the shipped last.

    Raises ``NoLook`` where the edition's look is in none of them.
    """
    words = words_for(book, templates)
    desk, hard = desk_for(book, words, renditions)
    desk = doors_that_open(desk)
    named, look = look_files(book.edition.look, templates)
    styles = (faces.ADDRESS, *named)
    env, sheets = press(tuple(templates)), press(tuple(templates), on_sheets=True)
    bound = _bound(desk, hard)

    def page(leaf: Leaf) -> Page:
        return printed(env, desk, leaf, styles, scripts_for(leaf.template, templates))

    made = [(leaf, page(leaf)) for leaf in _on_screen(desk, bound)]
    reached = _reached({page.path: named_by(page) for _, page in made})
    told = [(leaf, page) for leaf, page in made if page.path in reached]
    index = finding.index(desk, told)
    pages = [page(replace(leaf, content=index)) if leaf.address == desk.pages["find"] else one for leaf, one in told]
    paper = whole_book(env, sheets, desk, _on_paper(desk, bound, reached), styles)
    marks = (Page(TO_READ, desk.say("to-read") + "\n"),) if book.edition.to_read else ()
    read_me = Page(READ_ME, "".join(f"{mark.text}\n" for mark in marks) + desk.say("read-me") + "\n")
    drawings = {file.path: file for leaf, _ in told for file in leaf.files}.values()
    letters, fonts = faces.faces(templates, (*pages, *paper, *drawings))
    texts = (*pages, *drawings, *paper, letters, read_me, *marks)
    doors = (COVER, READ_ME, *(mark.path for mark in marks))
    return Site(texts, (*look, *fonts, *_media(reached, renditions)), doors)


@dataclass(frozen=True)
class _Bound:
    """The pages of the row from front to back, by the words for their part, and those ``beside`` it: hard news.

    ``parts`` are the key of each part (empty for the book's own pages), and what stands in it.
    """

    parts: tuple[tuple[str, tuple[Leaf, ...]], ...]
    row: tuple[Leaf, ...]
    beside: tuple[Leaf, ...]


def _bound(desk: Desk, hard: tuple[Hard, ...]) -> _Bound:
    by_part = {name: leaves_of(desk, name) for name in parts(desk.book)}
    by_part["where-im-going"] += my_pages.leaves(desk, [leaf for leaves in by_part.values() for leaf in leaves])
    by_part = {name: in_a_part(leaves) for name, leaves in by_part.items()}
    opening, closing = front(desk), back(desk)
    row = in_a_row(desk, (*opening, *(leaf for leaves in by_part.values() for leaf in leaves), *closing))
    beside = tuple(pages_beside(desk, hard, {leaf.address: leaf for leaf in row}))
    there = {leaf.address for leaf in (*row, *beside)}
    row = tuple(with_news(desk, leaf, there) for leaf in row)
    return _Bound((*by_part.items(), ("", (*opening, *closing))), row, beside)


def _contents(desk: Desk, bound: _Bound, left_out: frozenset[str] = frozenset()) -> Iterator[Part]:
    """The contents by part, without the kinds of pages that are ``left_out``."""
    for name, leaves in bound.parts:
        words = desk.say(PARTS[name] if name else "part-book")
        yield part(desk, words, [leaf for leaf in leaves if leaf.template not in left_out], name)


def _on_screen(desk: Desk, bound: _Bound) -> tuple[Leaf, ...]:
    first = cover(desk, tuple(_contents(desk, bound)), bound.row[0].address)
    return (first, *bound.row, *bound.beside, closed(desk))


def _on_paper(desk: Desk, bound: _Bound, reached: frozenset[str]) -> Leaves:
    """What of the book can be come to, with pages to write and draw on; each threshold before what is behind it."""
    mine = blanks.leaves(desk)
    own = (part(desk, desk.say("blank-part"), mine),) if mine else ()
    first = cover(desk, (*_contents(desk, bound, SCREEN_ONLY), *own), bound.row[0].address)
    told = {leaf.address: leaf for leaf in (*bound.row, *bound.beside) if leaf.address in reached}
    doors = (address for door in desk.doors.values() for address in (door.threshold, door.behind))
    hard = tuple(told[address] for address in doors if address in told)
    row = (leaf for leaf in bound.row if leaf.address in told and leaf.template not in SCREEN_ONLY)
    return Leaves((first, *row, *mine), hard)


def _reached(names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Everything that somebody can come to from the cover: pages, and what they name."""
    waiting, reached = [COVER], set[str]()
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += names.get(path, ())
    return frozenset(reached)


def _media(reached: frozenset[str], renditions: Renditions) -> tuple[Asset, ...]:
    """The renditions that a page shows, each once."""
    files = {f"media/{name}": file for made in renditions.of.values() for name, file in made.names.items()}
    return tuple(Asset(path, files[path]) for path in sorted(files) if path in reached)
