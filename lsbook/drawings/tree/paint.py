"""A laid-out tree as shapes: ground, house, lines, faces, words, and a key of the signs that occur."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, permutations, product

from lsbook.drawings.labels import broken
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import WIDTH, Box, Disc, Drawing, Line, Paint, Plate, Point, Shape, Way
from lsbook.drawings.signs import face, house_shape
from lsbook.drawings.tree.family import CHILD
from lsbook.drawings.tree.faults import crosses
from lsbook.drawings.tree.layout import Face, Link, Tree
from lsbook.drawings.tree.style import Style, label, letters, line_width

THICK = 3.5
ROW = 34.0
"""Units down for a row of the key."""


@dataclass(frozen=True)
class Key:
    """The words of the key, for the signs that may occur; and the heading of the shelf."""

    born: str
    adopted: str
    partners: str
    house: str
    shelf: str


def painted(tree: Tree, key: Key, palette: Palette) -> Drawing:
    """The whole drawing, its ground first."""
    hues = palette.hues
    shapes: list[Shape] = [*_crowns(tree, palette), *_house(tree, palette)]
    for link in tree.links:
        shapes += _stroke(link, link.points, palette)
    shapes += _bridges(tree, palette)
    shapes += [Disc(at, 5.5, Paint(hues[(union + 3) % len(hues)].line)) for union, at in tree.knots]
    for one in tree.faces:
        shapes += _person(tree, one, palette)
    shapes += _house_name(tree, palette)
    at = tree.height
    shelf, at = _shelf(tree, key, palette, at)
    signs, at = _key(tree, key, palette, at)
    ground = Plate(Box(0, 0, WIDTH, at), palette.round, Paint(palette.paper))
    return Drawing(at, (ground, *_pushed(tree, shapes), *shelf, *signs))


def _stroke(link: Link, points: tuple[Point, ...], palette: Palette) -> Iterator[Shape]:
    """A line in the colour of its union; an adoption is two strands as heavy as one."""
    yield Way(points, Paint(stroke=hue_of(link.union, palette).line, thick=8 if link.doubled else THICK), 7)
    if link.doubled:
        yield Way(points, Paint(stroke=palette.paper, thick=2.6), 7)


def _bridges(tree: Tree, palette: Palette) -> Iterator[Shape]:
    """Where lines of two unions must cross, the upright one goes over the other like a bridge."""
    for link, under in permutations(tree.links, 2):
        for one, other in product(pairwise(link.points), pairwise(under.points)):
            if link.union != under.union and one[0][0] == one[1][0] and crosses(one, other):
                x, y = one[0][0], other[0][1]
                over = ((x, y - 7), (x, y + 7))
                yield Way(over, Paint(stroke=palette.paper, thick=(8 if link.doubled else THICK) + 6))
                yield from _stroke(link, over, palette)


def _pushed(tree: Tree, shapes: list[Shape]) -> list[Shape]:
    """Sideways, a tree is as wide as it needs and stands in the middle of the page."""
    by = (WIDTH - tree.width) / 2
    return [moved(shape, by) for shape in shapes] if by > 0.5 else shapes


def moved(shape: Shape, by: float) -> Shape:
    """A shape further across by so many units."""
    match shape:
        case Plate(box, corner, paint):
            return Plate(Box(box.x + by, box.y, box.width, box.height), corner, paint)
        case Disc((x, y), radius, paint):
            return Disc((x + by, y), radius, paint)
        case Way(points, paint, corner, closed):
            return Way(tuple((x + by, y) for x, y in points), paint, corner, closed)
        case Line(words, (x, y), set_in, ink):
            return Line(words, (x + by, y), set_in, ink)


def _crowns(tree: Tree, palette: Palette) -> Iterator[Shape]:
    """A soft ground under everybody outside the house and their lines: a family fills the page as a house does."""
    house = tree.plan.family.house
    inside = frozenset(house.members if house else ())
    for link in tree.links:
        if not link.ends <= inside:
            yield Way(link.points, Paint(stroke=palette.crown, thick=34))
    radius = tree.style.face + 10
    for one in tree.faces:
        if one.person not in inside:
            yield Disc(one.middle, radius, Paint(palette.crown))
            yield Plate(one.label.grown(9), 16, Paint(palette.crown))


def _house(tree: Tree, palette: Palette) -> Iterator[Shape]:
    house = tree.plan.family.house
    if house is None or not tree.walls:
        return
    yield from house_shape(tree.walls, palette.hues[0])


def _house_name(tree: Tree, palette: Palette) -> Iterator[Shape]:
    """At the foot of the house, as near its middle as the lines to those below let it; else on a plate over them."""
    house = tree.plan.family.house
    if house is None or not tree.walls:
        return
    last = max(tree.walls, key=lambda wall: (wall.foot, wall.width))
    set_in = tree.style.name
    lines = broken(house.name, last.width - 12, set_in)
    wide, high = max(set_in.width(words) for words in lines), 19.0 * len(lines)
    middle, band = last.x + last.width / 2, Box(last.x, last.foot - 8 - high, last.width, high + 4)
    taken = _taken(tree, band)
    reach = wide / 2 + 8
    places = [middle, *(at + side for at in taken for side in (-reach, reach))]
    free = [
        at
        for at in places
        if abs(at - middle) <= (last.width - wide) / 2 - 5 and all(abs(at - one) >= reach - 0.1 for one in taken)
    ]
    at = min(free, key=lambda place: abs(place - middle), default=middle)
    if not free:
        yield Plate(Box(at - wide / 2 - 4, band.y, wide + 8, high + 4), 4, Paint(palette.hues[0].fill))
    for number, words in enumerate(lines):
        yield Line(words, (at, last.foot - 10 - (len(lines) - 1 - number) * 19), set_in, palette.ink)


def _taken(tree: Tree, band: Box) -> list[float]:
    """Where lines go upright through a band."""
    return [
        one[0]
        for link in tree.links
        for one, other in pairwise(link.points)
        if abs(one[0] - other[0]) < 1
        and band.x < one[0] < band.end
        and min(one[1], other[1]) < band.foot
        and max(one[1], other[1]) > band.y
    ]


def _person(tree: Tree, one: Face, palette: Palette) -> Iterator[Shape]:
    figure = tree.plan.family.people[one.person]
    child = one.person == CHILD
    if tree.style.face:
        yield from face(one.middle, tree.style.face, palette, child=child, pet=figure.pet, unknown=figure.unknown)
    elif child:
        yield Plate(one.label.grown(3), 6, Paint(palette.paper, palette.hues[5].line, 2.5))
    yield from words_in(one.label, figure_lines(tree.style, tree, one), tree.style, palette)


def figure_lines(style: Style, tree: Tree, one: Face) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """The lines of somebody's label."""
    return label(tree.plan.family.people[one.person], style)


