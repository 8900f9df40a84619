"""Paper: the whole book on one page, an article each, hard news after the story. The same pages, in another frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.print_page import CARD_SUFFIX, ArticleRole
from lsbook.model.site import PRINT_PAGE, RUNNING_STYLES, Page, make_page
from lsbook.pages.html import RenderedPage
from lsbook.pages.layout.addresses import COVER
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import ComponentsContent, PageContent, PageModel
from lsbook.pages.layout.scripts import Scripts
from lsbook.pages.page_inputs import PageInputs, make_inputs
from lsbook.pages.print.print_merge import make_stem, merge_page

RenderPage: TypeAlias = Callable[[PageInputs], RenderedPage]

NO_SCRIPTS = Scripts((), Markup())
"""Paper needs no program."""
BARE_COVER_RULE = "@page :first{@top-center{content:none}@bottom-left{content:none}}"
"""The cover has nothing at its edges."""


class RenderedArticle(Struct, frozen=True):
    """A page of the book on paper, a sheet or more; ``name`` is its id on the page."""

    name: str
    html: Markup
    role: ArticleRole = ArticleRole.PAGE


class PaperPages(Struct, frozen=True):
    """What is bound into a book on paper: ``row`` from the cover to the end of the story, then hard news.

    ``sensitive`` holds each threshold with what is behind it, in the order of time. No book ends with it: ``closing``
    are the book's own pages, then those to write on.
    """

    row: tuple[PageInputs, ...]
    sensitive: tuple[PageInputs, ...]
    closing: tuple[PageInputs, ...]

    @property
    def all_inputs(self) -> tuple[PageInputs, ...]:
        return (*self.row, *self.sensitive, *self.closing)


class PrintContent(PageContent, frozen=True):
    """The content of the page: the way back to the book on screen, its day (2026-11-22), and every article.

    ``contents`` and ``talk`` are where on the page the contents stand, and who can help (empty where nobody is named).
    """

    book_href: str
    made_on: str
    has_heads_up: bool
    contents: str
    talk: str
    articles: tuple[RenderedArticle, ...]


def make_print_pages(
    render: RenderPage, render_on_paper: RenderPage, context: PageContext, pages: PaperPages, styles: Sequence[str]
) -> tuple[Page, ...]:
    """The page of the whole book, and what stands at the edges of its sheets.

    ``render`` renders pages; ``render_on_paper`` renders the same pages without what only a screen needs.
    """
    stems = {inputs.address: make_stem(inputs.address) for inputs in pages.all_inputs}
    articles = tuple(_iter_articles(render_on_paper, context, pages, stems))
    context = context.for_page(PRINT_PAGE)
    talk = stems.get(context.addresses["help"], "")
    contents = make_stem(context.contents_address.partition("#")[0])
    content = PrintContent(
        context.make_href(COVER), context.book.made_on.isoformat(), bool(pages.sensitive), contents, talk, articles
    )
    model = PageModel(PRINT_PAGE, "print.html", context.say("print-title"), content)
    inputs = make_inputs(context, model, (*styles, RUNNING_STYLES), NO_SCRIPTS)
    return (render(inputs).page, _make_running_style(context))


def _iter_articles(
    render_on_paper: RenderPage, context: PageContext, pages: PaperPages, stems: Mapping[str, str]
) -> Iterator[RenderedArticle]:
    later = {inputs.address for inputs in pages.sensitive}
    items = {entry.threshold: item for item, entry in context.entry_points.items()}
    for inputs in pages.row:
        stem = make_stem(inputs.address)
        if inputs.address in later:  # a chapter that is hard news: its card alone stands in its place
            card = context.for_page(inputs.address).make_heads_up(items[inputs.address])
            model = PageModel(inputs.address, "between.html", inputs.model.title, ComponentsContent(card))
            between = replace(inputs, model=model)
            yield RenderedArticle(
                f"{stem}{CARD_SUFFIX}", _merge_article(render_on_paper, between, stems), ArticleRole.CARD
            )
        else:
            yield RenderedArticle(stem, _merge_article(render_on_paper, inputs, stems))
    for inputs in pages.sensitive:
        stem = make_stem(inputs.address)
        yield RenderedArticle(stem, _merge_article(render_on_paper, inputs, stems), ArticleRole.SENSITIVE)
    for inputs in pages.closing:
        yield RenderedArticle(make_stem(inputs.address), _merge_article(render_on_paper, inputs, stems))


def _merge_article(render_on_paper: RenderPage, inputs: PageInputs, stems: Mapping[str, str]) -> Markup:
    html = render_on_paper(inputs).page.text
    return Markup(merge_page(html, inputs.address, PRINT_PAGE, stems))


def _make_running_style(context: PageContext) -> Page:
    """The name of the book and who to talk to, on every sheet: browsers take them from a style sheet alone."""
    names = ", ".join(named.label for named in context.book.talk_to[:2])
    talk = f"{context.say('stop-and-talk')}: {names}" if names else ""
    rules = f"@top-center{{content:{_quote_css(context.say('running'))}}}@bottom-left{{content:{_quote_css(talk)}}}"
    return make_page(RUNNING_STYLES, f"@media print{{@page{{{rules}}}{BARE_COVER_RULE}}}\n")


def _quote_css(text: str) -> str:
    """``text`` as a string in a style sheet, whatever stands in them."""
    plain = (letter if letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in text)
    return f'"{"".join(plain)}"'
