"""A Story: everything that is known, with nothing withheld. Only ``reading`` makes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lsbook.model.item import Item, Telling, first_words, opening
from lsbook.model.place import Place
from lsbook.model.prose import Plain, Reference
from lsbook.model.when import When


@dataclass(frozen=True)
class Ref:
    """The id of a person, home, school or keepsake; ``me`` is the child."""

    id: str
    at: Place


@dataclass(frozen=True)
class PhotoRef:
    """A file under ``media/``, by its path there (``2019/swim.jpg``)."""

    file: str
    at: Place


Who: TypeAlias = "Ref | str"
"""Somebody of this story by id, or somebody else in words ("the family court")."""

StoryPlain: TypeAlias = "Plain[Reference]"
StoryProse: TypeAlias = "tuple[Block, ...]"
Words: TypeAlias = "Telling[str]"


def _ref(who: Who | None) -> tuple[str, ...]:
    return (who.id,) if isinstance(who, Ref) and who.id != "me" else ()


# --- blocks that stand in chapters and letters only -------------------------------------------------------------


@dataclass(frozen=True)
class BlockItem(Item):
    """A block between ``:::`` lines."""

    inside: StoryProse

    @property
    def label(self) -> str:
        return opening(self.inside)


@dataclass(frozen=True)
class Gated(BlockItem):
    """``from-age``, ``also-for``, ``only-me``, ``hold`` and ``heads-up``: nothing of its own but the gate."""

    @property
    def kind(self) -> str:
        return "block"


@dataclass(frozen=True)
class Tellings(Item):
    """``tell`` blocks that follow each other: one telling."""

    telling: Telling[StoryProse]

    @property
    def kind(self) -> str:
        return "telling"

    @property
    def label(self) -> str:
        return opening(self.telling.versions[0].words) if self.telling.versions else ""

    @property
    def needs(self) -> tuple[Telling[object], ...]:
        return (self.telling,)


@dataclass(frozen=True)
class MyWords(BlockItem):
    """What the child said, in the child's own words."""

    when: When | None

    @property
    def kind(self) -> str:
        return "the child's words"


@dataclass(frozen=True)
class AccountBlock(BlockItem):
    """How one person sees it."""

    by: Who

    @property
    def kind(self) -> str:
        return "account"

    @property
    def stands_on(self) -> tuple[str, ...]:
        return _ref(self.by)


@dataclass(frozen=True)
class NotKnownBlock(BlockItem):
    """What nobody knows, said openly."""

    @property
    def kind(self) -> str:
        return "not-known"


@dataclass(frozen=True)
class NoteBlock(BlockItem):
    """A note beside the text, for whoever reads it."""

    @property
    def kind(self) -> str:
        return "note"


@dataclass(frozen=True)
class WriteHere(BlockItem):
    """Room for the young person to write; what is inside says about what."""

    @property
    def kind(self) -> str:
        return "write-here"


@dataclass(frozen=True)
class LetterBlock(Item):
    """``letter``: a letter of ``letters/`` stands here. ``file`` is its path in the story."""

    file: str

    @property
    def kind(self) -> str:
        return "letter shown here"

    @property
    def label(self) -> str:
        return self.file


@dataclass(frozen=True)
class MediaBlock(Item):
    """``photos``, ``film``, ``sound`` or ``document``."""

    form: str
    photos: tuple[PhotoRef, ...]

    @property
    def kind(self) -> str:
        return self.form

    @property
    def label(self) -> str:
        return ", ".join(photo.file for photo in self.photos)


Block: TypeAlias = (
    "StoryPlain | Gated | Tellings | MyWords | AccountBlock | NotKnownBlock | NoteBlock | WriteHere | LetterBlock"
    " | MediaBlock"
)


