"""Rows of an album: photos beside each other, as wide as their shapes make them, so that all are equally high."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from msgspec.structs import replace

from lsbook.pages.layout.components import Component, MediaFigure
from lsbook.pages.layout.images import PageImage

UPRIGHT_BELOW, SQUARE_UP_TO = 0.87, 1.15
"""Width by height: what is less is upright, what is more lies."""
SHOWN_RATIOS = {"p": 0.8, "s": 1.0, "l": 4 / 3}
"""Width by height as a shape is shown in a row."""
MOST_CUT = {"p": 0.17, "s": 0.12, "l": 0.12}
"""How much of a photo its shape may cut away; of more, the photo stands alone and uncut."""

FEW_LETTERS = 36
"""Words that can stand below a photo in a third of a phone: a name, and where somebody is going."""


class PhotoShape(StrEnum):
    """The shape of a photo in a row: the class of its figure."""

    UPRIGHT = "p"
    SQUARE = "s"
    LYING = "l"


class RowPattern(StrEnum):
    """How three photos of one shape stand on a phone: the class of their row."""

    THREES = "threes"
    """Beside each other: upright or square, with few words below each."""
    PAIRS = "pairs"
    """Two such rows, one after the other, as three pairs."""


class PhotoRow(Component, frozen=True):
    """Photos beside each other, each with its shape; one alone has none, and is not cut."""

    kind: ClassVar[str] = "photo_row"
    figures: tuple[MediaFigure, ...]
    shapes: tuple[PhotoShape | None, ...]
    pattern: RowPattern | None = None


def find_shape(image: PageImage) -> PhotoShape | None:
    """The shape in which a photo stands in a row; none where too much of it would be cut away."""
    ratio = image.width / image.height
    is_upright, is_square = ratio < UPRIGHT_BELOW, ratio <= SQUARE_UP_TO
    shape = PhotoShape.UPRIGHT if is_upright else PhotoShape.SQUARE if is_square else PhotoShape.LYING
    shown = SHOWN_RATIOS[shape]
    cut = 1 - min(ratio, shown) / max(ratio, shown)
    return shape if cut <= MOST_CUT[shape] else None


def arrange_rows(figures: tuple[MediaFigure, ...]) -> tuple[PhotoRow, ...]:
    """All ``figures`` in their order, in rows of two and three; none is left over beside others."""
    rows: list[PhotoRow] = []
    waiting: list[MediaFigure] = []
    for figure in figures:
        if find_shape(figure.image) is None:
            rows += [*_cut_rows(waiting), PhotoRow((figure,), (None,))]
            waiting = []
        else:
            waiting.append(figure)
    return tuple(_set_patterns([*rows, *_cut_rows(waiting)]))


def _cut_rows(figures: list[MediaFigure]) -> list[PhotoRow]:
    """Threes, and at the end twos where a three would leave one over."""
    rows, left = [], list(figures)
    while left:
        size = 3 if len(left) in (3, 5, 6) or len(left) > 6 else min(len(left), 2)
        cut, left = left[:size], left[size:]
        shapes = tuple(find_shape(figure.image) for figure in cut) if size > 1 else (None,)
        rows.append(PhotoRow(tuple(cut), shapes))
    return rows


def _set_patterns(rows: list[PhotoRow]) -> Iterator[PhotoRow]:
    waiting: list[PhotoRow] = []
    for row in rows:
        if _are_alike(row) and not _have_few_letters(row):
            waiting.append(row)
            if len(waiting) == 2:
                yield from (replace(each, pattern=RowPattern.PAIRS) for each in waiting)
                waiting = []
            continue
        yield from waiting
        waiting = []
        yield replace(row, pattern=RowPattern.THREES) if _are_alike(row) else row
    yield from waiting


def _are_alike(row: PhotoRow) -> bool:
    return len(row.shapes) == 3 and len(set(row.shapes)) == 1


def _have_few_letters(row: PhotoRow) -> bool:
    letters = max(len(it.caption.text) + len(it.people.text) + len(it.when) for it in row.figures)
    return letters <= FEW_LETTERS and row.shapes[0] is not PhotoShape.LYING
