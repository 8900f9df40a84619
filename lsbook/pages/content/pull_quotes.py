"""Pull quotes: a line of a page that stands in the contents and makes somebody turn to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from lsbook.model.walk import find_all
from lsbook.pages.language.rich_text import LINE_BREAK
from lsbook.pages.layout.components import ChildQuote, Components, IllustratedText, RunningText
from lsbook.pages.layout.page_model import ComponentsContent, PageModel

MAX_LETTERS = 96
"""A longer line would be a paragraph, and nobody is drawn in by one."""
_SENTENCE_END = re.compile(r"(?<=[.!?…؟۔])[\s\n]+")
_OTHER_LANGUAGE = re.compile(r"<bdi|\s(?:lang|dir)=")


class PullQuote(Struct, frozen=True):
    """A line of a page, whole sentences of it. ``is_own``: the child's own words, else what the book says."""

    text: str
    is_own: bool


def find_pull_quote(model: PageModel) -> PullQuote | None:
    """The child's own words on the page, else its first sentence. Nothing of hard news, which has no line to show."""
    if model.gated or not isinstance(model.content, ComponentsContent):
        return None
    components = model.content.components
    own = (_cut_line(quote.inside) for quote in find_all(ChildQuote, components))
    line = next(filter(None, own), "")
    if line:
        return PullQuote(line, is_own=True)
    line = _cut_line(components[:1])
    return PullQuote(line, is_own=False) if line else None


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
