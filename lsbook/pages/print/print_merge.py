"""The whole book on one page: every address that led to another page leads to its place on this one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from urllib.parse import unquote

from lsbook.pages.layout import addresses
from lsbook.pages.layout.addresses import COVER, make_relative

COVER_STEM = "front--cover"
"""What the cover is called on the page of the whole book. No other has two hyphens together."""

_NAMES = r"id|for|headers|list|popovertarget|commandfor|aria-(?:labelledby|describedby|controls|details|owns)"
_ADDRESSES = r"(?:xlink:)?href|src|srcset|poster"
_ATTRIBUTE = re.compile(rf'(?<=[\s"])({_NAMES}|{_ADDRESSES})="([^"]*)"')
_PAINT = re.compile(r'(="url\()#([^")]+)(\)")')
"""Both never in the words of a story: there every quote is escaped."""


def make_stem(address: str) -> str:
    """What the page at ``address`` is called on the page of the whole book."""
    return COVER_STEM if address == COVER else addresses.make_stem(address)


def merge_page(html: str, address: str, target_address: str, stems: Mapping[str, str]) -> str:
    """``html`` of the page ``address`` as it stands on ``target_address``; ``stems`` are the pages that stand there.

    Every id begins with the stem of its page. A link to what does not stand there leads nowhere: on paper, an address
    of a file would tell where on a computer the book lies.
    """
    own = make_stem(address)

    def rewrite_attribute(match: re.Match[str]) -> str:
        name, value = match[1], unescape(match[2])
        if name.endswith("href"):
            target = _resolve_link(value, address, stems)
            return f'{name}="{escape(target)}"' if target else f'data-{name.replace(":", "-")}=""'
        if name in ("src", "poster"):
            return f'{name}="{escape(_rebase(value, address, target_address))}"'
        if name == "srcset":
            return f'{name}="{escape(_map_srcset(value, lambda part: _rebase(part, address, target_address)))}"'
        return f'{name}="{escape(" ".join(f"{own}--{part}" for part in value.split()))}"'

    written = _ATTRIBUTE.sub(rewrite_attribute, html.replace(' loading="lazy"', ""))
    return _PAINT.sub(rf"\1#{own}--\2\3", written)


def _resolve_link(value: str, address: str, stems: Mapping[str, str]) -> str:
    path, _, anchor = value.partition("#")
    page = _resolve_path(path, address) if path else address
    if page not in stems:
        return ""
    return f"#{stems[page]}--{anchor}" if anchor else f"#{stems[page]}"


def _rebase(value: str, address: str, target_address: str) -> str:
    return value if value.startswith("data:") else make_relative(_resolve_path(value, address), target_address)


def _map_srcset(srcset: str, rebase: Callable[[str], str]) -> str:
    parts = (candidate.split() for candidate in srcset.split(",") if candidate.strip())
    return ", ".join(" ".join((rebase(candidate), *width)) for candidate, *width in parts)


def _resolve_path(value: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(value)))
