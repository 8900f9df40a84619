"""Page numbers in the contents. Browsers cannot write them, so the first PDF tells where each topic begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from pathlib import Path

from pypdf import PdfReader

from lsbook.exports.print_page import PrintPage, PrintTopic, find_ids

_THRESHOLD = 'class="leaf headsup'
_EMPTY = PrintTopic("", "kept-last", '<article class="bound empty"></article>\n')
_IN_CONTENTS = re.compile(r'(<nav class="contents".*?</nav>)', re.DOTALL)
_ENTRY = re.compile(r'(<a href="#([^"]+)">(?:(?!</a>).)*)(</a>)', re.DOTALL)
_CARD = re.compile(r'(<a class="button" href="#([^"]+)">(?:(?!</a>).)*)(</a>)', re.DOTALL)


def read_page_numbers(pdf: Path) -> Mapping[str, int]:
    """On which page, counted from 1, each place of the book stands that something in it leads to."""
    reader = PdfReader(pdf)
    found: dict[str, int] = {}
    for name, destination in reader.named_destinations.items():
        page = reader.get_destination_page_number(destination)
        if page is not None:
            found[name.removeprefix("/")] = page + 1
    return found


def add_blank_pages(whole: PrintPage, page_numbers: Mapping[str, int]) -> tuple[PrintPage, Mapping[str, int]]:
    """Each heads-up on the front of a sheet of paper: what it is about stands on the back, and not beside it.

    Where it would stand on a back, an empty page comes before it, and what follows moves by one.
    """
    topics, moved, by = list[PrintTopic](), dict(page_numbers), 0
    for topic in whole.topics:
        at = page_numbers.get(topic.name, 1) + by
        if topic.is_hard and _THRESHOLD in topic.html and at % 2 == 0:
            topics.append(_EMPTY)
            by += 1
        moved |= {name: page_numbers[name] + by for name in find_ids((topic.html,)) if name in page_numbers}
        topics.append(topic)
    return replace(whole, topics=tuple(topics)), moved


def add_page_numbers(whole: PrintPage, page_numbers: Mapping[str, int]) -> PrintPage:
    """The page with the numbers of sheets in its contents, and on the cards that stand for hard news."""
    of_page = whole.get_meta("page") or "{}"

    def number_entry(match: re.Match[str]) -> str:
        return _add_number(match, "{}", page_numbers)

    def number_card(match: re.Match[str]) -> str:
        return _add_number(match, f"({of_page})", page_numbers)

    def number_contents(match: re.Match[str]) -> str:
        return _ENTRY.sub(number_entry, match[0])

    return replace(
        whole,
        topics=tuple(
            replace(topic, html=_IN_CONTENTS.sub(number_contents, _CARD.sub(number_card, topic.html)))
            for topic in whole.topics
        ),
    )


def _add_number(match: re.Match[str], template: str, page_numbers: Mapping[str, int]) -> str:
    number = page_numbers.get(match[2])
    if number is None:
        return match[0]
    return f'{match[1]} <span class="folio">{escape(template.replace("{}", str(number)))}</span>{match[3]}'
