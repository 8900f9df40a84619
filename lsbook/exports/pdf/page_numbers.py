"""Page numbers in the contents. Browsers cannot write them, so the first PDF tells where each topic begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from pathlib import Path

from pypdf import PdfReader

from lsbook.exports.print_page import Topic, Whole, ids

_THRESHOLD = 'class="leaf headsup'
_EMPTY = Topic("", "kept-last", '<article class="bound empty"></article>\n')
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


def turned(whole: Whole, folios: Mapping[str, int]) -> tuple[Whole, Mapping[str, int]]:
    """Each heads-up on the front of a sheet of paper: what it is about stands on the back, and not beside it.

    Where it would stand on a back, an empty page comes before it, and what follows moves by one.
    """
    topics, moved, by = list[Topic](), dict(folios), 0
    for topic in whole.topics:
        at = folios.get(topic.name, 1) + by
        if topic.hard and _THRESHOLD in topic.html and at % 2 == 0:
            topics.append(_EMPTY)
            by += 1
        moved |= {name: folios[name] + by for name in ids((topic.html,)) if name in folios}
        topics.append(topic)
    return replace(whole, topics=tuple(topics)), moved


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
