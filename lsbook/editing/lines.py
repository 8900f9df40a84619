"""Whole lines of YAML, with the remarks (``# …``) that belong to them.

A remark directly above an entry is about it, and so is one below that stands further in.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from lsbook.editing.nodes import compute_line_starts
from lsbook.editing.source_text import Cut, Splice, is_blank


class TextLines(Struct, frozen=True, dict=True):
    """The lines of ``text``, numbered from 0."""

    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends. The last is empty where the text ends with a line end."""
        return self.text.split("\n")

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each line begins, and at which one more would."""
        return compute_line_starts(self.text)

    def find_line(self, offset: int) -> int:
        """The line in which the letter before ``offset`` stands."""
        below = (line for line, start in enumerate(self.starts) if start > offset or line == len(self.lines))
        return next(below) - 1

    def has_more(self, offset: int) -> bool:
        """True where more than a remark stands behind ``offset`` in its line."""
        line = self.find_line(offset)
        rest = self.lines[line][offset - self.starts[line] :].strip()
        return bool(rest) and not rest.startswith("#")

    def cut(self, first: int, last: int) -> Cut:
        """The lines from ``first`` to ``last``. A file that ends without a line end goes on doing so."""
        start, end = self.starts[first], self.starts[last + 1]
        return (start - 1 if end > len(self.text) and start else start), end

    def insert_below(self, line: int, block: str) -> Splice:
        """The splice that puts ``block``, whose last line has no end, below ``line``."""
        if line + 1 < len(self.lines):
            return Splice(self.starts[line + 1], self.starts[line + 1], f"{block}\n")
        return self.append(block)

    def append(self, block: str) -> Splice:
        """The splice that puts ``block``, whose last line has no end, below all. A missing line end stays missing."""
        end = len(self.text)
        return Splice(end, end, f"\n{block}" if self.lines[-1] else f"{block}\n")

    def find_first_remark(self, first: int, column: int) -> int:
        """The first line of the remarks right above ``first`` that belong to what begins there in ``column``."""
        while first and self._is_remark(first - 1) and self._measure_indent(first - 1) <= column:
            first -= 1
        return first

    def find_last_remark(self, last: int, column: int) -> int:
        """The last line of the remarks below that belong to what ends in ``last`` and began in ``column``."""
        below = last + 1
        while below < len(self.lines) and (is_blank(self.lines[below]) or self._is_remark(below)):
            if self._is_remark(below) and self._measure_indent(below) > column:
                last = below
            below += 1
        behind = last + 1
        while behind < len(self.lines) and self._is_remark(behind):
            behind += 1
        is_alone = behind == len(self.lines) or is_blank(self.lines[behind])
        return behind - 1 if is_alone else last

    def _is_remark(self, line: int) -> bool:
        return self.lines[line].lstrip().startswith("#")

    def _measure_indent(self, line: int) -> int:
        return len(self.lines[line]) - len(self.lines[line].lstrip())
