"""The pages that the book says by itself: how to use it, what it is, and that it is closed."""

from __future__ import annotations

from collections.abc import Set

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.book import Account, Letter, MyWords
from lsbook.pages.content.whats_new import WhatsNew, make_whats_new
from lsbook.pages.layout.addresses import COVER, Href
from lsbook.pages.layout.component_text import iter_row_text, iter_text, join_words
from lsbook.pages.layout.components import FactRow
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens

VOICE_KEYS = (
    (MyWords, "k-mine", "key-mine", "key-mine-means"),
    (Letter, "k-letter", "key-letter", "key-letter-means"),
    (Account, "k-sides", "key-sides", "key-sides-means"),
)
"""Who speaks in a book, and how to tell: shown only where the book holds one."""

HOW_TO_STEPS = (
    ("now", "how-turn-head", "how-turn"),
    ("arch", "how-heads-up-head", "how-heads-up"),
    ("talk", "how-talk-head", "how-talk"),
    ("book", "how-close-head", "how-close"),
    ("box", "how-keep-head", "how-keep"),
)
"""How to use the book. It speaks of heads-ups only where there is one."""


class Voice(Struct, frozen=True):
    css_class: str
    name: str
    means: str


class HowToStep(Struct, frozen=True):
    icon: str
    head: str
    text: str


class HowToContent(PageContent, frozen=True):
    steps: tuple[HowToStep, ...]

    def iter_text(self, say: Say) -> TextTokens:
        for step in self.steps:
            yield from (step.head, step.text)


class AboutBookContent(PageContent, frozen=True):
    """``print_href`` leads to the page of the whole book, for paper; with ``has_heads_up`` it holds hard news."""

    rows: tuple[FactRow, ...]
    voices: tuple[Voice, ...]
    print_href: Href
    has_heads_up: bool
    news: WhatsNew | None = None

    def iter_text(self, say: Say) -> TextTokens:
        yield say("about-book-line")
        if self.news:
            yield from _iter_news_text(self.news, say)
        yield from iter_row_text(self.rows)
        if self.voices:
            yield say("key-head")
        for voice in self.voices:
            yield from (voice.name, voice.means)
        yield say("print-head")
        yield join_words(say("print-line"), say("print-hard")) if self.has_heads_up else say("print-line")
        yield from (say("print-title"), say("wrong-head"), say("wrong"), say("rights"))


class ClosedContent(PageContent, frozen=True):
    book_href: Href


def _iter_news_text(news: WhatsNew, say: Say) -> TextTokens:
    yield say("news-head")
    yield from iter_text(news.statements, say)
    if news.rows:
        yield from (news.since, *iter_row_text(news.rows))


def make_how_to_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page on how to use the book."""
    shown = [step for step in HOW_TO_STEPS if step[1] != "how-heads-up-head" or context.entry_points]
    steps = tuple(HowToStep(icon, context.say(head), context.say(text)) for icon, head, text in shown)
    return (
        PageModel(
            context.addresses["how-to"],
            "how-to.html",
            context.say("how-title"),
            HowToContent(steps),
            context.say("part-book"),
        ),
    )


def make_about_book_pages(context: PageContext, kinds: frozenset[type]) -> tuple[PageModel, ...]:
    """``kinds`` are the types of all that stands in the Book."""
    rows = (
        FactRow(context.say("edition"), context.book.edition.title),
        FactRow(context.say("made-on"), context.dates.format_day(context.book.made_on)),
        FactRow(context.say("made-with"), "lsbook"),
    )
    voices = tuple(
        Voice(css_class, context.say(name), context.say(means))
        for kind, css_class, name, means in VOICE_KEYS
        if kind in kinds
    )
    title, part = context.say("about-book-title"), context.say("part-book")
    printed = context.for_page(context.addresses["about-book"]).make_href(context.addresses["print"])
    return (
        PageModel(
            context.addresses["about-book"],
            "about-book.html",
            title,
            AboutBookContent(rows, voices, printed, bool(context.entry_points)),
            part,
        ),
    )


def add_news(context: PageContext, model: PageModel, page_addresses: Set[str]) -> PageModel:
    """The page about the book with what is new in it; any other page as it is."""
    if not isinstance(model.content, AboutBookContent):
        return model
    return replace(model, content=replace(model.content, news=make_whats_new(context, page_addresses)))


def make_closed_page(context: PageContext) -> PageModel:
    """The calm page of a closed book. It never claims to erase what was read."""
    content = ClosedContent(context.for_page(context.addresses["closed"]).make_href(COVER))
    return PageModel(
        context.addresses["closed"], "closed.html", context.say("closed-title"), content, listed=False, in_row=False
    )
