"""Colours of the drawings, for each look. tests/unit/drawings/test_palette.py holds them to their contrast."""

from __future__ import annotations

from msgspec import Struct


class Hue(Struct, frozen=True):
    """``line`` and words stand on ``fill`` and on paper; ``deep`` is a stronger ground, for roofs."""

    line: str
    fill: str
    deep: str


class Palette(Struct, frozen=True):
    typeface: str
    paper: str
    ink: str
    crown: str
    """The ground of those who are family by birth."""
    road: str
    edge: str
    corner: float
    hues: tuple[Hue, ...]


BRIGHT = (
    Hue("#7a4300", "#fff0d2", "#f3cf94"),
    Hue("#123f73", "#e6eefb", "#b8cff0"),
    Hue("#2b5a12", "#e8f4e0", "#bcdca8"),
    Hue("#4b2a7b", "#f1e8f9", "#d6bfee"),
    Hue("#7a1720", "#fde7e5", "#f3b9b3"),
    Hue("#0b4a4f", "#e0f3f2", "#aad9d9"),
)
INKY = (
    Hue("#1a2bc4", "#e6e9fc", "#c3caf6"),
    Hue("#121212", "#fff6b8", "#fff07a"),
    Hue("#8a1d08", "#fde3dc", "#ffb5a2"),
    Hue("#0d4a3c", "#e0efe9", "#b5d8cb"),
    Hue("#54206b", "#f0e5f4", "#dcc2e6"),
    Hue("#6b4700", "#f6ecd6", "#e6d09c"),
)
CLOTH = (
    Hue("#6b1426", "#f6e9e3", "#e6c9c2"),
    Hue("#2c4257", "#e9edf0", "#c6d2db"),
    Hue("#3f4f24", "#ecefe0", "#cfd8b6"),
    Hue("#5a4218", "#f4ecd8", "#e2d0a4"),
    Hue("#4a3560", "#eee9f2", "#d3c7dd"),
    Hue("#21504c", "#e3efec", "#b9d4cf"),
)
PALETTES = {
    "under-5": Palette("andika", "#fffaec", "#14213d", "#e4efd3", "#eadcc0", "#7a6644", 26, BRIGHT),
    "5-8": Palette("andika", "#fffefb", "#1d2b2a", "#e4efd3", "#eadcc0", "#7a6644", 18, BRIGHT),
    "9-12": Palette("atkinson", "#ffffff", "#1a1840", "#e2f3ea", "#e3e2f3", "#5c5a94", 14, BRIGHT),
    "13-17": Palette("atkinson", "#fffefa", "#121212", "#ece7d9", "#e4e0d4", "#5a564c", 0, INKY),
    "18-plus": Palette("literata", "#fffdf8", "#211c18", "#efeadb", "#ece2cf", "#776a54", 0, CLOTH),
}


def get_palette(look: str) -> Palette:
    """The colours of a look; one that an authority made has those of the oldest."""
    return PALETTES.get(look, PALETTES["18-plus"])
