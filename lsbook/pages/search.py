"""Finding: everything by name, and words to look through, made from the finished pages: it says no more than these."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from markupsafe import Markup

from lsbook.model.site import Page
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageModel

SKIPPED_ELEMENTS = frozenset(
    {"nav", "script", "style", "svg", "select", "button", "label", "form", "dialog", "template"}
)
"""Elements whose words are the book's own, or no words at all."""
SKIPPED_CLASSES = frozenset({"headsup-card", "tag", "zoom"})
"""Classes: the topic on a card is said by the heads-up that it leads to, and a tag
says what kind of thing follows, and a zoom is a sign."""
SKIPPED_TEMPLATES = frozenset({"behind.html", "closed.html", "cover.html", "find.html"})
"""Kinds of pages that are not looked through: hard news is found by its heads-up alone."""
TITLE_ONLY_TEMPLATES = frozenset({"heads-up.html", "my-pages.html"})
HEADINGS = frozenset({"h2", "h3", "h4"})
INLINE_ELEMENTS = frozenset({"a", "b", "bdi", "code", "em", "i", "strong"})
VOID_ELEMENTS = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "track"})


@dataclass(frozen=True)
class SearchEntry:
    """Somewhere in the book: ``on`` is the title of the page where ``name`` is not that itself."""

    href: str
    name: str
    page_title: str
    text: str


@dataclass(frozen=True)
class SearchContent:
    """``spots`` in the order of their names; ``data`` is the same with their words, for the script."""

    entries: tuple[SearchEntry, ...]
    data: Markup


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page to find things on, still empty: it is filled when all others are made."""
    title, deck = context.say("find-title"), context.say("find-deck")
    return (
        PageModel(
            context.addresses["find"], "find.html", title, SearchContent((), Markup()), context.say("part-book"), deck
        ),
    )


def make_index(context: PageContext, pages: Iterable[tuple[PageModel, Page]]) -> SearchContent:
    """What can be found on the pages that were made."""
    context = context.for_page(context.addresses["find"])
    spots = [
        replace(spot, href=context.make_href(spot.href))
        for leaf, page in pages
        if leaf.template not in SKIPPED_TEMPLATES
        for spot in _iter_entries(leaf, page)
    ]
    data = [{"to": spot.href, "name": spot.name, "on": spot.page_title, "text": spot.text} for spot in spots]
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    in_order = sorted(spots, key=lambda spot: (spot.name.casefold(), spot.href))
    return SearchContent(tuple(in_order), Markup(written))


def _iter_entries(model: PageModel, page: Page) -> Iterator[SearchEntry]:
    if model.template in TITLE_ONLY_TEMPLATES:
        yield SearchEntry(page.path, model.title, "", "")
        return
    reader = _TextExtractor()
    reader.feed(page.text)
    yield SearchEntry(page.path, model.title, "", reader.get_text(""))
    for anchor, name in reader.headings.items():
        if anchor and name:
            yield SearchEntry(f"{page.path}#{anchor}", " ".join(name.split()), model.title, reader.get_text(anchor))


class _TextExtractor(HTMLParser):
    """The words of a page's main part, by the anchor that they stand under; ``names`` are the headings there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: dict[str, str] = {}
        self._texts: dict[str, list[str]] = {}
        self._open_elements: list[tuple[str, str]] = []
        self._skip_depth = 0
        self._in_heading = False

    def get_text(self, anchor: str) -> str:
        lines = (" ".join(line.split()) for line in "".join(self._texts.get(anchor, ())).split("\n"))
        return "\n".join(filter(None, lines))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID_ELEMENTS:
            self._append_text("\n")
            return
        values = dict(attrs)
        inside = tag == "main" or bool(self._open_elements)
        if not inside:
            return
        classes = (values.get("class") or "").split()
        anchor = values.get("id") if tag != "main" else ""
        self._open_elements.append((tag, anchor if anchor is not None else self._open_elements[-1][1]))
        if self._skip_depth or tag in SKIPPED_ELEMENTS or SKIPPED_CLASSES.intersection(classes) or tag == "h1":
            self._skip_depth += 1
        elif anchor:
            self.headings.setdefault(anchor, "")
        if tag in HEADINGS:
            self._in_heading = not self._skip_depth and self.headings.get(self._anchor) == ""
        self._break_line(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open_elements or tag in VOID_ELEMENTS:
            return
        self._break_line(tag)
        self._open_elements.pop()
        self._skip_depth -= self._skip_depth > 0
        self._in_heading = self._in_heading and tag not in HEADINGS

    def handle_data(self, data: str) -> None:
        if self._open_elements and not self._skip_depth and self._in_heading:
            self.headings[self._anchor] += data
        else:
            self._append_text(data.replace("\n", " "))

    @property
    def _anchor(self) -> str:
        return self._open_elements[-1][1] if self._open_elements else ""

    def _break_line(self, tag: str) -> None:
        """What stands in another block is another line; the words of a sentence stay together."""
        if tag not in INLINE_ELEMENTS:
            self._append_text("\n")

    def _append_text(self, text: str) -> None:
        if self._open_elements and not self._skip_depth:
            self._texts.setdefault(self._anchor, []).append(text)
