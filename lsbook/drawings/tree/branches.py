"""A family in branches, one under another: parents with their children, then the home. However many there are, it fits.

Who stands in two branches is drawn in both, with the same face: as somebody's child, and as somebody's parent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from lsbook.drawings.labels import wrap_text
from lsbook.drawings.motifs import draw_face, draw_house
from lsbook.drawings.palette import Palette
from lsbook.drawings.shapes import (
    NARROW_WIDTH,
    Box,
    Disc,
    Drawing,
    Paint,
    Point,
    Polyline,
    RoundedRectangle,
    Shape,
    TextLine,
)
from lsbook.drawings.tree.family import CHILD, Family, House, Union
from lsbook.drawings.tree.legend import LINE_WIDTH, Legend, draw_legend, draw_person_label, draw_shelf
from lsbook.drawings.tree.rows import NoRowsError, assign_rows
from lsbook.drawings.tree.style import LABEL_GAP, TreeStyle, measure_person

EDGE, PAD, GAP = 10.0, 14.0, 16.0
"""Units kept free at the edge of the canvas, within a branch, and between two."""
RADIUS, COLUMN = 28.0, 98.0
"""Of a face; the least that somebody takes across."""
DROP, ROOF, BAR = 26.0, 34.0, 13.0
"""From parents down to their children; the roof of a house; the bar above the children."""


class _Row(Struct, frozen=True):
    """People beside each other, with the middle of each across, and how far down their labels reach."""

    people: tuple[int, ...]
    middles: tuple[float, ...]
    style: TreeStyle
    height: float


def draw_branches(
    family: Family, legend: Legend, palette: Palette, typeface: str, width: float = NARROW_WIDTH
) -> Drawing:
    """The whole family on a canvas of ``width``, as tall as it needs: forebears first, the child's home last."""
    style = TreeStyle(COLUMN - 8, RADIUS, typeface, width)
    shapes: list[Shape] = []
    at = EDGE
    for union in _order_unions(family):
        drawn, at = _draw_union(family, union, style, palette, at)
        shapes += drawn
    if family.house:
        drawn, at = _draw_home(family, family.house, style, palette, at)
        shapes += drawn
    drawn, at = draw_shelf(family, legend, palette, style, at)
    signs, at = draw_legend(family, legend, palette, style, at)
    ground = RoundedRectangle(Box(0, 0, width, at), palette.corner, Paint(palette.paper))
    return Drawing(at, (ground, *shapes, *drawn, *signs), width)


def _order_unions(family: Family) -> list[Union]:
    """Generation by generation from the first forebears; within one, the child's own parents last, next to the home."""
    try:
        rows = assign_rows(family)
    except NoRowsError:
        rows = {}
    return sorted(family.unions, key=lambda union: (rows.get(union.parents[0], 0), CHILD in union.children))


def _draw_union(
    family: Family, union: Union, style: TreeStyle, palette: Palette, top: float
) -> tuple[list[Shape], float]:
    hue = palette.hues[(family.unions.index(union) + 3) % len(palette.hues)]
    parents = _arrange(family, union.parents, style)
    down, shapes = top + PAD, list[Shape]()
    meeting, end = _join_parents(parents[0], down)
    if len(parents[0].people) > 1:
        level = down + RADIUS
        line = ((parents[0].middles[0], level), (parents[0].middles[-1], level))
        shapes.append(Polyline(line, Paint(stroke=hue.line, stroke_width=LINE_WIDTH)))
        shapes.append(Disc(meeting, 5.5, Paint(hue.line)))
    bottom = end
    if union.children:
        rows = _arrange(family, union.children, style)
        starts = _stack(rows, end + DROP)
        adopted = frozenset(union.adopted) - frozenset(union.born)
        shapes += _draw_lines(rows, starts, meeting, adopted, hue.line, palette)
        bottom = starts[-1] + rows[-1].height
        for row, start in zip(rows, starts, strict=True):
            shapes += _draw_people(family, row, start, palette)
    for row, start in zip(parents, _stack(parents, down), strict=True):
        shapes += _draw_people(family, row, start, palette)
    box = Box(EDGE, top, style.width - 2 * EDGE, bottom + PAD - top)
    return [RoundedRectangle(box, min(palette.corner, 16), Paint(palette.crown)), *shapes], box.bottom + GAP


