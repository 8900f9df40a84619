"""What stands in the texts of a Story: references by id, ``:::`` blocks, statements and accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lsbook.model.item import Item, Telling, excerpt
from lsbook.model.problem import Location
from lsbook.model.prose import Plain, Reference
from lsbook.model.vocabulary import CHILD_ID, Certainty, FactKind, MediaBlockKind
from lsbook.model.when import When


@dataclass(frozen=True)
class Ref:
    """The id of a person, home, school or keepsake; ``me`` is the child."""

    id: str
    at: Location


@dataclass(frozen=True)
class PhotoRef:
    """A file under ``media/``, by its path there (``2019/swim.jpg``)."""

    file: str
    at: Location


@dataclass(frozen=True)
class Caption:
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


@dataclass(frozen=True)
class BlockItem(Item):
    """A block between ``:::`` lines."""

    inside: StoryProse

    @property
    def label(self) -> str:
        return excerpt(self.inside)


@dataclass(frozen=True)
class GatedBlock(BlockItem):
    """``from-age``, ``also-for``, ``only-me``, ``hold`` and ``heads-up``: nothing of its own but the gate."""

    @property
    def kind_label(self) -> str:
        return "block"


@dataclass(frozen=True)
class TellingBlock(Item):
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


@dataclass(frozen=True)
class MyWords(BlockItem):
    """What the child said, in the child's own words."""

    when: When | None

    @property
    def kind_label(self) -> str:
        return "the child's words"


@dataclass(frozen=True)
class AccountBlock(BlockItem):
    """How one person sees it."""

    by: Who

    @property
    def kind_label(self) -> str:
        return "account"

    @property
    def required_people(self) -> tuple[str, ...]:
        return collect_ids(self.by)


@dataclass(frozen=True)
class NotKnownBlock(BlockItem):
    """What nobody knows, said openly."""

    @property
    def kind_label(self) -> str:
        return "not-known"


@dataclass(frozen=True)
class NoteBlock(BlockItem):
    """A note beside the text, for whoever reads it."""

    @property
    def kind_label(self) -> str:
        return "note"


@dataclass(frozen=True)
class LanguageBlock(BlockItem):
    """``in pl``: words in another language than the rest, or one of two that stand side by side."""

    language: str

    @property
    def kind_label(self) -> str:
        return "words in another language"


@dataclass(frozen=True)
class ParallelText(BlockItem):
    """``side-by-side``: the same in two languages. Nothing but ``LanguageBlock`` stands directly in it."""

    @property
    def kind_label(self) -> str:
        return "side by side"


@dataclass(frozen=True)
class WritingSpace(BlockItem):
    """Room for the young person to write; what is inside says about what."""

    @property
    def kind_label(self) -> str:
        return "write-here"


@dataclass(frozen=True)
class LetterBlock(Item):
    """``letter``: a letter of ``letters/`` stands here. ``file`` is its path in the story."""

    file: str

    @property
    def kind_label(self) -> str:
        return "letter shown here"

    @property
    def label(self) -> str:
        return self.file


@dataclass(frozen=True)
class MediaBlock(Item):
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


@dataclass(frozen=True)
class Statement(Item):
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


@dataclass(frozen=True)
class Account(Item):
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
