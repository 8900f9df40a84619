"""The desk: what every page is made from, and the few things that every page does with an item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from babel.lists import format_list
from markupsafe import Markup, escape

from lsbook.model.book import Book, BookItem, Card, HeadsUp, Held, Medium, Named, Person
from lsbook.pages.language.dates import Dates
from lsbook.pages.language.words import Said, Words, apart, capital, look_of
from lsbook.pages.layout.addresses import COVER, relative
from lsbook.pages.layout.components import Flow, HeadsUpCard, HeldMark, Picture, Who
from lsbook.pages.layout.pictures import Pictures
from lsbook.pages.layout.sensitive_items import pictured

BOARDS = frozenset({"under-5", "5-8"})
"""Looks for those who read pictures first: a passage is a board to turn, the contents have pictures."""


@dataclass(frozen=True)
class Door:
    """Hard news: the page that says what it is about, and the page behind it."""

    topic: str
    threshold: str
    behind: str


@dataclass(frozen=True)
class Desk:
    """``cards`` and ``doors`` are addresses from the book's folder; ``here`` is the page being made."""

    book: Book
    words: Words
    dates: Dates
    pictures: Pictures
    cards: Mapping[Card, str]
    doors: Mapping[BookItem, Door]
    pages: Mapping[str, str]
    here: str = ""
    within: bool = False
    """True inside a transcript: what is shown there stands without its own, or two could hold each other for ever."""

    tongue: str = ""
    """The language of the words at hand, where it is not the book's."""

    def at(self, here: str) -> Desk:
        return replace(self, here=here)

    def speaking(self, language: str) -> Desk:
        """The desk for words in ``language``."""
        return replace(self, tongue="" if language == self.book.language else language)

    @property
    def look(self) -> str:
        return look_of(self.book)

    def say(self, key: str, **values: str | int) -> Said:
        return self.words.say(key, **values)

    def apart(self, words: str) -> str:
        """``words`` of the story within a line, kept together where they run against it."""
        return apart(words, self.tongue or self.book.language)

    def to(self, address: str) -> str:
        return relative(address, self.here)

    def name(self, named: Named) -> Markup:
        """A name, leading to its card or, where that is hard news, to its door."""
        if named.card is None or named.card not in self.cards:
            return escape(self.apart(named.words))
        return Markup('<a class="name" href="{}">{}</a>').format(
            self.to(self.cards[named.card]), self.apart(named.words)
        )

    def names(self, names: Sequence[Named], style: str = "standard") -> Markup:
        """Names in a row, joined as the book's own words would join them.

        People who are hard news are in no row but behind a door: there, nothing is left out.
        """
        behind = any(door.behind == self.here for door in self.doors.values())
        said = [named for named in names if behind or not self.is_hard(named)]
        parts = [escape(self.say("you")) if named.me else self.name(named) for named in said]
        joined = format_list(parts, style=style, locale=self.words.locale) if parts else ""  # type: ignore[arg-type]
        return Markup(joined)  # every part is escaped, and the joining words are CLDR's

    def is_hard(self, named: Named) -> bool:
        person = self.person(named)
        return person is not None and person.hard is not None

    def person(self, named: Named) -> Person | None:
        card = named.card
        return self.book.people[card.at] if card and card.kind == "people" else None

    def who(self, named: Named) -> Who:
        """Who speaks or can be spoken to. Of a person who is hard news, nothing but the name is shown."""
        person = self.person(named)
        if named.me:
            return Who(self.say("me"), face=self.child_face(), initial=self.book.child.name[:1])
        if person is None:
            return Who(self.apart(named.words))
        if person.hard:
            return Who(self.apart(named.words), initial=named.words[:1])
        return Who(
            self.apart(named.words),
            self.apart(person.is_),
            self.pictures.face(person.photo, self.here),
            named.words[:1],
        )

    def child_face(self) -> Picture | None:
        return self.pictures.face(self.book.child.photo, self.here)

    def thumb(self, *things: object) -> Picture | None:
        """A picture for the contents, in looks whose readers find their way by pictures."""
        return self.pictures.thumb(pictured(things), COVER) if self.look in BOARDS else None

    def picture(self, medium: Medium) -> Picture | None:
        return self.pictures.picture(medium, self.here)

    def heads_up(self, item: BookItem) -> tuple[HeadsUpCard, ...]:
        """All that may stand where hard news would stand; nothing where there is nothing behind the door."""
        if item not in self.doors:
            return ()
        door = self.doors[item]
        stem = door.threshold.rpartition("/")[2].removesuffix(".html")
        return (HeadsUpCard(capital(door.topic), self.to(door.threshold), stem),)

    def held(self, item: BookItem) -> Flow:
        return (HeldMark(self._held_words(item.held)),) if item.held else ()

    def _held_words(self, held: Held) -> str:
        said = [self.say("held", reason=held.reason)]
        if held.decided_by:
            said.append(self.say("held-by", who=held.decided_by))
        if held.on:
            said.append(self.say("held-on", when=self.dates.inside.when(held.on)))
        if held.look_again:
            said.append(self.say("held-look-again", when=self.dates.inside.when(held.look_again)))
        return self.words.joined(said)


def topic(heads_up: HeadsUp) -> str:
    """What hard news is about: workers write "about Mum's drinking" and "Mum's drinking" alike."""
    words = heads_up.about.strip().rstrip(".")
    return words[len("about ") :].lstrip() if words.lower().startswith("about ") else words
