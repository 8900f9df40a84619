"""A laid-out tree as shapes: ground, house, lines, faces, words, and a key of the signs that occur."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, permutations, product

from lsbook.drawings.labels import wrap_text
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import WIDTH, Box, Disc, Drawing, Paint, Point, Polyline, RoundedRectangle, Shape, TextLine
from lsbook.drawings.symbols import draw_face, draw_house
from lsbook.drawings.tree.family import CHILD
from lsbook.drawings.tree.faults import is_crossing
from lsbook.drawings.tree.layout import Face, TreeLayout, TreeLink
from lsbook.drawings.tree.style import TreeStyle, get_font, measure_line, wrap_label

LINE_WIDTH = 3.5
LEGEND_ROW_HEIGHT = 34.0
"""Units down for a row of the key."""


@dataclass(frozen=True)
class Legend:
    """The words of the key, for the signs that may occur; and the heading of the shelf."""

    born: str
    adopted: str
    partners: str
    house: str
    shelf: str


def draw_tree(tree: TreeLayout, legend: Legend, palette: Palette) -> Drawing:
    """The whole drawing, its ground first."""
    hues = palette.hues
    shapes: list[Shape] = [*_draw_crowns(tree, palette), *_draw_house(tree, palette)]
    for link in tree.links:
        shapes += _draw_link(link, link.points, palette)
    shapes += _draw_bridges(tree, palette)
    shapes += [Disc(at, 5.5, Paint(hues[(union + 3) % len(hues)].line)) for union, at in tree.knots]
    for face in tree.faces:
        shapes += _draw_person(tree, face, palette)
    shapes += _draw_house_name(tree, palette)
    at = tree.height
    shelf, at = _draw_shelf(tree, legend, palette, at)
    signs, at = _draw_legend(tree, legend, palette, at)
    ground = RoundedRectangle(Box(0, 0, WIDTH, at), palette.corner, Paint(palette.paper))
    return Drawing(at, (ground, *_center_shapes(tree, shapes), *shelf, *signs))


def _draw_link(link: TreeLink, points: tuple[Point, ...], palette: Palette) -> Iterator[Shape]:
    """A line in the colour of its union; an adoption is two strands as heavy as one."""
    yield Polyline(
        points,
        Paint(stroke=choose_union_hue(link.union, palette).line, stroke_width=8 if link.doubled else LINE_WIDTH),
        7,
    )
    if link.doubled:
        yield Polyline(points, Paint(stroke=palette.paper, stroke_width=2.6), 7)


def _draw_bridges(tree: TreeLayout, palette: Palette) -> Iterator[Shape]:
    """Where lines of two unions must cross, the upright one goes over the other like a bridge."""
    for link, under in permutations(tree.links, 2):
        for segment, crossed in product(pairwise(link.points), pairwise(under.points)):
            if link.union != under.union and segment[0][0] == segment[1][0] and is_crossing(segment, crossed):
                x, y = segment[0][0], crossed[0][1]
                over = ((x, y - 7), (x, y + 7))
                yield Polyline(over, Paint(stroke=palette.paper, stroke_width=(8 if link.doubled else LINE_WIDTH) + 6))
                yield from _draw_link(link, over, palette)


def _center_shapes(tree: TreeLayout, shapes: list[Shape]) -> list[Shape]:
    """Sideways, a tree is as wide as it needs and stands in the middle of the page."""
    by = (WIDTH - tree.width) / 2
    return [shift_shape(shape, by) for shape in shapes] if by > 0.5 else shapes


def shift_shape(shape: Shape, distance: float) -> Shape:
    """A shape further across by so many units."""
    match shape:
        case RoundedRectangle(box, corner, paint):
            return RoundedRectangle(Box(box.x + distance, box.y, box.width, box.height), corner, paint)
        case Disc((x, y), radius, paint):
            return Disc((x + distance, y), radius, paint)
        case Polyline(points, paint, corner, closed):
            return Polyline(tuple((x + distance, y) for x, y in points), paint, corner, closed)
        case TextLine(words, (x, y), set_in, ink):
            return TextLine(words, (x + distance, y), set_in, ink)


def _draw_crowns(tree: TreeLayout, palette: Palette) -> Iterator[Shape]:
    """A soft ground under everybody outside the house and their lines: a family fills the page as a house does."""
    house = tree.plan.family.house
    inside = frozenset(house.members if house else ())
    for link in tree.links:
        if not link.ends <= inside:
            yield Polyline(link.points, Paint(stroke=palette.crown, stroke_width=34))
    radius = tree.style.face_radius + 10
    for face in tree.faces:
        if face.person not in inside:
            yield Disc(face.middle, radius, Paint(palette.crown))
            yield RoundedRectangle(face.label.expand(9), 16, Paint(palette.crown))


def _draw_house(tree: TreeLayout, palette: Palette) -> Iterator[Shape]:
    house = tree.plan.family.house
    if house is None or not tree.walls:
        return
    yield from draw_house(tree.walls, palette.hues[0])


def _draw_house_name(tree: TreeLayout, palette: Palette) -> Iterator[Shape]:
    """At the foot of the house, as near its middle as the lines to those below let it; else on a plate over them."""
    house = tree.plan.family.house
    if house is None or not tree.walls:
        return
    last = max(tree.walls, key=lambda wall: (wall.bottom, wall.width))
    set_in = tree.style.name_font
    lines = wrap_text(house.name, last.width - 12, set_in)
    wide, high = max(set_in.measure(words) for words in lines), 19.0 * len(lines)
    middle, band = last.x + last.width / 2, Box(last.x, last.bottom - 8 - high, last.width, high + 4)
    taken = _find_upright_lines(tree, band)
    reach = wide / 2 + 8
    places = [middle, *(at + side for at in taken for side in (-reach, reach))]
    free = [
        at
        for at in places
        if abs(at - middle) <= (last.width - wide) / 2 - 5 and all(abs(at - line) >= reach - 0.1 for line in taken)
    ]
    at = min(free, key=lambda place: abs(place - middle), default=middle)
    if not free:
        yield RoundedRectangle(Box(at - wide / 2 - 4, band.y, wide + 8, high + 4), 4, Paint(palette.hues[0].fill))
    for number, words in enumerate(lines):
        yield TextLine(words, (at, last.bottom - 10 - (len(lines) - 1 - number) * 19), set_in, palette.ink)


def _find_upright_lines(tree: TreeLayout, band: Box) -> list[float]:
    """Where lines go upright through a band."""
    return [
        start[0]
        for link in tree.links
        for start, end in pairwise(link.points)
        if abs(start[0] - end[0]) < 1
        and band.x < start[0] < band.end
        and min(start[1], end[1]) < band.bottom
        and max(start[1], end[1]) > band.y
    ]


def _draw_person(tree: TreeLayout, face: Face, palette: Palette) -> Iterator[Shape]:
    figure = tree.plan.family.people[face.person]
    child = face.person == CHILD
    if tree.style.face_radius:
        yield from draw_face(
            face.middle, tree.style.face_radius, palette, child=child, pet=figure.is_pet, unknown=figure.is_unknown
        )
    elif child:
        yield RoundedRectangle(face.label.expand(3), 6, Paint(palette.paper, palette.hues[5].line, 2.5))
    yield from draw_label(face.label, wrap_face_label(tree.style, tree, face), tree.style, palette)


def wrap_face_label(style: TreeStyle, tree: TreeLayout, face: Face) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """The lines of somebody's label."""
    return wrap_label(tree.plan.family.people[face.person], style)


