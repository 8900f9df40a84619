"""A Story: everything that is known, with nothing withheld. Only ``reading`` makes one."""

from __future__ import annotations

from msgspec import Struct

from lsbook.model.item import Acceptance, Exemption, Item, Telling, excerpt, get_plainest_text
from lsbook.model.named_items import Home, Keepsake, NamedItem, Person, School
from lsbook.model.problem import Location
from lsbook.model.settings import Approval, Look, TellingAge
from lsbook.model.story_text import (
    Caption,
    PhotoRef,
    Ref,
    Statement,
    StoryProse,
    TextTelling,
    Who,
    collect_ids,
)
from lsbook.model.vocabulary import (
    CHILD_ID,
    AboutMeKind,
    BookOrder,
    BookVoice,
    LetterKind,
    MomentKind,
    Part,
    QuestionStatus,
    WordKind,
)
from lsbook.model.when import When
from lsbook.model.work_vocabulary import BookPart

_TOP = Location("story.yaml")


class AboutMe(Item, frozen=True):
    category: AboutMeKind
    what: Telling[StoryProse]
    said_by: Who | None
    when: When | None

    @property
    def kind_label(self) -> str:
        return f"about me ({self.category})"

    @property
    def label(self) -> str:
        return excerpt(self.what.versions[0].content) if self.what.versions else ""

    @property
    def required_texts(self) -> tuple[Telling[object], ...]:
        return (self.what,)

    @property
    def required_people(self) -> tuple[str, ...]:
        return collect_ids(self.said_by)


class Moment(Item, frozen=True):
    when: When
    what: Telling[StoryProse]
    category: MomentKind | None
    about: Statement | None
    people: tuple[Ref, ...]
    photos: tuple[PhotoRef, ...]
    told_in: Telling[str] | None = None
    """As in a statement."""

    @property
    def label(self) -> str:
        return excerpt(self.what.versions[0].content) if self.what.versions else ""

    @property
    def required_texts(self) -> tuple[Telling[object], ...]:
        return (self.what,)


class Question(Item, frozen=True):
    ask: Telling[StoryProse]
    status: QuestionStatus
    finding_out: Who | None
    answer: Statement | None
    asked: When | None = None
    """When the child asked; no book says it."""
    held_by: Who | None = None
    """Who keeps the answer that waits."""
    look_again: When | None = None
    """When somebody looks again whether it still has to wait."""

    @property
    def label(self) -> str:
        return excerpt(self.ask.versions[0].content) if self.ask.versions else ""

    @property
    def required_texts(self) -> tuple[Telling[object], ...]:
        return (self.ask,)


class Permission(Struct, frozen=True):
    by: str
    on: When | None


class Medium(Item, frozen=True):
    """A photo, film, sound or scan. Every file that the story names has one, in media.yaml or not."""

    file: str
    """Its path under ``media/``, with forward slashes, exactly as on disk."""
    shows: TextTelling | None
    caption: Telling[StoryProse] | None
    people: tuple[Ref, ...]
    when: When | None
    permission: tuple[Permission, ...]
    captions: tuple[Caption, ...]
    transcript: Telling[StoryProse] | None
    decorative: bool
    listed: bool
    """False for a file that is named somewhere in the story, but not in media.yaml."""
    look_for: Telling[StoryProse] | None = None
    """A question on what is to be seen in it: how many legs has the dog?"""
    content_digest: str = ""
    """The SHA-256 of the file where another of the story may be a copy of it; empty where none can be."""

    @property
    def kind_label(self) -> str:
        return "photo"

    @property
    def handle(self) -> str:
        return self.file

    @property
    def label(self) -> str:
        return get_plainest_text(self.shows) or self.file

    @property
    def required_people(self) -> tuple[str, ...]:
        return tuple(person.id for person in self.people if person.id != CHILD_ID)


