"""People in equal groups around the child: panels of one size, faces of one size, the same dotted stem to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsbook.pages.drawings.labels import Letters, broken
from lsbook.pages.drawings.palette import Hue, Palette
from lsbook.pages.drawings.shapes import WIDTH, Box, Drawing, Line, Paint, Plate, Shape, Way
from lsbook.pages.drawings.signs import face

EDGE, GUTTER, GAP = 12.0, 112.0, 12.0
TALLEST = 900.0
HEAD = 40.0


@dataclass(frozen=True)
class Member:
    name: str
    role: str
    pet: bool = False


@dataclass(frozen=True)
class Circle:
    """A group: what it is called and who is in it, in the child's own order."""

    name: str
    members: tuple[Member, ...]


@dataclass(frozen=True)
class _Setting:
    """How people stand in a panel: in how many columns, with their roles or without."""

    columns: int
    roles: bool


def circles(groups: Sequence[Circle], child: str, palette: Palette) -> Drawing | None:
    """The lowest drawing with roles that fits a page, else without; ``None`` where neither does."""
    for roles in (True, False):
        made = [_drawn(groups, child, _Setting(columns, roles), palette) for columns in (1, 2, 3)]
        fitting = [one for one in made if one and one.height <= TALLEST]
        if fitting:
            return min(fitting, key=lambda one: one.height)
    return None


def _drawn(groups: Sequence[Circle], child: str, setting: _Setting, palette: Palette) -> Drawing | None:
    wide = (WIDTH - 2 * EDGE - GUTTER) / 2
    cell = (wide - 20) / setting.columns
    high = max(_height(group, setting, cell, palette) for group in groups)
    if high < 0:
        return None
    rows = -(-len(groups) // 2)
    height = 2 * EDGE + rows * high + (rows - 1) * GAP
    height = max(height, 150.0)
    middle = (WIDTH / 2, height / 2)
    shapes: list[Shape] = [Plate(Box(0, 0, WIDTH, height), palette.round, Paint(palette.paper))]
    boxes = [
        Box(EDGE + (at % 2) * (wide + GUTTER), EDGE + (at // 2) * (high + GAP), wide, high) for at in range(len(groups))
    ]
    for at, box in enumerate(boxes):
        shapes.append(_stem(box, middle, palette.hues[at % len(palette.hues)]))
    for at, (group, box) in enumerate(zip(groups, boxes, strict=True)):
        shapes += _panel(group, box, setting, palette, palette.hues[at % len(palette.hues)])
    shapes += face(middle, 32, palette, child=True)
    name = Letters(17, True, palette.face)
    lines = broken(child, GUTTER - 16, name)
    wide = max(name.width(line) for line in lines) + 16
    below = Box(middle[0] - wide / 2, middle[1] + 40, wide, 8 + 20.0 * len(lines))
    shapes.append(Plate(below, min(palette.round, 12), Paint(palette.paper, palette.hues[5].line, 2)))
    shapes += [Line(line, (middle[0], below.y + 18 + 20 * at), name, palette.ink) for at, line in enumerate(lines)]
    return Drawing(height, tuple(shapes))


def _stem(box: Box, middle: tuple[float, float], hue: Hue) -> Shape:
    start = (box.end if box.x < middle[0] else box.x, box.y + box.height / 2)
    bend = (middle[0] + (-22 if start[0] < middle[0] else 22), start[1])
    return Way((start, bend, (bend[0], middle[1])), Paint(stroke=hue.line, thick=5, dash="0.1 10"), 20)


def _cell(member: Member, setting: _Setting, cell: float, palette: Palette) -> tuple[tuple[str, ...], tuple[str, ...]]:
    name, role = Letters(16, True, palette.face), Letters(16, False, palette.face)
    room = cell - 10 if setting.roles else cell - 44
    names = broken(member.name, room, name)
    return names, broken(member.role, room, role) if setting.roles and member.role else ()


def _height(group: Circle, setting: _Setting, cell: float, palette: Palette) -> float:
    """The height that a panel needs; below 0 where a word is too wide for it."""
    name, role = Letters(16, True, palette.face), Letters(16, False, palette.face)
    room = cell - 6 if setting.roles else cell - 42
    total = _head(group, cell * setting.columns, palette)
    for start in range(0, len(group.members), setting.columns):
        tallest = 0.0
        for member in group.members[start : start + setting.columns]:
            names, roles = _cell(member, setting, cell, palette)
            widest = max([name.width(line) for line in names] + [role.width(line) for line in roles])
            if widest > room:
                return -10000.0
            lines = len(names) + len(roles)
            tallest = max(tallest, 46 + 19.0 * lines + 10 if setting.roles else max(34.0, 19.0 * lines + 12))
        total += tallest
    return total + 10


def _head(group: Circle, wide: float, palette: Palette) -> float:
    return HEAD + 21.0 * (len(broken(group.name, wide, Letters(17, True, palette.face))) - 1)


def _panel(group: Circle, box: Box, setting: _Setting, palette: Palette, hue: Hue) -> Iterator[Shape]:
    yield Plate(box, min(palette.round, 16), Paint(hue.fill, hue.line, 2.5))
    head, cell = Letters(17, True, palette.face), (box.width - 20) / setting.columns
    for at, line in enumerate(broken(group.name, box.width - 20, head)):
        yield Line(line, (box.x + box.width / 2, box.y + 26 + 21 * at), head, hue.line)
    down = box.y + _head(group, box.width - 20, palette)
    for start in range(0, len(group.members), setting.columns):
        row = group.members[start : start + setting.columns]
        side = box.x + box.width / 2 - cell * len(row) / 2 if setting.roles else box.x + 10
        tallest = 0.0
        for number, member in enumerate(row):
            names, roles = _cell(member, setting, cell, palette)
            x = side + cell * number
            yield from _member(member, (names, roles), (x, down), cell, setting, palette)
            lines = len(names) + len(roles)
            tallest = max(tallest, 46 + 19.0 * lines + 10 if setting.roles else max(34.0, 19.0 * lines + 12))
        down += tallest


def _member(
    member: Member,
    words: tuple[tuple[str, ...], tuple[str, ...]],
    at: tuple[float, float],
    cell: float,
    setting: _Setting,
    palette: Palette,
) -> Iterator[Shape]:
    name, role = Letters(16, True, palette.face), Letters(16, False, palette.face)
    x, y = at
    lines = [(line, name) for line in words[0]] + [(line, role) for line in words[1]]
    if setting.roles:
        yield from face((x + cell / 2, y + 20), 20, palette, pet=member.pet)
        for number, (line, letters) in enumerate(lines):
            yield Line(line, (x + cell / 2, y + 58 + 19 * number), letters, palette.ink)
        return
    yield from face((x + 16, y + 15), 13, palette, pet=member.pet)
    for number, (line, letters) in enumerate(lines):
        yield Line(line, (x + 36 + letters.width(line) / 2, y + 21 + 19 * number), letters, palette.ink)
