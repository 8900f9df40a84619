"""The page of the whole book, taken apart into its topics and put together again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from html import unescape

_START = '<article class="bound'
_END = "</main>"
"""Both never in the words of a story: there every ``<`` is escaped."""
_OPENING = re.compile(r'<article class="bound ?([^"]*)" id="([^"]+)">')
_ID = re.compile(r'\sid="([^"]+)"')
_LINK = re.compile(r'\shref="([^"]*)"')
_HEAD = re.compile(r'<html lang="([^"]*)" dir="([^"]*)" class="([^"]*)"([^>]*)>')
_META = re.compile(r'<meta name="([a-z]+)" content="([^"]*)">')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True)
class PrintTopic:
    """``dress`` is ``kept-last`` for hard news and ``between`` for the card that stands where it would stand."""

    name: str
    css_class: str
    html: str

    @property
    def is_hard(self) -> bool:
        return self.css_class == "kept-last"


@dataclass(frozen=True)
class PrintPage:
    """``before`` and ``after`` are what stands around the topics."""

    before: str
    topics: tuple[PrintTopic, ...]
    after: str

    @property
    def text(self) -> str:
        """The page again."""
        return self.before + "".join(topic.html for topic in self.topics) + self.after

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
        """The further attributes of the page that dress it."""
        found = _HEAD.search(self.before)
        return found[4] if found else ""

    @property
    def title(self) -> str:
        found = _TITLE.search(self.before)
        return unescape(found[1]) if found else ""

    def get_meta(self, name: str) -> str:
        """What the page says of itself: its ``date`` (2026-11-22), how it writes of a ``page``."""
        return next((unescape(content) for named, content in _META.findall(self.before) if named == name), "")

    def filter_topics(self, is_wanted: Callable[[PrintTopic], bool]) -> PrintPage:
        """The page with some of its topics. What led to another leads nowhere."""
        return remove_dead_links(replace(self, topics=tuple(topic for topic in self.topics if is_wanted(topic))))

    def _get_html_attribute(self, group: int) -> str:
        found = _HEAD.search(self.before)
        return unescape(found[group]) if found else ""


def parse_print_page(text: str) -> PrintPage:
    """Take the page ``text`` apart. Raises ``ValueError`` where it is not one that lsbook makes."""
    before, *parts = text.split(_START)
    if not parts or _END not in parts[-1]:
        raise ValueError("this is not the page of a whole book")
    last, _, after = parts[-1].rpartition(_END)
    return PrintPage(before, tuple(_parse_topic(_START + part) for part in (*parts[:-1], last)), _END + after)


def remove_dead_links(whole: PrintPage) -> PrintPage:
    """The page without links to anything that is not on it."""
    there = {f"#{name}" for name in find_ids(topic.html for topic in whole.topics)} | set(_LINK.findall(whole.before))

    def keep_live(match: re.Match[str]) -> str:
        return match[0] if match[1] in there else ""

    return replace(whole, topics=tuple(replace(one, html=_LINK.sub(keep_live, one.html)) for one in whole.topics))


def find_ids(texts: Iterable[str]) -> frozenset[str]:
    """Every id in ``texts``."""
    return frozenset(found for text in texts for found in _ID.findall(text))


def _parse_topic(html: str) -> PrintTopic:
    opening = _OPENING.match(html)
    if opening is None:
        raise ValueError("a topic of the whole book has no name")
    return PrintTopic(opening[2], opening[1], html)
