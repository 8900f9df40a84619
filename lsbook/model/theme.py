"""A theme: how one child's book is dressed within the look of its edition."""

from __future__ import annotations

from dataclasses import dataclass

COLOURS = ("meadow", "sea", "sunset", "berry", "stone")
PAPERS = ("book", "plain", "dots", "lines", "squares")
FONTS = ("book", "open", "plain")


@dataclass(frozen=True)
class Theme:
    """``book`` leaves the look as it is; meadow is the colours that the looks were drawn in."""

    colour: str = COLOURS[0]
    paper: str = PAPERS[0]
    font: str = FONTS[0]
