"""What the child does well: strengths and achievements as a quilt of equal patches, and the same in words beneath."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from lsbook.drawings.palette import palette
from lsbook.drawings.quilt import MOST, Patch, fits, quilt
from lsbook.model.book import AboutMe, Moment
from lsbook.model.site import Page
from lsbook.pages.content.timeline import in_time
from lsbook.pages.language.words import capital
from lsbook.pages.layout.components import Drawn
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.drawing_file import shown
from lsbook.pages.layout.page_model import Leaf
from lsbook.pages.layout.prose import line, text

LONGEST = 200
"""Letters; with longer words in it a quilt is a wall of text, and the list stands alone."""


@dataclass(frozen=True)
class Good:
    """One thing that is told: in words, and as a patch."""

    html: Markup
    by: str
    patch: Patch


@dataclass(frozen=True)
class Proud:
    drawings: tuple[Drawn, ...]
    good: tuple[Good, ...]


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page, where more than one thing is told. Hard news is no patch."""
    desk = desk.at(desk.pages["proud"])
    good = tuple(_good(desk))
    if len(good) < 2:
        return ()
    made = _drawings(desk, good)
    content = Proud(tuple(piece for piece, _ in made), good)
    title, part, deck = desk.say("proud-title"), desk.say("part-who-am-i"), desk.say("proud-deck")
    return (Leaf(desk.here, "proud.html", title, content, part, deck, files=tuple(file for _, file in made)),)


def _drawings(desk: Desk, good: tuple[Good, ...]) -> tuple[tuple[Drawn, Page], ...]:
    patches, colours = [one.patch for one in good], palette(desk.look)
    if any(len(one.words) > LONGEST for one in patches) or not fits(patches, colours):
        return ()
    parts = -(-len(patches) // MOST)
    size = -(-len(patches) // parts)
    cuts = (patches[at : at + size] for at in range(0, len(patches), size))
    return tuple(shown(desk, quilt(cut, colours), desk.say("proud-alt")) for cut in cuts)


def _good(desk: Desk) -> Iterator[Good]:
    for item in desk.book.about_me:
        if isinstance(item, AboutMe) and item.of == "strength" and not item.hard and (html := line(desk, item.what)):
            mine = item.said_by is not None and item.said_by.me
            by: str = capital(desk.dates.when(item.when))
            if item.said_by and not desk.is_hard(item.said_by):
                by = desk.say("proud-said-you") if mine else desk.say("proud-said", who=item.said_by.words)
            yield Good(html, by, Patch("mine" if mine else "strength", text(item.what).strip(), by))
    for moment in in_time(desk):
        if isinstance(moment, Moment) and moment.of == "achievement" and not moment.hard:
            html, when = line(desk, moment.what), capital(desk.dates.when(moment.when))
            if html:
                yield Good(html, when, Patch("achievement", text(moment.what).strip(), when))
