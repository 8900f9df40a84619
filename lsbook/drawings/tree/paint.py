"""A laid-out tree as shapes: ground, house, lines, faces, words, and a key of the signs that occur."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, permutations, product

from lsbook.drawings.labels import wrap_text
from lsbook.drawings.motifs import draw_face, draw_house
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import Box, Disc, Drawing, Paint, Point, Polyline, RoundedRectangle, Shape, TextLine
from lsbook.drawings.tree.faults import is_crossing
from lsbook.drawings.tree.layout import Face, TreeLayout, TreeLink
from lsbook.drawings.tree.legend import LINE_WIDTH, Legend, draw_label, draw_legend, draw_shelf
from lsbook.drawings.tree.style import TreeStyle, wrap_label


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
    family, at = tree.plan.family, tree.height
    shelf, at = draw_shelf(family, legend, palette, tree.style, at)
    signs, at = draw_legend(family, legend, palette, tree.style, at)
    ground = RoundedRectangle(Box(0, 0, tree.width, at), palette.corner, Paint(palette.paper))
    return Drawing(at, (ground, *shapes, *shelf, *signs), tree.width)


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
    yield from draw_face(face.middle, tree.style.face_radius, palette, tree.plan.family.people[face.person].face)
    yield from draw_label(face.label, wrap_face_label(tree.style, tree, face), tree.style, palette)


def wrap_face_label(style: TreeStyle, tree: TreeLayout, face: Face) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """The lines of somebody's label."""
    return wrap_label(tree.plan.family.people[face.person], style)


def choose_union_hue(union: int, palette: Palette) -> Hue:
    """The colour of one union's lines, unlike that of the next."""
    return palette.hues[(union + 3) % len(palette.hues)]
