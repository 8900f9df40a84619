"""Lengths of time and rhythms as people write them: ``10 working days``, ``every 6 weeks``, ``with each review``."""

from __future__ import annotations

import re

from lsbook.model.rhythm import Duration, Rhythm, RhythmKind, TimeUnit
from lsbook.model.suggestions import join_with_or
from lsbook.reading.rules.work import BAD_TIME
from lsbook.reading.yaml.entry import YamlEntry

_DURATION = re.compile(r"(\d{1,4}|an?|one|two|three|four|five|six) (working days?|days?|weeks?|months?|years?)")
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_UNITS = ("weeks", "months", "years")
_FIXED = tuple(kind for kind in RhythmKind if kind is not RhythmKind.EVERY)
_YES = "10 working days, 4 weeks, 3 months or 1 year"


class InvalidTimeError(ValueError):
    """What was written is no length of time, and no rhythm."""


def parse_duration(text: str) -> Duration:
    """Return the length of time that ``text`` says. Raises ``InvalidTimeError``."""
    match = _DURATION.fullmatch(" ".join(text.casefold().split()))
    if not match:
        raise InvalidTimeError(text)
    count = _NUMBERS.get(match[1]) or int(match[1])
    if not 0 < count <= 1000:
        raise InvalidTimeError(text)
    return Duration(count, TimeUnit(match[2] if match[2].endswith("s") else f"{match[2]}s"))


def parse_rhythm(text: str) -> Rhythm:
    """Return the rhythm that ``text`` says. Raises ``InvalidTimeError``."""
    words = " ".join(text.casefold().split())
    if words in set(_FIXED):
        return Rhythm(RhythmKind(words))
    first, _, rest = words.partition(" ")
    every = parse_duration(rest if re.match(r"(\d|an? |one |two |three |four |five |six )", rest) else f"1 {rest}")
    if first != "every" or every.unit.value not in _UNITS:
        raise InvalidTimeError(text)
    return Rhythm(RhythmKind.EVERY, every)


def read_duration(entry: YamlEntry, key: str) -> Duration | None:
    """Read the length of time at ``key``; ``None`` where there is none."""
    text = entry.get_text(key)
    try:
        return parse_duration(text.casefold().removeprefix("every ")) if text else None
    except InvalidTimeError:
        entry.report(key, f'"{text}" is no length of time.', f"Write {key}: {_YES}.", rule=BAD_TIME)
        return None


def read_rhythm(entry: YamlEntry, key: str) -> Rhythm | None:
    """Read the rhythm at ``key``; ``None`` where there is none."""
    text = entry.get_text(key)
    try:
        return parse_rhythm(text) if text else None
    except InvalidTimeError:
        remedy = f"Write {key}: every 6 weeks, every 3 months, {join_with_or(_FIXED)}."
        entry.report(key, f'"{text}" does not say how often.', remedy, rule=BAD_TIME)
        return None
