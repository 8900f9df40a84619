"""What a page names, as addresses that carry it: for a book that is one file."""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import MappingProxyType
from urllib.parse import unquote

from lsbook.exports.finished_book import Finished

KINDS: Mapping[str, str] = MappingProxyType(
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
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
_CANDIDATE = re.compile(r"(\S+) (\d+)w")
PICTURE = re.compile(r'\ssrc="([^"]*)"(?: srcset="([^"]*)" sizes="[^"]*")?')
"""A picture as ``pages`` writes it: the narrow one, then all of them."""


def carried(book: Finished, path: str) -> str:
    """The file ``path`` as a ``data:`` address. Raises ``KeyError`` for a kind that no book holds."""
    kind = KINDS[posixpath.splitext(path)[1]]
    return f"data:{kind};base64,{base64.b64encode(book.bytes(path)).decode('ascii')}"


def style_sheets(page: str) -> tuple[str, ...]:
    """The style sheets that the ``page`` names, from the book's folder, in their order."""
    return tuple(from_the_top(address) for address in _SHEET.findall(page))


def styled(book: Finished, page: str) -> str:
    """All style sheets of ``page`` as one, with the fonts and drawings that they name inside."""

    return "\n".join(sheet_inside(book, sheet) for sheet in style_sheets(page))


def sheet_inside(book: Finished, sheet: str) -> str:
    """One style sheet of the book with the fonts and drawings that it names inside."""

    def inside(found: re.Match[str]) -> str:
        address = found[1]
        return found[0] if address.startswith(("data:", "#")) else f'url("{carried(book, f"look/{address}")}")'

    return _URL.sub(inside, book.text(sheet))


def without_sheets(page: str) -> str:
    """``page`` without its links to style sheets."""
    return _SHEET.sub("", page)


def widths(src: str, srcset: str | None) -> Iterator[str]:
    """The files of one picture from the book's folder, the narrowest first."""
    found = sorted((int(width), address) for address, width in _CANDIDATE.findall(srcset or ""))
    yield from (from_the_top(address) for _, address in found or [(0, src)])


def from_the_top(address: str) -> str:
    """An address on the page of the whole book as a path from the book's folder."""
    return posixpath.normpath(posixpath.join("pages", unquote(unescape(address))))
