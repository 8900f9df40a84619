"""Page numbers where one page names another. Browsers cannot write them: the first PDF tells where each begins."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from msgspec.structs import replace
from pypdf import PdfReader

from lsbook.exports.print_contents import extend_contents_links, extend_text_links, replace_card_words
from lsbook.exports.print_page import PrintArticle, PrintPage, find_ids
from lsbook.model.print_page import PRINT_MARKS, ArticleRole

_EMPTY_ARTICLE = PrintArticle(
    "",
    ArticleRole.SENSITIVE,
    f'<article class="{PRINT_MARKS.article} empty"></article>\n',
)


_WIDE_NUMBER = 88
"""As wide as the numbers of nearly every book."""


def read_page_numbers(pdf: Path) -> Mapping[str, int]:
    """On which page, counted from 1, each place of the book stands that something in it leads to."""
    reader = PdfReader(pdf)
    page_numbers: dict[str, int] = {}
    for name, destination in reader.named_destinations.items():
        page = reader.get_destination_page_number(destination)
        if page is not None:
            page_numbers[name.removeprefix("/")] = page + 1
    return page_numbers


def reserve_page_numbers(whole: PrintPage) -> PrintPage:
    """The page as it is printed first: every number has its room, so that what follows stays where it was found."""
    ids = find_ids(article.html for article in whole.articles)
    return add_page_numbers(whole, dict.fromkeys(ids, _WIDE_NUMBER))


def add_blank_pages(whole: PrintPage, page_numbers: Mapping[str, int]) -> tuple[PrintPage, Mapping[str, int]]:
    """Each heads-up on the front of a sheet of paper: what it is about stands on the back, and not beside it.

    Where it would stand on a back, an empty page comes before it, and what follows moves by one.
    """
    articles, moved, by = list[PrintArticle](), dict(page_numbers), 0
    for article in whole.articles:
        at = page_numbers.get(article.name, 1) + by
        if article.is_threshold and at % 2 == 0:
            articles.append(_EMPTY_ARTICLE)
            by += 1
        moved |= {name: page_numbers[name] + by for name in find_ids((article.html,)) if name in page_numbers}
        articles.append(article)
    return replace(whole, articles=tuple(articles)), moved


def add_page_numbers(whole: PrintPage, page_numbers: Mapping[str, int]) -> PrintPage:
    """The page with the numbers of sheets wherever it sends somebody to another: nothing can be pressed on paper.

    They stand in its contents, behind the name of a page, and on the cards for hard news in place of their words. A
    person's name leads nowhere on paper: nearly every line has one.
    """
    template = whole.get_meta(PRINT_MARKS.page_number) or "{}"

    def number_entry(name: str) -> str:
        return _render_number(name, " {}", page_numbers)

    def number_link(name: str) -> str:
        return _render_number(name, f" ({template})", page_numbers)

    def number_card(name: str) -> str:
        return _render_number(name, template[:1].upper() + template[1:], page_numbers)

    def number_all(article: PrintArticle) -> PrintArticle:
        article = extend_text_links(replace_card_words(article, number_card), number_link)
        return extend_contents_links(article, number_entry)

    return replace(whole, articles=tuple(map(number_all, whole.articles)))


def _render_number(name: str, template: str, page_numbers: Mapping[str, int]) -> str:
    number = page_numbers.get(name)
    if number is None:
        return ""
    words = escape(template.strip().replace("{}", str(number)))
    return f'{" " if template.startswith(" ") else ""}<span class="folio">{words}</span>'
