"""The whole book on one page: every address that led to another page leads to its place on this one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from urllib.parse import unquote

from lsbook.pages.layout.addresses import COVER, relative

FRONT = "front--cover"
"""What the cover is called on the page of the whole book. No other has two hyphens together."""

_NAMES = r"id|for|headers|list|popovertarget|commandfor|aria-(?:labelledby|describedby|controls|details|owns)"
_ADDRESSES = r"(?:xlink:)?href|src|srcset|poster"
_ATTRIBUTE = re.compile(rf'(?<=[\s"])({_NAMES}|{_ADDRESSES})="([^"]*)"')
_PAINT = re.compile(r'(="url\()#([^")]+)(\)")')
"""Both never in the words of a story: there every quote is escaped."""


def stem(address: str) -> str:
    """What the page at ``address`` is called on the page of the whole book."""
    return FRONT if address == COVER else posixpath.basename(address).removesuffix(".html")


def flat(html: str, address: str, here: str, stems: Mapping[str, str]) -> str:
    """``html`` of the page ``address`` as it stands on the page ``here``; ``stems`` are the pages that stand there.

    Every id begins with the stem of its page. A link to what does not stand there leads nowhere: on paper, an address
    of a file would tell where on a computer the book lies.
    """
    own = stem(address)

    def attribute(found: re.Match[str]) -> str:
        name, value = found[1], unescape(found[2])
        if name.endswith("href"):
            target = _target(value, address, stems)
            return f'{name}="{escape(target)}"' if target else f'data-{name.replace(":", "-")}=""'
        if name in ("src", "poster"):
            return f'{name}="{escape(_moved(value, address, here))}"'
        if name == "srcset":
            return f'{name}="{escape(_each(value, lambda one: _moved(one, address, here)))}"'
        return f'{name}="{escape(" ".join(f"{own}--{one}" for one in value.split()))}"'

    written = _ATTRIBUTE.sub(attribute, html.replace(' loading="lazy"', ""))
    return _PAINT.sub(rf"\1#{own}--\2\3", written)


def _target(value: str, address: str, stems: Mapping[str, str]) -> str:
    path, _, anchor = value.partition("#")
    page = _from_the_top(path, address) if path else address
    if page not in stems:
        return ""
    return f"#{stems[page]}--{anchor}" if anchor else f"#{stems[page]}"


def _moved(value: str, address: str, here: str) -> str:
    return value if value.startswith("data:") else relative(_from_the_top(value, address), here)


def _each(srcset: str, move: Callable[[str], str]) -> str:
    parts = (one.split() for one in srcset.split(",") if one.strip())
    return ", ".join(" ".join((move(one), *width)) for one, *width in parts)


def _from_the_top(value: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(value)))
