"""What every item of a story can carry: a place, gates, a heads-up. And words that are told by age."""

from __future__ import annotations

from typing import Generic, TypeVar

from msgspec import Struct

from lsbook.model.problem import Location
from lsbook.model.prose import Mention, Paragraph, Plain, Reference, Text
from lsbook.model.when import When

T = TypeVar("T", covariant=True)


class Version(Struct, Generic[T], frozen=True):
    """Words told from ``age`` on; ``easy`` ones are for a reader whose ``reads-at`` is younger."""

    age: int
    content: T
    easy: bool = False


class Telling(Struct, Generic[T], frozen=True):
    """The same thing in the words of each age, in the order of their ages. The oldest that fits is shown."""

    versions: tuple[Version[T], ...]

    def find_version(self, age: int, easy: bool = False) -> Version[T] | None:
        """The version told at ``age``; ``None`` where nothing is told yet."""
        fitting = [version for version in self.versions if version.age <= age and (easy or not version.easy)]
        return max(fitting, key=lambda version: (version.age, version.easy), default=None)

    @property
    def from_age(self) -> int:
        """The youngest age at which a reader of any kind is told something (121 where nobody ever is)."""
        return min((version.age for version in self.versions if not version.easy), default=121)


class Conversation(Struct, frozen=True):
    """Who told the child this first, and when."""

    by: str
    on: When | None = None


class HeadsUp(Struct, frozen=True):
    """Hard news: what it is about, and who has told the child already."""

    about: Telling[str]
    conversation: Conversation | None = None


class Hold(Struct, frozen=True):
    """Kept out of every book until a person takes the hold away."""

    reason: str
    decided_by: str = ""
    on: When | None = None
    look_again: When | None = None


class Exemption(Struct, frozen=True):
    """Words that somebody has looked at: they may be said, though they look like what a book must not say."""

    text: str
    reason: str
    by: str = ""


class Acceptance(Struct, frozen=True):
    """What a check finds here, and a person has looked at: it is not said again."""

    rule: str
    reason: str
    by: str
    at: Location


class Gate(Struct, frozen=True):
    """Who may see an item. An empty gate lets the child see it at any age, and no other reader."""

    from_age: int = 0
    also_for: tuple[str, ...] = ()
    only_me: bool = False
    hold: Hold | None = None
    placeholder: Telling[tuple[Plain[Reference], ...]] | None = None
    """What stands there for a child who is not shown the rest."""
    not_them: tuple[Exemption, ...] = ()
    """Words in it that name nobody who is withheld (``not-them``)."""
    allow: tuple[Exemption, ...] = ()
    """Words in it that tell where somebody is, and may be said all the same (``allow``)."""
    keeps: tuple[str, ...] = ()
    """Names that nobody may be told before this is (``keeps``)."""
    accepted: tuple[Acceptance, ...] = ()
    """What checks find in it, and somebody has accepted (``accepted``)."""


class Item(Struct, frozen=True, weakref=True):
    """Anything that can be withheld alone. ``at`` is its own in the whole story and serves as its key."""

    at: Location
    gate: Gate
    heads_up: HeadsUp | None

    @property
    def kind_label(self) -> str:
        """What it is, in the words of a worker."""
        return type(self).__name__.lower()

    @property
    def handle(self) -> str:
        """How a worker names it on the command line: an id, a file name, or its place."""
        return str(self.at)

    @property
    def label(self) -> str:
        """A few of its own words, to know it by."""
        return ""

    @property
    def required_texts(self) -> tuple[Telling[object], ...]:
        """Words without which it does not exist."""
        return ()

    @property
    def required_people(self) -> tuple[str, ...]:
        """Ids of people without whom it may not be seen."""
        return ()


def get_plainest_text(telling: Telling[str] | None) -> str:
    """The plainest words of a telling, for a label."""
    return telling.versions[0].content if telling and telling.versions else ""


def excerpt(blocks: tuple[object, ...], max_length: int = 60) -> str:
    """The first words of prose, for a label: ids stand for what they name."""
    for block in blocks:
        if isinstance(block, Paragraph):
            words = "".join(_extract_text(inline) for inline in block.inside).strip()
            if words:
                return words if len(words) <= max_length else words[:max_length].rsplit(" ", 1)[0] + " …"
    return ""


def _extract_text(inline: object) -> str:
    if isinstance(inline, Text):
        return inline.text
    if isinstance(inline, Mention):
        return f"[[{inline.id}]]"
    named = getattr(inline, "label", "")
    return str(named) or "".join(_extract_text(inner) for inner in getattr(inline, "inside", ()))
