"""Finding: everything by name, and the words of each page to look through. It says no more than the pages do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from lsbook.pages.layout.addresses import Href
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.page_inputs import PageInputs

SKIPPED_TEMPLATES = frozenset({"behind.html", "closed.html", "cover.html", "find.html"})
"""Kinds of pages that are not looked through: hard news is found by its heads-up alone."""
TITLE_ONLY_TEMPLATES = frozenset({"heads-up.html", "my-pages.html"})


@dataclass(frozen=True)
class SearchEntry:
    """A place in the book. ``page_title`` is empty where ``name`` is the title itself."""

    href: Href
    name: str
    page_title: str
    text: str


@dataclass(frozen=True)
class SearchContent(PageContent):
    """``entries`` in the order of their names; ``data`` is the same with their words, for the script."""

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


def make_index(context: PageContext, pages: Iterable[PageInputs]) -> SearchContent:
    """What can be found on ``pages``."""
    context = context.for_page(context.addresses["find"])
    entries = [
        entry
        for inputs in pages
        if inputs.model.template not in SKIPPED_TEMPLATES
        for entry in _iter_entries(context, inputs)
    ]
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
