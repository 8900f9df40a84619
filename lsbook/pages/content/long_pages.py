"""Long pages: one that would be too heavy becomes a page that leads to its pieces, each a page of its own.

A book that is not long has none of this. What is cut stays in its order, but for photos, which go by their years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.vocabulary import ItemKind
from lsbook.model.walk import list_fields
from lsbook.pages.content.entry_pieces import cut_homes, cut_letters, cut_questions, cut_schools, list_addresses
from lsbook.pages.content.glossary import GlossaryContent
from lsbook.pages.content.homes import HomesContent
from lsbook.pages.content.letters import LettersContent
from lsbook.pages.content.people import Group, PeopleContent, PersonCard
from lsbook.pages.content.photos import Gathering, PhotosContent
from lsbook.pages.content.questions import QuestionsContent
from lsbook.pages.content.schools import SchoolsContent
from lsbook.pages.content.timeline import HomeTime, TimelineContent, TimelineEntry
from lsbook.pages.language.rich_text import TaggedText
from lsbook.pages.layout.addresses import AddressRequest, Href, assign_slugs
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.components import (
    Component,
    Components,
    DrawingImage,
    TimelineMoment,
)
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.cuts import CutEntry, Piece, Pieces, cut, find_year, format_label, weigh
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens
from lsbook.pages.layout.type_table import bind_in_context

INDEX_TEMPLATE = "index.html"
"""The kind of page that leads to others and says little itself."""
MAX_CHAPTERS_ON_COVER = 24
"""Chapters of one part that the cover names. A part with more has contents of its own, so that the first page of a book
stays under 150 kB with its styles and letters."""


class IndexLink(Struct, frozen=True):
    """A link to a page; ``gated`` where hard news is behind it."""

    href: Href
    text: str
    gated: bool = False


class IndexContent(PageContent, frozen=True):
    """``template`` is the kind of page that was cut; ``before`` and ``after`` stand around the links to its pieces."""

    template: str
    links: tuple[IndexLink, ...]
    before: tuple[DrawingImage, ...] = ()
    after: Components = ()

    def iter_text(self, say: Say) -> TextTokens:
        yield from (link.text for link in self.links)
        yield from iter_text(self.after, say)


def cut_long_pages(context: PageContext, models: Iterable[PageModel]) -> tuple[PageModel, ...]:
    """``models`` in their order, where each that is too long is followed by its pieces."""
    return tuple(page for model in models for page in cut_page(context, model))


def cut_page(context: PageContext, model: PageModel) -> tuple[PageModel, ...]:
    """The page of ``model``; where it is too long, the page that leads to its pieces, and these."""
    kind = type(model.content)
    divided = CUTTERS[kind](context, model.content) if kind in CUTTERS else Pieces()
    if len(divided.pieces) < 2:
        return (model,)
    pieces = _assign_addresses(context, model, divided.pieces)
    own = context.for_page(model.address)
    links = tuple(IndexLink(own.make_href(piece.address), piece.label) for piece in pieces)
    template = model.content.template if isinstance(model.content, IndexContent) else model.template
    index = IndexContent(template, links, tuple(_iter_drawings(model.content)), divided.after)
    whole = replace(model, template=INDEX_TEMPLATE, content=index)
    return (whole, *(_make_piece(model, piece) for piece in pieces))


def make_index_pages(
    context: PageContext, address: str, title: str, models: Iterable[PageModel]
) -> tuple[PageModel, ...]:
    """The page at ``address`` that leads to all of ``models``, with its pieces where even that is too long."""
    own = context.for_page(address)
    links = tuple(
        IndexLink(own.make_href(model.address), model.topic if model.gated else model.title, model.gated)
        for model in models
        if model.listed
    )
    part = context.say("contents")
    content = IndexContent(INDEX_TEMPLATE, links)
    return cut_page(context, PageModel(address, INDEX_TEMPLATE, title, content, part, listed=False, in_row=False))


def _make_piece(model: PageModel, piece: Piece) -> PageModel:
    lang = model.title.lang if isinstance(model.title, TaggedText) else None
    title = TaggedText(f"{model.title}: {piece.label}", lang)
    return replace(
        model,
        address=piece.address,
        title=title,
        content=piece.content,
        deck="",
        thumb=None,
        listed=False,
        files=(),
    )


def _assign_addresses(context: PageContext, model: PageModel, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """``pieces`` with addresses: where nothing else leads to them, the word for their kind, then their label."""
    if all(piece.address for piece in pieces):
        return tuple(pieces)
    kind = PurePosixPath(model.address if model.template == INDEX_TEMPLATE else model.template).stem
    requests = {
        str(at): AddressRequest(f"{kind} {piece.label}", f"{model.title} {at}") for at, piece in enumerate(pieces)
    }
    taken = [PurePosixPath(address).stem for address in context.addresses.values()]
    slugs = assign_slugs(requests, taken)
    return tuple(replace(piece, address=f"pages/{slugs[str(at)]}.html") for at, piece in enumerate(pieces))


def _iter_drawings(content: PageContent) -> Iterator[DrawingImage]:
    for _, value in list_fields(content):
        inside = value if isinstance(value, tuple) else (value,)
        yield from (part for part in inside if isinstance(part, DrawingImage))


# --- what each kind of page is cut into


def _cut_timeline(context: PageContext, content: TimelineContent) -> Pieces:
    entries = [
        CutEntry((time.home, entry), time.home or find_year(when), when, weigh(entry))
        for time in content.times
        for entry, when in _date_entries(time.entries)
    ]
    return Pieces(tuple(Piece(run.label, _make_timeline(run.values)) for run in cut(entries)))


def _date_entries(entries: Iterable[TimelineEntry]) -> Iterator[tuple[TimelineEntry, str]]:
    """Each entry with its date; what has none (hard news, what is not told yet) with the date before it."""
    when = ""
    for entry in entries:
        when = next((part.when for part in entry.inside if isinstance(part, TimelineMoment)), when)
        yield entry, when


def _make_timeline(pairs: Iterable[tuple[str, TimelineEntry]]) -> TimelineContent:
    grouped = groupby(pairs, key=lambda pair: pair[0])
    return TimelineContent(tuple(HomeTime(home, tuple(entry for _, entry in times)) for home, times in grouped))


def _cut_photos(context: PageContext, content: PhotosContent) -> Pieces:
    unknown = context.say("time-not-known")
    entries = [
        CutEntry((gathering, row), find_year(gathering.head) or unknown, gathering.head or unknown, weigh(row))
        for gathering in content.gatherings
        for row in gathering.inside
    ]
    return Pieces(
        tuple(Piece(run.label, PhotosContent(_gather(run.values), ())) for run in cut(entries)), after=content.after
    )


def _gather(pairs: Iterable[tuple[Gathering, Component]]) -> tuple[Gathering, ...]:
    """The rows of ``pairs`` under their heads again."""
    grouped = groupby(pairs, key=lambda pair: id(pair[0]))
    together = (tuple(rows) for _, rows in grouped)
    return tuple(Gathering(rows[0][0].head, tuple(row for _, row in rows)) for rows in together)


def _cut_glossary(context: PageContext, content: GlossaryContent) -> Pieces:
    entries = [CutEntry(entry, entry.word[:1].upper(), entry.word, weigh(entry)) for entry in content.entries]
    return Pieces(tuple(Piece(run.label, GlossaryContent(run.values, ())) for run in cut(entries)), after=content.after)


def _cut_people(context: PageContext, content: PeopleContent) -> Pieces:
    """By where their cards stand: names in the whole book lead there."""
    addresses = list_addresses(context, ItemKind.PEOPLE)
    placed: dict[str, list[tuple[Group, PersonCard]]] = {}
    for group in content.groups:
        for card in group.cards:
            placed.setdefault(addresses[card.anchor], []).append((group, card))
    if len(placed) < 2:
        return Pieces()
    pieces = tuple(
        Piece(_label_people(pairs, placed.values()), PeopleContent(_make_groups(pairs), ()), address)
        for address, pairs in placed.items()
    )
    gated = tuple(component for group in content.groups for component in group.after)
    return Pieces(pieces, (*gated, *content.after))


def _label_people(
    pairs: Sequence[tuple[Group, PersonCard]], everybody: Iterable[Sequence[tuple[Group, PersonCard]]]
) -> str:
    """The groups that stand on a page; where another page has the same ones, the people."""
    labels = [format_label(run[0][0].name, run[-1][0].name) for run in everybody]
    label = format_label(pairs[0][0].name, pairs[-1][0].name)
    return label if labels.count(label) == 1 else format_label(pairs[0][1].name, pairs[-1][1].name)


def _make_groups(pairs: Iterable[tuple[Group, PersonCard]]) -> tuple[Group, ...]:
    """``pairs`` as groups again. Hard news stays on the page that leads here."""
    grouped = groupby(pairs, key=lambda pair: pair[0].name)
    return tuple(Group(name, tuple(card for _, card in cards), ()) for name, cards in grouped)


def _cut_index(context: PageContext, content: IndexContent) -> Pieces:
    entries = [CutEntry(link, link.text[:1].upper(), link.text, weigh(link)) for link in content.links]
    return Pieces(tuple(Piece(run.label, IndexContent(INDEX_TEMPLATE, run.values)) for run in cut(entries)))


CUTTERS: dict[type[object], Callable[[PageContext, object], Pieces]] = dict(
    (
        bind_in_context(TimelineContent, _cut_timeline),
        bind_in_context(PhotosContent, _cut_photos),
        bind_in_context(GlossaryContent, _cut_glossary),
        bind_in_context(PeopleContent, _cut_people),
        bind_in_context(HomesContent, cut_homes),
        bind_in_context(SchoolsContent, cut_schools),
        bind_in_context(LettersContent, cut_letters),
        bind_in_context(QuestionsContent, cut_questions),
        bind_in_context(IndexContent, _cut_index),
    )
)
"""Kinds of pages that grow with the story, and how each is cut. A page of any other kind stays whole."""
