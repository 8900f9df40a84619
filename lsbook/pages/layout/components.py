"""The components that pages are made of, as data. ``kind`` names the macro in ``templates/pages/pieces.html``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from lsbook.model.vocabulary import MediumKind
from lsbook.pages.language.rich_text import NO_TEXT, RichText
from lsbook.pages.layout.addresses import NO_HREF, Href
from lsbook.pages.layout.images import PageImage


@dataclass(frozen=True)
class Component:
    kind: ClassVar[str]


Components: TypeAlias = tuple[Component, ...]

HUES = 6
"""Colours of initials, from 1."""


@dataclass(frozen=True)
class PersonLabel:
    """A name with its face; without a face its ``initial`` in a ``hue``; a source that is nobody has neither."""

    name: str
    role: str = ""
    face: PageImage | None = None
    initial: str = ""
    hue: int = 1


@dataclass(frozen=True)
class RunningText(Component):
    """Paragraphs, lists and quotes that follow each other, with the heading they stand under.

    ``heading`` is its inside, for as long as nothing stands under it.
    """

    kind: ClassVar[str] = "running"
    html: RichText
    has_heading: bool = False
    heading: RichText = NO_TEXT


@dataclass(frozen=True)
class ThematicBreak(Component):
    kind: ClassVar[str] = "turned"


@dataclass(frozen=True, kw_only=True)
class MediaComponent(Component):
    """What is known of a medium, beside the medium itself."""

    caption: RichText = NO_TEXT
    people: RichText = NO_TEXT
    when: str = ""
    transcript: Components = ()


class FigureStyle(StrEnum):
    """How a picture stands on a page: the class of its figure."""

    PHOTO = "photo"
    SCAN = "scan"
    DOCUMENT = "document"
    PLATE = "plate"


@dataclass(frozen=True)
class MediaFigure(MediaComponent):
    """A picture with its words; ``more`` are the further pages of a document.

    ``larger`` is the address of the picture as wide as there is; empty where nothing larger is to be seen.
    """

    kind: ClassVar[str] = "figure"
    style: FigureStyle
    image: PageImage
    more: tuple[PageImage, ...] = ()
    larger: Href = NO_HREF
    is_small: bool = False


@dataclass(frozen=True)
class Player(MediaComponent):
    """A film or a sound. ``poster`` stands on paper in its place; a sound has none.

    ``caption_lines`` are the captions as lines to read, where nobody has written the whole down.
    """

    kind: ClassVar[str] = "player"
    medium_kind: MediumKind
    src: Href
    label: str
    tag: str
    poster: PageImage | None
    captions: str
    caption_lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class PhotoStrip(Component):
    kind: ClassVar[str] = "strip"
    figures: tuple[MediaFigure, ...]


@dataclass(frozen=True)
class IllustratedText(Component):
    """Words and a picture that belong together: a board for the youngest."""

    kind: ClassVar[str] = "passage"
    html: RichText
    figure: MediaFigure | None = None
    css_class: str = ""
    """Further classes: headed, flip, first, lead."""


@dataclass(frozen=True)
class ChildQuote(Component):
    kind: ClassVar[str] = "mine"
    face: PageImage | None
    when: str
    inside: Components
    scene: PageImage | None = None


@dataclass(frozen=True)
class AccountSide:
    """``who`` is ``None`` where the account is hard news: then a heads-up card stands alone."""

    who: PersonLabel | None
    says: Components


@dataclass(frozen=True)
class AccountSides(Component):
    kind: ClassVar[str] = "sides"
    sides: tuple[AccountSide, ...]
    level: int
    head: RichText = NO_TEXT


@dataclass(frozen=True)
class LanguageVersion:
    """What is said in one language; ``name`` is what the language calls itself."""

    lang: str
    dir: str
    name: str
    inside: Components


@dataclass(frozen=True)
class LanguageVersions(Component):
    """The same in several languages, side by side."""

    kind: ClassVar[str] = "tongues"
    versions: tuple[LanguageVersion, ...]


@dataclass(frozen=True)
class LetterCard(Component):
    """A letter; it has an ``anchor`` on the page of letters."""

    kind: ClassVar[str] = "letter"
    anchor: str
    title: str
    by: RichText
    when: str
    scans: Components
    inside: Components
    level: int


@dataclass(frozen=True)
class FactRow:
    """A line of a list of facts."""

    term: str
    value: RichText | str


@dataclass(frozen=True)
class SourcedStatement(Component):
    """A statement of which it is known where it comes from. The ``note`` stands at the end of the page.

    Without ``says`` it is what stands above it that comes from there.
    ``number`` is that of the note on its page; 0 until the page is whole. The note leads back to the first of several.
    """

    kind: ClassVar[str] = "sourced"
    head: str
    says: Components
    note: str
    level: int
    number: int = 0
    is_first: bool = False


@dataclass(frozen=True)
class FactList(Component):
    kind: ClassVar[str] = "facts"
    head: str
    rows: tuple[FactRow, ...]
    css_class: str = ""


@dataclass(frozen=True)
class Section(Component):
    """A heading with what stands under it; ``css_class`` are its classes."""

    kind: ClassVar[str] = "section"
    css_class: str
    head: RichText | str
    inside: Components
    level: int
    when: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Aside(Component):
    """A block of its own kind: ``css_class`` is its class; a ``tag`` has an icon."""

    kind: ClassVar[str] = "aside"
    css_class: str
    inside: Components
    element: str = "div"
    tag: str = ""
    icon: str = ""


@dataclass(frozen=True)
class HeadsUpCard(Component):
    """All that stands where hard news would stand."""

    kind: ClassVar[str] = "headsup_card"
    topic: str
    href: Href
    anchor: str


@dataclass(frozen=True)
class HeldMark(Component):
    """In the record: why no other book has this."""

    kind: ClassVar[str] = "held"
    text: str


@dataclass(frozen=True)
class TimelineMoment(Component):
    kind: ClassVar[str] = "moment"
    when: str
    age: str
    what: RichText
    about: Components
    people: RichText
    photos: Components


@dataclass(frozen=True)
class QuestionCard(Component):
    """A question, and where it stands; ``css_class`` says the same in a class."""

    kind: ClassVar[str] = "question"
    css_class: str
    text: RichText
    tag: str
    answer: Components
    status: RichText | str


@dataclass(frozen=True)
class PeopleLine(Component):
    """Who was there."""

    kind: ClassVar[str] = "with_people"
    head: str
    people: RichText


@dataclass(frozen=True)
class DrawingImage(Component):
    """A drawing that the book made itself. ``alt`` points to the list that says the same; sizes in pixels.

    ``css_class`` says for which column it is shaped: wide or narrow; it is empty where it stands in any.
    """

    kind: ClassVar[str] = "drawn"
    src: Href
    width: int
    height: int
    alt: str
    css_class: str = ""
