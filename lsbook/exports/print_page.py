"""Takes the page of the whole book apart into its articles, by the marks of its contract, and puts it together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.print_page import PRINT_MARKS, ArticleRole

_MARKS = PRINT_MARKS
_START = f'<article class="{_MARKS.article}'
_END = "</main>"
"""Both never in the words of a story: there every ``<`` is escaped."""
_OPENING = re.compile(rf'<article class="{_MARKS.article} ?([^"]*)" id="([^"]+)">')
_ID = re.compile(r'\sid="([^"]+)"')
_LINK = re.compile(r'\shref="([^"]*)"')
_HEAD = re.compile(r'<html lang="([^"]*)" dir="([^"]*)" class="([^"]*)"([^>]*)>')
_META = re.compile(r'<meta name="([a-z]+)" content="([^"]*)">')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_INSTRUCTIONS = re.compile(rf'<aside class="{_MARKS.instructions}">.*?</aside>\n?', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


class PrintArticle(Struct, frozen=True):
    """One page of the book, or the card that stands for it; ``name`` is its id on the print page."""

    name: str
    role: ArticleRole
    html: str

    @property
    def is_sensitive(self) -> bool:
        return self.role is ArticleRole.SENSITIVE

    @property
    def is_threshold(self) -> bool:
        """True of the page before hard news."""
        return self.is_sensitive and self._is_kind(_MARKS.threshold)

    @property
    def is_chapter(self) -> bool:
        """True of a chapter, and of the card that stands for a chapter of hard news."""
        return self.role is ArticleRole.CARD or (not self.is_sensitive and self._is_kind(_MARKS.chapter))

    @property
    def is_spread(self) -> bool:
        """True of a spread of a picture book, which is the whole of its story."""
        return self._is_kind(_MARKS.spread)

    @property
    def is_to_fill(self) -> bool:
        """True of a sheet to write or draw on by hand."""
        return self._is_kind(_MARKS.to_fill)

    @property
    def title(self) -> str:
        """The words of its first heading; empty where it has none."""
        heading = _HEADING.search(self.html)
        return strip_tags(heading[1]) if heading else ""

    def _is_kind(self, css_class: str) -> bool:
        return f'class="{_MARKS.page} {css_class}' in self.html


class PrintPage(Struct, frozen=True):
    """``before`` and ``after`` are what stands around the articles."""

    before: str
    articles: tuple[PrintArticle, ...]
    after: str

    @property
    def text(self) -> str:
        """The page again."""
        return self.before + "".join(article.html for article in self.articles) + self.after

    @property
    def language(self) -> str:
        return self._get_html_attribute(1)

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return self._get_html_attribute(2)

    @property
    def html_class(self) -> str:
        return self._get_html_attribute(3)

    @property
    def html_attributes(self) -> str:
        """The further attributes of the page that choose its look."""
        head = _HEAD.search(self.before)
        return head[4] if head else ""

    @property
    def title(self) -> str:
        title = _TITLE.search(self.before)
        return unescape(title[1]) if title else ""

    def get_meta(self, name: str) -> str:
        """What the page says of itself under ``name``, which is one of ``PRINT_MARKS``."""
        return next((unescape(content) for key, content in _META.findall(self.before) if key == name), "")

    def remove_instructions(self) -> PrintPage:
        """The page without the way back to the book on screen, and how to print."""
        return replace(self, before=_INSTRUCTIONS.sub("", self.before))

    def filter_articles(self, is_wanted: Callable[[PrintArticle], bool]) -> PrintPage:
        """The page with some of its articles. What led to another leads nowhere."""
        return remove_dead_links(
            replace(self, articles=tuple(article for article in self.articles if is_wanted(article)))
        )

    def _get_html_attribute(self, group: int) -> str:
        head = _HEAD.search(self.before)
        return unescape(head[group]) if head else ""


def parse_print_page(text: str) -> PrintPage:
    """Take the page ``text`` apart. Raises ``ValueError`` where it is not one that lsbook makes."""
    before, *parts = text.split(_START)
    if not parts or _END not in parts[-1]:
        raise ValueError("this is not the page of a whole book")
    last, _, after = parts[-1].rpartition(_END)
    return PrintPage(before, tuple(_parse_article(_START + part) for part in (*parts[:-1], last)), _END + after)


def remove_dead_links(whole: PrintPage) -> PrintPage:
    """The page without links to anything that is not on it."""
    ids = find_ids(article.html for article in whole.articles)
    live = {f"#{name}" for name in ids} | set(_LINK.findall(whole.before))

    def keep_live(match: re.Match[str]) -> str:
        return match[0] if match[1] in live else ""

    return replace(
        whole, articles=tuple(replace(article, html=_LINK.sub(keep_live, article.html)) for article in whole.articles)
    )


def find_ids(texts: Iterable[str]) -> frozenset[str]:
    """Every id in ``texts``."""
    return frozenset(name for text in texts for name in _ID.findall(text))


def strip_tags(html: str) -> str:
    """The words of ``html`` on one line."""
    return " ".join(unescape(_TAG.sub("", html)).split())


def _parse_article(html: str) -> PrintArticle:
    opening = _OPENING.match(html)
    if opening is None:
        raise ValueError("an article of the whole book has no name")
    return PrintArticle(opening[2], ArticleRole(opening[1]), html)
