"""What hard sentences are about, by the words in them."""

from __future__ import annotations

import re
from typing import NamedTuple


class Topic(NamedTuple):
    """One subject of hard news: what it is called, and the words by which it is known."""

    name: str
    pattern: re.Pattern[str]


def _make_topics(*topics: tuple[str, str]) -> tuple[Topic, ...]:
    return tuple(Topic(name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in topics)


TOPICS = _make_topics(
    (
        "alcohol or drugs",
        r"alcohol\w*|drink(?:s|ing)?|drank|drunk|drugs?|heroin|cocaine|addict\w*|dependen\w+|overdos\w+|vodka",
    ),
    ("prison or the police", r"prison|jail|crimes?|convict\w*|arrest\w*|police"),
    (
        "a death",
        r"di(?:e|ed|es)|dead|death|killed|suicide|funeral|(?:end(?:ed)?|took) (?:his|her|their)(?: own)? life"
        r"|(?:body|heart) stopped|stopped (?:breathing|living)",
    ),
    ("hurting", r"hit(?:s|ting)?|hurt(?:s|ing)?|violen\w+|abus\w+|beat\w*|assault\w*|injur\w+"),
    ("an illness", r"HIV|cancer|hepatitis|depress\w+|psychosis|illness|ill|unwell|poorly|sick"),
)
"""English words only."""
