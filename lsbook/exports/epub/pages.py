"""The pages of an EPUB: each article of the print page is one, and hard news stands outside the row of pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from lsbook.exports.epub.xhtml import convert_to_xhtml
from lsbook.exports.inline import find_shown_files, replace_pictures
from lsbook.exports.print_contents import parse_contents, remove_contents
from lsbook.exports.print_page import PrintArticle, PrintPage, find_ids
from lsbook.model.print_page import CARD_SUFFIX, ArticleRole


class EpubPage(Struct, frozen=True):
    """``name`` with its ending; ``linear`` where it stands in the row of pages."""

    name: str
    text: str
    linear: bool
    properties: tuple[str, ...]


class ContentsEntry(Struct, frozen=True):
    address: str
    title: str


class ContentsPart(Struct, frozen=True):
    title: str
    entries: tuple[ContentsEntry, ...]


def remove_paper_parts(whole: PrintPage) -> PrintPage:
    """What of the book is for a screen alone: without pages to fill by hand, and with the EPUB's own contents."""
    kept = whole.filter_articles(lambda article: not article.is_to_fill)
    return replace(kept, articles=tuple(map(remove_contents, kept.articles)))


def make_pages(whole: PrintPage, stylesheets: tuple[str, ...]) -> tuple[EpubPage, ...]:
    """Every page, in the order of the book; a card that stands for hard news stands on the page before it.

    ``stylesheets`` are the style sheets that each page names, from the book's folder.
    """
    grouped: list[list[PrintArticle]] = []
    for article in whole.articles:
        if article.role is ArticleRole.CARD and grouped:
            grouped[-1].append(article)
        else:
            grouped.append([article])
    where = {name: group[0].name for group in grouped for name in find_ids(article.html for article in group)}
    return tuple(_make_page(whole, stylesheets, group, where) for group in grouped)


def make_contents(whole: PrintPage, pages: tuple[EpubPage, ...]) -> tuple[ContentsPart, ...]:
    """The parts of the book and their pages, in the order of the pages: the part that holds the first comes first.

    A hard chapter is entered by the card that stands for it.
    """
    places = [(at, page.name, name) for at, page in enumerate(pages) for name in find_ids((page.text,))]
    addresses = {name: (at, f"text/{page}#{name}") for at, page, name in places}
    lines: list[tuple[int, str, ContentsEntry]] = []
    for part in parse_contents(whole):
        for entry in part.entries:
            at, address = addresses.get(f"{entry.name}{CARD_SUFFIX}") or addresses.get(entry.name) or (-1, "")
            if address:
                lines.append((at, part.title, ContentsEntry(address, entry.title)))
    lines.sort(key=lambda line: line[0])
    by_part = groupby(lines, key=lambda line: line[1])
    return tuple(ContentsPart(title, tuple(entry for _, _, entry in entries)) for title, entries in by_part)


def find_media(whole: PrintPage) -> tuple[str, ...]:
    """The files that the pages show, from the book's folder: of each picture the widest."""
    widest = {files[-1] for article in whole.articles for files in find_shown_files(article.html)}
    return tuple(sorted(widest))


def _make_page(
    whole: PrintPage, stylesheets: tuple[str, ...], group: list[PrintArticle], where: Mapping[str, str]
) -> EpubPage:
    first = group[0]
    html = "".join(article.html for article in group)
    body = convert_to_xhtml(replace_pictures(html, _use_widest), partial(_rewrite_attribute, first.name, where))
    title = next(filter(None, (article.title for article in group)), whole.title)
    links = "\n".join(f'<link rel="stylesheet" type="text/css" href="../{path}"/>' for path in stylesheets)
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'class="{whole.html_class}"{whole.html_attributes} '
        f'lang="{whole.language}" xml:lang="{whole.language}" dir="{whole.direction}">\n'
        f'<head>\n<meta charset="utf-8"/>\n<title>{escape(title)}</title>\n{links}\n</head>\n'
        f'<body class="whole epub">\n{body.strip()}\n</body>\n</html>\n'
    )
    return EpubPage(f"{first.name}.xhtml", text, not first.is_sensitive, ("svg",) if "<svg" in text else ())


def _use_widest(files: tuple[str, ...]) -> str:
    return f"../{files[-1]}"


def _rewrite_attribute(page: str, where: Mapping[str, str], element: str, name: str, value: str) -> str | None:
    if name == "href" and value.startswith("#"):
        target = value[1:]
        if target not in where:
            return None
        return value if where[target] == page else f"{where[target]}.xhtml{value}"
    return None if name == "href" or name.startswith("data-") else value
