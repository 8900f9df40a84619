"""Page numbers in the contents. Browsers cannot write them, so the first PDF tells where each topic begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from pathlib import Path

from pypdf import PdfReader

from lsbook.handover.whole import Whole

_IN_CONTENTS = re.compile(r'(<nav class="contents".*?</nav>)', re.DOTALL)
_ENTRY = re.compile(r'(<a href="#([^"]+)">(?:(?!</a>).)*)(</a>)', re.DOTALL)
_CARD = re.compile(r'(<a class="button" href="#([^"]+)">(?:(?!</a>).)*)(</a>)', re.DOTALL)


def folios_of(pdf: Path) -> Mapping[str, int]:
    """On which page, counted from 1, each place of the book stands that something in it leads to."""
    reader = PdfReader(pdf)
    found: dict[str, int] = {}
    for name, destination in reader.named_destinations.items():
        page = reader.get_destination_page_number(destination)
        if page is not None:
            found[name.removeprefix("/")] = page + 1
    return found


def numbered(whole: Whole, folios: Mapping[str, int]) -> Whole:
    """The page with the numbers of sheets in its contents, and on the cards that stand for hard news."""
    of_page = whole.meta("page") or "{}"

    def plain(found: re.Match[str]) -> str:
        return _with(found, "{}", folios)

    def in_words(found: re.Match[str]) -> str:
        return _with(found, f"({of_page})", folios)

    def contents(found: re.Match[str]) -> str:
        return _ENTRY.sub(plain, found[0])

    return replace(
        whole,
        topics=tuple(
            replace(topic, html=_IN_CONTENTS.sub(contents, _CARD.sub(in_words, topic.html))) for topic in whole.topics
        ),
    )


def _with(found: re.Match[str], form: str, folios: Mapping[str, int]) -> str:
    number = folios.get(found[2])
    if number is None:
        return found[0]
    return f'{found[1]} <span class="folio">{escape(form.replace("{}", str(number)))}</span>{found[3]}'
