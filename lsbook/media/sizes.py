"""How large a picture is in the book."""

from __future__ import annotations

from typing import TypeAlias

Size: TypeAlias = "tuple[int, int]"
"""Width and height in pixels."""

MOST_PIXELS = 260_000_000
"""A photo of 200 megapixels from a phone is real; what is beyond this is a mistake or a bomb (security.md)."""

MOST_PAGES = 300
"""Of one document. A whole file of somebody's past is a drawer, not a page of a child's book."""

BOXES: tuple[Size, ...] = ((640, 960), (1600, 2400))
"""Each rendition fits into one of these, so that a long picture does not become an endless page."""


def fit_size(size: Size, box: Size) -> Size:
    """The size of a picture made to fit into ``box`` in its own proportions. It is never enlarged."""
    scale = min(1.0, box[0] / size[0], box[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def compute_sizes(size: Size) -> tuple[Size, ...]:
    """The sizes of a picture's renditions, the widest first. Two of the same width would help no browser."""
    *smaller, largest = (fit_size(size, box) for box in BOXES)
    return (largest, *(each for each in reversed(smaller) if each[0] < largest[0]))
