"""Finding: everything by name, and the words of each page to look through. It says no more than the pages do."""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.search_file import ENDING, format_search_file
from lsbook.model.site import Page, make_page
from lsbook.pages.layout.addresses import Href
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.cuts import CutEntry, cut
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.page_inputs import PageInputs

FILES_TEMPLATE = "find-files.html"
"""The same page in a long book, where what can be found stands in files beside it."""
MAX_INLINE = 180_000
"""Bytes of names and words that stand in the page itself, as they are written there."""
LINK_WEIGHT = 130
"""Bytes of markup of a name in the list of everything."""
MAX_FILE = 250_000
"""Bytes of names and words in one file beside the page."""
SKIPPED_TEMPLATES = frozenset(
    {
        "behind.html",
        "closed.html",
        "cover.html",
        "find.html",
        "grown-up.html",
        "picture-cover.html",
        "small-spread.html",
    }
)
"""Kinds of pages that are not looked through: hard news is found by its heads-up alone."""
TITLE_ONLY_TEMPLATES = frozenset({"heads-up.html", "my-pages.html"})


class SearchEntry(Struct, frozen=True):
    """A place in the book. ``page_title`` is empty where ``name`` is the title itself."""

    href: Href
    name: str
    page_title: str
    text: str


class SearchContent(PageContent, frozen=True):
    """``entries`` in the order of their names; ``data`` is the same with their words, for the script."""

    entries: tuple[SearchEntry, ...]
    data: Markup


class SearchFilesContent(PageContent, frozen=True):
    """``sources`` are the files that hold what can be found; ``contents_href`` is for who has no script."""

    sources: tuple[Href, ...]
    contents_href: Href


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page to find things on, still empty: it is filled when all others are made."""
    title, deck = context.say("find-title"), context.say("find-deck")
    return (
        PageModel(
            context.addresses["find"], "find.html", title, SearchContent((), Markup()), context.say("part-book"), deck
        ),
    )


def fill_page(context: PageContext, model: PageModel, pages: Iterable[PageInputs]) -> PageModel:
    """The page of ``model`` with what can be found on ``pages``, in itself or in files beside it."""
    context = context.for_page(model.address)
    entries = [
        entry
        for inputs in pages
        if inputs.model.template not in SKIPPED_TEMPLATES
        for entry in _iter_entries(context, inputs)
    ]
    if sum(map(_weigh, entries)) <= MAX_INLINE:
        return replace(model, content=_make_index(entries))
    files = tuple(_make_files(model.address, entries))
    content = SearchFilesContent(
        tuple(context.make_href(file.path) for file in files), context.make_href(context.contents_address)
    )
    return replace(model, template=FILES_TEMPLATE, content=content, deck="", files=files)


def _weigh(entry: SearchEntry) -> int:
    return LINK_WEIGHT + sum(len(text.encode()) for text in (entry.href, entry.name, entry.page_title, entry.text))


def _make_files(address: str, entries: Iterable[SearchEntry]) -> Iterator[Page]:
    """The files beside the page at ``address``, named by what is in them: no number could tell of a gap."""
    runs = cut([CutEntry(entry, "", "", _weigh(entry)) for entry in entries], MAX_FILE)
    for run in runs:
        text = format_search_file((entry.href, entry.name, entry.page_title, entry.text) for entry in run.values)
        name = hashlib.sha256(text.encode()).hexdigest()[:16]
        yield make_page(f"{posixpath.dirname(address)}/{name}.{ENDING}", text)


def _make_index(entries: Sequence[SearchEntry]) -> SearchContent:
    data = [{"to": entry.href, "name": entry.name, "on": entry.page_title, "text": entry.text} for entry in entries]
    json_text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    by_name = sorted(entries, key=lambda entry: (entry.name.casefold(), entry.href))
    return SearchContent(tuple(by_name), Markup(json_text))


def _iter_entries(context: PageContext, inputs: PageInputs) -> Iterator[SearchEntry]:
    model = inputs.model
    if model.template in TITLE_ONLY_TEMPLATES:
        yield SearchEntry(context.make_href(model.address), model.title, "", "")
        return
    whole, *passages = inputs.collect_text(context.say)
    yield SearchEntry(context.make_href(model.address), model.title, "", whole.text)
    for passage in passages:
        if passage.name:
            href = context.make_href(f"{model.address}#{passage.anchor}")
            yield SearchEntry(href, passage.name, model.title, passage.text)
