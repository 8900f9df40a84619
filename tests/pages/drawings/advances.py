"""Writes the table of advance widths again: ``python -m tests.pages.drawings.advances``, by hand (needs fonttools).

Takes every typeface in ``templates/look/fonts``: the files that begin with the same word are one typeface.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parents[3]
FONTS = ROOT / "templates" / "look" / "fonts"
TABLE = ROOT / "lsbook" / "pages" / "drawings" / "advances.json"
WEIGHTS = (400, 700)


def advances() -> dict[str, dict[str, str]]:
    """For each ``face-weight`` the letters of each width; widths in thousandths of the type size."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for file in sorted(FONTS.glob("*.woff2")):
        face, _, rest = file.stem.partition("-")
        for weight in WEIGHTS:
            font = TTFont(file)
            if "fvar" in font:
                font = instantiateVariableFont(font, {"wght": weight})
            elif not rest.endswith(str(weight)):
                continue
            metrics, em = font["hmtx"], font["head"].unitsPerEm
            for code, glyph in font.getBestCmap().items():
                found[f"{face}-{weight}"].setdefault(chr(code), round(metrics[glyph][0] * 1000 / em))
    return {name: _by_width(widths) for name, widths in sorted(found.items())}


def _by_width(widths: dict[str, int]) -> dict[str, str]:
    letters: dict[int, str] = defaultdict(str)
    for letter in sorted(widths):
        letters[widths[letter]] += letter
    return {str(width): letters[width] for width in sorted(letters)}


if __name__ == "__main__":
    TABLE.write_text(json.dumps(advances(), ensure_ascii=True, indent=0) + "\n", encoding="utf-8")
