"""Captions of films and sounds: files in the two formats that programs write, WebVTT (.vtt) and SubRip (.srt).

Only times and words are taken; what a player would make of styles, places on the screen and voices is left out, but for
the names of those who speak. (The reader on the Python registry passes over a line that it cannot read without a word,
and knows no line numbers: a worker would never learn that a sentence is missing.)
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lsbook.model.located_text import LocatedText, join_texts, place_text
from lsbook.model.problem import Location, Problem
from lsbook.model.story_text import Caption
from lsbook.reading.parsed import Parsed, make_warning, quote_lines
from lsbook.reading.rules.files import CAPTIONS

CAPTION_SUFFIXES = (".vtt", ".srt")

_ARROW = "-->"
_TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]?\d)(?:[.,](\d{1,3}))?"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = re.compile(r"<[^>]*>|\{\\[^}]*\}")
_NO_CAPTIONS = re.compile(r"(?:NOTE|STYLE|REGION)\b")


def read_captions(text: str, path: str) -> Parsed[tuple[Caption, ...]]:
    """Read every caption in ``text``, in the order of their times. What cannot be read is a warning with its line."""
    results = tuple(_parse_captions(text, path))
    captions = sorted(
        (result for result in results if isinstance(result, Caption)),
        key=lambda caption: (caption.begins, caption.ends),
    )
    problems = [result for result in results if isinstance(result, Problem)]
    if not captions:
        what = "There is no caption in this file."
        remedy = "Write a line such as 00:00:01.000 --> 00:00:04.000 and below it the words; leave a line empty after "
        problems.append(make_warning(Location(path, 1), what, f"{remedy}them.", rule=CAPTIONS))
    return Parsed(tuple(captions), quote_lines(problems, {path: text.split("\n")}))


def _parse_captions(text: str, path: str) -> Iterator[Caption | Problem]:
    for first, block in _split_blocks(text):
        at = next((number for number, line in enumerate(block) if _ARROW in line), None)
        if at is None or _NO_CAPTIONS.match(block[0]):
            continue
        location = Location(path, first + at)
        times = _TIMES.fullmatch(block[at])
        begins, ends = (_parse_seconds(times.groups()[:4]), _parse_seconds(times.groups()[4:])) if times else (0.0, 0.0)
        if not begins < ends:
            yield make_warning(
                location,
                "lsbook cannot read from when to when this caption is shown, so it is not shown at all.",
                "Write the times like this: 00:00:01.000 --> 00:00:04.000",
                rule=CAPTIONS,
            )
        elif words := join_texts(" ", _list_words(Location(path, first + at + 1), block[at + 1 :])):
            yield Caption(location, begins, ends, words)


def _list_words(at: Location, lines: list[str]) -> Iterator[LocatedText]:
    """Yield the words of each of ``lines``, the first of which stands at ``at``."""
    for number, line in enumerate(lines, at.line):
        if words := _strip_markup(line):
            yield place_text(words, Location(at.path, number))


def _split_blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield lines that stand together, with the number of the first. A line with times begins a new block."""
    block: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        begins_anew = _ARROW in line and any(_ARROW in earlier for earlier in block)
        if (not line.strip() or begins_anew) and block:
            yield number - len(block), block
            block = []
        if line.strip():
            block.append(line)


def _parse_seconds(written: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, part = written
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + int((part or "0").ljust(3, "0")) / 1000


def _strip_markup(line: str) -> str:
    with_names = _VOICE.sub(lambda voice: f"{voice[1].strip()}: ", line)
    return html.unescape(_TAG.sub("", with_names)).strip()
