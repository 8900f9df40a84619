"""A text file of a story, letter for letter as it lies on disk, beside the text that is read from it.

Reading makes all line ends one and passes over letters that nobody sees. Here each letter of the text knows its place
in the file, so that what is cut from the text is cut from the file and all else stays as it is, byte for byte.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from lsbook.reading.text import clean, detect_encoding, find_clean_positions

Cut = tuple[int, int]
"""From which letter of the text up to which, without that."""


@dataclass(frozen=True)
class SourceText:
    """``places[n]`` is the place in ``raw`` of the letter ``n`` of ``text``, and one more for its end."""

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
        """Where each line begins in the text, and where one more would."""
        return list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def apply_cuts(self, cuts: Iterable[Cut]) -> bytes:
        """The file without ``cuts``, which may overlap."""
        left, at = [], 0
        for start, end in sorted(cuts):
            left.append(self.raw[at : max(at, self.offsets[start])])
            at = max(at, self.offsets[min(end, len(self.text))])
        left.append(self.raw[at:])
        return self.byte_order_mark + "".join(left).encode(self.encoding)

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
    """The text of a file that ``reading`` could read."""
    mark, encoding = detect_encoding(data)
    raw = data[len(mark) :].decode(encoding)
    return SourceText(mark, encoding, raw, clean(raw), (*find_clean_positions(raw), len(raw)))


def is_blank(line: str) -> bool:
    """True for a line that says nothing."""
    return not re.search(r"\S", line)
