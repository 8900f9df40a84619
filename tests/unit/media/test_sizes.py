"""How large renditions are, and which way up."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageColor

from lsbook.media.sizes import compute_sizes
from lsbook.model.media import Renditions
from tests.unit.media.photos import CORNERS, encoded, oriented, scene
from tests.unit.media.stories import corners, near, render_media, widths

FORMS = {
    "a.jpg": ("JPEG", {}),
    "progressive.jpg": ("JPEG", {"progressive": True}),
    "a.png": ("PNG", {}),
    "a.webp": ("WEBP", {"quality": 95, "method": 0}),
    "a.gif": ("GIF", {}),
    "a.tif": ("TIFF", {}),
    "packed.tiff": ("TIFF", {"compression": "tiff_lzw"}),
    "two-pictures.jpg": ("MPO", {"save_all": True, "append_images": [Image.new("RGB", (1620, 540))]}),
    "tiles.heic": ("HEIF", {"tile_size": 512}),
}


@pytest.fixture(scope="module")
def every_form(tmp_path_factory: pytest.TempPathFactory) -> Renditions:
    """One scene in every format."""
    image = scene(1620, 540)
    media = {name: encoded(image, form, **options) for name, (form, options) in FORMS.items()}  # type: ignore[arg-type]
    return render_media(tmp_path_factory.mktemp("story"), media)


@pytest.fixture(scope="module")
def every_turn(tmp_path_factory: pytest.TempPathFactory) -> Renditions:
    """One scene, held in all eight ways and marked so."""
    media = {}
    for turn in range(1, 9):
        image = _as_held(scene(400, 300), turn)
        media[f"{turn}.jpg"] = encoded(image, "JPEG", exif=oriented(turn), quality=95)
        media[f"{turn}.png"] = encoded(image, "PNG", exif=oriented(turn))
        media[f"{turn}.webp"] = encoded(image, "WEBP", exif=oriented(turn), lossless=True)
        media[f"{turn}.tif"] = encoded(image, "TIFF", exif=oriented(turn))
        media[f"{turn}.heic"] = encoded(image, "HEIF", exif=oriented(turn), quality=95)
    return render_media(tmp_path_factory.mktemp("story"), media)


def _as_held(image: Image.Image, turn: int) -> Image.Image:
    """What the sensor sees of ``image`` when EXIF says ``turn``."""
    undone = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    return image.transpose(undone[turn]) if turn in undone else image


@pytest.mark.parametrize("name", FORMS)
def test_every_format_becomes_two_widths_of_the_same_picture(every_form: Renditions, name: str) -> None:
    """Each kind of photo gives a JPEG 640 and one 1600 pixels wide that show what it shows."""
    small, large = widths(every_form, name)
    assert (small.width, small.height, large.width, large.height) == (640, 213, 1600, 533)
    for rendition in (small, large):
        with Image.open(rendition.file) as image:
            assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (rendition.width, rendition.height))
        shown = corners(rendition)
        assert all(near(shown[corner], ImageColor.getrgb(colour)[:3]) for corner, colour in CORNERS.items())


@pytest.mark.parametrize("form", ["jpg", "png", "webp", "tif", "heic"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(every_turn: Renditions, form: str, turn: int) -> None:
    """A photo taken sideways, upside down or mirrored comes out as it was seen."""
    rendition = widths(every_turn, f"{turn}.{form}")[-1]
    assert (rendition.width, rendition.height) == (400, 300)
    shown = corners(rendition)
    assert all(near(shown[corner], ImageColor.getrgb(colour)[:3]) for corner, colour in CORNERS.items())


def test_an_ending_that_lies_does_no_harm(tmp_path: Path) -> None:
    """A PNG that is called .jpg, and a HEIC without an ending, are shown all the same."""
    image = scene(64, 64)
    renditions = render_media(tmp_path, {"a.jpg": encoded(image, "PNG"), "b": encoded(image, "HEIF")})
    assert set(renditions.by_file) == {"a.jpg", "b"}
    assert not renditions.unusable


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ((4000, 3000), ((1600, 1200), (640, 480))),
        ((3000, 4000), ((1600, 2133), (640, 853))),
        ((1000, 10000), ((240, 2400), (96, 960))),
        ((10000, 10), ((1600, 2), (640, 1))),
        ((900, 600), ((900, 600), (640, 427))),
        ((640, 480), ((640, 480),)),
        ((300, 200), ((300, 200),)),
        ((1, 5000), ((1, 2400),)),
        ((1, 1), ((1, 1),)),
    ],
)
def test_a_picture_fits_and_is_never_enlarged(size: tuple[int, int], wanted: tuple[tuple[int, int], ...]) -> None:
    """Renditions fit into 1600x2400 and 640x960, keep their proportions, and differ in width."""
    assert compute_sizes(size) == wanted


def test_an_animation_shows_its_first_picture(tmp_path: Path) -> None:
    """Of a moving GIF, PNG or WebP the book shows the first picture."""
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "lime", "blue")]
    media = {
        f"a.{form}": encoded(frames[0], form, save_all=True, append_images=frames[1:])
        for form in ("GIF", "PNG", "WEBP")
    }
    renditions = render_media(tmp_path, media)
    assert all(near(corners(widths(renditions, name)[0])["top left"], (255, 0, 0)) for name in media)