def draw_label(
    box: Box, lines: tuple[tuple[tuple[str, bool], ...], ...], style: TreeStyle, palette: Palette
) -> Iterator[TextLine]:
    """A label in its room: in the middle of it or, sideways, from its start."""
    for number, line in enumerate(lines):
        wide = measure_line(line, style)
        start = box.x if style.sideways else box.x + (box.width - wide) / 2
        for words, bold in line:
            set_in = get_font(bold, style)
            own = set_in.measure(words)
            yield TextLine(words, (start + own / 2, box.y + 15 + number * style.line_height), set_in, palette.ink)
            start += own + 5


def _draw_shelf(tree: TreeLayout, legend: Legend, palette: Palette, at: float) -> tuple[list[Shape], float]:
    """People of the family of whom no link is told: beside each other, with no line to anybody."""
    people = [tree.plan.family.people[person] for person in tree.plan.family.shelf]
    if not people:
        return [], at
    style = TreeStyle(False, 104, 22, tree.style.typeface)
    shapes: list[Shape] = []
    y = at + 46.0
    for start in range(0, len(people), 5):
        row = people[start : start + 5]
        high = 0.0
        for number, figure in enumerate(row):
            x = WIDTH / 2 + (number - (len(row) - 1) / 2) * 118
            lines = wrap_label(figure, style)
            high = max(high, len(lines) * style.line_height)
            shapes += draw_face((x, y + 22), 22, palette, pet=figure.is_pet, unknown=figure.is_unknown)
            wide = max(measure_line(line, style) for line in lines)
            shapes += draw_label(Box(x - wide / 2, y + 50, wide, high), lines, style, palette)
        y += 50 + high + 12
    plate = RoundedRectangle(
        Box(12, at + 6, WIDTH - 24, y - at - 6), min(palette.corner, 16), Paint("none", palette.edge, 2)
    )
    head = TextLine(legend.shelf, (WIDTH / 2, at + 30), style.name_font, palette.ink)
    return [plate, head, *shapes], y + 8


