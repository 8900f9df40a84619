"""A Book becomes a Site: every page as data, then as HTML, then what the pages name. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lsbook.model.book import Book
from lsbook.model.media import Renditions
from lsbook.model.site import Asset, Page, Site
from lsbook.pages import faces, finding, my_pages
from lsbook.pages.about_book import closed
from lsbook.pages.addresses import COVER, READ_ME
from lsbook.pages.chapters import PARTS
from lsbook.pages.cover import cover, part
from lsbook.pages.desk import Desk
from lsbook.pages.doors import pages_beside
from lsbook.pages.frame import in_a_part, in_a_row
from lsbook.pages.hard import doors_that_open
from lsbook.pages.leaf import Leaf
from lsbook.pages.look import look_files
from lsbook.pages.order import back, front, leaves_of, parts
from lsbook.pages.plan import desk_for
from lsbook.pages.printing import named_by, press, printed
from lsbook.pages.script import scripts_for
from lsbook.pages.walk import Hard
from lsbook.pages.words import words_for


def make(book: Book, renditions: Renditions, templates: Sequence[Path]) -> Site:
    """The whole book as data. ``templates`` are searched in their order: an authority's first, the shipped last.

    Raises ``NoLook`` where the edition's look is in none of them.
    """
    words = words_for(book, templates)
    desk, hard = desk_for(book, words, renditions)
    desk = doors_that_open(desk)
    sheets, look = look_files(book.edition.look, templates)
    styles = (faces.ADDRESS, *sheets)
    env = press(tuple(templates))

    def page(leaf: Leaf) -> Page:
        return printed(env, desk, leaf, styles, scripts_for(leaf.template, templates))

    made = [(leaf, page(leaf)) for leaf in _leaves(desk, hard)]
    reached = _reached({page.path: named_by(page) for _, page in made})
    told = [(leaf, page) for leaf, page in made if page.path in reached]
    index = finding.index(desk, told)
    pages = [page(replace(leaf, content=index)) if leaf.address == desk.pages["find"] else one for leaf, one in told]
    read_me = Page(READ_ME, desk.say("read-me") + "\n")
    named, fonts = faces.faces(templates, pages)
    return Site((*pages, named, read_me), (*look, *fonts, *_media(reached, renditions)), (COVER, READ_ME))


def _leaves(desk: Desk, hard: tuple[Hard, ...]) -> Iterator[Leaf]:
    """The cover, the row of pages from front to back, and the pages beside the row."""
    by_part = {name: leaves_of(desk, name) for name in parts(desk.book)}
    by_part["where-im-going"] += my_pages.leaves(desk, [leaf for leaves in by_part.values() for leaf in leaves])
    by_part = {name: in_a_part(leaves) for name, leaves in by_part.items()}
    opening, closing = front(desk), back(desk)
    contents = [part(desk, desk.say(PARTS[name]), leaves, name) for name, leaves in by_part.items()]
    contents.append(part(desk, desk.say("part-book"), (*opening, *closing)))
    row = in_a_row(desk, (*opening, *(leaf for leaves in by_part.values() for leaf in leaves), *closing))
    yield cover(desk, contents, row[0].address)
    yield from row
    yield from pages_beside(desk, hard, {leaf.address: leaf for leaf in row})
    yield closed(desk)


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
