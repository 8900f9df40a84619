"""A text file of a story as it lies on disk, beside the text that is read from it.

Reading makes all line ends one and passes over letters that nobody sees. Here each letter of the text knows its place
in the file, so that what is changed in the text is changed in the file and all else stays as it is, byte for byte.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import TypeAlias

from msgspec import Struct

from lsbook.reading.decode_text import clean, detect_encoding, find_clean_positions

Cut: TypeAlias = tuple[int, int]
"""The offset in the text of the first letter that goes, and of the first behind it that stays."""
_LINE_END = re.compile("\r\n|[\r\n]")


class Splice(Struct, frozen=True):
    """``text``, with ``\\n`` line ends, in the place of the letters from ``start`` up to ``end``, without that."""

    start: int
    end: int
    text: str = ""


class SourceText(Struct, frozen=True):
    """``offsets[n]`` is the offset in ``raw`` of the letter ``n`` of ``text``, and one more for its end."""

    byte_order_mark: bytes
    encoding: str
    raw: str
    text: str
    offsets: tuple[int, ...]

    @property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n")

    @property
    def line_starts(self) -> list[int]:
        """The offset in the text at which each line begins, and at which one more would."""
        return list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.byte_order_mark + self.raw.encode(self.encoding)

    def apply_cuts(self, cuts: Iterable[Cut]) -> bytes:
        """The file without ``cuts``, which may overlap."""
        return self.apply_splices(Splice(start, end) for start, end in cuts)

    def apply_splices(self, splices: Iterable[Splice]) -> bytes:
        """The file with ``splices``, in the line ends of their neighbours. Those without a text may overlap.

        Raises ``UnicodeEncodeError`` where the encoding of the file does not know a letter.
        """
        parts, at = [], 0
        for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
            start = max(at, self.offsets[splice.start])
            parts.append(self.raw[at:start])
            if splice.text:
                parts.append(splice.text.replace("\n", self._find_line_end(start)))
            at = max(at, self.offsets[min(splice.end, len(self.text))])
        parts.append(self.raw[at:])
        return self.byte_order_mark + "".join(parts).encode(self.encoding)

    def _find_line_end(self, offset: int) -> str:
        """How the line of ``raw`` ends that is above ``offset``, or the first one that ends at all."""
        above = _LINE_END.findall(self.raw[:offset]) or _LINE_END.findall(self.raw[offset:])[:1]
        return str(above[-1]) if above else "\n"

    def map_lines(self, cuts: Iterable[Cut]) -> tuple[int, ...]:
        """For each line of the file without ``cuts``, the line of this file in which it begins, from 1."""
        starts, lines, at, begins = self.line_starts, list[int](), 0, True
        for start, end in (*sorted(cuts), (len(self.text), len(self.text))):
            while at < start:
                if begins:
                    lines.append(bisect_right(starts, at))
                stop = self.text.find("\n", at, start) + 1
                begins, at = stop > 0, stop or start
            at = max(at, end)
        return (*lines, len(starts) - 1) if begins else tuple(lines)


def decode_source_text(data: bytes) -> SourceText:
    """The text of ``data``, the bytes of a file that ``reading`` could read."""
    mark, encoding = detect_encoding(data)
    raw = data[len(mark) :].decode(encoding)
    return SourceText(mark, encoding, raw, clean(raw), (*find_clean_positions(raw), len(raw)))


def is_blank(line: str) -> bool:
    """True for a line that says nothing."""
    return not re.search(r"\S", line)