class Word(Item, frozen=True):
    word: TextTelling
    means: Telling[StoryProse]
    category: WordKind | None = None

    @property
    def label(self) -> str:
        return get_plainest_text(self.word)

    @property
    def required_texts(self) -> tuple[Telling[object], ...]:
        return (self.word, self.means)


class Chapter(Item, frozen=True):
    file: str
    """Its path in the story (``chapters/03-why.md``). Chapters stand in the order of their names."""
    title: TextTelling
    part: Part
    inside: StoryProse
    language: str = ""  # the story's
    read_aloud: tuple[PhotoRef, ...] = ()
    """Recordings of somebody reading it; a reader hears the last of those that may be heard."""
    covers: tuple[BookPart, ...] = ()
    """What of a full book it tells; no book says it."""
    is_picture_book: bool = False
    """Whether a person chose it for the picture book of the youngest."""

    @property
    def handle(self) -> str:
        return self.file

    @property
    def label(self) -> str:
        return get_plainest_text(self.title)

    @property
    def required_texts(self) -> tuple[Telling[object], ...]:
        return (self.title,)


class Letter(Item, frozen=True):
    file: str
    title: TextTelling | None
    from_: Who
    to: Who | None
    """``None`` or ``me``: the child."""
    category: LetterKind
    when: When | None
    open_when: int | None
    """An age. The letter is in no book for a younger child."""
    scan: tuple[PhotoRef, ...]
    inside: StoryProse
    language: str = ""

    @property
    def handle(self) -> str:
        return self.file

    @property
    def label(self) -> str:
        return get_plainest_text(self.title) or f"{self.category} letter"

    @property
    def required_people(self) -> tuple[str, ...]:
        return collect_ids(self.from_) + collect_ids(self.to)


class Child(Struct, frozen=True):
    name: str
    born: When
    pronouns: str
    names: tuple[Statement, ...]
    also_called: tuple[str, ...]
    photo: PhotoRef | None
    not_them: tuple[Exemption, ...] = ()
    is_ageless: bool = False
    """Whether nothing may count an age: it is in dispute, or nobody knows it."""
    birth_date_location: Location = _TOP
    """Where the birth date stands."""


class Story(Struct, frozen=True):
    folder: str
    """Where it was read from, as given: for messages only."""
    child: Child
    telling_age: TellingAge
    reads_at: str
    """A band, or empty where her reading does not differ. It changes words alone."""
    voice: BookVoice
    language: str
    plan: str
    order: BookOrder
    look: Look
    groups: tuple[str, ...]
    talk_to: tuple[Ref, ...]
    approvals: tuple[Approval, ...]
    about_me: tuple[AboutMe, ...]
    people: tuple[Person, ...]
    homes: tuple[Home, ...]
    schools: tuple[School, ...]
    moments: tuple[Moment, ...]
    keepsakes: tuple[Keepsake, ...]
    questions: tuple[Question, ...]
    media: tuple[Medium, ...]
    words: tuple[Word, ...]
    chapters: tuple[Chapter, ...]
    letters: tuple[Letter, ...]
    not_them: tuple[Exemption, ...] = ()
    what_is_new: tuple[Statement, ...] = ()
    foreword: tuple[Statement, ...] = ()
    """What the young person says before all else, in words of their own."""
    records: tuple[Statement, ...] = ()
    """Where the child's records are, and how to ask for them."""
    unnamed_files: tuple[str, ...] = ()
    """Files under ``media/`` that nothing in the story names: they are in no book."""
    never_says: tuple[str, ...] = ()
    """Words that no book may say."""
    look_age: int | None = None
    """For which age the child's own book looks; ``None``: for the age that the child is."""
    accepted: tuple[Acceptance, ...] = ()

    @property
    def named_items(self) -> tuple[NamedItem, ...]:
        """Everything that ``[[id]]`` can name, but for the child."""
        return (*self.people, *self.homes, *self.schools, *self.keepsakes)

    """What checks find anywhere in it, and somebody has accepted."""
    symbols: tuple[str, ...] = ()
    """The child's editions in which an authority's own symbols stand above the words."""
