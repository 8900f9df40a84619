"""What a page names, as addresses that carry it: for a book that is one file."""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from types import MappingProxyType
from urllib.parse import unquote

from lsbook.exports.finished_book import FinishedBook

MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".jpg": "image/jpeg",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".mp4": "video/mp4",
        ".m4a": "audio/mp4",
        ".mp3": "audio/mpeg",
        ".css": "text/css",
    }
)
"""What a book is made of, by the endings of its files."""
_URL = re.compile(r"""url\(\s*["']?([^"')]+?)["']?\s*\)""")
_STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
_CANDIDATE = re.compile(r"(\S+) (\d+)w")
_PICTURE = re.compile(r'\ssrc="([^"]*)"(?: srcset="([^"]*)" sizes="[^"]*")?')
"""A picture as ``pages`` writes it: the narrow one, then all of them."""
_POSTER = re.compile(r'(\sposter=")([^"]*)(")')


def make_data_url(book: FinishedBook, path: str) -> str:
    """The file ``path`` as a ``data:`` address. Raises ``KeyError`` for a kind that no book holds."""
    kind = MEDIA_TYPES[posixpath.splitext(path)[1]]
    return f"data:{kind};base64,{base64.b64encode(book.read_bytes(path)).decode('ascii')}"


def find_stylesheets(page: str) -> tuple[str, ...]:
    """The style sheets that the ``page`` names, from the book's folder, in their order."""
    return tuple(resolve_address(address) for address in _STYLESHEET.findall(page))


def merge_stylesheets(book: FinishedBook, page: str) -> str:
    """All style sheets of ``page`` as one, with the fonts and drawings that they name inside."""

    return "\n".join(inline_stylesheet(book, path) for path in find_stylesheets(page))


def inline_stylesheet(book: FinishedBook, path: str) -> str:
    """One style sheet of the book with the fonts and drawings that it names inside."""

    def inline_url(match: re.Match[str]) -> str:
        address = match[1]
        return match[0] if address.startswith(("data:", "#")) else f'url("{make_data_url(book, f"look/{address}")}")'

    return _URL.sub(inline_url, book.read_text(path))


def remove_stylesheets(page: str) -> str:
    """``page`` without its links to style sheets."""
    return _STYLESHEET.sub("", page)


def find_shown_files(html: str) -> Iterator[tuple[str, ...]]:
    """The files of each picture and recording in ``html``, from the book's folder and the narrowest first."""
    for src, srcset in _PICTURE.findall(html):
        if not src.startswith("data:"):
            yield tuple(_list_files(src, srcset))
    for _, poster, _ in _POSTER.findall(html):
        yield (resolve_address(poster),)


def replace_pictures(html: str, make_address: Callable[[tuple[str, ...]], str]) -> str:
    """``html`` with one address for each picture, made from its files (the narrowest first)."""

    def replace_picture(match: re.Match[str]) -> str:
        if match[1].startswith("data:"):
            return match[0]
        return f' src="{make_address(tuple(_list_files(match[1], match[2])))}"'

    return _PICTURE.sub(replace_picture, html)


def replace_posters(html: str, make_address: Callable[[str], str]) -> str:
    """``html`` with another address for the picture of each film, made from its file."""
    return _POSTER.sub(lambda match: match[1] + make_address(resolve_address(match[2])) + match[3], html)


def _list_files(src: str, srcset: str | None) -> Iterator[str]:
    widths = sorted((int(width), address) for address, width in _CANDIDATE.findall(srcset or ""))
    yield from (resolve_address(address) for _, address in widths or [(0, src)])


def resolve_address(address: str) -> str:
    """An address on the page of the whole book as a path from the book's folder."""
    return posixpath.normpath(posixpath.join("pages", unquote(unescape(address))))