# --- statements -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Statement(Item):
    """Something said, with how it is known. A plain text where a statement may stand has only ``says``."""

    says: Telling[StoryProse]
    source: str = ""
    decided_by: str = ""
    certainty: str = ""
    """sure | likely | unsure | not-known, or empty."""
    own: bool = False
    """True where it was written as a statement of its own, False for a plain text that belongs to its item."""

    @property
    def label(self) -> str:
        return opening(self.says.versions[0].words) if self.says.versions else ""

    @property
    def needs(self) -> tuple[Telling[object], ...]:
        return (self.says,)


@dataclass(frozen=True)
class Account(Item):
    by: Who
    says: Telling[StoryProse]

    @property
    def label(self) -> str:
        return opening(self.says.versions[0].words) if self.says.versions else ""

    @property
    def needs(self) -> tuple[Telling[object], ...]:
        return (self.says,)

    @property
    def stands_on(self) -> tuple[str, ...]:
        return _ref(self.by)


# --- people and places ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Named(Item):
    """People, homes, schools and keepsakes: what ``[[id]]`` can name."""

    id: str
    name: Words
    also_called: tuple[str, ...]
    """Never shown; looked for in books that must not say it."""
    about: Statement | None
    photo: PhotoRef | None
    accounts: tuple[Account, ...]

    @property
    def handle(self) -> str:
        return self.id

    @property
    def label(self) -> str:
        return first_words(self.name)

    @property
    def needs(self) -> tuple[Telling[object], ...]:
        return (self.name,)


@dataclass(frozen=True)
class Partner(Item):
    person: Ref
    from_: When | None
    until: When | None

    @property
    def label(self) -> str:
        return self.person.id

    @property
    def stands_on(self) -> tuple[str, ...]:
        return _ref(self.person)


@dataclass(frozen=True)
class FamilyTime(Item):
    from_: When | None
    until: When | None
    how: Statement | None

    @property
    def kind(self) -> str:
        return "family time"

    @property
    def label(self) -> str:
        return self.how.label if self.how else ""


@dataclass(frozen=True)
class Person(Named):
    is_: Words
    group: str
    parent_of: tuple[Ref, ...]
    adoptive_parent_of: tuple[Ref, ...]
    partners: tuple[Partner, ...]
    family_time: tuple[FamilyTime, ...]
    facts: tuple[Statement, ...]

    @property
    def needs(self) -> tuple[Telling[object], ...]:
        return (self.name, self.is_)


@dataclass(frozen=True)
class Stay(Item):
    """Some time in a home. No ``until``: she lives there now."""

    from_: When
    until: When | None
    people: tuple[Ref, ...]
    who_took_me: Who | None
    photos: tuple[PhotoRef, ...]
    why_came: Statement | None
    why_left: Statement | None
    first_day: Statement | None
    goodbye: Statement | None
    what_i_wanted: Statement | None


@dataclass(frozen=True)
class Home(Named):
    stays: tuple[Stay, ...]


@dataclass(frozen=True)
class School(Named):
    from_: When | None
    until: When | None
    people: tuple[Ref, ...]


@dataclass(frozen=True)
class Keepsake(Named):
    given_by: Who | None
    when: When | None
    where_now: Statement | None


# --- the rest of the story --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AboutMe(Item):
    of: str
    """like | dislike | strength | hope | feeling | faith | culture | language | health | looks | name | other"""
    what: Telling[StoryProse]
    said_by: Who | None
    when: When | None

    @property
    def kind(self) -> str:
        return f"about me ({self.of})"

    @property
    def label(self) -> str:
        return opening(self.what.versions[0].words) if self.what.versions else ""

    @property
    def needs(self) -> tuple[Telling[object], ...]:
        return (self.what,)

    @property
    def stands_on(self) -> tuple[str, ...]:
        return _ref(self.said_by)


@dataclass(frozen=True)
class Moment(Item):
    when: When
    what: Telling[StoryProse]
    of: str
    """birth | move | school | first | achievement | decision | family-time | health | loss | other, or empty"""
    about: Statement | None
    people: tuple[Ref, ...]
    photos: tuple[PhotoRef, ...]

    @property
    def label(self) -> str:
        return opening(self.what.versions[0].words) if self.what.versions else ""

    @property
    def needs(self) -> tuple[Telling[object], ...]:
        return (self.what,)


