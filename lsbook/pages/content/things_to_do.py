"""Things to do in the scrapbook: questions on the story's own pictures, things to find in it, a page to colour."""

from __future__ import annotations

from msgspec import Struct

from lsbook.drawings.scenes import draw_colouring_page, draw_kite_page
from lsbook.model.book import Card, Medium
from lsbook.model.vocabulary import ItemKind, PageLook
from lsbook.pages.content.household import list_household_faces
from lsbook.pages.layout.addresses import Href
from lsbook.pages.layout.blocks import make_components
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.components import Components, DrawingImage
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.drawing_file import make_drawing_files
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens
from lsbook.pages.layout.sensitive_items import find_sensitive_pictures

MAX_THINGS = 6
"""Things to find: as many as a child remembers who turns the pages."""


class LookCloser(Struct, frozen=True):
    """A picture of the story and the question that somebody wrote on it."""

    picture: PageImage
    asks: Components


class HiddenThing(Struct, frozen=True):
    """A treasured thing and the place in the book where it is shown."""

    href: Href
    picture: PageImage
    name: str


class ThingsToDoContent(PageContent, frozen=True):
    """``drawings`` are pages to colour. Nothing here looks as if it could be filled in on a screen."""

    questions: tuple[LookCloser, ...]
    things: tuple[HiddenThing, ...]
    drawings: tuple[DrawingImage, ...]

    def iter_text(self, say: Say) -> TextTokens:
        if self.questions:
            yield say("play-look")
        for question in self.questions:
            yield from iter_text(question.asks, say)
        if self.things:
            yield say("play-find")
        yield from (thing.name for thing in self.things)
        yield from (say("play-colour"), say("play-colour-line"))


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page, in the child's own scrapbook alone."""
    if context.look is not PageLook.FROM_5 or not context.book.edition.is_for_child:
        return ()
    context = context.for_page(context.addresses["things-to-do"])
    drawn = make_drawing_files(context, (draw_colouring_page(list_household_faces(context)), draw_kite_page()), (), "")
    content = ThingsToDoContent(_ask_questions(context), _hide_things(context), drawn.images)
    title, part = context.say("play-title"), context.say("part-who-am-i")
    return (PageModel(context.address, "things-to-do.html", title, content, part, files=drawn.files),)


def _ask_questions(context: PageContext) -> tuple[LookCloser, ...]:
    behind = find_sensitive_pictures(context.book)
    questions = (_make_question(context, medium) for at, medium in enumerate(context.book.media) if at not in behind)
    return tuple(question for question in questions if question)


def _make_question(context: PageContext, medium: Medium) -> LookCloser | None:
    """The question on a photo; none on one that could not be made, or is hard news."""
    if not medium.look_for or medium.heads_up or medium.hold or not context.images.is_usable(medium):
        return None
    picture = context.make_image(medium)
    return LookCloser(picture, make_components(context, medium.look_for, 3)) if picture else None


def _hide_things(context: PageContext) -> tuple[HiddenThing, ...]:
    things = []
    for at, keepsake in enumerate(context.book.keepsakes):
        picture = context.images.make_thumbnail(() if keepsake.photo is None else (keepsake.photo,), context.address)
        if picture and not keepsake.heads_up and not keepsake.hold:
            href = context.make_href(context.card_addresses[Card(ItemKind.KEEPSAKES, at)])
            things.append(HiddenThing(href, picture, context.isolate(keepsake.name)))
    return tuple(things[:MAX_THINGS])
