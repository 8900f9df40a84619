"""Writes the pieces of typefaces that drawings carry again: ``python -m tests.unit.drawings.pieces``, by hand.

Needs fonttools and brotli. Takes the typefaces in ``templates/look/fonts``. A piece keeps what joins letters and sets
marks in scripts that need it; kerning goes, because words are measured without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from lsbook.drawings.font_faces import BOLD, PIECES, REGULAR, TYPEFACE_PIECES, FontPiece

FONTS = Path(__file__).parents[3] / "templates" / "look" / "fonts"
SHAPING = ["ccmp", "fina", "init", "isol", "locl", "mark", "medi", "mkmk", "rlig"]
KEPT_NAMES = [0, 13, 14]
"""Whose the typeface is, and its licence: a piece does not bear its name."""


def main() -> None:
    for old in PIECES.glob("*.woff2"):
        old.unlink()
    PIECES.mkdir(exist_ok=True)
    for typeface, pieces in TYPEFACE_PIECES.items():
        for piece in pieces:
            for weight in (REGULAR, BOLD):
                _cut(typeface, piece, weight).save(PIECES / f"{typeface}-{piece.name}-{weight}.woff2")


def _cut(typeface: str, piece: FontPiece, weight: int) -> TTFont:
    codes = {code for first, last in piece.ranges for code in range(first, last + 1)}
    font = max(_fonts(typeface, weight), key=lambda each: len(codes & each.getBestCmap().keys()))
    wish = Options(layout_features=SHAPING, hinting=False, name_IDs=KEPT_NAMES, recalc_timestamp=False)
    wish.drop_tables += ["STAT", "gasp", "meta", "vhea", "vmtx"]
    subsetter = Subsetter(wish)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font.flavor = "woff2"
    return font


def _fonts(typeface: str, weight: int) -> Iterator[TTFont]:
    """The files of a typeface in one weight."""
    for file in sorted(FONTS.glob(f"{typeface}*.woff2")):
        font = TTFont(file, recalcTimestamp=False)
        if "fvar" in font:
            yield instantiateVariableFont(font, {"wght": weight})
        elif file.stem.endswith(str(weight)):
            yield font


if __name__ == "__main__":
    main()