@dataclass(frozen=True)
class Question(Item):
    ask: Telling[StoryProse]
    status: str
    """finding-out | answered | nobody-knows | later | not-ours-to-tell"""
    finding_out: Who | None
    answer: Statement | None

    @property
    def label(self) -> str:
        return opening(self.ask.versions[0].words) if self.ask.versions else ""

    @property
    def needs(self) -> tuple[Telling[object], ...]:
        return (self.ask,)


@dataclass(frozen=True)
class Permission:
    by: str
    on: When | None


@dataclass(frozen=True)
class Medium(Item):
    """A photo, film, sound or scan. Every file that the story names has one, in media.yaml or not."""

    file: str
    """Its path under ``media/``, with forward slashes, exactly as on disk."""
    shows: Words | None
    caption: Telling[StoryProse] | None
    people: tuple[Ref, ...]
    when: When | None
    permission: tuple[Permission, ...]
    captions: str
    transcript: Telling[StoryProse] | None
    decorative: bool
    listed: bool
    """False for a file that is named somewhere in the story, but not in media.yaml."""

    @property
    def kind(self) -> str:
        return "photo"

    @property
    def handle(self) -> str:
        return self.file

    @property
    def label(self) -> str:
        return first_words(self.shows) or self.file

    @property
    def stands_on(self) -> tuple[str, ...]:
        return tuple(person.id for person in self.people if person.id != "me")


@dataclass(frozen=True)
class Word(Item):
    word: Words
    means: Telling[StoryProse]

    @property
    def label(self) -> str:
        return first_words(self.word)

    @property
    def needs(self) -> tuple[Telling[object], ...]:
        return (self.word, self.means)


@dataclass(frozen=True)
class Chapter(Item):
    file: str
    """Its path in the story (``chapters/03-why.md``). Chapters stand in the order of their names."""
    title: Words
    part: str
    """who-am-i | how-i-got-here | my-people | where-im-going"""
    inside: StoryProse

    @property
    def handle(self) -> str:
        return self.file

    @property
    def label(self) -> str:
        return first_words(self.title)

    @property
    def needs(self) -> tuple[Telling[object], ...]:
        return (self.title,)


@dataclass(frozen=True)
class Letter(Item):
    file: str
    title: Words | None
    from_: Who
    to: Who | None
    """``None`` or ``me``: the child."""
    of: str
    """hello | goodbye | carer | family | later-life"""
    when: When | None
    open_when: int | None
    """An age. The letter is in no book for a younger child."""
    scan: tuple[PhotoRef, ...]
    inside: StoryProse

    @property
    def handle(self) -> str:
        return self.file

    @property
    def label(self) -> str:
        return first_words(self.title) or f"{self.of} letter"

    @property
    def stands_on(self) -> tuple[str, ...]:
        return _ref(self.from_) + _ref(self.to)


@dataclass(frozen=True)
class Child:
    name: str
    born: When
    pronouns: str
    names: tuple[Statement, ...]
    also_called: tuple[str, ...]
    photo: PhotoRef | None


@dataclass(frozen=True)
class TellingAge:
    """How old a telling the child is ready for. A person sets it, never a birthday."""

    age: int
    decided_by: str
    on: When | None
    at: Place


@dataclass(frozen=True)
class Approval:
    edition: str
    by: str
    on: When | None
    at: Place


@dataclass(frozen=True)
class Look:
    """The theme chosen in story.yaml: its name, and the picture and words on the cover."""

    theme: str = "meadow"
    cover: PhotoRef | None = None


@dataclass(frozen=True)
class Story:
    folder: str
    """Where it was read from, as given: for messages only."""
    child: Child
    telling_age: TellingAge
    reads_at: str
    """A band, or empty where her reading does not differ."""
    voice: str
    language: str
    plan: str
    order: str
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
