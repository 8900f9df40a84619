"""Strengths and achievements as a quilt: equal patches in the order told, none larger and none first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsbook.drawings.labels import Letters, broken
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import WIDTH, Box, Disc, Drawing, Paint, Plate, Shape
from lsbook.drawings.shapes import Line as Words
from lsbook.drawings.signs import sign_of

ACROSS, GAP, EDGE = 3, 10.0, 12.0
SIGNS = {"strength": 0, "achievement": 2, "mine": 9, "hope": 4}
INSIDE = 18.0
MOST = 12
"""Patches in one drawing."""


@dataclass(frozen=True)
class Patch:
    """``kind`` is strength, achievement, mine or hope; ``by`` who said it, or when it was."""

    kind: str
    words: str
    by: str = ""


def quilt(patches: Sequence[Patch], palette: Palette) -> Drawing:
    """All patches are as large as the longest words need."""
    across = min(ACROSS, len(patches))
    wide = (WIDTH - 2 * EDGE - GAP * (across - 1)) / across
    room = min(wide - 2 * INSIDE, 300.0)
    said, small = Letters(17, True, palette.face), Letters(16, False, palette.face)
    lines = [(broken(one.words, room, said), broken(one.by, room, small) if one.by else ()) for one in patches]
    high = max(70 + 21 * len(words) + 20 * len(by) + 22 for words, by in lines)
    rows = -(-len(patches) // across)
    height = 2 * EDGE + rows * high + (rows - 1) * GAP
    shapes: list[Shape] = [Plate(Box(0, 0, WIDTH, height), palette.round, Paint(palette.paper))]
    for at, (one, (words, by)) in enumerate(zip(patches, lines, strict=True)):
        row, column = divmod(at, across)
        box = Box(EDGE + column * (wide + GAP), EDGE + row * (high + GAP), wide, high)
        hue = palette.hues[(column + row * 2) % len(palette.hues)]
        shapes += _patch(box, SIGNS.get(one.kind, 0), hue, palette)
        shapes += _words(box, (words, said), (by, small), hue, palette)
    return Drawing(height, tuple(shapes))


def fits(patches: Sequence[Patch], palette: Palette) -> bool:
    """Whether no word is wider than its patch."""
    drawing = quilt(patches, palette)
    plates = [shape.box for shape in drawing.shapes if isinstance(shape, Plate)][1:]
    return all(any(box.holds(line.box) for box in plates) for line in drawing.lines)


def _patch(box: Box, sign: int, hue: Hue, palette: Palette) -> Iterator[Shape]:
    corner = min(palette.round, 16)
    yield Plate(box, corner, Paint(hue.fill, hue.line, 2.5))
    yield Plate(box.grown(-7), max(0.0, corner - 5), Paint("none", hue.line, 1.6, "6 5"))
    at = (box.x + box.width / 2, box.y + 36)
    yield Disc(at, 16, Paint(hue.line))
    yield from sign_of(sign, at, 10, "#ffffff")


def _words(
    box: Box,
    said: tuple[tuple[str, ...], Letters],
    by: tuple[tuple[str, ...], Letters],
    hue: Hue,
    palette: Palette,
) -> Iterator[Shape]:
    middle = box.x + box.width / 2
    used = 21 * len(said[0]) + 20 * len(by[0])
    down = box.y + 58 + (box.height - 58 - 18 - used) / 2 + 15
    for line in said[0]:
        yield Words(line, (middle, down), said[1], palette.ink)
        down += 21
    for line in by[0]:
        yield Words(line, (middle, down + 2), by[1], hue.line)
        down += 20
