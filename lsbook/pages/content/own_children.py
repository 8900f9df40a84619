"""The gentle tellings, to read to children of the reader's own: the chapters in words for a small child."""

from __future__ import annotations

from msgspec.structs import replace

from lsbook.model.book import Chapter
from lsbook.pages.content.adult_page import make_adult_page
from lsbook.pages.language.rich_text import NO_TEXT
from lsbook.pages.layout.blocks import make_components
from lsbook.pages.layout.components import Component, MediaFigure, PhotoStrip, Section
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageModel
from lsbook.pages.layout.render_prose import format_title


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of the gentle tellings, a section for each chapter that has any."""
    context = context.for_page(context.addresses["own-children"])
    sections = tuple(section for chapter in context.book.chapters for section in _make_section(context, chapter))
    return make_adult_page(context, "own-children", sections, "part-where-im-going", context.say("own-children-deck"))


def _make_section(context: PageContext, chapter: Chapter) -> tuple[Section, ...]:
    if chapter.gentle is None:
        return ()
    inside = tuple(map(_drop_captions, make_components(context, chapter.gentle.says, 3)))
    title = format_title(context, chapter.gentle.title, chapter.language)
    return (Section("gentle", title, inside, 2),) if inside else ()


def _drop_captions(component: Component) -> Component:
    """A picture without its caption, which speaks to an adult."""
    if isinstance(component, PhotoStrip):
        return replace(component, figures=tuple(map(_drop_figure_captions, component.figures)))
    return _drop_figure_captions(component) if isinstance(component, MediaFigure) else component


def _drop_figure_captions(figure: MediaFigure) -> MediaFigure:
    return replace(figure, caption=NO_TEXT, people=NO_TEXT, when="", transcript=())
