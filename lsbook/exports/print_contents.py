"""The contents on the page of the whole book, and the links to its pages, by the marks of its contract."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from lsbook.exports.print_page import PrintArticle, PrintPage, strip_tags
from lsbook.model.print_page import PRINT_MARKS

_MARKS = PRINT_MARKS
_CONTENTS = re.compile(rf'<nav class="{_MARKS.contents}[ "].*?</nav>', re.DOTALL)
_PART = re.compile(rf'<section class="{_MARKS.contents_part}"><h3>(.*?)</h3>(.*?)</section>', re.DOTALL)
_ENTRY = re.compile(rf'<a href="#([^"]+)">.*?<span class="{_MARKS.contents_entry}">(.*?)</span>', re.DOTALL)
_LINE = re.compile(r'<li><a href="#([^"]+)">(?:(?!</li>).)*</li>\n?', re.DOTALL)
_ENTRY_LINK = re.compile(r'(<a href="#([^"]+)">(?:(?!</a>).)*)(</a>)', re.DOTALL)
_CARD_LINK = re.compile(rf'(<a class="{_MARKS.button}" href="#([^"]+)">)((?:(?!</a>).)*)(</a>)', re.DOTALL)
_DEAD_CARD_LINK = re.compile(rf'<a class="{_MARKS.button}">(?:(?!</a>).)*</a>\n?', re.DOTALL)

MakeEnding = Callable[[str], str]
"""The id that a link leads to, into the HTML that stands at the end of its words."""


class PrintContentsEntry(Struct, frozen=True):
    """A line of the contents: the id of the article that it leads to, and its title."""

    name: str
    title: str


class PrintContentsPart(Struct, frozen=True):
    """The title of a part of the book, and its pages in their order."""

    title: str
    entries: tuple[PrintContentsEntry, ...]


def parse_contents(whole: PrintPage) -> tuple[PrintContentsPart, ...]:
    """The contents, which stand on the cover or behind a picture book; nothing where there are none."""
    contents = next(filter(None, (_CONTENTS.search(article.html) for article in whole.articles)), None)
    return tuple(_iter_parts(contents[0])) if contents else ()


def _iter_parts(html: str) -> Iterator[PrintContentsPart]:
    for title, inside in _PART.findall(html):
        entries = (PrintContentsEntry(name, strip_tags(words)) for name, words in _ENTRY.findall(inside))
        yield PrintContentsPart(strip_tags(title), tuple(entries))


def remove_contents(article: PrintArticle) -> PrintArticle:
    """The article without the contents of the book."""
    return replace(article, html=_CONTENTS.sub("", article.html))


def keep_live_entries(article: PrintArticle, is_live: Callable[[str], bool]) -> PrintArticle:
    """The article whose contents name only the articles that ``is_live`` says are there; no part stands empty."""

    def keep_entry(match: re.Match[str]) -> str:
        return match[0] if is_live(match[1]) else ""

    def keep_part(match: re.Match[str]) -> str:
        return match[0] if _ENTRY.search(match[0]) else ""

    def filter_contents(match: re.Match[str]) -> str:
        return _PART.sub(keep_part, _LINE.sub(keep_entry, match[0]))

    return replace(article, html=_CONTENTS.sub(filter_contents, article.html))


def extend_contents_links(article: PrintArticle, make_ending: MakeEnding) -> PrintArticle:
    """The article with more at the end of each link in the contents."""
    return replace(article, html=_CONTENTS.sub(lambda match: _extend(_ENTRY_LINK, match[0], make_ending), article.html))


def extend_text_links(article: PrintArticle, make_ending: MakeEnding) -> PrintArticle:
    """The article with more at the end of each link that names a page, wherever one stands but in the contents."""
    contents = _CONTENTS.search(article.html)
    start, end = contents.span() if contents else (0, 0)
    before, after = (_extend(_ENTRY_LINK, part, make_ending) for part in (article.html[:start], article.html[end:]))
    return replace(article, html=f"{before}{article.html[start:end]}{after}")


def replace_card_words(article: PrintArticle, make_words: MakeEnding) -> PrintArticle:
    """The article with other words on the link of each card that stands for hard news.

    Those on a screen say to press. Where there are no others, they stay.
    """

    def replace_words(match: re.Match[str]) -> str:
        return f"{match[1]}{make_words(match[2]) or match[3]}{match[4]}"

    return replace(article, html=_CARD_LINK.sub(replace_words, article.html))


def remove_dead_card_links(whole: PrintPage) -> PrintPage:
    """The page whose cards send nobody to hard news that is not on it; each still says what is told elsewhere."""
    articles = (replace(article, html=_DEAD_CARD_LINK.sub("", article.html)) for article in whole.articles)
    return replace(whole, articles=tuple(articles))


def _extend(link: re.Pattern[str], html: str, make_ending: MakeEnding) -> str:
    return link.sub(lambda match: f"{match[1]}{make_ending(match[2])}{match[3]}", html)
