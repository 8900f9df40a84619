"""What stands under a tree: people of whom no link is told, and a key of the signs that occur."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from msgspec import Struct

from lsbook.drawings.motifs import draw_face, draw_house, draw_leaf
from lsbook.drawings.palette import Palette
from lsbook.drawings.shapes import Box, Disc, Paint, Point, Polyline, RoundedRectangle, Shape, TextLine
from lsbook.drawings.tree.family import Family, TreePerson
from lsbook.drawings.tree.style import TreeStyle, get_font, measure_line, wrap_label

LINE_WIDTH = 3.5
LEGEND_ROW_HEIGHT = 34.0
"""Units down for a row of the key."""
SHELF_COLUMN, SHELF_LABEL, SHELF_RADIUS = 118.0, 104.0, 24.0
"""Units across for somebody on the shelf and for the label, and the radius of the face."""


class LegendSign(Enum):
    """What a tree is drawn with, and the legend explains."""

    BORN = auto()
    ADOPTED = auto()
    PARTNERS = auto()
    HOUSE = auto()
    DIED = auto()


class Legend(Struct, frozen=True):
    """The words of the key, for the signs that may occur; and the heading of the shelf."""

    born: str
    adopted: str
    partners: str
    house: str
    shelf: str
    died: str = ""


def draw_shelf(
    family: Family, legend: Legend, palette: Palette, style: TreeStyle, at: float
) -> tuple[list[Shape], float]:
    """People of the family of whom no link is told: beside each other, with no line to anybody."""
    people = [family.people[person] for person in family.shelf]
    if not people:
        return [], at
    own = TreeStyle(min(SHELF_LABEL, style.width / 2 - 40), SHELF_RADIUS, style.typeface, style.width)
    across = int((style.width - 36) // SHELF_COLUMN)
    shapes: list[Shape] = []
    y = at + 46.0
    for start in range(0, len(people), across):
        row = people[start : start + across]
        shapes += _draw_shelf_row(row, y, palette, own)
        y += 2 * SHELF_RADIUS + 6 + max(len(wrap_label(person, own)) for person in row) * own.line_height + 12
    box = Box(12, at + 6, style.width - 24, y - at - 6)
    head = TextLine(legend.shelf, (style.width / 2, at + 30), own.name_font, palette.ink)
    return [RoundedRectangle(box, min(palette.corner, 16), Paint("none", palette.edge, 2)), head, *shapes], y + 8


def _draw_shelf_row(row: list[TreePerson], y: float, palette: Palette, style: TreeStyle) -> Iterator[Shape]:
    for number, person in enumerate(row):
        x = style.width / 2 + (number - (len(row) - 1) / 2) * SHELF_COLUMN
        yield from draw_face((x, y + SHELF_RADIUS), SHELF_RADIUS, palette, person.face)
        yield from draw_person_label(person, x, y + 2 * SHELF_RADIUS + 6, style, palette)


def draw_person_label(
    person: TreePerson, middle: float, top: float, style: TreeStyle, palette: Palette
) -> Iterator[TextLine]:
    """The label of somebody whose face stands above ``middle``."""
    lines = wrap_label(person, style)
    wide = max(measure_line(line, style) for line in lines)
    box = Box(middle - wide / 2, top, wide, len(lines) * style.line_height)
    return draw_label(box, lines, style, palette)


def draw_label(
    box: Box, lines: tuple[tuple[tuple[str, bool], ...], ...], style: TreeStyle, palette: Palette
) -> Iterator[TextLine]:
    """A label in the middle of its room."""
    for number, line in enumerate(lines):
        wide = measure_line(line, style)
        start = box.x + (box.width - wide) / 2
        for words, bold in line:
            set_in = get_font(bold, style)
            own = set_in.measure(words)
            yield TextLine(words, (start + own / 2, box.y + 15 + number * style.line_height), set_in, palette.ink)
            start += own + 5


def draw_legend(
    family: Family, legend: Legend, palette: Palette, style: TreeStyle, at: float
) -> tuple[list[Shape], float]:
    """Only the signs that occur, in as many rows as they need."""
    entries = [(sign, words, 54 + style.role_font.measure(words)) for sign, words in _list_signs(family, legend)]
    rows: list[list[tuple[LegendSign, str, float]]] = []
    for entry in entries:
        if rows and sum(wide + 22 for *_, wide in rows[-1]) + entry[2] <= style.width - 40:
            rows[-1].append(entry)
        else:
            rows.append([entry])
    shapes: list[Shape] = []
    for row in rows:
        x = style.width / 2 - (sum(wide for *_, wide in row) + 22 * (len(row) - 1)) / 2
        for sign, words, wide in row:
            shapes += _draw_legend_sign(sign, (x + 22, at + 14), palette)
            shapes.append(TextLine(words, (x + 54 + (wide - 54) / 2, at + 19), style.role_font, palette.ink))
            x += wide + 22
        at += LEGEND_ROW_HEIGHT
    return shapes, at + 4


def _list_signs(family: Family, legend: Legend) -> list[tuple[LegendSign, str]]:
    signs = [
        (LegendSign.BORN, legend.born, any(union.born for union in family.unions)),
        (LegendSign.ADOPTED, legend.adopted, any(set(union.adopted) - set(union.born) for union in family.unions)),
        (LegendSign.PARTNERS, legend.partners, any(not union.children for union in family.unions)),
        (LegendSign.HOUSE, legend.house, family.house is not None),
        (LegendSign.DIED, legend.died, any(person.face.has_died for person in family.people)),
    ]
    return [(sign, words) for sign, words, is_shown in signs if is_shown]


def _draw_legend_sign(sign: LegendSign, at: Point, palette: Palette) -> list[Shape]:
    (x, y), ink = at, palette.ink
    line = ((x - 22, y), (x + 22, y))
    if sign is LegendSign.HOUSE:
        return list(draw_house((Box(x - 15, y - 4, 30, 14),), palette.hues[0], roof=10))
    if sign is LegendSign.DIED:
        return list(draw_leaf((x + 8, y), 10))
    if sign is LegendSign.ADOPTED:
        return [
            Polyline(line, Paint(stroke=ink, stroke_width=8)),
            Polyline(line, Paint(stroke=palette.paper, stroke_width=2.6)),
        ]
    shapes: list[Shape] = [Polyline(line, Paint(stroke=ink, stroke_width=LINE_WIDTH))]
    return [*shapes, Disc(at, 5.5, Paint(ink))] if sign is LegendSign.PARTNERS else shapes
