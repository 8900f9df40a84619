"""What stands in a page or a drawing: its addresses, its ids, and what must not stand there.

The policy in a page's head stops much of this in a browser, but not meta-refresh, and not everywhere (security.md): so
the page itself is clean to begin with.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from sys import intern
from typing import NamedTuple

from msgspec import Struct

from lsbook.model.search_file import parse_search_file
from lsbook.output.elements import CHECKED_ELEMENTS, find_element_faults, is_data_file
from lsbook.output.plain_markup import DULL, FOREIGN_ELEMENTS, PLAIN_ATTRIBUTE, PLAIN_TAG, RAW_ELEMENTS
from lsbook.output.styles import StyleFlaw, read_styles

_ADDRESS_ATTRIBUTES = frozenset(
    {
        "href",
        "src",
        "poster",
        "data",
        "xlink:href",
        "action",
        "formaction",
        "cite",
        "longdesc",
        "background",
        "manifest",
        "codebase",
        "archive",
        "classid",
        "profile",
        "usemap",
        "icon",
        "lowsrc",
        "dynsrc",
        "ping",
        "attributionsrc",
        "xml:base",
    }
)
_ADDRESS_LIST_ATTRIBUTES = frozenset({"srcset", "imagesrcset"})
_PAINT_ATTRIBUTES = frozenset(
    {"fill", "stroke", "clip-path", "mask", "filter", "marker", "marker-start", "marker-mid", "marker-end", "cursor"}
)
_CAPTIONS_PREFIX = "data:text/vtt;charset=utf-8,"
"""An address that carries its own words: captions, which browsers take from nowhere else on file://."""
_PORTRAIT_PREFIX = "data:image/jpeg;base64,"
"""An address that carries a portrait within a drawing: an SVG shown as a picture loads nothing."""
_DRAWING_TYPEFACES = re.compile(
    r'\A(<svg(?: [\w:-]+="[^"<>]*")*>)'
    r"<style>(?:@font-face\{font-family:(?:\w+|'[\w ]+');font-weight:\d00;"
    r'src:url\(data:font/woff2;base64,[A-Za-z0-9+/]+={0,2}\)format\("woff2"\);unicode-range:[U+0-9A-F,-]+\})+</style>',
    re.ASCII,
)
"""The one style that a drawing may have: typefaces that it carries, in letters that mean nothing else to any reader."""
_DATA_SCRIPT_TYPES = frozenset({"application/json"})
"""Kinds of scripts that run nothing."""
_PLAIN_DOCTYPE = "doctype html"


class Address(NamedTuple):
    line: int
    address: str


class Markup(Struct, frozen=True):
    """What was read in one file. ``faults`` are lines (from 1) and words."""

    addresses: tuple[Address, ...]
    ids: frozenset[str]
    faults: tuple[tuple[int, str], ...]
    loads_data: bool = False
    """Whether it takes data from files beside it."""


class MarkupPiece(Struct, frozen=True):
    """What was read in a part of a page, and the policy that rules there; empty where an address stands before it."""

    markup: Markup
    policy: str


def read_page(text: str) -> Markup:
    """Read a page, which says by a policy of its own that nothing from elsewhere may come into it."""
    reader = _parse(text)
    if reader.has_policy:
        return _collect_markup(reader)
    what = "This page has no Content-Security-Policy before its first address, so a browser may reach out of the book."
    reader.faults.append((1, what))
    return _collect_markup(reader)


def read_piece(text: str, policy: str = "") -> MarkupPiece | None:
    """Read a part of a page, with the ``policy`` of what stands before it.

    ``None`` where it ends within something, so that what follows would be read otherwise.
    """
    reader = _MarkupReader(policy)
    reader.feed(text)
    ruling = reader.policy if policy or reader.has_policy else ""
    return MarkupPiece(_collect_markup(reader), ruling) if reader.is_settled else None


def read_drawing(text: str) -> Markup:
    """Read an SVG drawing, which may carry its typefaces."""
    return _collect_markup(_parse(_DRAWING_TYPEFACES.sub(r"\1", text)))


def read_data(text: str) -> Markup:
    """Read a file of what can be found in a book: lists of texts, each with the address that it leads to."""
    rows = parse_search_file(text)
    if rows is None:
        return Markup((), frozenset(), ((1, "This file holds more than a list of texts, and a browser would run it."),))
    return Markup(tuple(Address(1, row[0]) for row in rows), frozenset(), ())


def _parse(text: str) -> _MarkupReader:
    reader = _MarkupReader()
    reader.feed(text)
    reader.close()
    if reader.cdata_elem:  # what stands in it is never given to the reader
        reader.faults.append((reader.getpos()[0], f"A <{reader.cdata_elem}> is never closed."))
    reader.handle_endtag("")
    return reader


def _collect_markup(reader: _MarkupReader) -> Markup:
    return Markup(tuple(reader.addresses), frozenset(reader.ids), tuple(reader.faults), reader.loads_data)


def read_stylesheet(text: str, first_line: int = 1) -> Markup:
    """Read a style sheet, which has no ids."""
    parts = list(read_styles(text))
    return Markup(
        tuple(Address(each.line + first_line - 1, each.address) for each in parts if not isinstance(each, StyleFlaw)),
        frozenset(),
        tuple((each.line + first_line - 1, each.what) for each in parts if isinstance(each, StyleFlaw)),
    )


