"""Colours, and what a file hides behind transparency."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TypeAlias

import pytest
from PIL import Image

from lsbook.media.transcoded import JpegPicture
from tests.unit.media.photos import encoded, png, profile_with_red_and_blue_swapped
from tests.unit.media.stories import near

Develop: TypeAlias = Callable[[bytes], "tuple[JpegPicture, ...]"]

WHITE = (255, 255, 255)


def shown(pictures: tuple[JpegPicture, ...]) -> set[tuple[int, ...]]:
    """All colours in the widest picture."""
    with Image.open(io.BytesIO(pictures[-1].jpeg)) as image:
        assert image.mode == "RGB"
        colours = image.getcolors(image.width * image.height)
    assert colours is not None
    return {colour for _, colour in colours if isinstance(colour, tuple)}


def hidden_pixels(mode: str, form: str) -> bytes:
    """A secret (dark) picture, wholly transparent."""
    image = Image.new("RGBA", (64, 64), (20, 40, 60, 0))
    if mode == "LA":
        image = Image.merge("LA", (Image.new("L", (64, 64), 40), Image.new("L", (64, 64), 0)))
    if mode == "PA":
        palette = Image.new("P", (64, 64), 1)
        palette.putpalette([0, 0, 0, 20, 40, 60])
        image = palette.convert("PA")
        image.putalpha(Image.new("L", (64, 64), 0))
    return encoded(image, form, **({"lossless": True, "exact": True} if form == "WEBP" else {}))


@pytest.mark.parametrize(
    ("mode", "form"),
    [("RGBA", "PNG"), ("LA", "PNG"), ("RGBA", "WEBP"), ("RGBA", "TIFF"), ("LA", "TIFF"), ("PA", "TIFF")],
)
def test_what_transparency_hides_stays_hidden(develop_here: Develop, mode: str, form: str) -> None:
    """Pixels that nobody could see in the original are white in the book, whatever colour they hold."""
    assert shown(develop_here(hidden_pixels(mode, form))) == {WHITE}


def test_what_a_heic_hides_stays_hidden(develop_here: Develop) -> None:
    """The transparent part of a HEIC is white in the book."""
    image = Image.new("RGBA", (64, 64), (20, 40, 60, 0))
    assert shown(develop_here(encoded(image, "HEIF", quality=-1, chroma=444))) == {WHITE}


@pytest.mark.parametrize(
    ("depth", "colour", "row", "hidden"),
    [
        (1, 0, b"\0\0", b"\0\0"),
        (1, 0, b"\0\xff", b"\0\1"),
        (2, 0, b"\0\x55\x55", b"\0\1"),
        (4, 0, b"\0\x33\x33\x33\x33", b"\0\3"),
        (8, 0, b"\0" + b"\x44" * 8, b"\0\x44"),
        (16, 0, b"\0" + b"\x12\x34" * 8, b"\x12\x34"),
        (8, 2, b"\0" + b"\x12\x34\x56" * 8, b"\0\x12\0\x34\0\x56"),
        (16, 2, b"\0" + b"\x12\x34\x56\x78\x9a\xbc" * 8, b"\x12\x34\x56\x78\x9a\xbc"),
    ],
)
def test_a_png_hides_one_colour_at_every_depth(
    develop_here: Develop, depth: int, colour: int, row: bytes, hidden: bytes
) -> None:
    """The one colour that a PNG calls transparent is white in the book, also where its bits are few or many."""
    assert shown(develop_here(png((8, 1), depth, colour, row, [(b"tRNS", hidden)]))) == {WHITE}


def test_a_palette_hides_its_colours(develop_here: Develop) -> None:
    """The transparent colours of a PNG or a GIF with a palette are white in the book."""
    palette = (b"PLTE", bytes([9, 9, 9, 20, 40, 60]))
    source = png((8, 1), 8, 3, b"\0" + b"\1" * 8, [palette, (b"tRNS", b"\xff\0")])
    assert shown(develop_here(source)) == {WHITE}
    image = Image.new("P", (8, 8), 1)
    image.putpalette([9, 9, 9, 20, 40, 60])
    assert shown(develop_here(encoded(image, "GIF", transparency=1))) == {WHITE}


def test_shrinking_uncovers_nothing(develop_here: Develop) -> None:
    """Where a large picture is made small, hidden colours do not bleed into what is seen."""
    image = Image.new("RGBA", (3000, 300), (0, 0, 0, 0))
    image.paste((255, 255, 255, 255), (0, 0, 1500, 300))
    assert shown(develop_here(encoded(image, "PNG"))) == {WHITE}


def test_half_transparent_is_half_white(develop_here: Develop) -> None:
    """Black that lets half of the light through is grey on white."""
    colours = shown(develop_here(encoded(Image.new("RGBA", (16, 16), (0, 0, 0, 128)), "PNG")))
    assert all(near(colour[:3], (127, 127, 127), 2) for colour in colours)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("image", "form", "wanted"),
    [
        (Image.new("1", (16, 16), 1), "PNG", WHITE),
        (Image.new("L", (16, 16), 100), "JPEG", (100, 100, 100)),
        (Image.new("I;16", (16, 16), 0x8080), "PNG", (128, 128, 128)),
        (Image.new("I;16", (16, 16), 0x8080), "TIFF", (128, 128, 128)),
        (Image.new("I", (16, 16), 0x8080), "TIFF", (128, 128, 128)),
        (Image.new("I", (16, 16), 100), "TIFF", (100, 100, 100)),
        (Image.new("F", (16, 16), 0.5), "TIFF", (128, 128, 128)),
        (Image.new("F", (16, 16), 200.0), "TIFF", (200, 200, 200)),
        (Image.new("CMYK", (16, 16), (0, 255, 255, 0)), "JPEG", (255, 0, 0)),
        (Image.new("CMYK", (16, 16), (0, 255, 255, 0)), "TIFF", (255, 0, 0)),
        (Image.new("YCbCr", (16, 16), (76, 85, 255)), "TIFF", (255, 0, 0)),
        (Image.new("LAB", (16, 16), (255, 0, 0)), "TIFF", WHITE),
    ],
)
def test_every_way_of_storing_colour(
    develop_here: Develop, image: Image.Image, form: str, wanted: tuple[int, int, int]
) -> None:
    """One bit, sixteen bits, floating numbers, print colours: each comes out as the colour it means."""
    if image.mode == "LAB":  # Pillow makes it with a and b from 128, and writes them as TIFF wants them
        image = Image.merge("LAB", (Image.new("L", (16, 16), 255), *[Image.new("L", (16, 16), 128)] * 2))
    colours = shown(develop_here(encoded(image, form)))
    assert all(near(colour[:3], wanted, 3) for colour in colours), colours  # type: ignore[arg-type]


def test_sixteen_bits_with_both_ends(develop_here: Develop) -> None:
    """The darkest and the lightest of sixteen bits stay black and white."""
    source = png((16, 8), 16, 0, (b"\0" + b"\0\0" * 8 + b"\xff\xff" * 8) * 8)
    assert {(0, 0, 0), WHITE} <= shown(develop_here(source))


def test_a_negative_tiff_is_shown_as_it_is_meant(develop_here: Develop) -> None:
    """A sixteen-bit TIFF whose zero means white is not shown as a negative."""
    assert shown(develop_here(encoded(Image.new("I;16", (16, 16), 0), "TIFF", tiffinfo={262: 0}))) == {WHITE}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF"])
def test_colours_go_through_their_profile(develop_here: Develop, form: str) -> None:
    """A photo with a colour profile of its own shows the colours that the profile means."""
    source = encoded(Image.new("RGB", (64, 64), "red"), form, icc_profile=profile_with_red_and_blue_swapped())
    assert all(near(colour[:3], (0, 0, 255)) for colour in shown(develop_here(source)))  # type: ignore[arg-type]


def test_transparency_and_profile_together(develop_here: Develop) -> None:
    """A profile changes the colours that are seen, and uncovers none that are not."""
    image = Image.new("RGBA", (64, 64), (255, 0, 0, 255))
    image.paste((0, 0, 0, 0), (0, 0, 32, 64))
    colours = shown(develop_here(encoded(image, "PNG", icc_profile=profile_with_red_and_blue_swapped())))
    assert WHITE in colours
    assert (0, 0, 0) not in colours
    assert any(near(colour[:3], (0, 0, 255)) for colour in colours)  # type: ignore[arg-type]


@pytest.mark.parametrize("profile", [b"not a profile at all", profile_with_red_and_blue_swapped()[:200]])
def test_a_broken_profile_is_passed_over(develop_here: Develop, profile: bytes) -> None:
    """A photo whose profile cannot be read is shown without it."""
    source = encoded(Image.new("RGB", (64, 64), "red"), "PNG", icc_profile=profile)
    assert all(near(colour[:3], (255, 0, 0)) for colour in shown(develop_here(source)))  # type: ignore[arg-type]


@pytest.mark.parametrize(("mode", "colour"), [("L", 100), ("CMYK", (0, 255, 255, 0))])
def test_a_profile_for_other_colours_is_passed_over(develop_here: Develop, mode: str, colour: int) -> None:
    """A profile for three colours on a photo with one or four is ignored."""
    source = encoded(Image.new(mode, (64, 64), colour), "JPEG", icc_profile=profile_with_red_and_blue_swapped())
    wanted = (100, 100, 100) if mode == "L" else (255, 0, 0)
    assert all(near(each[:3], wanted, 3) for each in shown(develop_here(source)))  # type: ignore[arg-type]
