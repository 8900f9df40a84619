"""The album: rows by the shapes of photos, nothing left over, nothing cut too far."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lsbook.pages.language.rich_text import make_rich
from lsbook.pages.layout.addresses import NO_HREF
from lsbook.pages.layout.album_components import PhotoShape, RowPattern, arrange_rows, find_shape
from lsbook.pages.layout.components import FigureStyle, MediaFigure
from lsbook.pages.layout.images import PageImage


def photo(width: int, height: int) -> MediaFigure:
    return MediaFigure(FigureStyle.PHOTO, PageImage(NO_HREF, (), width, height, f"{width} by {height}"))


@pytest.mark.parametrize(("count", "rows"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3])])
def test_photos_stand_in_twos_and_threes(count: int, rows: list[int]) -> None:
    """Two to six photos fill their rows, and none is left over beside others."""
    made = arrange_rows(tuple(photo(640, 480) for _ in range(count)))
    assert [len(row.figures) for row in made] == rows


def test_every_photo_stands_once_and_in_its_order() -> None:
    """However many and of whatever shapes, each photo is in one row, in the order in which they were given."""
    figures = tuple(photo(300 + 97 * at, 400 + (at * 151) % 500) for at in range(23))
    assert tuple(figure for row in arrange_rows(figures) for figure in row.figures) == figures


@pytest.mark.parametrize(
    ("width", "height", "shape"),
    [
        (480, 600, PhotoShape.UPRIGHT),
        (600, 600, PhotoShape.SQUARE),
        (640, 480, PhotoShape.LYING),
        (1600, 500, None),
        (300, 900, None),
    ],
)
def test_a_photo_keeps_its_shape_or_stands_alone(width: int, height: int, shape: PhotoShape | None) -> None:
    """What would lose more than an eighth of itself in a row stands alone and whole."""
    assert find_shape(photo(width, height).image) is shape
    if shape is None:
        rows = arrange_rows((photo(640, 480), photo(width, height), photo(640, 480)))
        assert [len(row.figures) for row in rows] == [1, 1, 1]


def test_three_faces_with_their_names_stand_beside_each_other() -> None:
    """On a phone too, where their words are few; lying photos would be too small, and long words have no room."""
    named = replace(photo(600, 600), caption=make_rich("Granny Pearl"))
    told = replace(named, caption=make_rich("Granny Pearl on her way to church, in the purple hat"))
    for row, pattern in ((named, RowPattern.THREES), (told, None), (photo(640, 480), None)):
        assert [made.pattern for made in arrange_rows((row,) * 3)] == [pattern]


def test_two_threes_of_one_kind_run_on_in_pairs() -> None:
    """Of three rows after each other the first two are three pairs; a row of mixed shapes parts them."""
    lying, mixed = (photo(640, 480),) * 3, (photo(640, 480), photo(600, 600), photo(640, 480))
    pairs = RowPattern.PAIRS
    assert [row.pattern for row in arrange_rows(lying * 3)] == [pairs, pairs, None]
    assert [row.pattern for row in arrange_rows((*lying, *mixed, *lying))] == [None, None, None]
