"""One slip of the keyboard that, mended, makes a text YAML again: the line that it is in is the one to be told of.

The parser stops where it understands no more, and that is often lines away from the slip. So the usual slips are mended
one at a time in the lines around that place, and the one after which the parser gets furthest is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from lsbook.reading.yaml.mistakes import NO_COLON
from lsbook.reading.yaml.nodes import LOADER

_KEY = r"(?:[a-z][a-z-]*|[0-9]+(?:-easy)?)"
_KEY_LINE = re.compile(rf"^( *)(- +)?({_KEY}):(?:\s|$)")
_NO_SPACE = re.compile(rf"^( *(?:- +)?)({_KEY}):(?=[^\s:/])")
_AGE_LINE = re.compile(r"^ *[0-9]+(?:-easy)?:\s")
_AGE_WITHOUT_COLON = re.compile(r"^( *)([0-9]{1,3}(?:-easy)?) +(?=\S)")
_LINES_BACK, _LINES_AROUND = 4, 14
"""How far above the parser's place a slip is looked for, and from how far the usual columns are taken."""


class Slip(NamedTuple):
    """A line, from 0, what is wrong with it, what to do, and the line as it was meant."""

    line: int
    what: str
    remedy: str
    mended: str


def find_slip(at: int, lines: list[str]) -> Slip | None:
    """Return the slip in or above line ``at``, after which, mended alone, the parser gets beyond the next line."""
    best, reach = None, at + 1
    for slip in _list_candidates(at, lines):
        reached = find_error(at, [*lines[: slip.line], slip.mended, *lines[slip.line + 1 :]])
        if reached > reach:
            best, reach = slip, reached
        if reached >= len(lines):
            break
    return best


def find_error(at: int, lines: list[str]) -> int:
    """Return the line in which the parser stops, or how many lines there are where it reads all of them."""
    try:
        for _ in yaml.parse("\n".join(lines), Loader=LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        return error.problem_mark.line if error.problem_mark else at
    except (yaml.YAMLError, ValueError):
        return at
    return len(lines)


def _list_candidates(at: int, lines: list[str]) -> Iterator[Slip]:
    """Yield slips that may be meant, the likeliest first."""
    candidates = [line for line in range(min(at, len(lines) - 1), max(-1, at - _LINES_BACK), -1) if lines[line].strip()]
    for line in candidates:
        if match := _NO_SPACE.match(lines[line]):
            what = f'There is no space after the colon of "{match[2]}:".'
            yield Slip(line, what, "Put a space after the colon.", f"{match[0]} {lines[line][match.end() :]}")
    yield from _find_wrong_signs(candidates, lines)
    yield from _find_signs_before_dashes(candidates, lines)
    yield from _find_ages_without_colon(candidates, lines)
    yield from _find_first_dash(lines)
    yield from _find_texts_too_far_left(candidates, lines)
    begins = {line for line in candidates if line and not lines[line - 1].strip()}  # belongs to nothing above
    for _, line, column in sorted(
        _list_columns(candidates, lines), key=lambda each: (each[0], each[1] in begins, *each[1:])
    ):
        mended = " " * column + lines[line].lstrip()
        remedy = f"Put {column} spaces at the start of the line, or as many as the lines beside it have."
        yield Slip(line, "This key does not stand exactly below the key above it.", remedy, mended)


def _find_wrong_signs(candidates: list[int], lines: list[str]) -> Iterator[Slip]:
    for line in candidates:
        match = NO_COLON.match(lines[line])
        if match and match[0].rstrip()[-1:] in tuple(";=.,"):
            key = match[1].lstrip(" -")
            mended = f"{match[1]}: {lines[line][match.end() :]}"
            yield Slip(line, f'Behind the key "{key}" stands no colon.', f"Write {key}: and a space.", mended)


def _find_signs_before_dashes(candidates: list[int], lines: list[str]) -> Iterator[Slip]:
    for line in candidates:
        if match := re.match(rf"([^\s\d#-]{{1,3}})(- {_KEY}:(?:\s|$).*)", lines[line]):
            yield Slip(line, f'Before the dash of this entry stands "{match[1]}".', "Take it away.", match[2])


def _find_ages_without_colon(candidates: list[int], lines: list[str]) -> Iterator[Slip]:
    for line in candidates:
        match = _AGE_WITHOUT_COLON.match(lines[line])
        if match and any(_AGE_LINE.match(each) for each in (*lines[line - 1 : line], *lines[line + 1 : line + 2])):
            mended = f"{match[1]}{match[2]}: {lines[line][match.end() :]}"
            yield Slip(line, f"Behind the age {match[2]} stands no colon.", f"Write {match[2]}: and a space.", mended)


def _find_texts_too_far_left(candidates: list[int], lines: list[str]) -> Iterator[Slip]:
    """Yield lines that go on with the text above, and do not stand further in than its key."""
    for line in candidates:
        text = lines[line]
        above = next((each for each in reversed(lines[:line]) if each.strip()), "")
        key = _KEY_LINE.match(above)
        if key is None or above.rstrip().endswith(":"):
            continue
        column = len(key[1]) + len(key[2] or "")
        is_key = _KEY_LINE.match(text) or NO_COLON.match(text) or text.lstrip().startswith(("- ", "#")) or ": " in text
        if not is_key and len(text) - len(text.lstrip()) <= column:
            what = "This line goes on with the text above, and stands too far left for that."
            remedy = f'Put {column + 2} spaces at its start, so that it stands further in than "{key[3]}".'
            yield Slip(line, what, remedy, "")  # joined to the text above it would be part of an id or a word


def _find_first_dash(lines: list[str]) -> Iterator[Slip]:
    """Yield the first entry of a list where it has no dash, and an entry below it that begins with its key has one."""
    first = next((line for line, text in enumerate(lines) if text.strip() and not text.lstrip().startswith("#")), 0)
    match = _KEY_LINE.match(lines[first])
    if match and not match[2] and any(text.startswith(f"- {match[3]}:") for text in lines):
        remedy = f'Put "- " before {match[3]}, and the other keys exactly below it.'
        yield Slip(first, "The first entry of this list has no dash.", remedy, f"- {lines[first].lstrip()}")


def _list_columns(candidates: list[int], lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield, for each key near the place, the columns in which keys around it stand: how far, its line, the column."""
    for line in candidates:
        if match := _KEY_LINE.match(lines[line]):
            around = lines[max(0, line - _LINES_AROUND) : line] + lines[line + 1 : line + _LINES_AROUND]
            columns = {len(other[1]) + len(other[2] or "") * (not match[2]) for each in around
                       if (other := _KEY_LINE.match(each)) and (other[2] or not match[2])}  # fmt: skip
            if match[2]:  # the keys below a dash say where it stands
                below = (_KEY_LINE.match(each) for each in lines[line + 1 : line + _LINES_AROUND])
                columns |= {max(0, len(other[1]) - len(match[2])) for other in below if other and not other[2]}
            yield from ((abs(column - len(match[1])), line, column) for column in columns - {len(match[1])})
