"""A Book: only what one reader may see. Only ``editions.choose`` makes one.

There are no ids, no file names but those of the media to be shown, and nothing about what is not here. One item
refers to another by its position in this Book (``Card``, numbers of ``Book.media``); positions are never printed.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from lsbook.model.book_text import (
    Account,
    Block,
    BookItem,
    BookPlain,
    Card,
    Conversation,
    Cue,
    FlaggedBlock,
    GentleTelling,
    HeadsUp,
    Hold,
    LanguageBlock,
    LetterBlock,
    MediaBlock,
    MyWords,
    NameLink,
    NoteBlock,
    NotKnownBlock,
    ParallelText,
    PictureLink,
    Placeholder,
    Prose,
    Reference,
    WorkTime,
    WritingSpace,
)
from lsbook.model.edition import Edition
from lsbook.model.theme import Theme
from lsbook.model.vocabulary import (
    AboutMeKind,
    BookOrder,
    BookVoice,
    Certainty,
    FactKind,
    ItemKind,
    LetterKind,
    MomentKind,
    Part,
    QuestionStatus,
    StayKind,
    WordKind,
)
from lsbook.model.when import When

__all__ = [
    "AboutMe", "Account", "Block", "Book", "BookItem", "BookPlain", "Card", "Chapter", "Child", "Conversation",
    "Cue", "FamilyTime", "FlaggedBlock", "GentleTelling", "HeadsUp", "Hold", "Home", "Keepsake", "LanguageBlock",
    "Letter", "LetterBlock", "MediaBlock", "Medium", "Moment", "MyWords", "NameLink", "NamedItem", "NewItem",
    "NotKnownBlock", "NoteBlock", "ParallelText", "Partner", "Person", "PictureLink", "Placeholder", "Prose",
    "Question", "Reference", "School", "Statement", "Stay", "Word", "WorkTime", "WritingSpace",
]  # fmt: skip


class Statement(BookItem, frozen=True):
    says: Prose
    source: str = ""
    decided_by: str = ""
    certainty: Certainty | None = None
    category: FactKind | None = None


class Partner(BookItem, frozen=True):
    person: NameLink
    from_: When | None
    until: When | None


class FamilyTime(BookItem, frozen=True):
    from_: When | None
    until: When | None
    how: Statement | Placeholder | None


class NamedItem(BookItem, frozen=True):
    """What people, homes, schools and keepsakes have in common. ``photo`` is a position in ``Book.media``."""

    name: str
    about: Statement | Placeholder | None
    photo: int | None
    accounts: tuple[Account | Placeholder, ...]


class Person(NamedItem, frozen=True):
    is_: str
    group: str
    parent_of: tuple[NameLink, ...]
    adoptive_parent_of: tuple[NameLink, ...]
    partners: tuple[Partner, ...]
    family_time: tuple[FamilyTime | Placeholder, ...]
    facts: tuple[Statement | Placeholder, ...]
    died: When | None = None
    work: tuple[WorkTime | Placeholder, ...] = ()


class Stay(BookItem, frozen=True):
    """Some time in a home; no ``until`` means now."""

    from_: When
    until: When | None
    people: tuple[NameLink, ...]
    who_took_me: NameLink | None
    photos: tuple[int, ...]
    why_came: Statement | Placeholder | None
    why_left: Statement | Placeholder | None
    first_day: Statement | Placeholder | None
    goodbye: Statement | Placeholder | None
    what_i_wanted: Statement | Placeholder | None
    category: StayKind | None = None

    @property
    def is_short_break(self) -> bool:
        """Whether it was no move: it is no stop on the road, and the home of then stays the home."""
        return self.category is StayKind.SHORT_BREAK

    @property
    def is_current(self) -> bool:
        """Whether the child lives there now, as the book tells outside of hard news."""
        return self.until is None and not self.heads_up and not self.is_short_break


class Home(NamedItem, frozen=True):
    stays: tuple[Stay | Placeholder, ...]


class School(NamedItem, frozen=True):
    from_: When | None
    until: When | None
    people: tuple[NameLink, ...]


class Keepsake(NamedItem, frozen=True):
    given_by: NameLink | None
    when: When | None
    where_now: Statement | Placeholder | None
    looked_for_by: NameLink | None = None


class AboutMe(BookItem, frozen=True):
    category: AboutMeKind
    what: Prose
    said_by: NameLink | None
    when: When | None


class Moment(BookItem, frozen=True):
    when: When
    what: Prose
    category: MomentKind | None
    about: Statement | Placeholder | None
    people: tuple[NameLink, ...]
    photos: tuple[int, ...]


class Question(BookItem, frozen=True):
    ask: Prose
    status: QuestionStatus | None
    """As in the story; ``None`` where it is answered and the answer is not told here."""
    finding_out: NameLink | None
    answer: Statement | Placeholder | None
    held_by: NameLink | None = None
    """Who keeps the answer, where it is for later."""
    look_again: When | None = None


class Medium(BookItem, frozen=True):
    """A medium this reader may see. ``file`` is its path under ``media/``: for the media room, never printed."""

    file: str
    shows: str
    caption: Prose
    people: tuple[NameLink, ...]
    when: When | None
    decorative: bool
    listed: bool
    """True where it stands on the photos page."""
    captions: tuple[Cue, ...] = ()
    transcript: Prose = ()
    look_for: Prose = ()
    """A question on what is to be seen."""


class Word(BookItem, frozen=True):
    word: str
    means: Prose
    category: WordKind | None = None


class Chapter(BookItem, frozen=True):
    title: str
    part: Part
    inside: Prose
    language: str = ""
    """That of the title, where it is not the book's; of the words it is known piece by piece (``InLanguage``)."""
    read_aloud: int | None = None
    """A recording of somebody reading it: a position in ``Book.media``."""
    is_picture_book: bool | None = None
    """True where it is chosen for the picture book of the youngest; else nothing, as ``Child.is_ageless``."""
    gentle: GentleTelling | None = None
    """In an adult's book: the same for children of their own."""


