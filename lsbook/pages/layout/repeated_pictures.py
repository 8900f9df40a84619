"""One large showing of a picture in a book: where it stands again by itself, it stands small."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar, cast

from msgspec.structs import replace

from lsbook.model.vocabulary import PageLook
from lsbook.model.walk import map_parts
from lsbook.pages.layout.album_components import PhotoRow
from lsbook.pages.layout.components import Components, FigureStyle, MediaFigure, PhotoStrip, RunningText
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageModel

T = TypeVar("T")
_Models: TypeAlias = tuple[PageModel, ...]
_LinkWords: TypeAlias = Callable[[PageModel, PageModel], Components]
ALBUM_TEMPLATE = "photos.html"
FULL_SIZE_TEMPLATES = ("chapter.html", "homes.html", "schools.html", "timeline.html", ALBUM_TEMPLATE)
"""Kinds of pages on which a picture by itself is large, in the order in which they choose."""
ARRANGED_TYPES = (PhotoRow, PhotoStrip)
"""Pictures beside each other are small as it is."""


def shrink_repeated_pictures(models: _Models, look: PageLook, link_words: _LinkWords) -> _Models:
    """``models`` in their order, with every picture large on one of them and small on the others.

    The words of a document stand where it is large; instead of them the album has what ``link_words`` makes of itself
    and of that page. Under five a picture fills its side of a board wherever it stands.
    """
    if look is PageLook.UNDER_5:
        return models
    parts = [part for model in models for part in (model, *model.folded) if part.template in FULL_SIZE_TEMPLATES]
    shown: dict[str, PageModel] = {}
    contents = {
        part.address: _Shrinker(part, shown, link_words).shrink(part.content)
        for part in sorted(parts, key=lambda part: FULL_SIZE_TEMPLATES.index(part.template))
    }

    def rebuild(model: PageModel) -> PageModel:
        content = contents.get(model.address, model.content)
        return replace(model, content=content, folded=tuple(map(rebuild, model.folded)))

    return tuple(map(rebuild, models))


class _Shrinker:
    """Makes the pictures of one page small that are ``shown`` on a page before it; the others are from now on."""

    def __init__(self, model: PageModel, shown: dict[str, PageModel], link_words: _LinkWords) -> None:
        self._model = model
        self._shown = shown
        self._link_words = link_words

    def shrink(self, content: T) -> T:
        return cast("T", self._shrink_parts(content))

    def _shrink_parts(self, value: object) -> object:
        if isinstance(value, ARRANGED_TYPES):
            return value
        if isinstance(value, MediaFigure):
            return self._shrink_figure(value)
        return map_parts(value, self._shrink_parts)

    def _shrink_figure(self, figure: MediaFigure) -> MediaFigure:
        if figure.style is FigureStyle.SCAN:
            return figure
        place = self._shown.get(figure.image.src.target)
        if place is None:
            self._shown[figure.image.src.target] = self._model
            return figure
        if figure.transcript and self._model.template == ALBUM_TEMPLATE and place is not self._model:
            figure = replace(figure, transcript=self._link_words(self._model, place))
        return replace(figure, is_small=True)


def link_words(context: PageContext, album: PageModel, place: PageModel) -> Components:
    """Where the words of a document are: on the page ``place``."""
    context = context.for_page(album.address)
    words = context.catalog.say_rich("words-in-page", page=context.link(place.address, place.title))
    return (RunningText(words.put_on_line().put_into("<p>{}</p>")),)
