"""People who can help: named people first, then helplines with the day their number was last checked."""

from __future__ import annotations

from dataclasses import dataclass

from lsbook.pages.language.language_tags import same_language
from lsbook.pages.language.words import Said
from lsbook.pages.layout.components import Who
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf


@dataclass(frozen=True)
class Line:
    name: str
    number: str
    says: str
    checked: str


@dataclass(frozen=True)
class Talk:
    people: tuple[Who, ...]
    lines: tuple[Line, ...]


def talk(desk: Desk) -> Talk:
    """Who to talk to, the same on every page."""
    lines = (
        Line(
            _in_its_language(desk, line.name, line.language),
            line.number,
            _in_its_language(desk, line.says, line.language),
            desk.say("checked", when=desk.dates.inside.day(line.checked)),
        )
        for line in desk.book.edition.helplines
    )
    return Talk(tuple(desk.who(named) for named in desk.book.talk_to), tuple(lines))


def _in_its_language(desk: Desk, words: str, language: str) -> str:
    """``words`` of the policy, marked where the book is in another language."""
    if language and not same_language(language, desk.book.language):
        return Said(words, language)
    return desk.apart(words)


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page of people who can help."""
    desk = desk.at(desk.pages["help"])
    content = talk(desk)
    if not content.people and not content.lines:
        return ()
    title, deck = desk.say("help-title"), desk.say("help-deck")
    return (Leaf(desk.here, "stop.html", title, content, desk.say("help-part"), deck),)
