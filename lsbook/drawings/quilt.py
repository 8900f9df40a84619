"""Strengths and achievements as a quilt: equal patches in their order, none larger and none first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from lsbook.drawings.labels import Font, wrap_text
from lsbook.drawings.motifs import draw_sign
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import WIDTH, Box, Disc, Drawing, Paint, RoundedRectangle, Shape, TextLine

MOST_COLUMNS, GAP, EDGE = 3, 10.0, 12.0
PATCH_PADDING, NARROW_PADDING = 18.0, 13.0
MOST_LINES = 7
"""Lines of words on a patch of which two stand beside each other on the narrow canvas."""
MOST_PATCHES = 12
"""Patches in one drawing."""


class PatchKind(Enum):
    """What a patch tells; its value is the number of its sign."""

    STRENGTH = 0
    ACHIEVEMENT = 2
    CHILDS_OWN = 9


class Patch(Struct, frozen=True):
    """``attribution``: who said it, or when it was."""

    kind: PatchKind
    text: str
    attribution: str = ""


def draw_quilt(patches: Sequence[Patch], palette: Palette, width: float = WIDTH) -> Drawing:
    """All patches are as large as the longest words need; one that is left over stands in the middle."""
    across = _choose_columns(patches, palette, width)
    wide = (width - 2 * EDGE - GAP * (across - 1)) / across
    large, small = _make_fonts(palette)
    lines = _wrap_patches(patches, across, palette, width)
    high = max(70 + 21 * len(words) + 20 * len(by) + 22 for words, by in lines)
    rows = -(-len(patches) // across)
    height = 2 * EDGE + rows * high + (rows - 1) * GAP
    shapes: list[Shape] = [RoundedRectangle(Box(0, 0, width, height), palette.corner, Paint(palette.paper))]
    for at, (patch, (words, by)) in enumerate(zip(patches, lines, strict=True)):
        row, column = divmod(at, across)
        standing = min(across, len(patches) - row * across)
        start = (width - standing * wide - (standing - 1) * GAP) / 2
        box = Box(start + column * (wide + GAP), EDGE + row * (high + GAP), wide, high)
        hue = palette.hues[(column + row * 2) % len(palette.hues)]
        shapes += _draw_patch(box, patch.kind.value, hue, palette)
        shapes += _draw_text(box, (words, large), (by, small), hue, palette)
    return Drawing(height, tuple(shapes), width)


def _choose_columns(patches: Sequence[Patch], palette: Palette, width: float) -> int:
    """Three across; on the narrow canvas two where all words have room for it, else one."""
    if width >= WIDTH:
        return min(MOST_COLUMNS, len(patches))
    large, small = _make_fonts(palette)
    room = _measure_room(2, width)
    for words, by in _wrap_patches(patches, 2, palette, width):
        wide = max([*map(large.measure, words), *map(small.measure, by)], default=0.0)
        if wide > room or len(words) + len(by) > MOST_LINES:
            return 1
    return min(2, len(patches))


def _make_fonts(palette: Palette) -> tuple[Font, Font]:
    return Font(17, True, palette.typeface), Font(16, False, palette.typeface)


def _measure_room(across: int, width: float) -> float:
    """How much of a patch words may take across."""
    padding = PATCH_PADDING if width >= WIDTH else NARROW_PADDING
    return min((width - 2 * EDGE - GAP * (across - 1)) / across - 2 * padding, 300.0)


def _wrap_patches(
    patches: Sequence[Patch], across: int, palette: Palette, width: float
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The lines of each patch: its words, and who said them."""
    large, small = _make_fonts(palette)
    room = _measure_room(across, width)
    return [
        (wrap_text(patch.text, room, large), wrap_text(patch.attribution, room, small) if patch.attribution else ())
        for patch in patches
    ]


def can_fit(patches: Sequence[Patch], palette: Palette, width: float = WIDTH) -> bool:
    """Whether no word is wider than its patch."""
    drawing = draw_quilt(patches, palette, width)
    plates = [shape.box for shape in drawing.shapes if isinstance(shape, RoundedRectangle)][1:]
    return all(any(box.contains(line.box) for box in plates) for line in drawing.text_lines)


def _draw_patch(box: Box, sign: int, hue: Hue, palette: Palette) -> Iterator[Shape]:
    corner = min(palette.corner, 16)
    yield RoundedRectangle(box, corner, Paint(hue.fill, hue.line, 2.5))
    yield RoundedRectangle(box.expand(-7), max(0.0, corner - 5), Paint("none", hue.line, 1.6, "6 5"))
    at = (box.x + box.width / 2, box.y + 36)
    yield Disc(at, 16, Paint(hue.line))
    yield from draw_sign(sign, at, 10, "#ffffff")


def _draw_text(
    box: Box,
    text: tuple[tuple[str, ...], Font],
    attribution: tuple[tuple[str, ...], Font],
    hue: Hue,
    palette: Palette,
) -> Iterator[Shape]:
    middle = box.x + box.width / 2
    used = 21 * len(text[0]) + 20 * len(attribution[0])
    down = box.y + 58 + (box.height - 58 - 18 - used) / 2 + 15
    for line in text[0]:
        yield TextLine(line, (middle, down), text[1], palette.ink)
        down += 21
    for line in attribution[0]:
        yield TextLine(line, (middle, down + 2), attribution[1], hue.line)
        down += 20