def _join_parents(row: _Row, top: float) -> tuple[Point, float]:
    """Where the line to the children begins, and how far down the parents reach."""
    bottom = top + row.height
    if len(row.people) == 1:
        return (row.middles[0], bottom + 2), bottom
    return ((row.middles[0] + row.middles[-1]) / 2, top + RADIUS), bottom


def _arrange(family: Family, people: Sequence[int], style: TreeStyle) -> list[_Row]:
    """``people`` in rows, as many across as their words have room for."""
    room = style.width - 2 * (EDGE + PAD)
    across = max(1, min(len(people), int(room // COLUMN)))
    while across > 1 and any(
        measure_person(family.people[person], _widen(style, room / across)).half_width * 2 > room / across - 6
        for person in people
    ):
        across -= 1
    across = -(-len(people) // -(-len(people) // across))
    own = _widen(style, room / across)
    cuts = [tuple(people[at : at + across]) for at in range(0, len(people), across)]
    return [_make_row(family, cut, room / across, own) for cut in cuts]


def _widen(style: TreeStyle, column: float) -> TreeStyle:
    return TreeStyle(min(column - 12, 150.0), style.face_radius, style.typeface, style.width)


def _make_row(family: Family, people: tuple[int, ...], column: float, style: TreeStyle) -> _Row:
    start = style.width / 2 - column * (len(people) - 1) / 2
    middles = tuple(start + column * at for at in range(len(people)))
    return _Row(people, middles, style, max(measure_person(family.people[person], style).down for person in people))


def _stack(rows: Sequence[_Row], top: float) -> list[float]:
    """How far down each row begins."""
    starts = [top]
    for row in rows[:-1]:
        starts.append(starts[-1] + row.height + DROP)
    return starts


def _draw_lines(
    rows: Sequence[_Row],
    starts: Sequence[float],
    meeting: Point,
    adopted: frozenset[int],
    ink: str,
    palette: Palette,
) -> Iterator[Shape]:
    """From where the parents meet down to each child; to further rows, along the edge of the branch."""
    gutter = EDGE + 7.0
    for number, (row, start) in enumerate(zip(rows, starts, strict=True)):
        level = start - BAR
        first = meeting if number == 0 else (gutter, starts[0] - BAR)
        turn = (first[0], level)
        for person, middle in zip(row.people, row.middles, strict=True):
            points = tuple(dict.fromkeys((first, turn, (middle, level), (middle, start))))
            doubled = person in adopted
            yield Polyline(points, Paint(stroke=ink, stroke_width=8 if doubled else LINE_WIDTH), 7)
            if doubled:
                yield Polyline(points, Paint(stroke=palette.crown, stroke_width=2.6), 7)
    if len(rows) > 1:
        level = starts[0] - BAR
        yield Polyline(((gutter, level), (meeting[0], level)), Paint(stroke=ink, stroke_width=LINE_WIDTH))


def _draw_people(family: Family, row: _Row, top: float, palette: Palette) -> Iterator[Shape]:
    for person, middle in zip(row.people, row.middles, strict=True):
        yield from draw_face((middle, top + RADIUS), RADIUS, palette, family.people[person].face)
        below = top + 2 * RADIUS + LABEL_GAP
        yield from draw_person_label(family.people[person], middle, below, row.style, palette)


def _draw_home(
    family: Family, house: House, style: TreeStyle, palette: Palette, top: float
) -> tuple[list[Shape], float]:
    """The house with everybody who lives in it: the child in the middle of the last row, pets behind."""
    grown = [person for person in house.members if person != CHILD and not family.people[person].is_beside_child]
    young = [person for person in house.members if person not in grown]
    members = [*sorted(grown, key=lambda person: family.people[person].face.is_pet), *young]
    rows = _arrange(family, members, style)
    starts = _stack(rows, top + ROOF + PAD)
    names = wrap_text(house.name, style.width - 6 * EDGE, style.name_font)
    foot = starts[-1] + rows[-1].height + 8
    wall = Box(2 * EDGE, top + ROOF, style.width - 4 * EDGE, foot + 19 * len(names) + 8 - top - ROOF)
    shapes: list[Shape] = [*draw_house((wall,), palette.hues[0])]
    for row, start in zip(rows, starts, strict=True):
        shapes += _draw_people(family, row, start, palette)
    shapes += [
        TextLine(line, (style.width / 2, foot + 16 + 19 * at), style.name_font, palette.ink)
        for at, line in enumerate(names)
    ]
    return shapes, wall.bottom + GAP
