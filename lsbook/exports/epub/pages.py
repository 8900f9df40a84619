"""The pages of an EPUB: each topic of the book is one, and hard news stands outside the row of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape, unescape
from itertools import groupby

from lsbook.exports.epub.xhtml import convert_to_xhtml
from lsbook.exports.inline import PICTURE, list_picture_files, resolve_address
from lsbook.exports.print_page import PrintPage, PrintTopic, find_ids

_CONTENTS = re.compile(r'<nav class="contents".*?</nav>', re.DOTALL)
_PART = re.compile(r'<section class="contents-part"><h3>(.*?)</h3>(.*?)</section>', re.DOTALL)
_ENTRY = re.compile(r'<a href="#([^"]+)">.*?<span class="entry">(.*?)</span>', re.DOTALL)
_TO_FILL = 'class="leaf mine-to-fill'
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class EpubPage:
    """``name`` with its ending; ``linear`` where it stands in the row of pages."""

    name: str
    text: str
    linear: bool
    properties: tuple[str, ...]


@dataclass(frozen=True)
class ContentsEntry:
    address: str
    title: str


@dataclass(frozen=True)
class ContentsPart:
    title: str
    entries: tuple[ContentsEntry, ...]


def remove_paper_parts(whole: PrintPage) -> PrintPage:
    """What of the book is for a screen alone: without sheets to fill by hand, and with the EPUB's own contents."""
    kept = whole.filter_topics(lambda topic: _TO_FILL not in topic.html)
    return PrintPage(kept.before, tuple(_remove_contents(topic) for topic in kept.topics), kept.after)


def make_pages(whole: PrintPage, sheets: tuple[str, ...]) -> tuple[EpubPage, ...]:
    """Every page, in the order of the book; a card that stands for hard news stands on the page before it.

    ``sheets`` are the style sheets that each page names, from the book's folder.
    """
    grouped: list[list[PrintTopic]] = []
    for topic in whole.topics:
        if topic.css_class == "between" and grouped:
            grouped[-1].append(topic)
        else:
            grouped.append([topic])
    where = {name: group[0].name for group in grouped for name in find_ids(topic.html for topic in group)}
    return tuple(_make_page(whole, sheets, group, where) for group in grouped)


def make_contents(whole: PrintPage, pages: tuple[EpubPage, ...]) -> tuple[ContentsPart, ...]:
    """The parts of the book and their pages, in the order of the pages: the part that holds the first comes first.

    A hard chapter is entered by the card that stands for it.
    """
    places = [(at, page.name, name) for at, page in enumerate(pages) for name in find_ids((page.text,))]
    there = {name: (at, f"text/{page}#{name}") for at, page, name in places}
    contents = _CONTENTS.search(whole.topics[0].html)
    found = []
    for words, inside in _PART.findall(contents[0] if contents else ""):
        for name, entry in _ENTRY.findall(inside):
            at, address = there.get(f"{name}--here") or there.get(name) or (-1, "")
            if address:
                found.append((at, _strip_tags(words), ContentsEntry(address, _strip_tags(entry))))
    found.sort(key=lambda one: one[0])
    by_part = groupby(found, key=lambda one: one[1])
    return tuple(ContentsPart(words, tuple(entry for _, _, entry in entries)) for words, entries in by_part)


def find_media(whole: PrintPage) -> tuple[str, ...]:
    """The files that the pages show, from the book's folder: of each picture the widest."""
    found = {widest for topic in whole.topics for widest in _find_shown_files(topic.html)}
    return tuple(sorted(found))


def _find_shown_files(html: str) -> Iterator[str]:
    for src, srcset in PICTURE.findall(html):
        if not src.startswith("data:"):
            yield tuple(list_picture_files(src, srcset))[-1]
    for poster in re.findall(r'\sposter="([^"]*)"', html):
        yield resolve_address(poster)


def _remove_contents(topic: PrintTopic) -> PrintTopic:
    return PrintTopic(topic.name, topic.css_class, _CONTENTS.sub("", topic.html))


def _make_page(
    whole: PrintPage, sheets: tuple[str, ...], group: list[PrintTopic], where: Mapping[str, str]
) -> EpubPage:
    first = group[0]
    html = "".join(topic.html for topic in group)
    body = convert_to_xhtml(PICTURE.sub(_use_widest, html), partial(_rewrite_attribute, first.name, where))
    found = _TITLE.search(html)
    title = _strip_tags(found[1]) if found else whole.title
    links = "\n".join(f'<link rel="stylesheet" type="text/css" href="../{sheet}"/>' for sheet in sheets)
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'class="{whole.html_class}"{whole.html_attributes} '
        f'lang="{whole.language}" xml:lang="{whole.language}" dir="{whole.direction}">\n'
        f'<head>\n<meta charset="utf-8"/>\n<title>{escape(title)}</title>\n{links}\n</head>\n'
        f'<body class="whole epub">\n{body.strip()}\n</body>\n</html>\n'
    )
    return EpubPage(f"{first.name}.xhtml", text, not first.is_hard, ("svg",) if "<svg" in text else ())


def _use_widest(match: re.Match[str]) -> str:
    return (
        match[0] if match[1].startswith("data:") else f' src="../{tuple(list_picture_files(match[1], match[2]))[-1]}"'
    )


def _rewrite_attribute(page: str, where: Mapping[str, str], element: str, name: str, value: str) -> str | None:
    if name == "href" and value.startswith("#"):
        target = value[1:]
        if target not in where:
            return None
        return value if where[target] == page else f"{where[target]}.xhtml{value}"
    return None if name == "href" or name.startswith("data-") else value


def _strip_tags(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
