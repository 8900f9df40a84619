"""The inside of a paragraph as Markdown that is read as the same words, names, pictures and emphasis again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsbook.model.book import NameLink, PictureLink, Reference
from lsbook.model.prose import Code, Emphasis, Inline, LineBreak, Link, Strong, Text
from lsbook.story_writing.name_table import NameTable

_MARKUP = re.compile(r"[\\`*_\[]")
_MARKUP_IN_BRACKETS = re.compile(r"[\\`*_\[\]]")
_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^<>\s\\`*_\[\]]*")
_LINE_STARTS = (
    re.compile(r"^( {0,3})(#)"),
    re.compile(r"^( {0,3})(>)"),
    re.compile(r"^( {0,3})([-+])(?=[ ]|$|(?:[- ]*$))"),
    re.compile(r"^( {0,3}[0-9]{1,9})(\.)(?= )"),
)
"""What a line must not begin with if it is to stay a line of words: a heading, a quote, a list, a turn of the page."""


def format_inlines(inlines: Sequence[Inline[Reference]], names: NameTable) -> str:
    """Return the Markdown of a paragraph; a line that ends with two spaces is followed by another of the paragraph."""
    lines = _InlineWriter(names).write(inlines).split("\n")
    return "\n".join(map(escape_line_start, lines))


def format_heading_inlines(inlines: Sequence[Inline[Reference]], names: NameTable) -> str:
    """Return the Markdown of a heading's words: a number sign at their end would be taken for its frame."""
    return _InlineWriter(names).write(inlines).replace("#", "\\#")


def escape_line_start(line: str) -> str:
    """Return ``line`` so that no sign at its start makes more than words of it."""
    for pattern in _LINE_STARTS:
        line = pattern.sub(r"\1\\\2", line)
    return line


class _InlineWriter:
    """Writes one row of inlines. ``_before``: what stands right before the next, for marks that would run together."""

    def __init__(self, names: NameTable, *, in_brackets: bool = False) -> None:
        self._names = names
        self._markup = _MARKUP_IN_BRACKETS if in_brackets else _MARKUP

    def write(self, inlines: Sequence[Inline[Reference]], before: str = "") -> str:
        written = ""
        for at, inline in enumerate(inlines):
            behind = inlines[at + 1] if at + 1 < len(inlines) else None
            written += self._write_inline(inline, (before + written)[-1:], behind)
        return written

    def _write_inline(self, inline: Inline[Reference], before: str, behind: Inline[Reference] | None) -> str:
        match inline:
            case Text(text):
                return self._write_text(text, behind)
            case Code(text):
                return _format_code(text)
            case LineBreak():
                return "  \n"
            case Strong(inside):
                return self._wrap(inside, before, "**", "__")
            case Emphasis(inside):
                return self._wrap(inside, before, "*", "_")
            case Link(inside, address):
                return self._write_link(inside, address)
            case NameLink():
                mark = self._names.find_mark(inline)
                return f"[[{mark}]]" if mark else self._write_text(inline.label, behind)
            case PictureLink(medium, alt):
                shown = _MARKUP_IN_BRACKETS.sub(r"\\\g<0>", alt)
                return f"![{shown}]({self._names.media[medium]})"

    def _write_text(self, text: str, behind: Inline[Reference] | None) -> str:
        escaped = self._markup.sub(r"\\\g<0>", text)
        if isinstance(behind, Link) and escaped.endswith("!"):
            return f"{escaped[:-1]}\\!"  # or the link would be taken for a picture
        return escaped

    def _wrap(self, inside: Sequence[Inline[Reference]], before: str, mark: str, other: str) -> str:
        """Return ``inside`` between ``mark``, or between ``other`` where the stars of two would run together."""
        words = self.write(inside)
        if before in ("*", "_"):
            mark = other if before == "*" else mark
        elif words.startswith("*") or re.search(r"(?<!\\)\*$", words):
            mark = other
        return f"{mark}{words}{mark}"

    def _write_link(self, inside: Sequence[Inline[Reference]], address: str) -> str:
        if tuple(inside) == (Text(address),) and _AUTOLINK.fullmatch(address):
            return f"<{address}>"
        words = _InlineWriter(self._names, in_brackets=True).write(inside)
        target = re.sub(r"[\\`\[]", r"\\\g<0>", address)
        return f"[{words}](<{target}>)"


def _format_code(text: str) -> str:
    longest = max((len(row) for row in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"
