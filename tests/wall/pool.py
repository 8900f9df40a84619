"""Six small pictures of distinct colours, each with a comment of its origin, and one file that is no picture."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

COLOURS = ("red", "blue", "green", "orange", "purple", "grey")
COMMENT = "qzcomment0z"


def pool() -> list[bytes]:
    """The bytes of each, by the numbers that tales use."""
    return [*(_picture(number, colour) for number, colour in enumerate(COLOURS)), b"This is no picture at all."]


def _picture(number: int, colour: str) -> bytes:
    image, made = Image.new("RGB", (40 + 4 * number, 30), colour), BytesIO()
    if number % 2:
        image.save(made, "JPEG", comment=COMMENT)
    else:
        said = PngInfo()
        said.add_text("Comment", COMMENT)
        image.save(made, "PNG", pnginfo=said)
    return made.getvalue()
