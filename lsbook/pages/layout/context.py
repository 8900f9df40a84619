"""The context of a page: what every page is made from, and what every page does with an item."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from markupsafe import Markup, escape
from msgspec import Struct, field
from msgspec.structs import replace

from lsbook.model.book import Book, BookItem, Card, Hold, Medium, NameLink, Person
from lsbook.model.vocabulary import ItemKind, PageLook
from lsbook.pages.language.catalog import Catalog, capitalize_first, isolate, resolve_look
from lsbook.pages.language.dates import DateFormatter
from lsbook.pages.language.rich_text import RichText, TaggedText, Words, join_as_list, make_rich
from lsbook.pages.layout.addresses import COVER, Href, make_relative, prefix_anchor
from lsbook.pages.layout.components import HUES, Components, HeadsUpCard, HeldMark, PersonLabel
from lsbook.pages.layout.drawing_memory import NO_DRAWINGS, DrawingMemory
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.pictures import ImageMaker
from lsbook.pages.layout.sensitive_items import collect_pictures
from lsbook.pages.layout.spread import NO_PICTURE_BOOK, PictureBook, SmallBook
from lsbook.pages.layout.word_symbols import SymbolFinder, put_above

PICTURE_FIRST_LOOKS = frozenset({PageLook.UNDER_5, PageLook.FROM_5})
"""Looks for those who read pictures first: a passage is a board to turn, the contents have pictures."""
QUOTING_LOOKS = frozenset({PageLook.FROM_13})
"""Looks whose contents are lines of the pages behind them."""


T = TypeVar("T")


class Recall(Protocol):
    """Gives what ``make`` makes of ``subject``, or what it made the last time from the same; ``name`` is its own."""

    def __call__(self, name: str, subject: object, make: Callable[[], T], /) -> T: ...


def make_anew(_name: str, _subject: object, make: Callable[[], T], /) -> T:
    """Return what ``make`` makes: nothing is remembered."""
    return make()


class EntryPoint(Struct, frozen=True):
    """The way to all hard news about one subject: the page that says what it is about, and the page behind it."""

    topic: str
    threshold: str
    sensitive_page: str
    spreads: tuple[str, ...] = ()
    """The small book of it, where the youngest have one: before the page behind, which is its end."""

    @property
    def first_page(self) -> str:
        """The page to which the choice "now" leads."""
        return self.spreads[0] if self.spreads else self.sensitive_page


class PageContext(Struct, frozen=True):
    """``card_addresses`` and ``entry_points`` hold addresses from the book's folder; ``address`` is the page's own."""

    book: Book
    catalog: Catalog
    dates: DateFormatter
    images: ImageMaker
    card_addresses: Mapping[Card, str]
    entry_points: Mapping[BookItem, EntryPoint]
    addresses: Mapping[str, str]
    address: str = ""
    picture_book: PictureBook = NO_PICTURE_BOOK
    small_books: Mapping[str, SmallBook] = field(default_factory=dict)
    """Hard news for the youngest, by the topic; none where it is told on one page."""
    in_transcript: bool = False
    """True inside a transcript: what is shown there stands without its own, or two could hold each other for ever."""

    explanations: Mapping[object, tuple[RichText, ...]] = field(default_factory=dict)
    """Paragraphs of prose, and what words in them mean: it stands beside them."""

    folds: Mapping[str, str] = field(default_factory=dict)
    """Pages with next to nothing, and the larger page that each stands within."""

    text_language: str = ""
    """The language of the words at hand, where it is not the book's."""

    symbols: SymbolFinder = field(default_factory=SymbolFinder)
    """Finds the words of the book's language above which a picture stands."""

    recall: Recall = field(default=make_anew)
    """Remembers what was made of the whole book before any page stood within another."""

    drawings: DrawingMemory = field(default=NO_DRAWINGS)

    _hrefs: dict[tuple[str, str], Href] = field(default_factory=dict)
    """Links that were made before, by address and folder: thousands of pages name the same ones, and share them."""

    def for_page(self, address: str) -> PageContext:
        return replace(self, address=address)

    def with_language(self, language: str) -> PageContext:
        """The context for words in ``language``."""
        return replace(self, text_language="" if language == self.book.language else language)

    @property
    def look(self) -> PageLook:
        return resolve_look(self.book)

    @property
    def contents_address(self) -> str:
        """Where the contents stand: on the cover, or behind a picture book on the page for the grown-up."""
        return f"{self.addresses['grown-up']}#contents" if self.picture_book.spreads else f"{COVER}#contents"

    @property
    def is_biography(self) -> bool:
        """Whether this is the reader's own book in an adult's look."""
        return self.book.edition.is_for_child and self.look is PageLook.FROM_18

    @property
    def has_help(self) -> bool:
        """Whether anybody is named to talk to: then the book has a page of them."""
        return bool(self.book.talk_to or self.book.edition.helplines)

    def say(self, key: str, **values: str | int) -> TaggedText:
        return self.catalog.say(key, **values)

    def isolate(self, text: str) -> str:
        """``text`` of the story within a line, kept together where they run against it."""
        return isolate(text, self.text_language or self.book.language)

    def make_href(self, address: str) -> Href:
        """``address`` (from the book's folder) as this page writes it."""
        address, own = self.resolve_fold(address), self.folds.get(self.address, self.address)
        folder = own.rpartition("/")[0]
        if address.partition("#")[0] == own:
            return make_relative(address, own)
        if (address, folder) not in self._hrefs:
            self._hrefs[address, folder] = make_relative(address, own)
        return self._hrefs[address, folder]

    def resolve_fold(self, address: str) -> str:
        """``address``, or where it stands on the larger page around it."""
        page, _, anchor = address.partition("#")
        return f"{self.folds[page]}#{prefix_anchor(page, anchor)}" if page in self.folds else address

    def link(self, address: str, words: Words, css_class: str = "") -> RichText:
        """``words`` as a link to ``address``, which is from the book's folder."""
        opening = f'<a class="{css_class}" href="{{}}">' if css_class else '<a href="{}">'
        href = self.make_href(address)
        inside = make_rich(words)
        return replace(inside.put_into(f"{opening}{{}}</a>", href), links=(href.target, *inside.links))

    def put_symbols(self, text: str) -> RichText:
        """``text`` of the story, with pictures above the words that have one."""
        parts, end, links = [Markup()], 0, dict[str, None]()
        for match in () if self.text_language else self.symbols.find(text):
            href = self.make_href(match.address)
            parts += [escape(text[end : match.start]), put_above(href, text[match.start : match.end])]
            end, links = match.end, links | {href.target: None}
        return RichText(Markup().join((*parts, escape(text[end:]))), make_rich(text).text, tuple(links))

    def link_name(self, name: NameLink, *, with_symbols: bool = False) -> RichText:
        """A name, leading to its card or, where that is hard news, to its threshold."""
        label: Words = self.isolate(name.label)
        if with_symbols and not isinstance(label, TaggedText):
            label = self.put_symbols(name.label)
        if name.card is None or name.card not in self.card_addresses:
            return make_rich(label)
        return self.link(self.card_addresses[name.card], label, "name")

    def join_names(self, names: Sequence[NameLink], style: str = "standard") -> RichText:
        """Names in a row, joined as the book's own words would join them.

        People who are hard news are in no row but behind a threshold: there, nothing is left out.
        """
        behind = any(entry.sensitive_page == self.address for entry in self.entry_points.values())
        shown = [name for name in names if behind or not self.is_sensitive(name)]
        parts = [make_rich(self.say("you")) if name.me else self.link_name(name) for name in shown]
        return join_as_list(parts, self.catalog.locale, style)

    def make_initial(self, name: str) -> str:
        """The first letter of ``name`` without its title: D of Uncle Dean."""
        titles = {title.strip().casefold() for title in self.say("name-titles").split(",")}
        words = name.split()
        own = next((word for word in words if word.casefold().rstrip(".") not in titles), "".join(words[:1]))
        return own[:1]

    def is_sensitive(self, name: NameLink) -> bool:
        person = self.find_person(name)
        return person is not None and person.heads_up is not None

    def find_person(self, name: NameLink) -> Person | None:
        card = name.card
        return self.book.people[card.position] if card and card.kind is ItemKind.PEOPLE else None

    def label_person(self, name: NameLink) -> PersonLabel:
        """Who speaks or can be spoken to. Of a person who is hard news, nothing but the name is shown."""
        person = self.find_person(name)
        if name.me:
            return PersonLabel(
                self.say("me"), face=self.make_child_face(), initial=self.make_initial(self.book.child.name)
            )
        if person is None:
            return PersonLabel(self.isolate(name.label))
        if person.heads_up:
            return PersonLabel(self.isolate(name.label), initial=self.make_initial(name.label))
        return PersonLabel(
            self.isolate(name.label),
            self.isolate(person.is_),
            self.images.make_face(person.photo, self.address),
            self.make_initial(name.label),
            name.card.position % HUES + 1 if name.card else 1,
        )

    def make_child_face(self) -> PageImage | None:
        return self.images.make_face(self.book.child.photo, self.address)

    def make_thumbnail(self, *items: object) -> PageImage | None:
        """A picture for the contents, in looks whose readers find their way by pictures."""
        return self.images.make_thumbnail(collect_pictures(items), COVER) if self.look in PICTURE_FIRST_LOOKS else None

    def make_image(self, medium: Medium) -> PageImage | None:
        return self.images.make_image(medium, self.address)

    def make_heads_up(self, item: BookItem) -> tuple[HeadsUpCard, ...]:
        """All that may stand where hard news would stand; nothing where there is nothing to lead to."""
        if item not in self.entry_points:
            return ()
        entry_point = self.entry_points[item]
        stem = entry_point.threshold.rpartition("/")[2].removesuffix(".html")
        return (HeadsUpCard(capitalize_first(entry_point.topic), self.make_href(entry_point.threshold), stem),)

    def is_behind(self, item: BookItem) -> bool:
        """Whether this is the page behind the heads-up of ``item``: there it stands itself, and no heads-up for it."""
        return item in self.entry_points and self.entry_points[item].sensitive_page == self.address

    def find_chapter(self, title: str | None) -> int | None:
        """The position of the chapter called ``title``; ``None`` where the book has none."""
        chapters = enumerate(self.book.chapters)
        return next((at for at, chapter in chapters if title and chapter.title == title), None)

    def find_subject(self, entry_point: EntryPoint) -> tuple[BookItem, ...]:
        """All hard news that ``entry_point`` leads to, in the order in which its page tells it."""
        return tuple(item for item, other in self.entry_points.items() if other == entry_point)

    def make_held_mark(self, item: BookItem) -> Components:
        return (HeldMark(self._format_held(item.hold)),) if item.hold else ()

    def _format_held(self, held: Hold) -> str:
        sentences = [self.say("held", reason=held.reason)]
        if held.decided_by:
            sentences.append(self.say("held-by", who=held.decided_by))
        if held.on:
            sentences.append(self.say("held-on", when=self.dates.sentence_formatter.format_when(held.on)))
        if held.look_again:
            sentences.append(
                self.say("held-look-again", when=self.dates.sentence_formatter.format_when(held.look_again))
            )
        return self.catalog.join_sentences(sentences)
