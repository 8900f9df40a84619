"""Scenes for a spread that has no picture: places and weather, and nothing that could be untrue of a child."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from math import pi, sin

from msgspec import Struct
from msgspec.structs import replace

from lsbook.drawings.faces import draw_smiling_face
from lsbook.drawings.palette import BRIGHT
from lsbook.drawings.shapes import (
    Box,
    Disc,
    Drawing,
    Paint,
    Point,
    Polyline,
    RoundedRectangle,
    RoundPicture,
    Shape,
    TextLine,
)
from lsbook.drawings.window import draw_window

SCENE_WIDTH, SCENE_HEIGHT = 1000.0, 750.0
INK = "#14213d"
DAY, EVENING, NIGHT = "#b9e2f5", "#ffc9a3", "#223a6b"
GRASS, FAR_GRASS, DARK_GRASS, DARK_HILL = "#7fbf6a", "#a6d48f", "#3f9b6d", "#2f7f7a"
SUN, CREAM, RED, BROWN = "#ffd65c", "#fff1cf", "#c8281c", "#8a3b1a"
SAFE_WIDTH, FACE_STEP = 0.7, 2.3
"""The part of a scene that is never cut at its sides; from face to face, in radii."""
STARS = (
    (90, 300),
    (200, 90),
    (330, 130),
    (380, 230),
    (480, 70),
    (620, 230),
    (700, 60),
    (730, 330),
    (860, 150),
    (930, 280),
)


class Scene(StrEnum):
    """The scenes that there are."""

    KITE = "kite"
    HOUSE = "house"
    FACES = "faces"
    MOON = "moon"
    ROAD = "road"
    GARDEN = "garden"
    HILLS = "hills"
    NIGHT = "night"
    WINDOW = "window"
    """For hard news: rain on the glass, and a lamp and a blanket within. It has no sun, and nothing merry."""


class SceneFace(Struct, frozen=True):
    """Somebody in a scene: a ``portrait`` (a ``data:`` address), else a drawn face in the colour ``hue``."""

    hue: int
    is_pet: bool = False
    portrait: str = ""


def draw_scene(scene: Scene, faces: Sequence[SceneFace] = ()) -> Drawing:
    """The scene, 1000 units wide and 750 high; ``faces`` stand in the scene of faces alone."""
    shapes = _draw_faces(faces) if scene is Scene.FACES and faces else _PAINTERS[scene]()
    return Drawing(SCENE_HEIGHT, tuple(shapes), SCENE_WIDTH)


def draw_colouring_page(faces: Sequence[SceneFace]) -> Drawing:
    """A home by day in outline, and beneath it those who are there: to be printed and coloured in."""
    rows = [faces[at : at + 4] for at in range(0, len(faces), 4)]
    shapes = [*_draw_house_by_day()][1:]
    for number, row in enumerate(rows):
        shapes += _draw_row(row, 100.0, 880.0 + 250 * number)
    height = SCENE_HEIGHT + 250.0 * len(rows)
    paper = RoundedRectangle(Box(0, 0, SCENE_WIDTH, height), 0, Paint("#ffffff"))
    return Drawing(height, (paper, *map(_outline, shapes)), SCENE_WIDTH)


def draw_kite_page() -> Drawing:
    """A kite over a garden in outline, to be coloured in as well."""
    paper = RoundedRectangle(Box(0, 0, SCENE_WIDTH, SCENE_HEIGHT), 0, Paint("#ffffff"))
    shapes = ([*_draw_kite()][1:], _draw_flowers())
    return Drawing(SCENE_HEIGHT, (paper, *(_outline(shape) for row in shapes for shape in row)), SCENE_WIDTH)


def _outline(shape: Shape) -> Shape:
    """The same shape, white within a black line; a line alone stays a line."""
    if isinstance(shape, TextLine | RoundPicture):
        return shape
    fill = "none" if shape.paint.fill == "none" else "#ffffff"
    return replace(shape, paint=Paint(fill, INK, 4))


# --- grounds ---------------------------------------------------------------------------------------------------------


def _fill_sky(colour: str) -> Shape:
    return RoundedRectangle(Box(0, 0, SCENE_WIDTH, SCENE_HEIGHT), 0, Paint(colour))


def _draw_hill(base: float, height: float, waves: float, shift: float, colour: str) -> Shape:
    """A hill from edge to edge: ``base`` is its middle line in units from the top."""
    steps = 40
    top = tuple(
        (SCENE_WIDTH * step / steps, base - height * sin(2 * pi * (waves * step / steps + shift)))
        for step in range(steps + 1)
    )
    return Polyline((*top, (SCENE_WIDTH, SCENE_HEIGHT), (0, SCENE_HEIGHT)), Paint(colour), closed=True)


def _draw_day() -> Iterator[Shape]:
    yield _fill_sky(DAY)
    yield Disc((150, 150), 74, Paint(SUN))
    yield from _draw_cloud((640, 140))
    yield _draw_hill(520, 46, 0.8, 0.1, FAR_GRASS)
    yield _draw_hill(600, 40, 0.7, 0.55, GRASS)


def _draw_cloud(at: Point) -> Iterator[Shape]:
    x, y = at
    yield from (Disc((x + dx, y + dy), r, Paint("#ffffff")) for dx, dy, r in ((0, 0, 44), (56, -18, 54), (116, 2, 42)))
    yield RoundedRectangle(Box(x - 30, y + 6, 176, 40), 20, Paint("#ffffff"))


def _draw_stars() -> Iterator[Shape]:
    yield from (Disc((x, y), 4 + at % 3, Paint(CREAM)) for at, (x, y) in enumerate(STARS))


# --- things ----------------------------------------------------------------------------------------------------------


def _draw_tree(at: Point, size: float) -> Iterator[Shape]:
    """A round tree; ``at`` is its foot."""
    x, y = at
    yield RoundedRectangle(Box(x - 12 * size, y - 90 * size, 24 * size, 92 * size), 6, Paint(BROWN))
    yield from (
        Disc((x + dx * size, y - dy * size), r * size, Paint("#3f8f5b"))
        for dx, dy, r in ((-38, 110, 46), (38, 110, 46), (0, 150, 54))
    )


def _draw_house(at: Point, *, is_night: bool = False) -> Iterator[Shape]:
    """A house with two windows and a door; ``at`` is the middle of its foot."""
    (x, y), pane = at, SUN if is_night else "#dff1fb"
    edge = 9.0
    yield Polyline(
        ((x + 86, y - 300), (x + 86, y - 440), (x + 138, y - 440), (x + 138, y - 270)),
        Paint(BROWN, INK, edge),
        closed=True,
    )
    yield RoundedRectangle(Box(x - 164, y - 290, 328, 290), 0, Paint(CREAM, INK, edge))
    yield Polyline(((x - 204, y - 288), (x, y - 450), (x + 204, y - 288)), Paint(RED, INK, edge), closed=True)
    for side in (-1, 1):
        window = Box(x + side * 96 - 44, y - 250, 88, 88)
        yield RoundedRectangle(window, 8, Paint(pane, INK, 8))
        yield Polyline(((window.x + 44, window.y), (window.x + 44, window.bottom)), Paint("none", INK, 7))
        yield Polyline(((window.x, window.y + 44), (window.end, window.y + 44)), Paint("none", INK, 7))
    yield RoundedRectangle(Box(x - 44, y - 134, 88, 134), 36, Paint(DARK_HILL, INK, 8))
    yield Disc((x + 24, y - 62), 7, Paint(CREAM))


def _draw_flower(at: Point, colour: str) -> Iterator[Shape]:
    """``at`` is the foot of its stem."""
    x, y = at
    yield Polyline(((x, y), (x, y - 120)), Paint("none", "#2b6418", 10))
    yield from (
        Disc((x + dx, y - 132 + dy), 24, Paint(colour))
        for dx, dy in ((-26, 0), (26, 0), (0, -26), (0, 26), (18, -18), (-18, 18))
    )
    yield Disc((x, y - 132), 22, Paint(SUN, "#8a6a00", 4))


# --- scenes ----------------------------------------------------------------------------------------------------------


def _draw_kite() -> Iterator[Shape]:
    yield from _draw_day()
    top, side, foot, other = (560.0, 130.0), (660.0, 250.0), (590.0, 420.0), (470.0, 270.0)
    yield Polyline(((590, 420), (540, 500), (600, 570), (560, 660)), Paint("none", INK, 5), 40)
    yield Polyline((top, side, foot, other), Paint(RED, INK, 9), closed=True)
    yield Polyline((top, side, (574, 262)), Paint(SUN, INK, 7), closed=True)
    yield Polyline(((574, 262), foot, other), Paint("#2c6389", INK, 7), closed=True)
    yield from (Disc(at, 15, Paint(SUN, INK, 5)) for at in ((556, 480), (578, 545), (580, 610)))


def _draw_house_by_day() -> Iterator[Shape]:
    yield from _draw_day()
    yield from _draw_tree((800, 650), 1.3)
    yield from _draw_tree((180, 640), 1.0)
    yield from _draw_house((480, 660))


def _draw_moon() -> Iterator[Shape]:
    yield _fill_sky(NIGHT)
    yield from _draw_stars()
    yield Disc((500, 300), 150, Paint(CREAM))
    yield from (Disc((x, y), r, Paint("#f0dcae")) for x, y, r in ((450, 260, 26), (560, 350, 34), (540, 230, 16)))
    yield _draw_hill(640, 40, 0.7, 0.1, DARK_HILL)
    yield _draw_hill(700, 30, 0.6, 0.5, DARK_GRASS)


def _draw_road() -> Iterator[Shape]:
    yield from _draw_day()
    middles = [(500 + 70 * sin(step / 3.2), 560 + 19 * step, 8 + 9 * step) for step in range(11)]
    edge = [(x - half, y) for x, y, half in middles] + [(x + half, y) for x, y, half in reversed(middles)]
    yield Polyline(tuple(edge), Paint("#eadcc0"), closed=True)
    yield from _draw_tree((240, 620), 0.9)
    yield from _draw_tree((820, 600), 0.8)


def _draw_garden() -> Iterator[Shape]:
    yield from _draw_day()
    yield from _draw_flowers()


def _draw_flowers() -> Iterator[Shape]:
    for at, (x, y) in enumerate(((150, 730), (300, 690), (450, 735), (620, 700), (770, 740), (900, 690))):
        yield from _draw_flower((x, y), ("#e0563f", "#ffd65c", "#b58be0", "#ffffff")[at % 4])


def _draw_hills() -> Iterator[Shape]:
    yield _fill_sky(EVENING)
    yield Disc((500, 430), 150, Paint(SUN))
    yield _draw_hill(470, 60, 0.9, 0.2, FAR_GRASS)
    yield _draw_hill(570, 50, 0.8, 0.6, GRASS)
    yield _draw_hill(670, 40, 0.6, 0.1, DARK_GRASS)


def _draw_night() -> Iterator[Shape]:
    yield _fill_sky(NIGHT)
    yield from _draw_stars()
    yield Disc((190, 170), 74, Paint(CREAM))
    yield Disc((222, 150), 64, Paint(NIGHT))
    yield _draw_hill(590, 50, 0.8, 0.1, DARK_HILL)
    yield _draw_hill(660, 34, 0.7, 0.5, DARK_GRASS)
    yield from _draw_house((520, 680), is_night=True)


def _draw_faces(faces: Sequence[SceneFace]) -> Iterator[Shape]:
    """Everybody as large as the others, in one row or two, in the middle that a tall screen shows as well."""
    yield from _draw_day()
    rows = (faces,) if len(faces) <= 2 else (faces[: (len(faces) + 1) // 2], faces[(len(faces) + 1) // 2 :])
    widest = max(map(len, rows))
    radius = min(148.0, SCENE_WIDTH * SAFE_WIDTH / widest / FACE_STEP)
    for number, row in enumerate(rows):
        y = SCENE_HEIGHT * (0.54 if len(rows) == 1 else 0.34 + 0.42 * number)
        yield from _draw_row(row, radius, y)


def _draw_row(row: Sequence[SceneFace], radius: float, y: float) -> Iterator[Shape]:
    for at, face in enumerate(row):
        x = SCENE_WIDTH / 2 + (at - (len(row) - 1) / 2) * radius * FACE_STEP
        if face.portrait:
            yield RoundPicture((x, y), radius, face.portrait)
            yield Disc((x, y), radius, Paint("none", INK, 8))
        else:
            yield from draw_smiling_face((x, y), radius, BRIGHT[face.hue % len(BRIGHT)], is_pet=face.is_pet)


_PAINTERS: dict[Scene, Callable[[], Iterator[Shape]]] = {
    Scene.KITE: _draw_kite,
    Scene.HOUSE: _draw_house_by_day,
    Scene.FACES: _draw_garden,
    Scene.MOON: _draw_moon,
    Scene.ROAD: _draw_road,
    Scene.GARDEN: _draw_garden,
    Scene.HILLS: _draw_hills,
    Scene.NIGHT: _draw_night,
    Scene.WINDOW: draw_window,
}
"""How each scene is drawn; without any faces, that of faces is a garden."""
