"""Pictures by what they show, whatever they are called and however they were saved; and the words hidden in them."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from PIL import Image, ImageChops, ImageOps, ImageStat

from lsbook.archive.search.decoding import decode_plain_text

_KINDS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "MPO")
_SIDE = 32
"""Pixels of the small square by which pictures are compared."""
_MOST_PIXELS = 60_000_000
"""Of a picture that has to be decoded whole to be made small; a JPEG has not."""
_SAME, _NOWHERE = 2.5, 40
"""On average and at most, the difference between a picture and itself saved again, of 255."""
_CODE = 8
_FLAT = 4.0
"""A picture with less variety shows nothing, and looks like any other of its kind."""


class Thumbnail(Struct, frozen=True):
    """A picture made small, upright and square. ``aspect_ratio``: its width by its height."""

    image: Image.Image
    aspect_ratio: float

    def is_same(self, other: Thumbnail) -> bool:
        """Whether both are one picture, saved in different ways or sizes."""
        if abs(self.aspect_ratio - other.aspect_ratio) > 0.03 * self.aspect_ratio:
            return False
        difference = ImageStat.Stat(ImageChops.difference(self.image, other.image))
        most = max(high for _, high in difference.extrema)
        return max(difference.mean) <= _SAME and most <= _NOWHERE


def make_thumbnail(file: Path) -> Thumbnail | None:
    """What ``file`` shows, to be compared; ``None`` where it is no picture, or one that shows nothing."""
    try:
        with warnings.catch_warnings(), Image.open(file, formats=_KINDS) as picture:
            warnings.simplefilter("ignore")
            picture.draft("RGB", (_SIDE * 4, _SIDE * 4))
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            upright = ImageOps.exif_transpose(picture).convert("RGB")
            shape = upright.width / upright.height
            small = upright.resize((_SIDE, _SIDE), Image.Resampling.BOX)
    except Exception:  # whatever a decoder raises: a picture that cannot be decoded is compared by its bytes alone
        return None
    return Thumbnail(small, shape) if max(ImageStat.Stat(small).stddev) > _FLAT else None


def read_hidden_text(source: Path | bytes) -> Iterator[str]:
    """What a picture says of itself in words: remarks, titles, who made it."""
    try:
        opened = Image.open(io.BytesIO(source) if isinstance(source, bytes) else source, formats=_KINDS)
        with warnings.catch_warnings(), opened as picture:
            warnings.simplefilter("ignore")
            values: list[object] = list(picture.info.items())
            exif = picture.getexif()
            values += [*exif.items(), *(exif.get_ifd(number) for number in (0x8769, 0x8825, 0xA005))]
    except Exception:  # as above
        return
    yield from _find_text(tuple(values))


def _find_text(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        behind = value[_CODE:]  # a user's remark begins with eight letters that say how it is written
        yield from filter(None, (decode_plain_text(value), decode_plain_text(behind)))
    elif isinstance(value, dict):
        yield from _find_text(tuple(value.items()))
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _find_text(inner)
