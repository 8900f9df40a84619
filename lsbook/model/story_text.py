"""What stands in the texts of a Story: references by id, ``:::`` blocks, statements and accounts."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from lsbook.model.item import Item, Telling, excerpt
from lsbook.model.problem import Location
from lsbook.model.prose import Plain, Reference
from lsbook.model.vocabulary import CHILD_ID, Certainty, FactKind, MediaBlockKind
from lsbook.model.when import When


class Ref(Struct, frozen=True):
    """The id of a person, home, school or keepsake; ``me`` is the child."""

    id: str
    at: Location


class PhotoRef(Struct, frozen=True):
    """A file under ``media/``, by its path there (``2019/swim.jpg``)."""

    file: str
    at: Location


class Caption(Struct, frozen=True):
    """What is said in a film or a sound, from when to when, in seconds."""

    at: Location
    begins: float
    ends: float
    text: str


Who: TypeAlias = "Ref | str"
"""Somebody of this story by id, or somebody else in words ("the family court")."""

StoryPlain: TypeAlias = "Plain[Reference]"
StoryProse: TypeAlias = "tuple[Block, ...]"
TextTelling: TypeAlias = "Telling[str]"


def collect_ids(who: Who | None) -> tuple[str, ...]:
    """The id of somebody on whom an item stands; nothing for the child, or for words."""
    return (who.id,) if isinstance(who, Ref) and who.id != CHILD_ID else ()


# --- blocks that stand in chapters and letters only -------------------------------------------------------------


class BlockItem(Item, frozen=True):
    """A block between ``:::`` lines."""

    inside: StoryProse

    @property
    def label(self) -> str:
        return excerpt(self.inside)


class GatedBlock(BlockItem, frozen=True):
    """``from-age``, ``also-for``, ``only-me``, ``hold`` and ``heads-up``: nothing of its own but the gate."""

    @property
    def kind_label(self) -> str:
        return "block"


class TellingBlock(Item, frozen=True):
    """``tell`` blocks that follow each other: one telling."""

    telling: Telling[StoryProse]

    @property
    def kind_label(self) -> str:
        return "telling"

    @property
    def label(self) -> str:
        return excerpt(self.telling.versions[0].content) if self.telling.versions else ""

    @property
    def required_texts(self) -> tuple[Telling[object], ...]:
        return (self.telling,)


class MyWords(BlockItem, frozen=True):
    """What the child said, in the child's own words."""

    when: When | None

    @property
    def kind_label(self) -> str:
        return "the child's words"


class AccountBlock(BlockItem, frozen=True):
    """How one person sees it."""

    by: Who

    @property
    def kind_label(self) -> str:
        return "account"

    @property
    def required_people(self) -> tuple[str, ...]:
        return collect_ids(self.by)


class NotKnownBlock(BlockItem, frozen=True):
    """What nobody knows, said openly."""

    @property
    def kind_label(self) -> str:
        return "not-known"


class NoteBlock(BlockItem, frozen=True):
    """A note beside the text, for whoever reads it."""

    @property
    def kind_label(self) -> str:
        return "note"


class LanguageBlock(BlockItem, frozen=True):
    """``in pl``: words in another language than the rest, or one of two that stand side by side."""

    language: str

    @property
    def kind_label(self) -> str:
        return "words in another language"


class ParallelText(BlockItem, frozen=True):
    """``side-by-side``: the same in two languages. Nothing but ``LanguageBlock`` stands directly in it."""

    @property
    def kind_label(self) -> str:
        return "side by side"


class WritingSpace(BlockItem, frozen=True):
    """Room for the young person to write; what is inside says about what."""

    @property
    def kind_label(self) -> str:
        return "write-here"


class LetterBlock(Item, frozen=True):
    """``letter``: a letter of ``letters/`` stands here. ``file`` is its path in the story."""

    file: str

    @property
    def kind_label(self) -> str:
        return "letter shown here"

    @property
    def label(self) -> str:
        return self.file


class MediaBlock(Item, frozen=True):
    """A block that shows media."""

    block_kind: MediaBlockKind
    photos: tuple[PhotoRef, ...]

    @property
    def kind_label(self) -> str:
        return self.block_kind

    @property
    def label(self) -> str:
        return ", ".join(photo.file for photo in self.photos)


Block: TypeAlias = (
    "StoryPlain | GatedBlock | TellingBlock | MyWords | AccountBlock | NotKnownBlock | NoteBlock | LanguageBlock"
    " | ParallelText | WritingSpace | LetterBlock | MediaBlock"
)


# --- statements -------------------------------------------------------------------------------------------------


class Statement(Item, frozen=True):
    """Something said, with how it is known. A plain text where a statement may stand has only ``says``."""

    says: Telling[StoryProse]
    source: str = ""
    decided_by: str = ""
    certainty: Certainty | None = None
    is_standalone: bool = False
    """True where it was written as a statement of its own, False for a plain text that belongs to its item."""
    category: FactKind | None = None
    told_in: Telling[str] | None = None
    """The file of the chapter that tells it, by age: a book with that chapter leads there."""

    @property
    def label(self) -> str:
        return excerpt(self.says.versions[0].content) if self.says.versions else ""

    @property
    def required_texts(self) -> tuple[Telling[object], ...]:
        return (self.says,)


class Account(Item, frozen=True):
    by: Who
    says: Telling[StoryProse]

    @property
    def label(self) -> str:
        return excerpt(self.says.versions[0].content) if self.says.versions else ""

    @property
    def required_texts(self) -> tuple[Telling[object], ...]:
        return (self.says,)

    @property
    def required_people(self) -> tuple[str, ...]:
        return collect_ids(self.by)
