"""Pull quotes: a line of a page that stands in the contents and makes somebody turn to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lsbook.model.walk import find_all
from lsbook.pages.language.rich_text import LINE_BREAK
from lsbook.pages.layout.components import ChildQuote, Components, IllustratedText, RunningText
from lsbook.pages.layout.page_model import ComponentsContent, PageModel

MAX_LETTERS = 96
"""A longer line would be a paragraph, and nobody is drawn in by one."""
_SENTENCE_END = re.compile(r"(?<=[.!?…؟۔])[\s\n]+")
_OTHER_LANGUAGE = re.compile(r"<bdi|\s(?:lang|dir)=")


def find_pull_quote(model: PageModel) -> str:
    """The first line of the child's own words on the page that has room in the contents; empty where there is none.

    Of what the child alone may read the contents show nothing: they are open before anybody has turned to a page. Of
    hard news neither.
    """
    if model.gated or not isinstance(model.content, ComponentsContent):
        return ""
    quotes = (quote for quote in find_all(ChildQuote, model.content.components) if not quote.only_me)
    return next(filter(None, (_cut_line(quote.inside) for quote in quotes)), "")


def _cut_line(components: Components) -> str:
    """As many sentences of the first paragraph as there is room for; nothing where the first is too long already."""
    line = ""
    for sentence in _SENTENCE_END.split(next(_iter_paragraphs(components), "")):
        longer = f"{line} {sentence}".strip()
        if len(longer) > MAX_LETTERS:
            break
        line = longer
    return line


def _iter_paragraphs(components: Components) -> Iterator[str]:
    """Each in the book's own language: one in another would have to say so in the contents as well."""
    for component in components:
        if isinstance(component, RunningText | IllustratedText) and not _OTHER_LANGUAGE.search(component.html.html):
            lines = filter(None, component.html.text.split(LINE_BREAK))
            yield from islice(lines, int(component.html.html.startswith("<h")), None)
