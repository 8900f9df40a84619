"""Scenes that stand where a spread has no picture."""

from __future__ import annotations

import pytest

from lsbook.drawings.scenes import DAY, EVENING, SCENE_HEIGHT, SCENE_WIDTH, SUN, Scene, SceneFace, draw_scene
from lsbook.drawings.shapes import Disc, RoundedRectangle, RoundPicture
from lsbook.drawings.svg import render_svg


@pytest.mark.parametrize("scene", Scene)
def test_a_scene_fills_its_sheet_and_says_nothing(scene: Scene) -> None:
    """Each scene covers the whole sheet, has no words in it, and is the same each time."""
    drawing = draw_scene(scene)
    ground = drawing.shapes[0]
    assert isinstance(ground, RoundedRectangle)
    assert (ground.box.x, ground.box.y, ground.box.end, ground.box.bottom) == (0, 0, SCENE_WIDTH, SCENE_HEIGHT)
    assert not drawing.text_lines and draw_scene(scene) == drawing


@pytest.mark.parametrize("count", [1, 4, 5, 9])
def test_everybody_is_drawn_as_large_as_the_others(count: int) -> None:
    """In the scene of faces all are equal, stand within the sheet and touch nobody, however many they are."""
    faces = [SceneFace(at, is_pet=at == 1) for at in range(count)]
    discs = [
        shape
        for shape in draw_scene(Scene.FACES, faces).shapes
        if isinstance(shape, Disc) and shape.paint.stroke != "none"
    ]
    assert len(discs) == count and len({disc.radius for disc in discs}) == 1
    for at, disc in enumerate(discs):
        (x, y), reach = disc.middle, disc.radius
        assert reach <= x <= SCENE_WIDTH - reach and reach <= y <= SCENE_HEIGHT - reach
        others = [other.middle for other in discs[:at]]
        assert all((x - left) ** 2 + (y - up) ** 2 >= (2 * reach) ** 2 for left, up in others)


def test_somebody_with_a_photo_is_shown_by_it() -> None:
    """In the scene of faces a portrait is as large as a drawn face, and no smile is drawn over it."""
    faces = [SceneFace(0, portrait="data:image/jpeg;base64,AAAA"), SceneFace(1)]
    shapes = draw_scene(Scene.FACES, faces).shapes
    pictures = [shape for shape in shapes if isinstance(shape, RoundPicture)]
    rings = [shape for shape in shapes if isinstance(shape, Disc) and shape.paint.stroke != "none"]
    assert [picture.source for picture in pictures] == [faces[0].portrait]
    assert {ring.radius for ring in rings} == {pictures[0].radius} and len(rings) == len(faces)


def test_a_scene_is_mirrored_for_a_book_from_right_to_left() -> None:
    """The same scene turned round stands in a book that runs the other way."""
    drawing = draw_scene(Scene.HOUSE)
    assert render_svg(drawing, "ar", mirrored=True) != render_svg(drawing, "ar")


def test_the_scene_for_hard_news_has_no_sun_and_no_bright_day() -> None:
    """Beside words of death or cold there is rain at a window: its ground is dark, and nothing round is as the sun."""
    ground, *shapes = draw_scene(Scene.WINDOW).shapes
    assert isinstance(ground, RoundedRectangle) and ground.paint.fill not in (DAY, EVENING)
    assert not any(isinstance(shape, Disc) and shape.paint.fill == SUN for shape in shapes)
