"""A theme: how one child's book is dressed within the look of its edition."""

from __future__ import annotations

from msgspec import Struct

from lsbook.model.vocabulary import ThemeColour, ThemeFont, ThemePaper


class Theme(Struct, frozen=True):
    """Left as it is, the look is dressed as it was drawn."""

    colour: ThemeColour = ThemeColour.MEADOW
    paper: ThemePaper = ThemePaper.BOOK
    font: ThemeFont = ThemeFont.BOOK
