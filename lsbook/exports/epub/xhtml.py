"""Writes a fragment of our own HTML as XHTML, as EPUBs want it: every element closed, every attribute with a value."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "track", "source", "wbr", "col", "input"})
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*"([^"]*)")?""")
_LEFT_OUT = frozenset({"focusable", "sizes", "loading", "srcset"})
"""Attributes that an EPUB does not know, or that a reader has no use for."""

RewriteAttribute = Callable[[str, str, str], str | None]
"""Element, name, value: the value as it should be, or ``None`` to leave the attribute out."""


def convert_to_xhtml(html: str, rewrite: RewriteAttribute) -> str:
    """``html`` as XHTML, each attribute as ``rewrite`` wants it."""
    writer = _XhtmlWriter(rewrite)
    writer.feed(html)
    writer.close()
    return "".join(writer.out)


class _XhtmlWriter(HTMLParser):
    """Names of drawings have capitals in them (viewBox), so every start is read again as it was written."""

    def __init__(self, rewrite: RewriteAttribute) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self._open: list[str] = []
        self._attribute = rewrite

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._write_start_tag(closed=tag in _VOID)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._write_start_tag(closed=True)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.out.append(f"</{self._open.pop()}>")

    def handle_data(self, data: str) -> None:
        self.out.append(escape(data, quote=False))

    def handle_entityref(self, name: str) -> None:
        self.handle_data(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.handle_data(unescape(f"&#{name};"))

    def _write_start_tag(self, *, closed: bool) -> None:
        written = (self.get_starttag_text() or "").strip("<>").rstrip("/").strip()
        name, _, rest = written.partition(" ")
        parts = [name]
        if name.lower() == "svg" and "xmlns=" not in rest:
            parts.append('xmlns="http://www.w3.org/2000/svg"')
        for match in _ATTRIBUTE.finditer(rest):
            kept = self._attribute(name, match[1], unescape(match[2] or ""))
            if match[1] not in _LEFT_OUT and kept is not None:
                parts.append(f'{match[1]}="{escape(kept)}"')
        if not closed:
            self._open.append(name)
        self.out.append(f"<{' '.join(parts)}{'/' if closed else ''}>")
