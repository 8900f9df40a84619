"""The scene that stands with hard news: a window in the rain, and within it a lamp and a blanket."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.drawings.shapes import Box, Disc, Paint, Point, Polyline, RoundedRectangle, Shape

LIGHT, CREAM, BROWN = "#ffd65c", "#fff1cf", "#8a3b1a"


def draw_window() -> Iterator[Shape]:
    """A room in the evening: hills and rain behind the glass, the light of a lamp, a blanket on the sill."""
    yield RoundedRectangle(Box(0, 0, 1000, 750), 0, Paint("#4a3f5f"))
    glass = Box(190, 70, 620, 440)
    yield RoundedRectangle(glass, 10, Paint("#33496f"))
    hills = ((190, 420), (300, 360), (430, 390), (560, 340), (700, 385), (810, 350), (810, 510), (190, 510))
    meadow = ((190, 465), (340, 430), (520, 470), (690, 435), (810, 460), (810, 510), (190, 510))
    yield Polyline(hills, Paint("#2a3d60"), 60, closed=True)
    yield Polyline(meadow, Paint("#22334f"), 60, closed=True)
    for at in range(22):
        x, y = 215 + at * 27, 90 + at * 137 % 330
        yield Polyline(((x, y), (x - 14, y + 44)), Paint("none", "#9db4d6", 5))
    yield RoundedRectangle(glass, 10, Paint("none", CREAM, 26))
    yield Polyline(((500, 70), (500, 510)), Paint("none", CREAM, 18))
    yield Polyline(((190, 270), (810, 270)), Paint("none", CREAM, 18))
    for side in (-1, 1):
        x = 500 + side * 310
        hem = ((x - side * 10, 300), (x + side * 20, 545), (x + side * 150, 545))
        curtain = ((x + side * 150, 20), (x - side * 80, 20), *hem)
        yield Polyline(curtain, Paint("#a8485a"), 30, closed=True)
    yield RoundedRectangle(Box(60, 25, 880, 22), 11, Paint(BROWN))
    yield from (Disc((640, 470), r, Paint(colour)) for r, colour in ((150, "#5c4f66"), (108, "#7d6a68")))
    yield RoundedRectangle(Box(110, 540, 780, 210), 12, Paint("#8f5a3c"))
    yield RoundedRectangle(Box(80, 525, 840, 44), 14, Paint("#c98d5e"))
    yield from _draw_lamp((640, 528))
    yield from _draw_folded_blanket(Box(290, 428, 230, 104))


def _draw_lamp(at: Point) -> Iterator[Shape]:
    """``at`` is the middle of its foot."""
    x, y = at
    yield RoundedRectangle(Box(x - 9, y - 90, 18, 90), 6, Paint(BROWN))
    yield RoundedRectangle(Box(x - 52, y - 18, 104, 22), 11, Paint(BROWN))
    shade = ((x - 46, y - 190), (x + 46, y - 190), (x + 84, y - 76), (x - 84, y - 76))
    yield Polyline(shade, Paint(LIGHT), 12, closed=True)


def _draw_folded_blanket(box: Box) -> Iterator[Shape]:
    """Three folds, one on the other, each with a stripe."""
    fold = box.height / 3
    for at, colour in enumerate(("#3f76b5", "#2c6389", "#3f76b5")):
        layer = Box(box.x - 5 * at, box.y + fold * at, box.width + 10 * at, fold + 2)
        yield RoundedRectangle(layer, fold / 2, Paint(colour))
        yield RoundedRectangle(Box(layer.x + 40, layer.y, 22, layer.height), 0, Paint(CREAM))
