"""Makes the pages of chapters, within the four parts. Of hard news, the row of pages holds the threshold alone."""

from __future__ import annotations

from msgspec.structs import replace

from lsbook.model.book import Chapter
from lsbook.model.vocabulary import Part
from lsbook.pages.content.glossary import (
    explain_beside,
    extract_shown_text,
    find_first_paragraphs,
    make_text_glossary,
)
from lsbook.pages.layout import blocks
from lsbook.pages.layout.components import Components
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.illustrated_text import pair_text_with_pictures
from lsbook.pages.layout.page_model import ComponentsContent, PageModel
from lsbook.pages.layout.render_prose import format_title

PART_KEYS = {
    Part.WHO_AM_I: "part-who-am-i",
    Part.HOW_I_GOT_HERE: "part-how-i-got-here",
    Part.MY_PEOPLE: "part-my-people",
    Part.WHERE_IM_GOING: "part-where-im-going",
}
"""What each part is called."""


def make_page(context: PageContext, chapter: Chapter, address: str) -> PageModel | None:
    """The page of a chapter, if there is anything in it."""
    context = context.for_page(address)
    inside = make_components(context, chapter)
    if not inside:
        return None
    explained = find_first_paragraphs(context, chapter.inside)
    glossary = make_text_glossary(context, extract_shown_text(inside), explained)
    inside, aside = ((*inside, *glossary), ()) if context.is_biography else (inside, glossary)
    title, part = format_title(context, chapter.title, chapter.language), context.say(PART_KEYS[chapter.part])
    return PageModel(
        address,
        "chapter.html",
        title,
        ComponentsContent(context.make_held_mark(chapter) + inside, aside),
        part,
        thumb=context.make_thumbnail(chapter.inside),
    )


def make_components(context: PageContext, chapter: Chapter) -> Components:
    """What a chapter says."""
    inside = blocks.make_components(explain_beside(context, chapter.inside), chapter.inside)
    return (*_make_recording(context, chapter), *pair_text_with_pictures(inside, context.look)) if inside else ()


def _make_recording(context: PageContext, chapter: Chapter) -> Components:
    """The voice of somebody reading it; what is heard stands on the same page to be read."""
    medium = context.images.find_medium(chapter.read_aloud)
    return () if medium is None or medium.heads_up else blocks.show_medium(replace(context, in_transcript=True), medium)
