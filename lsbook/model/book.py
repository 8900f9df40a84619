"""A Book: only what one reader may see. Only ``editions.choose`` makes one.

There are no ids, no file names but those of the media to be shown, and nothing about what is not here. One item
refers to another by its position in this Book (``Card``, numbers of ``Book.media``); positions are never printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from lsbook.model.edition import Edition
from lsbook.model.prose import Plain
from lsbook.model.theme import Theme
from lsbook.model.when import When


@dataclass(frozen=True)
class Card:
    """Where a name leads: ``kind`` is people, homes, schools or keepsakes, ``at`` a position in that tuple."""

    kind: str
    at: int


@dataclass(frozen=True)
class Named:
    """A name in a sentence or a list. Without a card it is carried as words alone."""

    words: str
    card: Card | None = None
    me: bool = False


@dataclass(frozen=True)
class Shown:
    """A picture in running text: a position in ``Book.media`` and what someone who cannot see it is told."""

    medium: int
    alt: str


Reference: TypeAlias = Named | Shown
BookPlain: TypeAlias = "Plain[Reference]"
Prose: TypeAlias = "tuple[Block, ...]"


@dataclass(frozen=True)
class Told:
    by: str
    on: When | None


@dataclass(frozen=True)
class HeadsUp:
    """Hard news: what it is about. It has a page of its own."""

    about: str
    told: Told | None = None


@dataclass(frozen=True)
class Held:
    """In the record only: why something is kept out of every other book."""

    reason: str
    decided_by: str
    on: When | None
    look_again: When | None


@dataclass(frozen=True, kw_only=True)
class BookItem:
    hard: HeadsUp | None = None
    held: Held | None = None


@dataclass(frozen=True)
class Instead:
    """The kind sentence that stands where the rest is not told yet."""

    says: Prose


# --- blocks -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Marked(BookItem):
    """A passage that is hard news, or held (record only). Only these two keep a block of their own."""

    inside: Prose


@dataclass(frozen=True)
class MyWords(BookItem):
    when: When | None
    inside: Prose


@dataclass(frozen=True)
class Account(BookItem):
    """How one person sees it. Neighbours stand side by side with equal room."""

    by: Named
    says: Prose


@dataclass(frozen=True)
class NotKnown(BookItem):
    inside: Prose


@dataclass(frozen=True)
class Note(BookItem):
    inside: Prose


@dataclass(frozen=True)
class WriteHere(BookItem):
    inside: Prose


@dataclass(frozen=True)
class LetterHere(BookItem):
    """A position in ``Book.letters``."""

    letter: int


@dataclass(frozen=True)
class MediaHere(BookItem):
    """``form`` is photos, film, sound or document; ``media`` are positions in ``Book.media``."""

    form: str
    media: tuple[int, ...]


Block: TypeAlias = (
    "BookPlain | Marked | MyWords | Account | NotKnown | Note | WriteHere | LetterHere | MediaHere | Instead"
)


# --- items ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Statement(BookItem):
    says: Prose
    source: str = ""
    decided_by: str = ""
    certainty: str = ""


@dataclass(frozen=True)
class Partner(BookItem):
    person: Named
    from_: When | None
    until: When | None


@dataclass(frozen=True)
class FamilyTime(BookItem):
    from_: When | None
    until: When | None
    how: Statement | Instead | None


@dataclass(frozen=True)
class Entry(BookItem):
    """What people, homes, schools and keepsakes have in common. ``photo`` is a position in ``Book.media``."""

    name: str
    about: Statement | Instead | None
    photo: int | None
    accounts: tuple[Account | Instead, ...]


@dataclass(frozen=True)
class Person(Entry):
    is_: str
    group: str
    parent_of: tuple[Named, ...]
    adoptive_parent_of: tuple[Named, ...]
    partners: tuple[Partner, ...]
    family_time: tuple[FamilyTime | Instead, ...]
    facts: tuple[Statement | Instead, ...]


@dataclass(frozen=True)
class Stay(BookItem):
    """Some time in a home; no ``until`` means now."""

    from_: When
    until: When | None
    people: tuple[Named, ...]
    who_took_me: Named | None
    photos: tuple[int, ...]
    why_came: Statement | Instead | None
    why_left: Statement | Instead | None
    first_day: Statement | Instead | None
    goodbye: Statement | Instead | None
    what_i_wanted: Statement | Instead | None


@dataclass(frozen=True)
class Home(Entry):
    stays: tuple[Stay | Instead, ...]


@dataclass(frozen=True)
class School(Entry):
    from_: When | None
    until: When | None
    people: tuple[Named, ...]


@dataclass(frozen=True)
class Keepsake(Entry):
    given_by: Named | None
    when: When | None
    where_now: Statement | Instead | None


@dataclass(frozen=True)
class AboutMe(BookItem):
    of: str
    what: Prose
    said_by: Named | None
    when: When | None


@dataclass(frozen=True)
class Moment(BookItem):
    when: When
    what: Prose
    of: str
    about: Statement | Instead | None
    people: tuple[Named, ...]
    photos: tuple[int, ...]


@dataclass(frozen=True)
class Question(BookItem):
    ask: Prose
    status: str
    """As in the story; empty where it is answered and the answer is not told here."""
    finding_out: Named | None
    answer: Statement | Instead | None


@dataclass(frozen=True)
class Cue:
    """One caption of a film or a sound: from when to when, in seconds, and the words."""

    begins: float
    ends: float
    words: str


@dataclass(frozen=True)
class Medium(BookItem):
    """A medium this reader may see. ``file`` is its path under ``media/``: for the media room, never printed."""

    file: str
    shows: str
    caption: Prose
    people: tuple[Named, ...]
    when: When | None
    decorative: bool
    listed: bool
    """True where it stands on the photos page."""
    captions: tuple[Cue, ...] = ()
    transcript: Prose = ()


@dataclass(frozen=True)
class Word(BookItem):
    word: str
    means: Prose


@dataclass(frozen=True)
class Chapter(BookItem):
    title: str
    part: str
    inside: Prose
    read_aloud: int | None = None
    """A recording of somebody reading it: a position in ``Book.media``."""


@dataclass(frozen=True)
class Letter(BookItem):
    title: str
    from_: Named
    to: Named | None
    """``None``: the child."""
    of: str
    when: When | None
    scan: tuple[int, ...]
    inside: Prose


@dataclass(frozen=True)
class Child:
    name: str
    born: When
    pronouns: str
    names: tuple[Statement | Instead, ...]
    photo: int | None


@dataclass(frozen=True)
class Book:
    """Tuples of items stand in the story's order; an ``Instead`` among them stands where something is not told yet."""

    edition: Edition
    made: date
    child: Child
    voice: str
    """``you`` or ``name``: how the book's own words speak."""
    language: str
    order: str
    theme: Theme
    cover: int | None
    groups: tuple[str, ...]
    talk_to: tuple[Named, ...]
    about_me: tuple[AboutMe | Instead, ...] = ()
    people: tuple[Person, ...] = ()
    homes: tuple[Home, ...] = ()
    schools: tuple[School, ...] = ()
    moments: tuple[Moment | Instead, ...] = ()
    keepsakes: tuple[Keepsake, ...] = ()
    questions: tuple[Question | Instead, ...] = ()
    media: tuple[Medium, ...] = ()
    words: tuple[Word | Instead, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    letters: tuple[Letter, ...] = ()
    insteads: dict[str, tuple[Instead, ...]] = field(default_factory=dict)
    """For people, homes, schools, keepsakes, media and letters, and for chapters by part (``chapters:my-people``):
    the sentences that stand on that page for what is not told yet."""
