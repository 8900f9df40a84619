"""Small pictures of distinct colours, a film, a sound and a document, each with its origin in it; and a broken file."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.system.media.films import Film, made, paper

COLOURS = ("red", "blue", "green", "orange", "purple", "grey")
COMMENT = "qzcomment0z"
ENDINGS = ("png", "jpg", "png", "jpg", "png", "jpg", "png", "mp4", "mp3", "pdf")
"""What files are called, by the numbers that tales use."""


def pool() -> list[bytes]:
    """The bytes of each, by the numbers that tales use."""
    pictures = [_picture(number, colour) for number, colour in enumerate(COLOURS)]
    film = made(Film(size=(64, 48), seconds=1, comment=COMMENT))
    sound = made(Film("mp3", "", "libmp3lame", seconds=1, comment=COMMENT))
    pages = [Image.new("RGB", (40, 30), colour) for colour in ("pink", "brown")]
    return [*pictures, b"This is no picture at all.", film, sound, paper(*pages, author=COMMENT, title=COMMENT)]


def _picture(number: int, colour: str) -> bytes:
    image, out = Image.new("RGB", (40 + 4 * number, 30), colour), BytesIO()
    if number % 2:
        image.save(out, "JPEG", comment=COMMENT)
    else:
        said = PngInfo()
        said.add_text("Comment", COMMENT)
        image.save(out, "PNG", pnginfo=said)
    return out.getvalue()