class Letter(BookItem, frozen=True):
    title: str
    from_: NameLink
    to: NameLink | None
    """``None``: the child."""
    category: LetterKind
    when: When | None
    scan: tuple[int, ...]
    inside: Prose
    language: str = ""
    """As in a chapter."""


class Child(Struct, frozen=True):
    name: str
    born: When
    pronouns: str
    names: tuple[Statement | Placeholder, ...]
    photo: int | None
    is_ageless: bool | None = None
    """True where nothing may count an age; else nothing, because a false would change the digests of old books."""


class NewItem(Struct, frozen=True):
    """An item that was not in the copy which this reader has: a field of the Book and a position in it."""

    kind: ItemKind
    position: int


class Book(Struct, frozen=True):
    """Tuples of items stand in the story's order; an ``Instead`` among them stands where something is not told yet."""

    edition: Edition
    made_on: date
    child: Child
    voice: BookVoice
    language: str
    order: BookOrder
    theme: Theme
    cover: int | None
    groups: tuple[str, ...]
    talk_to: tuple[NameLink, ...]
    about_me: tuple[AboutMe | Placeholder, ...] = ()
    people: tuple[Person, ...] = ()
    homes: tuple[Home, ...] = ()
    schools: tuple[School, ...] = ()
    moments: tuple[Moment | Placeholder, ...] = ()
    keepsakes: tuple[Keepsake, ...] = ()
    questions: tuple[Question | Placeholder, ...] = ()
    media: tuple[Medium, ...] = ()
    words: tuple[Word | Placeholder, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    letters: tuple[Letter, ...] = ()
    placeholders: dict[str, tuple[Placeholder, ...]] = field(default_factory=dict)
    """For people, homes, schools, keepsakes, media and letters, and for chapters by part (``chapters:my-people``):
    the sentences that stand on that page for what is not told yet."""
    what_is_new: tuple[Statement | Placeholder, ...] = ()
    """What the workers themselves want to say of this book since the last."""
    foreword: tuple[Statement | Placeholder, ...] = ()
    """The young person's own words before all else."""
    records: tuple[Statement | Placeholder, ...] = ()
    """Where the child's records are."""
    news: tuple[NewItem, ...] = ()
    since: date | None = None
    """When this reader got the copy that ``news`` goes on from; ``None`` where there is none."""
