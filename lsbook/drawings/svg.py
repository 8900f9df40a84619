"""A drawing as SVG text. Whatever is right to left is mirrored here and nowhere else; words are never mirrored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot
from unicodedata import bidirectional

from markupsafe import escape

from lsbook.drawings.font_faces import format_families, render_font_faces
from lsbook.drawings.measure import can_measure
from lsbook.drawings.shapes import (
    Disc,
    Drawing,
    Paint,
    Point,
    Polyline,
    RoundedRectangle,
    RoundPicture,
    Shape,
    TextLine,
)


def render_svg(drawing: Drawing, lang: str, *, mirrored: bool = False) -> str:
    """The text of the file. ``lang`` is the language of its words; nothing in it leads out of it."""
    placed = (_mirror(shape, drawing.width) if mirrored else shape for shape in drawing.shapes)
    inside = "".join(_render_shape(shape, mirrored=mirrored) for shape in placed)
    width, height = _format(drawing.width), _format(drawing.height)
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    turned = ' direction="rtl"' if mirrored else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'lang="{escape(lang)}"{turned} text-anchor="middle" stroke-linecap="round" stroke-linejoin="round">'
        f"{render_font_faces(drawing.text_lines)}{inside}</svg>\n"
    )


def _mirror(shape: Shape, width: float) -> Shape:
    match shape:
        case RoundedRectangle(box, corner, paint):
            return RoundedRectangle(type(box)(width - box.end, box.y, box.width, box.height), corner, paint)
        case Disc((x, y), radius, paint):
            return Disc((width - x, y), radius, paint)
        case Polyline(points, paint, corner, closed):
            return Polyline(tuple((width - x, y) for x, y in points), paint, corner, closed)
        case TextLine(words, (x, y), letters, ink):
            return TextLine(words, (width - x, y), letters, ink)
        case RoundPicture((x, y), radius, source):
            return RoundPicture((width - x, y), radius, source)


def _render_shape(shape: Shape, *, mirrored: bool) -> str:
    match shape:
        case RoundedRectangle(box, corner, paint):
            place = (
                f'x="{_format(box.x)}" y="{_format(box.y)}" width="{_format(box.width)}" height="{_format(box.height)}"'
            )
            return f'<rect {place} rx="{_format(corner)}"{_render_paint(paint)}/>'
        case Disc((x, y), radius, paint):
            return f'<circle cx="{_format(x)}" cy="{_format(y)}" r="{_format(radius)}"{_render_paint(paint)}/>'
        case Polyline(points, paint, corner, closed):
            return f'<path d="{format_path(points, corner, closed=closed)}"{_render_paint(paint)}/>'
        case RoundPicture():
            return _render_picture(shape)
        case TextLine():
            return _render_text(shape, mirrored=mirrored)


def _render_picture(picture: RoundPicture) -> str:
    """A picture within a circle. No two stand in the same place, so the place is its name."""
    (x, y), radius = picture.middle, picture.radius
    name = f"at-{round(x * 10)}-{round(y * 10)}"
    circle = f'<circle cx="{_format(x)}" cy="{_format(y)}" r="{_format(radius)}"/>'
    wide = _format(2 * radius)
    box = f'x="{_format(x - radius)}" y="{_format(y - radius)}" width="{wide}" height="{wide}"'
    return f'<clipPath id="{name}">{circle}</clipPath><image {box} clip-path="url(#{name})" href="{picture.source}"/>'


def _render_text(line: TextLine, *, mirrored: bool) -> str:
    letters = line.font
    held = can_measure(line.text, bold=letters.bold, typeface=letters.typeface)
    length = f' textLength="{_format(letters.measure(line.text))}" lengthAdjust="spacingAndGlyphs"' if held else ""
    weight = ' font-weight="700"' if letters.bold else ""
    place = f'x="{_format(line.middle[0])}" y="{_format(line.middle[1])}"'
    face = f'font-family="{format_families(letters.typeface)}" font-size="{_format(letters.size)}"'
    words = str(line.text)  # words of the book's own would otherwise bring HTML with them
    direction = _render_direction(words, mirrored=mirrored)
    return f'<text {place} {face}{weight}{length}{direction} fill="{line.ink}">{escape(words)}</text>'


def _render_direction(text: str, *, mirrored: bool) -> str:
    """In a drawing from right to left, a line of words without a letter of that way runs the other."""
    ways = {bidirectional(letter) for letter in text}
    return ' direction="ltr"' if mirrored and "L" in ways and not ways & {"R", "AL"} else ""


def _render_paint(paint: Paint) -> str:
    attributes = f' fill="{paint.fill}"'
    if paint.stroke_width:
        attributes += f' stroke="{paint.stroke}" stroke-width="{_format(paint.stroke_width)}"'
    return attributes + (f' stroke-dasharray="{paint.dash}"' if paint.dash else "")


def format_path(points: Sequence[Point], corner: float, *, closed: bool) -> str:
    """The data of a path through ``points``, with corners rounded by up to ``corner`` units."""
    if closed or corner == 0:
        return "M" + "L".join(f"{_format(x)} {_format(y)}" for x, y in points) + ("Z" if closed else "")
    return "".join(_round_corners(points, corner))


def _round_corners(points: Sequence[Point], corner: float) -> Iterator[str]:
    yield f"M{_format(points[0][0])} {_format(points[0][1])}"
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(corner, _measure_distance(before, at) / 2, _measure_distance(at, after) / 2)
        (ax, ay), (bx, by) = _move_towards(at, before, radius), _move_towards(at, after, radius)
        yield f"L{_format(ax)} {_format(ay)}Q{_format(at[0])} {_format(at[1])} {_format(bx)} {_format(by)}"
    yield f"L{_format(points[-1][0])} {_format(points[-1][1])}"


def _measure_distance(start: Point, end: Point) -> float:
    return hypot(start[0] - end[0], start[1] - end[1])


def _move_towards(start: Point, end: Point, by: float) -> Point:
    far = _measure_distance(start, end) or 1
    return start[0] + (end[0] - start[0]) * by / far, start[1] + (end[1] - start[1]) * by / far


def _format(value: float) -> str:
    """A number with a digit behind the point at most."""
    return (
        f"{value:.1f}".rstrip("0").rstrip(".").replace("-0", "0")
        if abs(value) < 0.05
        else f"{value:.1f}".removesuffix(".0")
    )
