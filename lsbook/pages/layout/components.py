"""The pieces that pages are made of, as data. ``kind`` names the macro in ``templates/pages/pieces.html``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from markupsafe import Markup


@dataclass(frozen=True)
class Piece:
    kind: ClassVar[str]


Flow: TypeAlias = tuple[Piece, ...]
NOTHING = Markup()


@dataclass(frozen=True)
class Picture:
    """``width`` and ``height`` in pixels; ``srcset`` is empty where there is one rendition only."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Who:
    """A name with its face; without a face its ``initial``; a source that is nobody has neither."""

    name: str
    what: str = ""
    face: Picture | None = None
    initial: str = ""


@dataclass(frozen=True)
class Running(Piece):
    """Paragraphs, lists and quotes that follow each other, with the heading they stand under.

    ``heading`` is its inside, for as long as nothing stands under it.
    """

    kind: ClassVar[str] = "running"
    html: Markup
    headed: bool = False
    heading: Markup = NOTHING


@dataclass(frozen=True)
class Turned(Piece):
    kind: ClassVar[str] = "turned"


@dataclass(frozen=True, kw_only=True)
class Captioned(Piece):
    """What is known of a medium, beside the medium itself."""

    caption: Markup = NOTHING
    people: Markup = NOTHING
    when: str = ""
    transcript: Flow = ()


@dataclass(frozen=True)
class Figure(Captioned):
    """``form`` is photo, scan, document or plate; ``more`` are the further pages of a document.

    ``larger`` is the address of the picture as wide as there is; empty where nothing larger is to be seen.
    """

    kind: ClassVar[str] = "figure"
    form: str
    picture: Picture
    more: tuple[Picture, ...] = ()
    larger: str = ""


@dataclass(frozen=True)
class Player(Captioned):
    """A film or a sound (``form``). ``poster`` stands on paper in its place; a sound has none.

    ``says`` are the captions as lines to read, where nobody has written the whole down.
    """

    kind: ClassVar[str] = "player"
    form: str
    src: str
    label: str
    tag: str
    poster: Picture | None
    captions: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True)
class Strip(Piece):
    kind: ClassVar[str] = "strip"
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Passage(Piece):
    """Words and a picture that belong together: a board for the youngest."""

    kind: ClassVar[str] = "passage"
    words: Markup
    figure: Figure | None = None
    dress: str = ""
    """Further classes: headed, flip, first, lead."""


@dataclass(frozen=True)
class Mine(Piece):
    kind: ClassVar[str] = "mine"
    face: Picture | None
    when: str
    inside: Flow
    scene: Picture | None = None


@dataclass(frozen=True)
class Side:
    """``who`` is ``None`` where the account is hard news: then a heads-up card stands alone."""

    who: Who | None
    says: Flow


@dataclass(frozen=True)
class Sides(Piece):
    kind: ClassVar[str] = "sides"
    sides: tuple[Side, ...]
    level: int
    head: Markup = NOTHING


@dataclass(frozen=True)
class Tongue:
    """What is said in one language; ``name`` is what the language calls itself."""

    lang: str
    dir: str
    name: str
    inside: Flow


@dataclass(frozen=True)
class Tongues(Piece):
    """The same in several languages, side by side."""

    kind: ClassVar[str] = "tongues"
    tongues: tuple[Tongue, ...]


@dataclass(frozen=True)
class Sheet(Piece):
    """A letter; it has an ``anchor`` on the page of letters."""

    kind: ClassVar[str] = "letter"
    anchor: str
    title: str
    by: Markup
    when: str
    scans: Flow
    inside: Flow
    level: int


@dataclass(frozen=True)
class Row:
    """A line of a list of facts."""

    term: str
    words: Markup | str


@dataclass(frozen=True)
class Record(Piece):
    """A statement with its sources."""

    kind: ClassVar[str] = "record"
    head: str
    says: Flow
    source: tuple[Row, ...]
    level: int
    tag: str = ""


@dataclass(frozen=True)
class Facts(Piece):
    kind: ClassVar[str] = "facts"
    head: str
    rows: tuple[Row, ...]
    dress: str = ""


@dataclass(frozen=True)
class Section(Piece):
    """A heading with what stands under it; ``dress`` are its classes."""

    kind: ClassVar[str] = "section"
    dress: str
    head: Markup | str
    inside: Flow
    level: int
    when: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Aside(Piece):
    """A block of its own kind: ``dress`` is its class; a ``tag`` has an icon."""

    kind: ClassVar[str] = "aside"
    dress: str
    inside: Flow
    element: str = "div"
    tag: str = ""
    icon: str = ""


@dataclass(frozen=True)
class HeadsUpCard(Piece):
    """All that stands where hard news would stand."""

    kind: ClassVar[str] = "headsup_card"
    topic: str
    href: str
    anchor: str


@dataclass(frozen=True)
class HeldMark(Piece):
    """In the record: why no other book has this."""

    kind: ClassVar[str] = "held"
    text: str


@dataclass(frozen=True)
class Moment(Piece):
    kind: ClassVar[str] = "moment"
    when: str
    age: str
    tag: str
    what: Markup
    about: Flow
    people: Markup
    photos: Flow


@dataclass(frozen=True)
class Ask(Piece):
    """A question, and where it stands; ``dress`` says the same in a class."""

    kind: ClassVar[str] = "question"
    dress: str
    ask: Markup
    tag: str
    answer: Flow
    status: Markup | str


@dataclass(frozen=True)
class Source(Piece):
    """Where something comes from, on one line: in a panel there is no room for a record."""

    kind: ClassVar[str] = "src"
    text: str


@dataclass(frozen=True)
class With(Piece):
    """Who was there."""

    kind: ClassVar[str] = "with_people"
    head: str
    people: Markup


@dataclass(frozen=True)
class Drawn(Piece):
    """A drawing that the book made itself. ``alt`` points to the list that says the same; sizes in pixels."""

    kind: ClassVar[str] = "drawn"
    src: str
    width: int
    height: int
    alt: str
