"""People in equal groups around the child: panels of one size, faces of one size, the same dotted stem to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import product

from msgspec import Struct, field

from lsbook.drawings.labels import Font, wrap_text
from lsbook.drawings.motifs import FaceSign, draw_face
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import WIDTH, Box, Drawing, Paint, Point, Polyline, RoundedRectangle, Shape, TextLine

EDGE, GUTTER, GAP, BAND = 12.0, 112.0, 12.0, 96.0
NAME_WIDTH = 160.0
"""Room for the child's name between the stems of panels above and below."""
TALLEST = 900.0
HEAD_HEIGHT, MARGIN, LINE_HEIGHT, FACE_RADIUS = 40.0, 10.0, 19.0, 24.0
COLUMNS = range(1, 7)


class LabelStyle(Enum):
    """How much stands with a face, the richest first."""

    NAME_AND_ROLE_BELOW = auto()
    NAME_BELOW = auto()
    NAME_BESIDE = auto()
    """The face is smaller."""


class Member(Struct, frozen=True):
    """Somebody in a group; a ``note`` stands under the role."""

    name: str
    role: str
    face: FaceSign = field(default_factory=FaceSign)
    note: str = ""


class Circle(Struct, frozen=True):
    """A group: what it is called and who is in it, in the child's own order."""

    name: str
    members: tuple[Member, ...]


class _Arrangement(Struct, frozen=True):
    """How people stand: panels above and below the child, or at both sides; their labels; columns in a panel."""

    is_vertical: bool
    label_style: LabelStyle
    columns: int

    @property
    def has_names_beside(self) -> bool:
        return self.label_style is LabelStyle.NAME_BESIDE


class _MemberEntry(Struct, frozen=True):
    member: Member
    lines: tuple[tuple[str, Font], ...]
    height: float


class _Panel(Struct, frozen=True):
    head: tuple[str, ...]
    rows: tuple[tuple[_MemberEntry, ...], ...]

    @property
    def head_height(self) -> float:
        """From the top of the panel to its first face."""
        return HEAD_HEIGHT + 21.0 * (len(self.head) - 1)

    @property
    def height(self) -> float:
        return self.head_height + sum(max(entry.height for entry in row) for row in self.rows) + MARGIN


@lru_cache(maxsize=16)  # most saves change nothing about anybody
def draw_circles(groups: tuple[Circle, ...], child: str, sign: FaceSign, palette: Palette) -> Drawing | None:
    """The richest labels that fit a page, in the lowest drawing that holds them; ``None`` where none does."""
    for label in LabelStyle:
        settings = (_Arrangement(above, label, columns) for above, columns in product((False, True), COLUMNS))
        arrangements = (_draw_arrangement(groups, child, sign, setting, palette) for setting in settings)
        fitting = [arrangement for arrangement in arrangements if arrangement and arrangement.height <= TALLEST]
        if fitting:
            return min(fitting, key=lambda arrangement: arrangement.height)
    return None


