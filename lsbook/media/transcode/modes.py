"""The many ways in which files store pixels, brought to a few: L, LA, RGB, RGBA, CMYK and LAB, eight bits each.

What a file hides behind transparency stays hidden: it leaves here as an alpha channel and is never dropped, because
``Image.convert("RGB")`` alone uncovers it (security.md).
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageFile, TiffImagePlugin

NORMAL_MODES = ("L", "LA", "RGB", "RGBA", "CMYK", "LAB")
_PREMULTIPLIED = {"La": "LA", "RGBa": "RGBA"}
_DEEP_MODES = ("I", "I;16", "I;16L", "I;16B", "I;16N")
_PHOTOMETRIC_TAG, _WHITE_IS_ZERO = 262, 0


def read_storage(image: ImageFile.ImageFile) -> str:
    """How the file itself stores its samples ("L;2", "RGB;16B", "I;12"). Ask before the pixels are loaded."""
    if not image.tile:
        return image.mode
    args = image.tile[0].args
    return str(args[0] if isinstance(args, tuple) and args else args or image.mode)


def normalize_mode(image: Image.Image, storage: str) -> Image.Image:
    """Bring a loaded image to one of ``NORMAL_MODES``; ``storage`` is what ``read_storage`` gave."""
    if image.mode in _DEEP_MODES:
        return _convert_deep(image, storage)
    if image.mode == "F":
        return _convert_float(image)
    if image.mode in ("P", "PA"):
        return image.convert("RGBA" if image.mode == "PA" or image.has_transparency_data else "RGB")
    if image.mode in _PREMULTIPLIED:
        return image.convert(_PREMULTIPLIED[image.mode])
    if image.mode in ("1", "L", "RGB") and "transparency" in image.info:
        return _hide_transparent_colour(image, storage)
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in NORMAL_MODES else image.convert("RGB")


def _convert_deep(image: Image.Image, storage: str) -> Image.Image:
    """16-bit and 32-bit greys. The numbers' own range decides where a file does not say how deep it is."""
    grey = image.convert("I")
    lowest, highest = _get_extremes(grey)
    if lowest < 0 or highest > 0xFFFF:
        spread = max(highest - lowest, 1)
        return grey.convert("F").point(lambda value: value * (255 / spread) - lowest * 255 / spread + 0.5).convert("L")
    white = 0xFFF if storage == "I;12" else 0xFF if image.mode == "I" and highest <= 0xFF else 0xFFFF
    shades = [min(255, round(value * 255 / white)) for value in range(0x10000)]
    if isinstance(image, TiffImagePlugin.TiffImageFile) and image.tag_v2.get(_PHOTOMETRIC_TAG) == _WHITE_IS_ZERO:
        shades = [255 - shade for shade in shades]
    result = grey.point(shades, "L")
    hidden = image.info.get("transparency")
    if isinstance(hidden, int):
        result.putalpha(grey.point([0 if value == hidden else 255 for value in range(0x10000)], "L"))
    return result


def _convert_float(image: Image.Image) -> Image.Image:
    """Floating greys run from 0 to 1, or from 0 to 255, or anyhow: then darkest to lightest."""
    lowest, highest = _get_extremes(image)
    if lowest >= 0 and highest <= 255:
        scale, offset = (255.0 if highest <= 1 else 1.0), 0.5
    else:
        scale = 255 / max(highest - lowest, 1e-9)
        offset = 0.5 - lowest * scale
    return image.point(lambda value: value * scale + offset).convert("L")


def _get_extremes(image: Image.Image) -> tuple[float, float]:
    lowest, highest = image.getextrema()
    if isinstance(lowest, tuple) or isinstance(highest, tuple):
        raise ValueError("one band expected")
    return lowest, highest


def _hide_transparent_colour(image: Image.Image, storage: str) -> Image.Image:
    """Hide the one colour that a PNG names as transparent.

    Pillow leaves that colour at the file's own depth while it brings the pixels to eight bits, so that its own
    conversion misses it. Where depth was lost, a little more is hidden rather than less.
    """
    hidden = _scale_to_eight_bits(image.info["transparency"], image.mode, storage)
    bands = (image.convert("L") if image.mode == "1" else image).split()
    pairs = zip(bands, hidden, strict=True)
    masks = [band.point([255 if value == part else 0 for value in range(256)]) for band, part in pairs]
    covered = masks[0]
    for mask in masks[1:]:
        covered = ImageChops.darker(covered, mask)
    result = Image.merge(bands[0].mode if len(bands) == 1 else "RGB", bands)
    result.putalpha(ImageChops.invert(covered))
    return result


def _scale_to_eight_bits(colour: int | Sequence[int], mode: str, storage: str) -> tuple[int, ...]:
    parts = (colour,) if isinstance(colour, int) else tuple(colour)
    if mode == "1":
        return tuple(255 if part else 0 for part in parts)
    if storage.endswith(";16B"):
        return tuple(part >> 8 for part in parts)
    step = {"L;2": 85, "L;4": 17}.get(storage, 1)
    return tuple(part * step & 0xFF for part in parts)
