"""People in equal groups around the child: panels of one size, faces of one size, the same dotted stem to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, TypeAlias

from lsbook.drawings.labels import Letters, broken
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import WIDTH, Box, Drawing, Line, Paint, Plate, Point, Shape, Way
from lsbook.drawings.signs import face

EDGE, GUTTER, GAP, BAND = 12.0, 112.0, 12.0, 96.0
NAME = 160.0
"""Room for the child's name between the stems of panels above and below."""
TALLEST = 900.0
HEAD, MARGIN, LINE = 40.0, 10.0, 19.0
COLUMNS = range(1, 7)

Label: TypeAlias = Literal["told", "named", "beside"]
"""A face above a name and what the person is; a face above a name; a smaller face beside a name."""
LABELS: tuple[Label, ...] = ("told", "named", "beside")


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
    """How people stand: panels above and below the child, or at both sides; their labels; columns in a panel."""

    above: bool
    label: Label
    columns: int


@dataclass(frozen=True)
class _Entry:
    member: Member
    lines: tuple[tuple[str, Letters], ...]
    height: float


@dataclass(frozen=True)
class _Panel:
    head: tuple[str, ...]
    rows: tuple[tuple[_Entry, ...], ...]

    @property
    def down(self) -> float:
        """From the top of the panel to its first face."""
        return HEAD + 21.0 * (len(self.head) - 1)

    @property
    def height(self) -> float:
        return self.down + sum(max(entry.height for entry in row) for row in self.rows) + MARGIN


def circles(groups: Sequence[Circle], child: str, palette: Palette) -> Drawing | None:
    """The richest labels that fit a page, in the lowest drawing that holds them; ``None`` where none does."""
    for label in LABELS:
        settings = (_Setting(above, label, columns) for above, columns in product((False, True), COLUMNS))
        made = (_drawn(groups, child, setting, palette) for setting in settings)
        fitting = [one for one in made if one and one.height <= TALLEST]
        if fitting:
            return min(fitting, key=lambda one: one.height)
    return None


