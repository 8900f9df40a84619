"""A Book becomes a Site: every page as data, then as HTML, then what the pages name. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lsbook.model.book import Book
from lsbook.model.media import Renditions
from lsbook.model.site import Asset, Page, Site
from lsbook.pages.about_book import closed
from lsbook.pages.addresses import COVER, READ_ME
from lsbook.pages.chapters import PARTS
from lsbook.pages.cover import cover, part
from lsbook.pages.desk import Desk
from lsbook.pages.doors import pages_beside
from lsbook.pages.frame import in_a_row
from lsbook.pages.hard import doors_that_open
from lsbook.pages.leaf import Leaf
from lsbook.pages.look import look_files
from lsbook.pages.order import back, front, leaves_of, parts
from lsbook.pages.plan import desk_for
from lsbook.pages.printing import named_by, press, printed
from lsbook.pages.walk import Hard
from lsbook.pages.words import words_for


def make(book: Book, renditions: Renditions, templates: Sequence[Path]) -> Site:
    """The whole book as data. ``templates`` are searched in their order: an authority's first, the shipped last.

    Raises ``NoLook`` where the edition's look is in none of them.
    """
    words = words_for(book, templates)
    desk, hard = desk_for(book, words, renditions)
    desk = doors_that_open(desk)
    styles, look = look_files(book.edition.look, templates)
    env = press(tuple(templates))
    leaves = tuple(_leaves(desk, hard))
    drawings = {file.path: file for leaf in leaves for file in leaf.files}
    pages = [*(printed(env, desk, leaf, styles) for leaf in leaves), *drawings.values()]
    names = {page.path: named_by(page) for page in pages}
    reached = _reached(names)
    read_me = Page(READ_ME, desk.say("read-me") + "\n")
    told = tuple(page for page in pages if page.path in reached)
    return Site((*told, read_me), (*look, *_media(reached, renditions)), (COVER, READ_ME))


def _leaves(desk: Desk, hard: tuple[Hard, ...]) -> Iterator[Leaf]:
    """The cover, the row of pages from front to back, and the pages beside the row."""
    by_part = {name: leaves_of(desk, name) for name in parts(desk.book)}
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
