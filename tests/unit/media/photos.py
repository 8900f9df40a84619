"""Photos made for the tests, good and bad."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence

import pillow_heif
from PIL import Image, ImageCms, ImageDraw

pillow_heif.register_heif_opener()

CORNERS = {"top left": "red", "top right": "lime", "bottom left": "blue", "bottom right": "yellow"}
ORIENTATION = 0x0112


def scene(width: int, height: int) -> Image.Image:
    """A picture that shows which way up it is: each quarter has the colour of its corner."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    middle = (width // 2, height // 2)
    draw.rectangle((0, 0, *middle), fill="red")
    draw.rectangle((middle[0], 0, width, middle[1]), fill="lime")
    draw.rectangle((0, middle[1], middle[0], height), fill="blue")
    draw.rectangle((*middle, width, height), fill="yellow")
    return image


def busy(width: int, height: int) -> Image.Image:
    """A picture with so much in it that its file is long, and a piece of it is missed."""
    return Image.effect_mandelbrot((width, height), (-2, -1.5, 1, 1.5), 60).convert("RGB")


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    """The bytes of ``image`` as a file of the kind that Pillow calls ``form``."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def oriented(turn: int) -> bytes:
    """EXIF that says only how the camera was held, from 1 to 8."""
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    return exif.tobytes()


def chunk(name: bytes, inside: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(inside)) + name + inside + struct.pack(">I", zlib.crc32(name + inside))


def png(
    size: tuple[int, int], depth: int, colour: int, rows: bytes, extra: Sequence[tuple[bytes, bytes]] = ()
) -> bytes:
    """A PNG written by hand, for what Pillow reads but does not write. ``depth`` in bits, ``colour`` as in IHDR."""
    head = struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, 0)
    chunks = [(b"IHDR", head), *extra, (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in chunks)


def slow() -> bytes:
    """A small file that takes seconds and a quarter of a gigabyte to open, and is just under the limit of pixels."""
    side = 16000
    return png((side, side), 8, 0, bytes((side + 1) * side))


def profile_with_red_and_blue_swapped() -> bytes:
    """A colour profile in which the first of three numbers means blue: what is not converted shows at once."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(profile[128:132], "big")
    names = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}
    for at in range(132, 132 + 12 * count, 12):
        name = bytes(profile[at : at + 4])
        profile[at : at + 4] = names.get(name, name)
    return bytes(profile)
