"""Portraits within a drawing: a small square of a finished picture, as an address that carries it.

An SVG that is shown as a picture loads no file beside it.
"""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from importlib import import_module

PORTRAIT_SIZE, LARGE_SIZE = 104, 320
"""Pixels: 1.6 times the largest face that is drawn in a tree or a group; and of a face as large as on a spread."""
QUALITY = 82
_MOST_KEPT = 256
"""Portraits that are kept with their pictures, some ten megabytes: a face stands in several drawings of a book."""


@lru_cache(maxsize=_MOST_KEPT)
def make_portrait(picture: bytes, size: int = PORTRAIT_SIZE) -> str:
    """The middle of ``picture`` as a ``data:`` address of a JPEG, ``size`` pixels wide and high.

    Raises ``OSError`` where it cannot be read.
    """
    image, operations = (import_module(f"PIL.{name}") for name in ("Image", "ImageOps"))  # only where a face is new
    with image.open(io.BytesIO(picture)) as opened:
        square = operations.fit(opened.convert("RGB"), (size, size), centering=(0.5, 0.4))
    kept = io.BytesIO()
    square.save(kept, "JPEG", quality=QUALITY, optimize=True)
    return f"data:image/jpeg;base64,{base64.b64encode(kept.getvalue()).decode()}"
