"""Times as cards with the moments in them, one card a stay. How tall a card is, and where it stands, is known here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lsbook.drawings.labels import Letters, broken
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import Box, Disc, Line, Paint, Plate, Shape, Way
from lsbook.drawings.signs import small_house

TRACK, INSET, PAD = 34.0, 66.0, 14.0
"""From the start of a card to the line of its dots, and to its words; what is kept free at its end and foot."""
ROW, AIR = 20.0, 9.0
"""Units down for a line of words, and between two moments."""
CHIP = 30.0


@dataclass(frozen=True)
class Dot:
    """One moment: ``when`` in bold, then what it was. ``near`` is an open dot: the date is not exact."""

    when: str
    what: str
    near: bool = False


@dataclass(frozen=True)
class Time:
    """One stay, or moments between stays where ``home`` is ``None``.

    ``ages`` are the child's age in years at its two ends, where they are known closely enough for a ruler.
    """

    dots: tuple[Dot, ...]
    home: int | None = None
    name: str = ""
    who: str = ""
    chip: str = ""
    ages: tuple[float, float] | None = None


def high(time: Time, wide: float, palette: Palette) -> float:
    """How tall the card of a time is, in units."""
    head = sum(ROW for _ in _head(time, wide, palette)) + (CHIP if time.chip else 0)
    head = max(head, 46.0) if time.home is not None else head
    return 10 + head + sum(tall(dot, wide, palette) for dot in time.dots) + PAD


def tall(dot: Dot, wide: float, palette: Palette) -> float:
    """How tall a moment is with the air above it."""
    return AIR + ROW * len(_said(dot, wide, palette))


def split(time: Time, rooms: tuple[float, float], wide: float, palette: Palette) -> Iterator[Time]:
    """The same time in as many cards as it needs: the first as tall as ``rooms[0]``, the others as ``rooms[1]``.

    A moment is never parted, so a card may be taller where one moment alone is.
    """
    head = high(replace(time, dots=()), wide, palette)
    room = rooms[0] - head
    dots: list[Dot] = []
    for dot in time.dots:
        needs = tall(dot, wide, palette)
        if dots and needs > room:
            yield replace(time, dots=tuple(dots))
            dots, room = [], rooms[1] - head
        dots.append(dot)
        room -= needs
    yield replace(time, dots=tuple(dots))


def card(time: Time, box: Box, palette: Palette) -> Iterator[Shape]:
    """A card in its room: house and head, then the moments on their line."""
    hue = hue_of(time, palette)
    yield Plate(box, min(palette.round, 12), Paint(hue.fill, hue.line, 2.5))
    x, y = box.x + INSET, box.y + 10
    for words, letters in _head(time, box.width, palette):
        y += ROW
        yield _line(words, x, y - 4, letters, palette.ink)
    if time.chip:
        letters = Letters(16, True, palette.face)
        yield Plate(Box(x - 3, y + 4, letters.width(time.chip) + 22, 24), min(palette.round, 12), Paint(hue.line))
        yield _line(time.chip, x + 8, y + 21.5, letters, "#ffffff")
        y += CHIP
    if time.home is not None:
        yield from small_house((box.x + TRACK, box.y + 36), 1.05, hue, time.home)
        y = max(y, box.y + 56)
    yield from dots(time.dots, Box(box.x, y, box.width, box.foot - y), hue, palette, joined=time.home is not None)


def dots(all_of: tuple[Dot, ...], box: Box, hue: Hue, palette: Palette, *, joined: bool = True) -> Iterator[Shape]:
    """Moments under one another: filled where the date is exact. With ``joined``, a line comes from the house above."""
    y, marks = box.y, []
    shapes: list[Shape] = []
    for dot in all_of:
        y += AIR
        marks.append((y + 10.0, dot.near))
        for words, letters in _said(dot, box.width, palette):
            y += ROW
            shapes.append(_line(words, box.x + INSET, y - 4.5, letters, palette.ink))
    x = box.x + TRACK
    top = box.y + 4 if joined else marks[0][0] if marks else 0
    if marks and marks[-1][0] > top:
        yield Way(((x, top), (x, marks[-1][0])), Paint(stroke=hue.line, thick=2.5))
    for at, near in marks:
        yield Disc((x, at), 6.5, Paint("#ffffff" if near else hue.line, hue.line, 3 if near else 0))
    yield from shapes


def hue_of(time: Time, palette: Palette) -> Hue:
    """The colours of the home, as on the road; plain where no home is told."""
    if time.home is None:
        return Hue(palette.edge, palette.paper, palette.road)
    return palette.hues[time.home % len(palette.hues)]


def _head(time: Time, wide: float, palette: Palette) -> list[tuple[str, Letters]]:
    name, plain = Letters(18, True, palette.face), Letters(16, False, palette.face)
    most = wide - INSET - PAD
    lines = [(line, name) for line in broken(time.name, most, name)] if time.name else []
    return lines + ([(line, plain) for line in broken(time.who, most, plain)] if time.who else [])


def _said(dot: Dot, wide: float, palette: Palette) -> list[tuple[str, Letters]]:
    bold, plain = Letters(16, True, palette.face), Letters(16, False, palette.face)
    most = wide - INSET - PAD
    when = [(line, bold) for line in broken(dot.when, most, bold)] if dot.when else []
    return when + [(line, plain) for line in broken(dot.what, most, plain)]


def _line(words: str, start: float, down: float, letters: Letters, ink: str) -> Line:
    return Line(words, (start + letters.width(words) / 2, down), letters, ink)
