"""What is new since the copy that this reader has: names that lead there, by the page on which they stand."""

from __future__ import annotations

from collections.abc import Iterator, Set

from msgspec import Struct

from lsbook.model.book import AboutMe, Card, Medium, Moment, NewItem, Question, Statement, Word
from lsbook.model.vocabulary import NAMED_KINDS, AboutMeKind, ItemKind
from lsbook.pages.content.chapters import PART_KEYS
from lsbook.pages.content.statements import make_statement
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.language.rich_text import RichText, join_rich, make_rich
from lsbook.pages.layout.blocks import guard_item, make_letter
from lsbook.pages.layout.components import Components, FactRow
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.letter_titles import format_letter_title
from lsbook.pages.layout.render_prose import extract_text, format_title
from lsbook.pages.layout.sensitive_items import PAGE_KEYS, find_sensitive_pictures
from lsbook.pages.plan import PAGE_TITLES

MAX_NAMES = 12
"""Names in a line; of more it is only said that there are."""


class WhatsNew(Struct, frozen=True):
    """``statements`` are the workers' own words, ``rows`` the names; ``since`` says from when on."""

    statements: Components
    since: str
    rows: tuple[FactRow, ...]


def make_whats_new(context: PageContext, page_addresses: Set[str]) -> WhatsNew | None:
    """What is new, by kind; ``page_addresses`` are the pages of the book. Of hard news only its heads-up is named."""
    context = context.for_page(context.addresses["about-book"])
    names_by_term: dict[str, dict[str, str]] = {}
    for new in context.book.news:
        for term, address, words in _iter_links(context, new):
            if address.partition("#")[0] in page_addresses and words:
                names_by_term.setdefault(term, {}).setdefault(address + "\n" + words, words)
    rows = tuple(FactRow(term, _join_links(context, names)) for term, names in names_by_term.items())
    statements = tuple(
        component
        for statement in context.book.what_is_new
        for component in guard_item(context, statement, lambda it: _make_own_statement(context, it))
    )
    since = (
        context.say("news-since", when=context.dates.format_day(context.book.since))
        if rows and context.book.since
        else ""
    )
    return WhatsNew(statements, since, rows) if rows or statements else None


def _make_own_statement(context: PageContext, item: Statement) -> Components:
    return make_statement(context, item, level=3)


def _join_links(context: PageContext, names: dict[str, str]) -> RichText:
    links = [context.link(key.partition("\n")[0], words) for key, words in names.items()]
    more = [make_rich(context.say("news-more"))] if len(links) > MAX_NAMES else []
    return join_rich(" · ", [*links[:MAX_NAMES], *more])


def _iter_links(context: PageContext, new: NewItem) -> Iterator[tuple[str, str, str]]:
    """The words for where it stands, the address, and its own words."""
    item = getattr(context.book, new.kind)[new.position]
    if item.heads_up:
        if item in context.entry_points:
            entry_point = context.entry_points[item]
            yield context.say("heads-up"), entry_point.threshold, capitalize_first(entry_point.topic)
        return
    if new.kind is ItemKind.CHAPTERS:
        yield (
            context.say(PART_KEYS[item.part]),
            context.addresses[f"chapter {new.position}"],
            format_title(context, item.title, item.language),
        )
    elif new.kind is ItemKind.LETTERS:
        own = f"{context.addresses['letters']}#{context.addresses[f'letter {new.position}']}"
        if make_letter(
            context.for_page(context.addresses["letters"]), item
        ):  # one without a word or a picture stands nowhere
            yield context.say(PAGE_TITLES["letters"]), own, format_letter_title(context, item)
    elif new.kind in NAMED_KINDS:
        yield (
            context.say(PAGE_TITLES[PAGE_KEYS[new.kind]]),
            context.card_addresses[Card(new.kind, new.position)],
            context.isolate(item.name),
        )
    elif new.kind is not ItemKind.MEDIA or _is_on_photos_page(context, new.position, item):
        key = "hopes" if isinstance(item, AboutMe) and item.category is AboutMeKind.HOPE else PAGE_KEYS[new.kind]
        yield context.say(PAGE_TITLES[key]), context.addresses[key], context.isolate(_extract_own_text(item))


def _is_on_photos_page(context: PageContext, index: int, medium: Medium) -> bool:
    shown = medium.listed and not medium.decorative and context.images.is_usable(medium)
    return shown and index not in find_sensitive_pictures(context.book)


def _extract_own_text(item: object) -> str:
    match item:
        case Moment() | AboutMe():
            return extract_text(item.what)
        case Question():
            return extract_text(item.ask)
        case Medium():
            return extract_text(item.caption) or item.shows
        case Word():
            return item.word
    raise TypeError(type(item).__name__)
