"""What others know of a child: the names and dates of the story. No passphrase is made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.model.named_items import NamedItem
from lsbook.model.prose import Text
from lsbook.model.story import Story
from lsbook.model.walk import find_all
from lsbook.model.when import Point

_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w+")
"""A word that begins with a capital, or stands in a script without any."""


def find_known_words(story: Story) -> tuple[str, ...]:
    """Every name in ``story``, whoever may see it, and every day as people write days."""
    return tuple(dict.fromkeys(word for word in _find_names_and_days(story) if word.strip()))


def _find_names_and_days(story: Story) -> Iterator[str]:
    child = story.child
    yield from (child.name, *child.also_called)
    for text in find_all(Text, child.names):
        yield from _CAPITAL.findall(text.text)
    for named in find_all(NamedItem, story):
        yield from (version.content for version in named.name.versions)
        yield from named.also_called
    yield from (story.telling_age.decided_by, *(approval.by for approval in story.approvals))
    for point in find_all(Point, story):
        yield from _format_day(point)


def _format_day(point: Point) -> Iterator[str]:
    year = f"{point.year:04}"
    yield year
    if point.month and point.day:
        day, month = f"{point.day:02}", f"{point.month:02}"
        name = point.earliest.strftime("%B")
        yield from (f"{year}{month}{day}", f"{day}{month}{year}", f"{month}{day}{year}")
        yield from (f"{day}{month}{year[2:]}", f"{year[2:]}{month}{day}", f"{point.day}{point.month}{year}")
        yield from (f"{point.day}{name}{year}", f"{name}{point.day}{year}", name)
