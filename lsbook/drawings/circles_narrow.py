"""People in groups for a phone: the child on top, then panels of the full width on a dotted stem, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from lsbook.drawings.circles import Circle, Member
from lsbook.drawings.labels import Font, measure_longest_word, wrap_text
from lsbook.drawings.motifs import FaceSign, draw_face
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import NARROW_WIDTH, Box, Drawing, Paint, Polyline, RoundedRectangle, Shape, TextLine

EDGE, GAP, PAD, LINE_HEIGHT, HEAD_LINE = 10.0, 20.0, 12.0, 19.0, 21.0
CHILD_RADIUS = 40.0
RADII = {1: 32.0, 2: 32.0, 3: 28.0}
"""Of a face, by how many stand beside each other."""


@lru_cache(maxsize=16)
def draw_narrow_circles(groups: tuple[Circle, ...], child: str, sign: FaceSign, palette: Palette) -> Drawing:
    """One drawing, as tall as it needs."""
    head, middle = Font(18, True, palette.typeface), NARROW_WIDTH / 2
    shapes: list[Shape] = [*draw_face((middle, EDGE + 6 + CHILD_RADIUS), CHILD_RADIUS, palette, sign)]
    at = EDGE + 6 + 2 * CHILD_RADIUS + 8
    for line in wrap_text(child, NARROW_WIDTH - 2 * EDGE, head):
        at += HEAD_LINE
        shapes.append(TextLine(line, (middle, at - 3), head, palette.ink))
    at += 4
    for number, group in enumerate(groups):
        hue = palette.hues[number % len(palette.hues)]
        stem = ((middle, at + 4), (middle, at + GAP))
        shapes.append(Polyline(stem, Paint(stroke=hue.line, stroke_width=5, dash="0.1 10")))
        drawn, at = _draw_panel(group, at + GAP, hue, palette)
        shapes += drawn
    ground = RoundedRectangle(Box(0, 0, NARROW_WIDTH, at + EDGE), palette.corner, Paint(palette.paper))
    return Drawing(at + EDGE, (ground, *shapes), NARROW_WIDTH)


def _draw_panel(group: Circle, top: float, hue: Hue, palette: Palette) -> tuple[list[Shape], float]:
    head, wide = Font(17, True, palette.typeface), NARROW_WIDTH - 2 * EDGE
    names = wrap_text(group.name, wide - 2 * PAD, head)
    words: list[Shape] = [
        TextLine(line, (NARROW_WIDTH / 2, top + 27 + HEAD_LINE * at), head, hue.line) for at, line in enumerate(names)
    ]
    y = top + 18 + HEAD_LINE * len(names)
    across = _choose_columns(group.members, wide - 2 * PAD, palette)
    column = (wide - 2 * PAD) / across
    for start in range(0, len(group.members), across):
        row = group.members[start : start + across]
        words += _draw_row(row, y, column, RADII[across], palette)
        y += 2 * RADII[across] + 8 + max(_count_lines(member, column, palette) for member in row) * LINE_HEIGHT + 8
    box = Box(EDGE, top, wide, y + 4 - top)
    return [RoundedRectangle(box, min(palette.corner, 16), Paint(hue.fill, hue.line, 2.5)), *words], box.bottom


def _choose_columns(members: Sequence[Member], room: float, palette: Palette) -> int:
    """Two across for two people or four, else three, where no word is broken."""
    wanted = 1 if len(members) == 1 else 2 if len(members) in (2, 4) else 3
    name, role = _make_fonts(palette)
    longest = max(
        max(measure_longest_word(member.name, name), measure_longest_word(member.role, role)) for member in members
    )
    while wanted > 1 and longest > room / wanted - 6:
        wanted -= 1
    return wanted


def _make_fonts(palette: Palette) -> tuple[Font, Font]:
    return Font(16, True, palette.typeface), Font(16, False, palette.typeface)


def _wrap_label(member: Member, column: float, palette: Palette) -> list[tuple[str, Font]]:
    name, role = _make_fonts(palette)
    lines = [(line, name) for line in wrap_text(member.name, column - 6, name)]
    rest = [text for text in (member.role, member.note) if text]
    return lines + [(line, role) for text in rest for line in wrap_text(text, column - 6, role)]


def _count_lines(member: Member, column: float, palette: Palette) -> int:
    return len(_wrap_label(member, column, palette))


def _draw_row(row: Sequence[Member], top: float, column: float, radius: float, palette: Palette) -> Iterator[Shape]:
    for number, member in enumerate(row):
        x = NARROW_WIDTH / 2 + (number - (len(row) - 1) / 2) * column
        yield from draw_face((x, top + radius), radius, palette, member.face)
        for at, (line, font) in enumerate(_wrap_label(member, column, palette)):
            yield TextLine(line, (x, top + 2 * radius + 22 + LINE_HEIGHT * at), font, palette.ink)
