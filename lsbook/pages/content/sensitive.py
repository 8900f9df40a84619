"""Hard news: the threshold that says plainly what it is about, and the page behind it that holds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from babel.lists import format_list

from lsbook.model.book import (
    AboutMe,
    Account,
    BookItem,
    Chapter,
    FamilyTime,
    Home,
    Keepsake,
    Letter,
    Medium,
    Moment,
    Partner,
    Person,
    Question,
    School,
    Statement,
    Stay,
    Told,
    Word,
)
from lsbook.model.when import Dated, Nearness
from lsbook.pages.content import (
    about_me,
    chapters,
    glossary,
    homes,
    keepsakes,
    people,
    photos,
    questions,
    schools,
    timeline,
)
from lsbook.pages.content.statements import statement
from lsbook.pages.language.words import capital
from lsbook.pages.layout import blocks
from lsbook.pages.layout.addresses import COVER
from lsbook.pages.layout.components import Flow, Running
from lsbook.pages.layout.context import Desk, Door
from lsbook.pages.layout.page_model import Leaf, Turn
from lsbook.pages.layout.passages import passages
from lsbook.pages.layout.prose import title

TEENS = 13
"""From this age a page behind a door ends with a break, before it with "How did that feel?"."""

BEHIND: dict[type[BookItem], Callable[[Desk, Any], Flow]] = {
    AboutMe: about_me.about_me,
    Account: blocks.account,
    Chapter: chapters.flow,
    FamilyTime: partial(people.family_time, level=2),
    Home: partial(homes.home, level=2),
    Keepsake: partial(keepsakes.keepsake, level=2),
    Letter: blocks.sheet,
    Medium: photos.photo,
    Moment: timeline.moment_alone,
    Partner: people.partner,
    Person: people.person,
    Question: questions.question,
    School: partial(schools.school, level=2),
    Statement: statement,
    Stay: partial(homes.stay_in, level=2),
    Word: glossary.word,
}
"""What stands behind the door, by kind; blocks of prose are made as they are elsewhere."""

DECKS: dict[type[BookItem], Callable[[Desk, Any], str]] = {
    Person: lambda desk, item: capital(item.is_),
    School: schools.time_there,
}
"""What stands under the title behind the door, where a card or a section says it elsewhere."""

NAMED = (Person, Home, School, Keepsake)


@dataclass(frozen=True)
class Threshold:
    """``later`` is where the book goes on without it; ``company`` are the names of those to read it with."""

    topic: str
    now: str
    later: str
    company: str
    told: str
    for_grown_up: bool


@dataclass(frozen=True)
class Behind:
    flow: Flow
    feelings: bool
    company: str


def threshold(desk: Desk, item: BookItem, back: Turn | None = None) -> Leaf:
    """The page before hard news: what it is about, and the choice: now, later, or with someone.

    ``back`` is where a heads-up led here from; a chapter's own has its place in the row of pages.
    """
    door = desk.doors[item]
    desk = desk.at(door.threshold)
    later = back or Turn(f"{COVER}#contents", desk.say("contents"))
    young = desk.look == "under-5" and desk.book.edition.for_child
    told = _told(desk, item.hard.told) if item.hard else ""
    content = Threshold(door.topic, desk.to(door.behind), desk.to(later.address), company(desk), told, young)
    title = desk.say("heads-up-title", topic=capital(door.topic))
    listed = isinstance(item, Chapter)
    part = desk.say(chapters.PARTS[item.part]) if isinstance(item, Chapter) else ""
    return Leaf(
        door.threshold,
        "heads-up.html",
        title,
        content,
        part,
        gated=True,
        listed=listed,
        in_row=listed,
        back=back,
    )


def behind(desk: Desk, item: BookItem, onward: Turn) -> Leaf:
    """The page that holds hard news, with what helps after reading it."""
    door = desk.doors[item]
    desk = desk.at(door.behind)
    edition = desk.book.edition
    content = Behind(desk.held(item) + _flow(desk, item), edition.for_child and edition.age < TEENS, company(desk))
    part = desk.say(chapters.PARTS[item.part]) if isinstance(item, Chapter) else ""
    return Leaf(
        door.behind,
        "behind.html",
        name_behind(desk, item, door),
        content,
        part,
        DECKS[type(item)](desk, item) if type(item) in DECKS else "",
        listed=False,
        in_row=False,
        back=Turn(door.threshold, desk.say("heads-up")),
        onward=onward,
    )


def doors_that_open(desk: Desk) -> Desk:
    """The desk without the doors that nothing is behind: say, a passage that was only a picture that is broken."""
    doors = desk.doors
    while True:
        desk = replace(desk, doors=doors)
        doors = {
            item: door
            for item, door in desk.doors.items()
            if isinstance(item, NAMED) or _flow(desk.at(door.behind), item)
        }
        if len(doors) == len(desk.doors):
            return desk


def _flow(desk: Desk, item: BookItem) -> Flow:
    flow = BEHIND[type(item)](desk, item) if type(item) in BEHIND else blocks.MAKERS[type(item)](desk, item, 2)
    return passages(flow, desk.look) if any(isinstance(piece, Running) for piece in flow) else flow


def company(desk: Desk) -> str:
    """The names of those to read it with: "Jan, Dave or Priya"."""
    names = [named.words for named in desk.book.talk_to]
    return format_list(names, style="or", locale=desk.words.locale) if names else ""


def name_behind(desk: Desk, item: BookItem, door: Door) -> str:
    """The title of a page behind a door."""
    if isinstance(item, Word):
        return item.word
    if isinstance(item, Chapter | Letter) and item.title:
        return title(desk, item.title, item.language)
    return item.name if isinstance(item, NAMED) else capital(door.topic)


def _told(desk: Desk, told: Told | None) -> str:
    """Who told the child first, and when."""
    if told is None or not told.by:
        return ""
    when = desk.dates.inside.when(told.on)
    if not when:
        return desk.say("told", who=told.by)
    if isinstance(told.on, Dated) and told.on.near is Nearness.EXACT:
        key = "told-on" if told.on.point.day else "told-in"
        return desk.say(key, who=told.by, when=when)
    return desk.say("told-when", who=told.by, when=when)
