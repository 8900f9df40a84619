"""A drawing as SVG text. Whatever is right to left is mirrored here and nowhere else; words are never mirrored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot
from unicodedata import bidirectional

from markupsafe import escape

from lsbook.drawings.measure import measured
from lsbook.drawings.shapes import Disc, Drawing, Line, Paint, Plate, Point, Shape, Way

FACES = {
    "andika": "Andika,'Comic Sans MS',Verdana,sans-serif",
    "atkinson": "'Atkinson Hyperlegible Next',Arial,'Liberation Sans',sans-serif",
}
"""An SVG shown as a picture loads no fonts: these are what a computer may have, held to the width of ours."""


def svg(drawing: Drawing, lang: str, *, mirrored: bool = False) -> str:
    """The text of the file. ``lang`` is the language of its words; nothing in it leads anywhere or has an id."""
    placed = (_turned(shape, drawing.width) if mirrored else shape for shape in drawing.shapes)
    inside = "".join(_element(shape, turned=mirrored) for shape in placed)
    size = f'width="{_n(drawing.width)}" height="{_n(drawing.height)}"'
    turned = ' direction="rtl"' if mirrored else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" {size} '
        f'lang="{escape(lang)}"{turned} text-anchor="middle" stroke-linecap="round" stroke-linejoin="round">'
        f"{inside}</svg>\n"
    )


def _turned(shape: Shape, across: float) -> Shape:
    match shape:
        case Plate(box, corner, paint):
            return Plate(type(box)(across - box.end, box.y, box.width, box.height), corner, paint)
        case Disc((x, y), radius, paint):
            return Disc((across - x, y), radius, paint)
        case Way(points, paint, corner, closed):
            return Way(tuple((across - x, y) for x, y in points), paint, corner, closed)
        case Line(words, (x, y), letters, ink):
            return Line(words, (across - x, y), letters, ink)


def _element(shape: Shape, *, turned: bool) -> str:
    match shape:
        case Plate(box, corner, paint):
            place = f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'
            return f'<rect {place} rx="{_n(corner)}"{_paint(paint)}/>'
        case Disc((x, y), radius, paint):
            return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{_paint(paint)}/>'
        case Way(points, paint, corner, closed):
            return f'<path d="{path(points, corner, closed=closed)}"{_paint(paint)}/>'
        case Line():
            return _words(shape, turned=turned)


def _words(line: Line, *, turned: bool) -> str:
    letters = line.letters
    held = measured(line.words, bold=letters.bold, face=letters.face)
    length = f' textLength="{_n(letters.width(line.words))}" lengthAdjust="spacingAndGlyphs"' if held else ""
    weight = ' font-weight="700"' if letters.bold else ""
    place = f'x="{_n(line.middle[0])}" y="{_n(line.middle[1])}"'
    face = f'font-family="{FACES.get(letters.face, "sans-serif")}" font-size="{_n(letters.size)}"'
    words = str(line.words)  # words of the book's own would otherwise bring HTML with them
    return f'<text {place} {face}{weight}{length}{_way(words, turned=turned)} fill="{line.ink}">{escape(words)}</text>'


def _way(words: str, *, turned: bool) -> str:
    """In a drawing from right to left, a line of words without a letter of that way runs the other."""
    ways = {bidirectional(letter) for letter in words}
    return ' direction="ltr"' if turned and "L" in ways and not ways & {"R", "AL"} else ""


def _paint(paint: Paint) -> str:
    said = f' fill="{paint.fill}"'
    if paint.thick:
        said += f' stroke="{paint.stroke}" stroke-width="{_n(paint.thick)}"'
    return said + (f' stroke-dasharray="{paint.dash}"' if paint.dash else "")


def path(points: Sequence[Point], corner: float, *, closed: bool) -> str:
    """The data of a path through ``points``, with corners rounded by up to ``corner`` units."""
    if closed or corner == 0:
        return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points) + ("Z" if closed else "")
    return "".join(_rounded(points, corner))


def _rounded(points: Sequence[Point], corner: float) -> Iterator[str]:
    yield f"M{_n(points[0][0])} {_n(points[0][1])}"
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        near = min(corner, _far(before, at) / 2, _far(at, after) / 2)
        (ax, ay), (bx, by) = _towards(at, before, near), _towards(at, after, near)
        yield f"L{_n(ax)} {_n(ay)}Q{_n(at[0])} {_n(at[1])} {_n(bx)} {_n(by)}"
    yield f"L{_n(points[-1][0])} {_n(points[-1][1])}"


def _far(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _towards(start: Point, end: Point, by: float) -> Point:
    far = _far(start, end) or 1
    return start[0] + (end[0] - start[0]) * by / far, start[1] + (end[1] - start[1]) * by / far


def _n(value: float) -> str:
    """A number with a digit behind the point at most."""
    return (
        f"{value:.1f}".rstrip("0").rstrip(".").replace("-0", "0")
        if abs(value) < 0.05
        else f"{value:.1f}".removesuffix(".0")
    )
