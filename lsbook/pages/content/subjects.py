"""A subject of hard news: the threshold that says plainly what it is about, and the page behind it that tells all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from babel.lists import format_list
from msgspec.structs import replace

from lsbook.model.book import BookItem, Chapter, Conversation, Letter
from lsbook.model.vocabulary import PageLook
from lsbook.model.when import Dated, Nearness
from lsbook.pages.content.chapters import PART_KEYS
from lsbook.pages.content.sensitive import format_deck, format_item_title, make_item
from lsbook.pages.content.statements import make_source_mark
from lsbook.pages.content.warm_links import WarmLink
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout.components import Component, Components, Section
from lsbook.pages.layout.context import EntryPoint, PageContext
from lsbook.pages.layout.page_model import NavLink, PageContent, PageModel
from lsbook.pages.layout.render_prose import render_line
from lsbook.pages.layout.sensitive_items import SensitiveItem, drop_repeated_items
from lsbook.pages.layout.spread import SmallBook

FEELING_LOOKS = frozenset({PageLook.UNDER_5, PageLook.FROM_5, PageLook.FROM_9})
"""Looks in which a page of hard news ends with "How did that feel?"; in the older ones it ends with a break."""


class ThresholdContent(PageContent, frozen=True):
    """``later_href`` leads to where the book goes on without it; ``companions`` are those to read it with.

    ``first_tellings`` say who told the child, and when.
    """

    topic: str
    now_href: str
    later_href: str
    companions: str
    first_tellings: tuple[str, ...]
    for_grown_up: bool


class SubjectContent(PageContent, frozen=True):
    """``warm`` is the way on to something kind; ``None`` where the book has no such page.

    ``rest``: what spreads before the page do not tell. With ``is_after_spreads`` it stands last, for the grown-up.
    """

    components: Components
    asks_feelings: bool
    companions: str
    warm: WarmLink | None
    rest: Components = ()
    is_after_spreads: bool = False


def make_content_after_spreads(content: SubjectContent) -> SubjectContent:
    """The content of the page where it comes after a small book that tells the most of it."""
    return replace(content, components=content.rest, is_after_spreads=True)


def make_threshold(context: PageContext, item: BookItem, back: NavLink | None = None) -> PageModel:
    """The page before the subject of ``item``: what it is about, and the choice: now, later, or with someone.

    ``back`` is where a heads-up led here from; a chapter's own has its place in the row of pages.
    """
    entry_point = context.entry_points[item]
    context = context.for_page(entry_point.threshold)
    later = back or NavLink(context.contents_address, context.say("contents"))
    content = ThresholdContent(
        entry_point.topic,
        context.make_href(entry_point.first_page),
        context.make_href(later.address),
        format_companions(context),
        tuple(dict.fromkeys(_iter_first_tellings(context, context.find_subject(entry_point)))),
        context.look == PageLook.UNDER_5 and context.book.edition.is_for_child,
    )
    title = context.say("heads-up-title", topic=capitalize_first(entry_point.topic))
    listed = isinstance(item, Chapter)
    part = context.say(PART_KEYS[item.part]) if isinstance(item, Chapter) else ""
    return PageModel(
        entry_point.threshold,
        "heads-up.html",
        title,
        content,
        part,
        gated=True,
        topic=entry_point.topic,
        listed=listed,
        in_row=listed,
        back=back,
    )


def make_subject_page(
    context: PageContext, items: Sequence[SensitiveItem], onward: NavLink, warm: WarmLink | None
) -> PageModel:
    """The page that tells all of one subject, with what helps after reading it."""
    first = items[0].item
    entry_point = context.entry_points[first]
    context = context.for_page(entry_point.sensitive_page)
    small_book = context.small_books.get(entry_point.topic)
    content = SubjectContent(
        tuple(_iter_components(context, items)),
        context.book.edition.is_for_child and context.look in FEELING_LOOKS,
        format_companions(context),
        warm,
        tuple(_iter_components(context, items, small_book)) if small_book else (),
    )
    return PageModel(
        entry_point.sensitive_page,
        "behind.html",
        format_subject_title(context, entry_point),
        content,
        context.say(PART_KEYS[first.part]) if isinstance(first, Chapter) else "",
        format_deck(context, first) if len(items) == 1 else "",
        listed=False,
        in_row=False,
        back=NavLink(entry_point.threshold, context.say("heads-up")),
        onward=onward,
    )


def format_subject_title(context: PageContext, entry_point: EntryPoint) -> str:
    """The title of a subject: that of its chapter or its one item, else what it is about."""
    items = context.find_subject(entry_point)
    title = format_item_title(context, items[0]) if isinstance(items[0], Chapter) or len(items) == 1 else ""
    return title or capitalize_first(entry_point.topic)


def format_companions(context: PageContext) -> str:
    """The names of those to read it with: "Jan, Dave or Priya"."""
    names = [named.label for named in context.book.talk_to]
    return format_list(names, style="or", locale=context.catalog.locale) if names else ""


def _iter_components(
    context: PageContext, items: Sequence[SensitiveItem], small_book: SmallBook | None = None
) -> Iterator[Component]:
    """What each of ``items`` says; what comes after the first stands under its name, an answer under its question.

    What ``small_book`` tells is left out, and what says that one of their chapters tells it: of that the source stays.
    """
    chapters = _find_chapters(context, items)
    for at, part in enumerate(drop_repeated_items(context.book, tuple(items))):
        if context.find_chapter(part.item.told_in) in chapters:
            yield from make_source_mark(context, part.item)
            continue
        item = small_book.rest if small_book and small_book.item == part.item else part.item
        inside = context.make_held_mark(part.item) + make_item(context, item) if item else ()
        head = "" if at == 0 or isinstance(part.item, Letter) else format_item_title(context, part.item)
        question = render_line(context, part.question.ask) if part.question and len(items) > 1 else ""
        yield from (Section("in-subject", question or head, inside, 2),) if inside and (question or head) else inside


def _find_chapters(context: PageContext, items: Sequence[SensitiveItem]) -> frozenset[int]:
    """The chapters that ``items`` are, or stand in, as positions in the Book."""
    chapters = enumerate(context.book.chapters)
    keys = {part.parent for part in items} | {part.item for part in items}
    return frozenset(at for at, chapter in chapters if chapter in keys or f"chapter {at}" in keys)


def _iter_first_tellings(context: PageContext, items: Sequence[BookItem]) -> Iterator[str]:
    for item in items:
        telling = _format_first_telling(context, item.heads_up.conversation) if item.heads_up else ""
        if telling:
            yield telling


def _format_first_telling(context: PageContext, first_telling: Conversation | None) -> str:
    """Who told the child first, and when."""
    if first_telling is None or not first_telling.by:
        return ""
    when = context.dates.sentence_formatter.format_when(first_telling.on)
    if not when:
        return context.say("told", who=first_telling.by)
    if isinstance(first_telling.on, Dated) and first_telling.on.nearness is Nearness.EXACT:
        key = "told-on" if first_telling.on.point.day else "told-in"
        return context.say(key, who=first_telling.by, when=when)
    return context.say("told-when", who=first_telling.by, when=when)