class _MarkupReader(HTMLParser):
    """Python's own reader of pages. Names of elements and attributes reach it in small letters, entities undone."""

    def __init__(self, policy: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[Address] = []
        self.ids: set[str] = set()
        self.faults: list[tuple[int, str]] = []
        self.has_policy = False
        self.loads_data = False
        self._style: tuple[int, str] | None = None
        self._script: tuple[int, str] | None = None
        self.policy = policy
        self._foreign = 0

    @property
    def is_settled(self) -> bool:
        """Whether nothing that was read waits for what comes after it."""
        return not (self.rawdata or self.cdata_elem or self._style or self._script or self._foreign)

    def parse_starttag(self, i: int) -> int:
        """Read the tag that begins at ``i`` of the page and return where it ends: a plain one at once."""
        tag = PLAIN_TAG.match(self.rawdata, i)
        if not tag or tag[1] in RAW_ELEMENTS:
            return self._pass_over(super().parse_starttag(i))
        read = self.handle_startendtag if tag[3] else self.handle_starttag
        read(tag[1], PLAIN_ATTRIBUTE.findall(tag[2]))
        return self._pass_over(tag.end())

    def parse_endtag(self, i: int) -> int:
        """Read the closing tag that begins at ``i`` of the page and return where it ends."""
        return self._pass_over(super().parse_endtag(i))

    def _pass_over(self, i: int) -> int:
        """Return where from ``i`` on there is something to know again; below zero where a tag has no end."""
        if i < 0 or self.cdata_elem or self._style or self._script:
            return i
        dull = DULL.match(self.rawdata, i)
        return dull.end() if dull else i

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        self._close_texts()
        self._style = (line, "") if tag == "style" else None
        values = {name: value or "" for name, value in attrs}
        loads_data = tag == "script" and is_data_file(attrs)
        self.loads_data = self.loads_data or loads_data
        runs = tag == "script" and not loads_data and values.get("type", "") not in _DATA_SCRIPT_TYPES
        self._script = (line, "") if runs else None
        self._foreign += tag in FOREIGN_ELEMENTS
        if tag in ("script", "style") and self._foreign:
            self.faults.append((line, f"There may be no <{tag}> inside a drawing: browsers read it otherwise."))
        if values.get("http-equiv", "").strip().lower() == "content-security-policy":
            self.has_policy = self.has_policy or not self.addresses
            self.policy = self.policy or values.get("content", "")
        if tag in CHECKED_ELEMENTS:
            self.faults += [(line, what) for what in find_element_faults(tag, values)]
        for name, value in attrs:
            if not _is_self_contained(tag, name, value or ""):
                self._check_attribute(line, name, value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._foreign -= tag in FOREIGN_ELEMENTS and self._foreign > 0
        self._close_texts()

    def handle_data(self, data: str) -> None:
        if self._style:
            self._style = (self._style[0], self._style[1] + data)
        if self._script:
            self._script = (self._script[0], self._script[1] + data)

    def handle_decl(self, decl: str) -> None:
        if decl.strip().lower() != _PLAIN_DOCTYPE:
            self.faults.append(
                (self.getpos()[0], "A page or a drawing may not bring rules of its own (<!DOCTYPE ...>).")
            )

    def unknown_decl(self, data: str) -> None:
        self.faults.append((self.getpos()[0], "A page or a drawing may not hold raw parts (<![...]]>)."))

    def handle_comment(self, data: str) -> None:
        self.faults.append((self.getpos()[0], "A page or a drawing may hold no remarks (<!-- ... -->)."))

    def handle_pi(self, data: str) -> None:
        if not data.startswith("xml "):
            self.faults.append((self.getpos()[0], "A drawing may not call for styles from elsewhere (<?...?>)."))

    def _check_attribute(self, line: int, name: str, value: str) -> None:
        if name in _ADDRESS_ATTRIBUTES:
            self.addresses.append(Address(line, intern(value)))  # every page names the same ones
        elif name in _ADDRESS_LIST_ATTRIBUTES:
            parts = [part.split() for part in value.split(",")]
            self.addresses += [Address(line, part[0] if part else "") for part in parts]
        elif name in _PAINT_ATTRIBUTES:
            self._add_styles(read_stylesheet(value, line))
        elif name == "id":
            if value in self.ids or not value:
                self.faults.append((line, f'The id "{value}" is empty or stands twice in this file.'))
            self.ids.add(value)
        elif name == "style":
            self.faults.append((line, "An element has a style of its own (style=), which browsers block in a book."))
        elif name.startswith("on") or name == "srcdoc":
            self.faults.append((line, f"An element has a program of its own ({name}=)."))

    def _close_texts(self) -> None:
        if self._style:
            self._add_styles(read_stylesheet(self._style[1], self._style[0]))
        if self._script and _format_script_hash(self._script[1]) not in self.policy:
            self.faults.append((self._script[0], "A script stands here that the page's policy does not name."))
        self._style = self._script = None

    def _add_styles(self, styles: Markup) -> None:
        self.addresses += styles.addresses
        self.faults += styles.faults


def _format_script_hash(script: str) -> str:
    """How a page's policy names a script."""
    return f"'sha256-{b64encode(sha256(script.encode('utf-8', 'surrogatepass')).digest()).decode()}'"


def _is_self_contained(tag: str, name: str, value: str) -> bool:
    """Whether an address leads nowhere, because it holds what it names: captions, or a portrait in a drawing."""
    if tag == "track":
        return name == "src" and value.startswith(_CAPTIONS_PREFIX)
    return tag == "image" and name == "href" and value.startswith(_PORTRAIT_PREFIX)
