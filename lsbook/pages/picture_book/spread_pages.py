"""The pages of a picture book: a spread a screen, each with the way back and on, and a warm end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lsbook.drawings.scenes import Scene, draw_scene
from lsbook.model.book import NameLink, PictureLink
from lsbook.model.vocabulary import ItemKind
from lsbook.model.walk import find_all
from lsbook.pages.content.household import find_household, list_household_portraits
from lsbook.pages.content.subjects import SubjectContent, make_content_after_spreads
from lsbook.pages.language.rich_text import RichText, extract_plain_text, join_rich, make_rich
from lsbook.pages.layout.addresses import COVER, Href
from lsbook.pages.layout.blocks import make_components
from lsbook.pages.layout.components import DrawingImage, RunningText
from lsbook.pages.layout.context import EntryPoint, PageContext
from lsbook.pages.layout.drawing_file import DrawingFiles, make_drawing_files
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.page_model import NavLink, PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens
from lsbook.pages.layout.render_prose import format_title
from lsbook.pages.layout.spread import Spread

TINTS = ("sky", "butter", "lilac", "mint", "peach")
"""The grounds of the words, in turn."""
END_TINT = "peach"
LONG, LONGEST = 90, 190
"""In letters: from here on the words are set smaller, so that they need no scrolling."""


class SpreadContent(PageContent, frozen=True):
    """``picture`` or ``drawing`` fills one side; ``again_href`` and ``grown_up_href`` stand on the end alone."""

    text: RichText
    picture: PageImage | None
    drawing: DrawingImage | None
    again_href: Href | None = None
    grown_up_href: Href | None = None

    def iter_text(self, say: Say) -> TextTokens:
        yield self.text
        if self.again_href:
            yield from (say("read-again"), say("grown-up-door"))


def make_spread_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The spreads and the end, each with the one before it (first of all the cover) and the one after it."""
    spreads = context.picture_book.spreads
    if not spreads:
        return ()
    pages = (_make_page(context, context.addresses[f"spread {at}"], at, spread) for at, spread in enumerate(spreads))
    models = (*pages, _make_end(context))
    links = [NavLink(COVER, context.say("the-cover")), *(NavLink(model.address, model.title) for model in models), None]
    return tuple(replace(model, back=links[at], onward=links[at + 2]) for at, model in enumerate(models))


def make_small_books(context: PageContext, sensitive: Sequence[PageModel]) -> Iterator[PageModel]:
    """Hard news as the youngest have it: each page of ``sensitive``, and before one with a small book its spreads."""
    entry_points = {entry.sensitive_page: entry for entry in context.entry_points.values() if entry.spreads}
    for model in sensitive:
        if model.address in entry_points and isinstance(model.content, SubjectContent):
            after = replace(model, content=make_content_after_spreads(model.content))
            yield from _make_small_book(context, entry_points[model.address], after)
        else:
            yield model


def _make_small_book(context: PageContext, entry: EntryPoint, after: PageModel) -> Iterator[PageModel]:
    """The spreads, the page ``after`` them, and from there on the warm end of the book."""
    spreads = zip(entry.spreads, context.small_books[entry.topic].spreads, strict=True)
    models = (_make_page(context, address, at, spread) for at, (address, spread) in enumerate(spreads))
    pages = tuple(replace(model, template="small-spread.html", in_row=False) for model in models)
    last = NavLink(context.addresses["spread end"], context.say("end-title"))
    row = [NavLink(page.address, page.title) for page in (*pages, after)]
    links = [NavLink(entry.threshold, context.say("heads-up")), *row, last]
    for at, page in enumerate((*pages, after)):
        yield replace(page, back=links[at], onward=links[at + 2])


def _make_page(context: PageContext, address: str, index: int, spread: Spread) -> PageModel:
    context = context.for_page(address)
    text = _render_words(context, spread)
    picture = _make_picture(context, spread.picture)
    scene = None if picture else _draw(context, _choose_scene(context, spread))
    content = SpreadContent(text, picture, scene.images[0] if scene else None)
    side = "pic-start" if index % 2 == 0 else "pic-end"
    length = len(extract_plain_text(text))
    size = "longest" if length > LONGEST else "long" if length > LONG else ""
    return PageModel(
        context.address,
        "spread.html",
        format_title(context, spread.title, spread.language),
        content,
        css_class=" ".join(filter(None, (side, f"tint-{TINTS[index % len(TINTS)]}", size))),
        listed=False,
        files=scene.files if scene else (),
    )


def _make_end(context: PageContext) -> PageModel:
    """The end, which is warm whatever came before: a house at night with light in its windows."""
    context = context.for_page(context.addresses["spread end"])
    scene = _draw(context, Scene.NIGHT)
    lines = (make_rich(context.say(key)).put_into("<p>{}</p>\n").put_on_line() for key in ("end-line", "end-again"))
    content = SpreadContent(
        join_rich("", lines),
        None,
        scene.images[0],
        context.make_href(context.addresses["spread 0"]),
        context.make_href(context.addresses["grown-up"]),
    )
    title, classes = context.say("end-title"), f"pic-start end tint-{END_TINT}"
    return PageModel(context.address, "spread.html", title, content, css_class=classes, listed=False, files=scene.files)


def _render_words(context: PageContext, spread: Spread) -> RichText:
    """The words without a link in them: a name is a name here, and the pages for the grown-up lead on."""
    plain = replace(context, card_addresses={})
    components = make_components(plain, spread.inside)
    return join_rich("", (component.html for component in components if isinstance(component, RunningText)))


def _make_picture(context: PageContext, link: PictureLink | None) -> PageImage | None:
    medium = context.images.find_medium(link.medium) if link else None
    images = context.images.make_images(medium, context.address, link.alt if link else None) if medium else ()
    return next(iter(images), None)


def _choose_scene(context: PageContext, spread: Spread) -> Scene:
    """Faces, where the words name two or more of those who live with the child now; else the scene of the chapter."""
    cards = (name.card for name in find_all(NameLink, spread.inside))
    named = {card.position for card in cards if card and card.kind is ItemKind.PEOPLE}
    return Scene.FACES if len(named & find_household(context)) > 1 else spread.scene


def _draw(context: PageContext, scene: Scene) -> DrawingFiles:
    """A scene as a file of the book. The words beside it say all, so it has none of its own."""
    faces = list_household_portraits(context) if scene is Scene.FACES else ()
    return make_drawing_files(context, (draw_scene(scene, faces),), (), "")
