"""A finished Site read back: its elements, addresses and words."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from lsbook.model.site import PRINT_PAGE, RUNNING_STYLES, Page, Site

VOID = frozenset({"meta", "link", "img", "br", "hr", "path", "circle", "track", "input"})


@dataclass(frozen=True)
class Element:
    tag: str
    attributes: dict[str, str | None]

    @property
    def classes(self) -> frozenset[str]:
        return frozenset((self.attributes.get("class") or "").split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[str] = []
        self.badly_nested: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.badly_nested.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@dataclass(frozen=True)
class Read:
    """A page read back. ``links`` are addresses from the book's folder, with their ``#``."""

    path: str
    elements: list[Element]
    badly_nested: list[str]
    words: str
    links: list[str] = field(default_factory=list)

    def with_class(self, name: str) -> list[Element]:
        return [element for element in self.elements if name in element.classes]

    @property
    def ids(self) -> list[str]:
        return [one.attributes["id"] or "" for one in self.elements if "id" in one.attributes]


@lru_cache(maxsize=400)  # most pages of a book are those of the last
def read(page: Page) -> Read:
    reader = _Reader()
    reader.feed(page.text)
    links = [_from_the_top(page.path, address) for one in reader.elements for address in addresses(one)]
    return Read(page.path, reader.elements, reader.badly_nested + reader.open, " ".join(reader.words), links)


def addresses(element: Element) -> list[str]:
    """All addresses of an element; captions, which a track carries in its own, lead nowhere."""
    names = ("href",) if element.tag == "track" else ("href", "src", "poster")
    found = [element.attributes[name] or "" for name in names if name in element.attributes]
    srcset = element.attributes.get("srcset") or ""
    return found + [one.split()[0] for one in srcset.split(",") if one.strip()]


def on_screen(site: Site) -> list[Page]:
    """The pages of a site but for the one that holds the whole book, for paper."""
    return [page for page in site.pages if page.path not in (PRINT_PAGE, RUNNING_STYLES)]


def pages(site: Site) -> dict[str, Read]:
    """The HTML pages of a site for the screen, by their paths."""
    return {page.path: read(page) for page in on_screen(site) if page.path.endswith(".html")}


def paper(site: Site) -> Read:
    """The page that holds the whole book, for paper."""
    return next(read(page) for page in site.pages if page.path == PRINT_PAGE)


def _from_the_top(here: str, address: str) -> str:
    parts = urlsplit(address)
    assert not parts.scheme and not parts.netloc, f"{here} leads out of the book: {address}"
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(parts.path))) if parts.path else here
    return f"{path}#{parts.fragment}" if parts.fragment else path
