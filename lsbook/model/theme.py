"""A theme: how one child's book is dressed within the look of its edition."""

from __future__ import annotations

from dataclasses import dataclass

from lsbook.model.vocabulary import ThemeColour, ThemeFont, ThemePaper


@dataclass(frozen=True)
class Theme:
    """Left as it is, the look is dressed as it was drawn."""

    colour: ThemeColour = ThemeColour.MEADOW
    paper: ThemePaper = ThemePaper.BOOK
    font: ThemeFont = ThemeFont.BOOK