def _draw_legend(tree: TreeLayout, legend: Legend, palette: Palette, at: float) -> tuple[list[Shape], float]:
    """Only the signs that occur, in as many rows as they need."""
    family = tree.plan.family
    signs = [
        ("born", legend.born, any(union.born for union in family.unions)),
        ("adopted", legend.adopted, any(set(union.adopted) - set(union.born) for union in family.unions)),
        ("partners", legend.partners, any(not union.children for union in family.unions)),
        ("house", legend.house, family.house is not None),
    ]
    set_in = tree.style.role_font
    shown = [(sign, words, 54 + set_in.measure(words)) for sign, words, here in signs if here]
    rows: list[list[tuple[str, str, float]]] = []
    for entry in shown:
        if rows and sum(wide + 22 for *_, wide in rows[-1]) + entry[2] <= WIDTH - 40:
            rows[-1].append(entry)
        else:
            rows.append([entry])
    shapes: list[Shape] = []
    for row in rows:
        x = WIDTH / 2 - (sum(wide for *_, wide in row) + 22 * (len(row) - 1)) / 2
        for sign, words, wide in row:
            shapes += _draw_legend_sign(sign, (x + 22, at + 14), palette)
            shapes.append(TextLine(words, (x + 54 + (wide - 54) / 2, at + 19), set_in, palette.ink))
            x += wide + 22
        at += LEGEND_ROW_HEIGHT
    return shapes, at + 4


def _draw_legend_sign(sign: str, at: Point, palette: Palette) -> list[Shape]:
    (x, y), ink = at, palette.ink
    line = ((x - 22, y), (x + 22, y))
    if sign == "house":
        return list(draw_house((Box(x - 15, y - 4, 30, 14),), palette.hues[0], roof=10))
    if sign == "adopted":
        return [
            Polyline(line, Paint(stroke=ink, stroke_width=8)),
            Polyline(line, Paint(stroke=palette.paper, stroke_width=2.6)),
        ]
    shapes: list[Shape] = [Polyline(line, Paint(stroke=ink, stroke_width=LINE_WIDTH))]
    return [*shapes, Disc(at, 5.5, Paint(ink))] if sign == "partners" else shapes


def choose_union_hue(union: int, palette: Palette) -> Hue:
    """The colour of one union's lines, unlike that of the next."""
    return palette.hues[(union + 3) % len(palette.hues)]