def _drawn(groups: Sequence[Circle], child: str, setting: _Setting, palette: Palette) -> Drawing | None:
    across = -(-len(groups) // 2) if setting.above else 2
    between = GAP * (across - 1) if setting.above else GUTTER
    wide = (WIDTH - 2 * EDGE - between) / across
    panels = [_set(group, setting, wide, palette) for group in groups]
    told = [panel for panel in panels if panel]
    lines = _name(child, setting, palette)
    if len(told) < len(groups) or not lines:
        return None
    high = max(panel.height for panel in told)
    boxes = list(_around(len(groups), wide, high) if setting.above else _beside(len(groups), wide, high))
    height = max(max(box.foot for box in boxes) + EDGE, 150.0)
    middle = (WIDTH / 2, EDGE + high + BAND / 2 - 4 if setting.above else height / 2)
    hues = [palette.hues[at % len(palette.hues)] for at in range(len(groups))]
    shapes: list[Shape] = [Plate(Box(0, 0, WIDTH, height), palette.round, Paint(palette.paper))]
    shapes += [_stem(box, middle, hue, setting) for box, hue in zip(boxes, hues, strict=True)]
    for panel, box, hue in zip(told, boxes, hues, strict=True):
        shapes += _painted(panel, box, setting, palette, hue)
    shapes += _child(lines, middle, setting, palette)
    return Drawing(height, tuple(shapes))


def _beside(count: int, wide: float, high: float) -> Iterator[Box]:
    for at in range(count):
        yield Box(EDGE + (at % 2) * (wide + GUTTER), EDGE + (at // 2) * (high + GAP), wide, high)


def _around(count: int, wide: float, high: float) -> Iterator[Box]:
    """A row above the child and one below; the shorter one stands in the middle."""
    above = -(-count // 2)
    for at in range(count):
        row, place = divmod(at, above)
        standing = above if row == 0 else count - above
        start = (WIDTH - standing * wide - (standing - 1) * GAP) / 2
        yield Box(start + place * (wide + GAP), EDGE + row * (high + BAND), wide, high)


def _stem(box: Box, middle: Point, hue: Hue, setting: _Setting) -> Shape:
    """From the edge of a panel that looks at the child, level and upright."""
    if setting.above:
        start = (box.x + box.width / 2, box.foot if box.y < middle[1] else box.y)
        bend = (start[0], middle[1] + (-6 if start[1] < middle[1] else 6))
        end = (middle[0], bend[1])
    else:
        start = (box.end if box.x < middle[0] else box.x, box.y + box.height / 2)
        bend = (middle[0] + (-22 if start[0] < middle[0] else 22), start[1])
        end = (bend[0], middle[1])
    return Way((start, bend, end), Paint(stroke=hue.line, thick=5, dash="0.1 10"), 20)


def _name(child: str, setting: _Setting, palette: Palette) -> tuple[str, ...]:
    """The lines of the child's name; none where there is no room for them between the panels."""
    room, most = (NAME, 1) if setting.above else (GUTTER - 16, 4)
    lines = broken(child, room, _head(palette))
    return lines if len(lines) <= most and all(_head(palette).width(line) <= room for line in lines) else ()


def _child(lines: tuple[str, ...], middle: Point, setting: _Setting, palette: Palette) -> Iterator[Shape]:
    """The child's face on the stems, and the name below it."""
    name = _head(palette)
    wide, high = max(name.width(line) for line in lines) + 16, 8 + 20.0 * len(lines)
    face_at = (middle[0], middle[1] - 13) if setting.above else middle
    below = Box(middle[0] - wide / 2, face_at[1] + (27 if setting.above else 40), wide, high)
    yield from face(face_at, 22 if setting.above else 32, palette, child=True)
    yield Plate(below, min(palette.round, 12), Paint(palette.paper, palette.hues[5].line, 2))
    for at, line in enumerate(lines):
        yield Line(line, (middle[0], below.y + 18 + 20 * at), name, palette.ink)


def _set(group: Circle, setting: _Setting, wide: float, palette: Palette) -> _Panel | None:
    """A group set into a panel; ``None`` where a word is too wide for it."""
    room = (wide - 2 * MARGIN) / setting.columns - (34 if setting.label == "beside" else 6)
    entries = [_entry(member, setting, room, palette) for member in group.members]
    fits = all(letters.width(line) <= room for entry in entries for line, letters in entry.lines)
    head = broken(group.name, wide - 2 * MARGIN, _head(palette))
    if not fits or any(_head(palette).width(line) > wide - 2 * MARGIN for line in head):
        return None
    starts = range(0, len(entries), setting.columns)
    return _Panel(head, tuple(tuple(entries[start : start + setting.columns]) for start in starts))


def _head(palette: Palette) -> Letters:
    return Letters(17, True, palette.face)


def _entry(member: Member, setting: _Setting, room: float, palette: Palette) -> _Entry:
    name, role = Letters(16, True, palette.face), Letters(16, False, palette.face)
    lines = [(line, name) for line in broken(member.name, room, name)]
    if setting.label == "told":
        lines += [(line, role) for line in broken(member.role, room, role)]
    height = LINE * len(lines) + 7 if setting.label == "beside" else 46 + LINE * len(lines) + 10
    return _Entry(member, tuple(lines), height)


def _painted(panel: _Panel, box: Box, setting: _Setting, palette: Palette, hue: Hue) -> Iterator[Shape]:
    yield Plate(box, min(palette.round, 16), Paint(hue.fill, hue.line, 2.5))
    for at, line in enumerate(panel.head):
        yield Line(line, (box.x + box.width / 2, box.y + 26 + 21 * at), _head(palette), hue.line)
    cell = (box.width - 2 * MARGIN) / setting.columns
    down = box.y + panel.down
    for row in panel.rows:
        start = box.x + MARGIN if setting.label == "beside" else box.x + box.width / 2 - cell * len(row) / 2
        for at, entry in enumerate(row):
            yield from _placed(entry, (start + cell * at, down), cell, setting, palette)
        down += max(entry.height for entry in row)


def _placed(entry: _Entry, at: Point, cell: float, setting: _Setting, palette: Palette) -> Iterator[Shape]:
    x, y = at
    if setting.label == "beside":
        yield from face((x + 13, y + 11), 11, palette, pet=entry.member.pet)
    else:
        yield from face((x + cell / 2, y + 20), 20, palette, pet=entry.member.pet)
    for number, (line, letters) in enumerate(entry.lines):
        middle = x + 30 + letters.width(line) / 2 if setting.label == "beside" else x + cell / 2
        first = y + 17 if setting.label == "beside" else y + 58
        yield Line(line, (middle, first + LINE * number), letters, palette.ink)