def words_in(
    box: Box, lines: tuple[tuple[tuple[str, bool], ...], ...], style: Style, palette: Palette
) -> Iterator[Line]:
    """A label in its room: in the middle of it or, sideways, from its start."""
    for number, line in enumerate(lines):
        wide = line_width(line, style)
        start = box.x if style.sideways else box.x + (box.width - wide) / 2
        for words, bold in line:
            set_in = letters(bold, style)
            own = set_in.width(words)
            yield Line(words, (start + own / 2, box.y + 15 + number * style.line), set_in, palette.ink)
            start += own + 5


def _shelf(tree: Tree, key: Key, palette: Palette, at: float) -> tuple[list[Shape], float]:
    """People of the family of whom no link is told: beside each other, with no line to anybody."""
    people = [tree.plan.family.people[one] for one in tree.plan.family.shelf]
    if not people:
        return [], at
    style = Style(False, 104, 22, tree.style.type)
    shapes: list[Shape] = []
    y = at + 46.0
    for start in range(0, len(people), 5):
        row = people[start : start + 5]
        high = 0.0
        for number, figure in enumerate(row):
            x = WIDTH / 2 + (number - (len(row) - 1) / 2) * 118
            lines = label(figure, style)
            high = max(high, len(lines) * style.line)
            shapes += face((x, y + 22), 22, palette, pet=figure.pet, unknown=figure.unknown)
            wide = max(line_width(line, style) for line in lines)
            shapes += words_in(Box(x - wide / 2, y + 50, wide, high), lines, style, palette)
        y += 50 + high + 12
    plate = Plate(Box(12, at + 6, WIDTH - 24, y - at - 6), min(palette.round, 16), Paint("none", palette.edge, 2))
    head = Line(key.shelf, (WIDTH / 2, at + 30), style.name, palette.ink)
    return [plate, head, *shapes], y + 8


def _key(tree: Tree, key: Key, palette: Palette, at: float) -> tuple[list[Shape], float]:
    """Only the signs that occur, in as many rows as they need."""
    family = tree.plan.family
    signs = [
        ("born", key.born, any(union.born for union in family.unions)),
        ("adopted", key.adopted, any(set(union.adopted) - set(union.born) for union in family.unions)),
        ("partners", key.partners, any(not union.children for union in family.unions)),
        ("house", key.house, family.house is not None),
    ]
    set_in = tree.style.role
    shown = [(sign, words, 54 + set_in.width(words)) for sign, words, here in signs if here]
    rows: list[list[tuple[str, str, float]]] = []
    for one in shown:
        if rows and sum(wide + 22 for *_, wide in rows[-1]) + one[2] <= WIDTH - 40:
            rows[-1].append(one)
        else:
            rows.append([one])
    shapes: list[Shape] = []
    for row in rows:
        x = WIDTH / 2 - (sum(wide for *_, wide in row) + 22 * (len(row) - 1)) / 2
        for sign, words, wide in row:
            shapes += _sign(sign, (x + 22, at + 14), palette)
            shapes.append(Line(words, (x + 54 + (wide - 54) / 2, at + 19), set_in, palette.ink))
            x += wide + 22
        at += ROW
    return shapes, at + 4


def _sign(sign: str, at: Point, palette: Palette) -> list[Shape]:
    (x, y), ink = at, palette.ink
    line = ((x - 22, y), (x + 22, y))
    if sign == "house":
        return list(house_shape((Box(x - 15, y - 4, 30, 14),), palette.hues[0], roof=10))
    if sign == "adopted":
        return [Way(line, Paint(stroke=ink, thick=8)), Way(line, Paint(stroke=palette.paper, thick=2.6))]
    found: list[Shape] = [Way(line, Paint(stroke=ink, thick=THICK))]
    return [*found, Disc(at, 5.5, Paint(ink))] if sign == "partners" else found


def hue_of(union: int, palette: Palette) -> Hue:
    """The colour of one union's lines, unlike that of the next."""
    return palette.hues[(union + 3) % len(palette.hues)]
