"""The typefaces that drawings carry."""

from __future__ import annotations

import re

import pytest

from lsbook.drawings.font_faces import BOLD, PIECES, REGULAR, TYPEFACE_PIECES, render_font_faces
from lsbook.drawings.labels import Font
from lsbook.drawings.shapes import Drawing, TextLine
from lsbook.drawings.svg import render_svg
from lsbook.output.markup import read_drawing


def line(text: str, *, bold: bool = False, typeface: str = "andika") -> TextLine:
    return TextLine(text, (50, 20), Font(16, bold, typeface), "#000000")


def pieces(*lines: TextLine) -> set[tuple[str, str]]:
    """Family and weight of each piece that ``lines`` bring with them."""
    return set(re.findall(r"font-family:'?([A-Za-z ]+)'?;font-weight:(\d+)", render_font_faces(lines)))


@pytest.mark.parametrize(
    ("text", "typeface", "families"),
    [
        ("Jan and Dave", "andika", {"Andika"}),
        ("Jan and Dave", "atkinson", {"Atkinson Hyperlegible Next"}),
        ("Мама", "atkinson", {"Andika"}),
        ("مادر", "andika", {"Vazirmatn"}),
        ("ሰላም", "andika", {"Noto Sans Ethiopic"}),
    ],
)
def test_a_drawing_carries_the_typefaces_of_its_letters(text: str, typeface: str, families: set[str]) -> None:
    """Words bring the typeface that has their letters, in their own weight, and no other."""
    assert pieces(line(text, typeface=typeface)) == {(family, "400") for family in families}
    assert pieces(line(text, bold=True, typeface=typeface)) == {(family, "700") for family in families}


def test_an_accent_brings_one_more_piece_of_the_same_typeface() -> None:
    """A letter outside the plain ones brings the piece that holds it."""
    plain, accented, welsh = (render_font_faces([line(text)]) for text in ("Zoe", "Zoë", "Tŷ"))
    assert [text.count("@font-face") for text in (plain, accented, welsh)] == [1, 2, 2]
    assert all("unicode-range:U+20-7E," in text for text in (plain, accented, welsh))


def test_letters_that_no_typeface_has_bring_none() -> None:
    """What none of the book's typefaces can draw brings nothing, and neither does a drawing without words."""
    assert render_font_faces([line("名前")]) == "" == render_font_faces([])


def test_every_piece_is_there_and_small() -> None:
    """Each piece of each typeface is a file in both weights, of 20 kB at most, and no other file lies beside them."""
    names = {
        f"{typeface}-{piece.name}-{weight}.woff2"
        for typeface, every in TYPEFACE_PIECES.items()
        for piece in every
        for weight in (REGULAR, BOLD)
    }
    files = {file.name: file.stat().st_size for file in PIECES.iterdir()}
    assert set(files) == names
    assert max(files.values()) <= 20_000


def test_a_drawing_with_its_typefaces_is_a_drawing_that_a_book_may_hold() -> None:
    """What is written with words in every script passes the check of a finished book."""
    words = ("Jan", "Zoë", "Tŷ", "Мама", "مادر", "ሰላም")
    drawing = Drawing(40, tuple(line(text, bold=bold) for text in words for bold in (False, True)))
    text = render_svg(drawing, "en")
    assert text.count("@font-face") == 12
    assert not read_drawing(text).faults and not read_drawing(text).addresses
