"""A whole entry of a list that stands further in than the others: said once, and not line by line."""

from __future__ import annotations

import re

from lsbook.reading.yaml.mistakes import Mistake
from lsbook.reading.yaml.slips import find_error

_LINES_BACK = 30


def find_shifted_entry(at: int, lines: list[str]) -> Mistake | None:
    """Return the mistake where the entry in or above line ``at`` has spaces before its dash, and others have none."""
    key = next((match[1] for line in lines if (match := re.match(r"- ([a-z][a-z-]*):", line))), None)
    for first in range(at, max(-1, at - _LINES_BACK), -1) if key else ():
        if match := re.match(rf"( +)- {key}:", lines[first]):
            return _mend(at, first, len(match[1]), lines)
        if re.match(r"\S", lines[first]) and first < at:
            return None
    return None


def _mend(at: int, first: int, spaces: int, lines: list[str]) -> Mistake | None:
    last = first
    while last + 1 < len(lines) and (not lines[last + 1].strip() or lines[last + 1].startswith(" " * (spaces + 2))):
        last += 1
    if last == first and lines[first + 1 : first + 2] and lines[first + 1][:1] == " ":
        return None  # the rest of it stands where it should
    mended = [line[spaces:] for line in lines[first : last + 1]]
    if find_error(at, [*lines[:first], *mended, *lines[last + 1 :]]) <= max(at, last):
        return None
    signs = "1 space" if spaces == 1 else f"{spaces} spaces"
    what = f"This whole entry stands {signs} further in than the others."
    remedy = f"Take {signs} away at the start of each of its lines: each entry begins at the edge, with its dash."
    others = tuple(enumerate(mended[1:], first + 1))
    return Mistake(first, what, remedy, mended[0], other_lines=others)
