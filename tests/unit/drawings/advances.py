"""Writes the table of advance widths again: ``python -m tests.unit.drawings.advances``, by hand (needs fonttools).

Takes every typeface in ``templates/look/fonts``: the files that begin with the same word are one typeface.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parents[3]
FONTS = ROOT / "templates" / "look" / "fonts"
TABLE = ROOT / "lsbook" / "drawings" / "advances.json"
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
            for form, letter, glyph in _joined(font):
                found[f"{face}-{weight}-{form}"].setdefault(letter, round(metrics[glyph][0] * 1000 / em))
    return {name: _by_width(widths) for name, widths in sorted(found.items())}


def _joined(font: TTFont) -> Iterator[tuple[str, str, str]]:
    """For letters that join, as in Arabic script: the form, the letter, and its glyph in that form.

    ``lam`` and ``lam-fina`` are an alef with the lam before it, as one sign.
    """
    substitutions = font["GSUB"].table if "GSUB" in font else None
    if substitutions is None or not font["name"].getDebugName(1).startswith("Vazirmatn"):
        return
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items() if 0x600 <= code < 0x900}
    forms: dict[str, dict[str, str]] = {}
    ligatures: dict[tuple[str, str], str] = {}
    for record in substitutions.FeatureList.FeatureRecord:
        for at in record.Feature.LookupListIndex:
            for table in substitutions.LookupList.Lookup[at].SubTable:
                if record.FeatureTag in {"init", "medi", "fina"}:
                    forms.setdefault(record.FeatureTag, {}).update(table.mapping)
                elif record.FeatureTag == "rlig":
                    ligatures |= {
                        (first, one.Component[0]): one.LigGlyph
                        for first, all_of in table.ligatures.items()
                        for one in all_of
                        if len(one.Component) == 1
                    }
    for form, mapping in forms.items():
        yield from ((form, letters[glyph], other) for glyph, other in mapping.items() if glyph in letters)
    lam = next(glyph for glyph, letter in letters.items() if letter == "\u0644")
    for glyph, letter in letters.items():
        for form, before in (("lam", "init"), ("lam-fina", "medi")):
            if sign := ligatures.get((forms[before][lam], forms["fina"].get(glyph, ""))):
                yield form, letter, sign


def _by_width(widths: dict[str, int]) -> dict[str, str]:
    letters: dict[int, str] = defaultdict(str)
    for letter in sorted(widths):
        letters[widths[letter]] += letter
    return {str(width): letters[width] for width in sorted(letters)}


if __name__ == "__main__":
    TABLE.write_text(json.dumps(advances(), ensure_ascii=True, indent=0) + "\n", encoding="utf-8")
