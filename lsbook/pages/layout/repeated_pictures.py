"""One large showing of a picture in a book: where it stands again by itself, it stands small."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, cast

from msgspec.structs import replace

from lsbook.model.vocabulary import PageLook
from lsbook.model.walk import map_parts
from lsbook.pages.layout.album_components import PhotoRow
from lsbook.pages.layout.components import FigureStyle, MediaFigure, PhotoStrip
from lsbook.pages.layout.page_model import PageModel

T = TypeVar("T")
FULL_SIZE_TEMPLATES = ("chapter.html", "homes.html", "schools.html", "timeline.html", "photos.html")
"""Kinds of pages on which a picture by itself is large, in the order in which they choose."""
ARRANGED_TYPES = (PhotoRow, PhotoStrip)
"""Pictures beside each other are small as it is."""


def shrink_repeated_pictures(models: Sequence[PageModel], look: PageLook) -> tuple[PageModel, ...]:
    """``models`` in their order, with every picture large on one of them and small on the others.

    Under five a picture fills its side of a board wherever it stands.
    """
    if look is PageLook.UNDER_5:
        return tuple(models)
    parts = [part for model in models for part in (model, *model.folded) if part.template in FULL_SIZE_TEMPLATES]
    shown: set[str] = set()
    contents = {
        part.address: _shrink(part.content, shown)
        for part in sorted(parts, key=lambda part: FULL_SIZE_TEMPLATES.index(part.template))
    }

    def rebuild(model: PageModel) -> PageModel:
        content = contents.get(model.address, model.content)
        return replace(model, content=content, folded=tuple(map(rebuild, model.folded)))

    return tuple(map(rebuild, models))


def _shrink(content: T, shown: set[str]) -> T:
    """``content`` with the pictures that are in ``shown`` small; the others in it are in ``shown`` from now on."""
    return cast("T", _shrink_parts(content, shown))


def _shrink_parts(value: object, shown: set[str]) -> object:
    if isinstance(value, ARRANGED_TYPES):
        return value
    if isinstance(value, MediaFigure):
        return _shrink_figure(value, shown)
    return map_parts(value, lambda part: _shrink_parts(part, shown))


def _shrink_figure(figure: MediaFigure, shown: set[str]) -> MediaFigure:
    picture = figure.image.src.target
    if figure.style is FigureStyle.SCAN:
        return figure
    is_small = picture in shown
    shown.add(picture)
    return replace(figure, is_small=True) if is_small else figure
