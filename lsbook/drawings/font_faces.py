"""The book's own typefaces within a drawing, in small pieces: an SVG that is shown as a picture loads no file."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from lsbook.drawings.measure import FALLBACK_TYPEFACES, has_letter
from lsbook.drawings.shapes import TextLine

PIECES = Path(__file__).with_name("typefaces")
"""Made by ``tests/unit/drawings/pieces.py`` from the fonts in ``templates/look/fonts``."""
REGULAR, BOLD = 400, 700
FAMILIES = {
    "andika": "Andika",
    "atkinson": "'Atkinson Hyperlegible Next'",
    "literata": "Literata",
    "vazirmatn": "Vazirmatn",
    "ethiopic": "'Noto Sans Ethiopic'",
}
"""What CSS calls each typeface."""
SUBSTITUTES = {
    "andika": "'Comic Sans MS',Verdana,sans-serif",
    "atkinson": "Arial,'Liberation Sans',sans-serif",
    "literata": "Georgia,serif",
}
"""What a computer may have of its own, where a program shows drawings without their typefaces."""


class FontPiece(Struct, frozen=True):
    """A part of a typeface: the letters that lie between the first and the last code of one of its ``ranges``."""

    name: str
    ranges: tuple[tuple[int, int], ...]

    def __contains__(self, letter: str) -> bool:
        return any(first <= ord(letter) <= last for first, last in self.ranges)

    @property
    def unicode_range(self) -> str:
        """The ranges as CSS writes them."""
        return ",".join(f"U+{first:X}" + (f"-{last:X}" if last > first else "") for first, last in self.ranges)


LATIN = FontPiece("latin", ((0x20, 0x7E), (0xA0, 0xA0), (0x2010, 0x2014), (0x2018, 0x201D), (0x2026, 0x2026)))
ACCENTS = FontPiece("accents", ((0xA1, 0xFF), (0x131, 0x131), (0x152, 0x153), (0x20AC, 0x20AC)))
EUROPE = FontPiece("europe", ((0x100, 0x130), (0x132, 0x151), (0x154, 0x24F), (0x1E00, 0x1EFF)))
CYRILLIC = FontPiece("cyrillic", ((0x301, 0x301), (0x400, 0x4FF), (0x2116, 0x2116)))
ARABIC = FontPiece(
    "arabic", ((0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0x200C, 0x200E), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
)
ETHIOPIC = FontPiece("ethiopic", ((0x1200, 0x1399), (0x2D80, 0x2DDE), (0xAB01, 0xAB2E)))
TYPEFACE_PIECES = {
    "andika": (LATIN, ACCENTS, EUROPE, CYRILLIC),
    "atkinson": (LATIN, ACCENTS, EUROPE),
    "literata": (LATIN, ACCENTS, EUROPE),
    "vazirmatn": (ARABIC,),
    "ethiopic": (ETHIOPIC,),
}
"""The pieces of each typeface. A letter that is in none is drawn in what the computer has, held to its width."""


def format_families(typeface: str) -> str:
    """The value of ``font-family`` for words in ``typeface``, whatever script they are in."""
    names = [FAMILIES[name] for name in dict.fromkeys((typeface, *FALLBACK_TYPEFACES))]
    return ",".join((*names, SUBSTITUTES[typeface]))


def render_font_faces(lines: Iterable[TextLine]) -> str:
    """The pieces whose letters stand in ``lines``, as a style element; nothing where no letter stands in one."""
    letters: dict[tuple[str, int], set[str]] = {}
    for line in lines:
        weight = BOLD if line.font.bold else REGULAR
        letters.setdefault((line.font.typeface, weight), set()).update(line.text)
    needed = {face for (typeface, weight), every in letters.items() for face in _find_faces(every, typeface, weight)}
    return f"<style>{''.join(_render_face(*face) for face in sorted(needed))}</style>" if needed else ""


def _find_faces(letters: Iterable[str], typeface: str, weight: int) -> Iterator[tuple[str, str, int, str]]:
    """For each of ``letters`` the typeface, piece, weight and ranges that hold it."""
    for letter in letters:
        for name in (typeface, *FALLBACK_TYPEFACES):
            if has_letter(letter, name, weight):
                yield from (
                    (name, piece.name, weight, piece.unicode_range)
                    for piece in TYPEFACE_PIECES[name]
                    if letter in piece
                )
                break


@lru_cache(maxsize=64)
def _render_face(typeface: str, piece: str, weight: int, unicode_range: str) -> str:
    font = base64.b64encode((PIECES / f"{typeface}-{piece}-{weight}.woff2").read_bytes()).decode("ascii")
    return (
        f"@font-face{{font-family:{FAMILIES[typeface]};font-weight:{weight};"
        f'src:url(data:font/woff2;base64,{font})format("woff2");unicode-range:{unicode_range}}}'
    )