def _draw_arrangement(
    groups: Sequence[Circle], child: str, sign: FaceSign, arrangement: _Arrangement, palette: Palette
) -> Drawing | None:
    across = -(-len(groups) // 2) if arrangement.is_vertical else 2
    between = GAP * (across - 1) if arrangement.is_vertical else GUTTER
    wide = (WIDTH - 2 * EDGE - between) / across
    panels = [_lay_out_panel(group, arrangement, wide, palette) for group in groups]
    shown = [panel for panel in panels if panel]
    lines = _wrap_name(child, arrangement, palette)
    if len(shown) < len(groups) or not lines:
        return None
    high = max(panel.height for panel in shown)
    boxes = list(
        _place_in_rows(len(groups), wide, high) if arrangement.is_vertical else _place_at_sides(len(groups), wide, high)
    )
    height = max(max(box.bottom for box in boxes) + EDGE, 150.0)
    if height > TALLEST:
        return None  # before anybody's face is drawn: in a long book there are hundreds
    middle = (WIDTH / 2, EDGE + high + BAND / 2 - 4 if arrangement.is_vertical else height / 2)
    hues = [palette.hues[at % len(palette.hues)] for at in range(len(groups))]
    shapes: list[Shape] = [RoundedRectangle(Box(0, 0, WIDTH, height), palette.corner, Paint(palette.paper))]
    shapes += [_draw_stem(box, middle, hue, arrangement) for box, hue in zip(boxes, hues, strict=True)]
    for panel, box, hue in zip(shown, boxes, hues, strict=True):
        shapes += _draw_panel(panel, box, arrangement, palette, hue)
    shapes += _draw_child(lines, middle, sign, arrangement, palette)
    return Drawing(height, tuple(shapes))


def _place_at_sides(count: int, width: float, height: float) -> Iterator[Box]:
    for at in range(count):
        yield Box(EDGE + (at % 2) * (width + GUTTER), EDGE + (at // 2) * (height + GAP), width, height)


def _place_in_rows(count: int, width: float, height: float) -> Iterator[Box]:
    """A row above the child and one below; the shorter one stands in the middle."""
    above = -(-count // 2)
    for at in range(count):
        row, place = divmod(at, above)
        standing = above if row == 0 else count - above
        start = (WIDTH - standing * width - (standing - 1) * GAP) / 2
        yield Box(start + place * (width + GAP), EDGE + row * (height + BAND), width, height)


def _draw_stem(box: Box, middle: Point, hue: Hue, arrangement: _Arrangement) -> Shape:
    """From the edge of a panel that looks at the child, level and upright."""
    if arrangement.is_vertical:
        start = (box.x + box.width / 2, box.bottom if box.y < middle[1] else box.y)
        bend = (start[0], middle[1] + (-6 if start[1] < middle[1] else 6))
        end = (middle[0], bend[1])
    else:
        start = (box.end if box.x < middle[0] else box.x, box.y + box.height / 2)
        bend = (middle[0] + (-22 if start[0] < middle[0] else 22), start[1])
        end = (bend[0], middle[1])
    return Polyline((start, bend, end), Paint(stroke=hue.line, stroke_width=5, dash="0.1 10"), 20)


def _wrap_name(child: str, arrangement: _Arrangement, palette: Palette) -> tuple[str, ...]:
    """The lines of the child's name; none where there is no room for them between the panels."""
    room, most = (NAME_WIDTH, 1) if arrangement.is_vertical else (GUTTER - 16, 4)
    lines = wrap_text(child, room, _make_head_font(palette))
    return lines if len(lines) <= most and all(_make_head_font(palette).measure(line) <= room for line in lines) else ()


def _draw_child(
    lines: tuple[str, ...], middle: Point, sign: FaceSign, arrangement: _Arrangement, palette: Palette
) -> Iterator[Shape]:
    """The child's face on the stems, and the name below it."""
    name = _make_head_font(palette)
    wide, high = max(name.measure(line) for line in lines) + 16, 8 + 20.0 * len(lines)
    face_at = (middle[0], middle[1] - 13) if arrangement.is_vertical else middle
    below = Box(middle[0] - wide / 2, face_at[1] + (27 if arrangement.is_vertical else 40), wide, high)
    yield from draw_face(face_at, 22 if arrangement.is_vertical else 32, palette, sign)
    yield RoundedRectangle(below, min(palette.corner, 12), Paint(palette.paper, palette.hues[5].line, 2))
    for at, line in enumerate(lines):
        yield TextLine(line, (middle[0], below.y + 18 + 20 * at), name, palette.ink)


def _lay_out_panel(group: Circle, arrangement: _Arrangement, width: float, palette: Palette) -> _Panel | None:
    """A group set into a panel; ``None`` where a word is too wide for it."""
    room = (width - 2 * MARGIN) / arrangement.columns - (34 if arrangement.has_names_beside else 6)
    entries = [_lay_out_member(member, arrangement, room, palette) for member in group.members]
    fits = all(letters.measure(line) <= room for entry in entries for line, letters in entry.lines)
    head = wrap_text(group.name, width - 2 * MARGIN, _make_head_font(palette))
    if not fits or any(_make_head_font(palette).measure(line) > width - 2 * MARGIN for line in head):
        return None
    starts = range(0, len(entries), arrangement.columns)
    return _Panel(head, tuple(tuple(entries[start : start + arrangement.columns]) for start in starts))


def _make_head_font(palette: Palette) -> Font:
    return Font(17, True, palette.typeface)


def _lay_out_member(member: Member, arrangement: _Arrangement, room: float, palette: Palette) -> _MemberEntry:
    name, role = Font(16, True, palette.typeface), Font(16, False, palette.typeface)
    lines = [(line, name) for line in wrap_text(member.name, room, name)]
    if arrangement.label_style is LabelStyle.NAME_AND_ROLE_BELOW:
        rest = [text for text in (member.role, member.note) if text]
        lines += [(line, role) for text in rest for line in wrap_text(text, room, role)]
    height = (
        LINE_HEIGHT * len(lines) + 7
        if arrangement.has_names_beside
        else 2 * FACE_RADIUS + 7 + LINE_HEIGHT * len(lines) + 10
    )
    return _MemberEntry(member, tuple(lines), height)


def _draw_panel(panel: _Panel, box: Box, arrangement: _Arrangement, palette: Palette, hue: Hue) -> Iterator[Shape]:
    yield RoundedRectangle(box, min(palette.corner, 16), Paint(hue.fill, hue.line, 2.5))
    for at, line in enumerate(panel.head):
        yield TextLine(line, (box.x + box.width / 2, box.y + 26 + 21 * at), _make_head_font(palette), hue.line)
    cell = (box.width - 2 * MARGIN) / arrangement.columns
    down = box.y + panel.head_height
    for row in panel.rows:
        start = box.x + MARGIN if arrangement.has_names_beside else box.x + box.width / 2 - cell * len(row) / 2
        for at, entry in enumerate(row):
            yield from _draw_member(entry, (start + cell * at, down), cell, arrangement, palette)
        down += max(entry.height for entry in row)


def _draw_member(
    entry: _MemberEntry, at: Point, cell: float, arrangement: _Arrangement, palette: Palette
) -> Iterator[Shape]:
    x, y = at
    if arrangement.has_names_beside:
        yield from draw_face((x + 13, y + 11), 11, palette, entry.member.face)
    else:
        yield from draw_face((x + cell / 2, y + FACE_RADIUS + 2), FACE_RADIUS, palette, entry.member.face)
    for number, (line, letters) in enumerate(entry.lines):
        middle = x + 30 + letters.measure(line) / 2 if arrangement.has_names_beside else x + cell / 2
        first = y + 17 if arrangement.has_names_beside else y + 2 * FACE_RADIUS + 19
        yield TextLine(line, (middle, first + LINE_HEIGHT * number), letters, palette.ink)
