"""The components that pages are made of, as data. ``kind`` names the macro in ``templates/pages/pieces.html``."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, TypeAlias

from msgspec import Struct

from lsbook.model.vocabulary import MediumKind
from lsbook.pages.language.rich_text import NO_TEXT, RichText
from lsbook.pages.layout.addresses import NO_HREF, Href
from lsbook.pages.layout.images import PageImage


class Component(Struct, frozen=True):
    kind: ClassVar[str]


Components: TypeAlias = tuple[Component, ...]

HUES = 6
"""Colours of initials, from 1."""


class PersonLabel(Struct, frozen=True):
    """A name with its face; without a face its ``initial`` in a ``hue``; a source that is nobody has neither."""

    name: str
    role: str = ""
    face: PageImage | None = None
    initial: str = ""
    hue: int = 1


class RunningText(Component, frozen=True):
    """Paragraphs, lists and quotes that follow each other, with the heading they stand under.

    ``heading`` is its inside, for as long as nothing stands under it.
    """

    kind: ClassVar[str] = "running"
    html: RichText
    has_heading: bool = False
    heading: RichText = NO_TEXT


class ThematicBreak(Component, frozen=True):
    kind: ClassVar[str] = "turned"


class MediaComponent(Component, frozen=True, kw_only=True):
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


class MediaFigure(MediaComponent, frozen=True):
    """A picture with its words; ``more`` are the further pages of a document.

    ``larger`` is the address of the picture as wide as there is; empty where nothing larger is to be seen.
    """

    kind: ClassVar[str] = "figure"
    style: FigureStyle
    image: PageImage
    more: tuple[PageImage, ...] = ()
    larger: Href = NO_HREF
    is_small: bool = False


class Player(MediaComponent, frozen=True):
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


class PhotoStrip(Component, frozen=True):
    kind: ClassVar[str] = "strip"
    figures: tuple[MediaFigure, ...]


class IllustratedText(Component, frozen=True):
    """Words and a picture that belong together: a board for the youngest."""

    kind: ClassVar[str] = "passage"
    html: RichText
    figure: MediaFigure | None = None
    css_class: str = ""
    """Further classes: headed, flip, first, lead."""


class ChildQuote(Component, frozen=True):
    kind: ClassVar[str] = "mine"
    face: PageImage | None
    when: str
    inside: Components
    scene: PageImage | None = None
    only_me: bool = False
    """Whether the contents may not quote it."""


class AccountSide(Struct, frozen=True):
    """``who`` is ``None`` where the account is hard news: then a heads-up card stands alone."""

    who: PersonLabel | None
    says: Components


class AccountSides(Component, frozen=True):
    kind: ClassVar[str] = "sides"
    sides: tuple[AccountSide, ...]
    level: int
    head: RichText = NO_TEXT


class LanguageVersion(Struct, frozen=True):
    """What is said in one language; ``name`` is what the language calls itself."""

    lang: str
    dir: str
    name: str
    inside: Components


class LanguageVersions(Component, frozen=True):
    """The same in several languages, side by side."""

    kind: ClassVar[str] = "tongues"
    versions: tuple[LanguageVersion, ...]


class LetterCard(Component, frozen=True):
    """A letter; it has an ``anchor`` on the page of letters."""

    kind: ClassVar[str] = "letter"
    anchor: str
    title: str
    by: RichText
    when: str
    scans: Components
    inside: Components
    level: int


class FactRow(Struct, frozen=True):
    """A line of a list of facts."""

    term: str
    value: RichText | str


class SourcedStatement(Component, frozen=True):
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


class FactList(Component, frozen=True):
    kind: ClassVar[str] = "facts"
    head: str
    rows: tuple[FactRow, ...]
    css_class: str = ""


class Section(Component, frozen=True):
    """A heading with what stands under it; ``css_class`` are its classes."""

    kind: ClassVar[str] = "section"
    css_class: str
    head: RichText | str
    inside: Components
    level: int
    when: str = ""
    anchor: str = ""


class Aside(Component, frozen=True):
    """A block of its own kind: ``css_class`` is its class; a ``tag`` has an icon."""

    kind: ClassVar[str] = "aside"
    css_class: str
    inside: Components
    element: str = "div"
    tag: str = ""
    icon: str = ""


class HeadsUpCard(Component, frozen=True):
    """All that stands where hard news would stand."""

    kind: ClassVar[str] = "headsup_card"
    topic: str
    href: Href
    anchor: str


class HeldMark(Component, frozen=True):
    """In the record: why no other book has this."""

    kind: ClassVar[str] = "held"
    text: str


class TimelineMoment(Component, frozen=True):
    kind: ClassVar[str] = "moment"
    when: str
    age: str
    what: RichText
    about: Components
    people: RichText
    photos: Components


class QuestionCard(Component, frozen=True):
    """A question, and where it stands; ``css_class`` says the same in a class."""

    kind: ClassVar[str] = "question"
    css_class: str
    text: RichText
    tag: str
    answer: Components
    status: RichText | str


class PeopleLine(Component, frozen=True):
    """Who was there."""

    kind: ClassVar[str] = "with_people"
    head: str
    people: RichText


class DrawingImage(Component, frozen=True):
    """A drawing that the book made itself. ``alt`` points to the list that says the same; sizes in pixels.

    ``css_class`` says for which column it is shaped: wide or narrow; it is empty where it stands in any.
    """

    kind: ClassVar[str] = "drawn"
    src: Href
    width: int
    height: int
    alt: str
    css_class: str = ""
