"""Times as cards with the moments in them, one card a stay. How tall a card is, and where it stands, is known here."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from lsbook.drawings.labels import Font, wrap_text
from lsbook.drawings.motifs import draw_small_house
from lsbook.drawings.palette import Hue, Palette
from lsbook.drawings.shapes import Box, Disc, Paint, Polyline, RoundedRectangle, Shape, TextLine

TRACK_X, TEXT_X, PAD = 34.0, 66.0, 14.0
"""From the start of a card to the line of its dots, and to its words; what is kept free at its end and foot."""
LINE_HEIGHT, EVENT_GAP = 20.0, 9.0
"""Units down for a line of words, and between two moments."""
CHIP_HEIGHT, CHIP_LINE_HEIGHT = 30.0, 19.0
"""Units down for a chip of one line, and for each further line in it."""


class CardEvent(Struct, frozen=True):
    """One moment: ``when`` in bold, then what it was. ``is_approximate`` is an open dot: the date is not exact."""

    when: str
    what: str
    is_approximate: bool = False


class CardPeriod(Struct, frozen=True):
    """One stay, or moments between stays where ``home`` is ``None``.

    ``ages`` are the child's age in years at its two ends, where they are known closely enough for a ruler.
    """

    events: tuple[CardEvent, ...]
    home: int | None = None
    name: str = ""
    who: str = ""
    chip: str = ""
    ages: tuple[float, float] | None = None


def measure_card_height(period: CardPeriod, width: float, palette: Palette) -> float:
    """How tall the card of a time is, in units."""
    head = sum(LINE_HEIGHT for _ in _wrap_head(period, width, palette)) + _measure_chip(period, width, palette)
    head = max(head, 46.0) if period.home is not None else head
    return 10 + head + sum(measure_event_height(dot, width, palette) for dot in period.events) + PAD


def measure_event_height(event: CardEvent, width: float, palette: Palette) -> float:
    """How tall a moment is with the air above it."""
    return EVENT_GAP + LINE_HEIGHT * len(_wrap_event(event, width, palette))


def split_period(
    period: CardPeriod, rooms: tuple[float, float], width: float, palette: Palette
) -> Iterator[CardPeriod]:
    """The same time in as many cards as it needs: the first as tall as ``rooms[0]``, the others as ``rooms[1]``.

    A moment is never parted, so a card may be taller where one moment alone is.
    """
    head = measure_card_height(replace(period, events=()), width, palette)
    room = rooms[0] - head
    dots: list[CardEvent] = []
    for dot in period.events:
        needs = measure_event_height(dot, width, palette)
        if dots and needs > room:
            yield replace(period, events=tuple(dots))
            dots, room = [], rooms[1] - head
        dots.append(dot)
        room -= needs
    yield replace(period, events=tuple(dots))


def draw_card(period: CardPeriod, box: Box, palette: Palette) -> Iterator[Shape]:
    """A card in its room: house and head, then the moments on their line."""
    hue = choose_hue(period, palette)
    yield RoundedRectangle(box, min(palette.corner, 12), Paint(hue.fill, hue.line, 2.5))
    x, y = box.x + TEXT_X, box.y + 10
    for words, letters in _wrap_head(period, box.width, palette):
        y += LINE_HEIGHT
        yield _make_line(words, x, y - 4, letters, palette.ink)
    if period.chip:
        yield from _draw_chip(period, (x, y), box.width, hue, palette)
        y += _measure_chip(period, box.width, palette)
    if period.home is not None:
        yield from draw_small_house((box.x + TRACK_X, box.y + 36), 1.05, hue, period.home)
        y = max(y, box.y + 56)
    yield from draw_events(
        period.events, Box(box.x, y, box.width, box.bottom - y), hue, palette, is_joined=period.home is not None
    )


def _wrap_chip(period: CardPeriod, width: float, palette: Palette) -> tuple[str, ...]:
    return wrap_text(period.chip, width - TEXT_X - PAD - 16, Font(16, True, palette.typeface)) if period.chip else ()


def _measure_chip(period: CardPeriod, width: float, palette: Palette) -> float:
    lines = _wrap_chip(period, width, palette)
    return CHIP_HEIGHT + CHIP_LINE_HEIGHT * (len(lines) - 1) if lines else 0.0


def _draw_chip(
    period: CardPeriod, at: tuple[float, float], width: float, hue: Hue, palette: Palette
) -> Iterator[Shape]:
    (x, y), letters, lines = at, Font(16, True, palette.typeface), _wrap_chip(period, width, palette)
    wide, high = max(map(letters.measure, lines)) + 22, 24 + CHIP_LINE_HEIGHT * (len(lines) - 1)
    yield RoundedRectangle(Box(x - 3, y + 4, wide, high), min(palette.corner, 12), Paint(hue.line))
    for number, line in enumerate(lines):
        yield _make_line(line, x + 8, y + 21.5 + CHIP_LINE_HEIGHT * number, letters, "#ffffff")


def draw_events(
    events: tuple[CardEvent, ...], box: Box, hue: Hue, palette: Palette, *, is_joined: bool = True
) -> Iterator[Shape]:
    """Moments under one another, filled where the date is exact; ``is_joined``: with a line from the house above."""
    y, marks = box.y, []
    shapes: list[Shape] = []
    for dot in events:
        y += EVENT_GAP
        marks.append((y + 10.0, dot.is_approximate))
        for words, letters in _wrap_event(dot, box.width, palette):
            y += LINE_HEIGHT
            shapes.append(_make_line(words, box.x + TEXT_X, y - 4.5, letters, palette.ink))
    x = box.x + TRACK_X
    top = box.y + 4 if is_joined else marks[0][0] if marks else 0
    if marks and marks[-1][0] > top:
        yield Polyline(((x, top), (x, marks[-1][0])), Paint(stroke=hue.line, stroke_width=2.5))
    for at, is_near in marks:
        yield Disc((x, at), 6.5, Paint("#ffffff" if is_near else hue.line, hue.line, 3 if is_near else 0))
    yield from shapes


def choose_hue(period: CardPeriod, palette: Palette) -> Hue:
    """The colours of the home, as on the road; plain where no home is told."""
    if period.home is None:
        return Hue(palette.edge, palette.paper, palette.road)
    return palette.hues[period.home % len(palette.hues)]


def _wrap_head(period: CardPeriod, width: float, palette: Palette) -> list[tuple[str, Font]]:
    name, plain = Font(18, True, palette.typeface), Font(16, False, palette.typeface)
    most = width - TEXT_X - PAD
    lines = [(line, name) for line in wrap_text(period.name, most, name)] if period.name else []
    return lines + ([(line, plain) for line in wrap_text(period.who, most, plain)] if period.who else [])


def _wrap_event(event: CardEvent, width: float, palette: Palette) -> list[tuple[str, Font]]:
    bold, plain = Font(16, True, palette.typeface), Font(16, False, palette.typeface)
    most = width - TEXT_X - PAD
    when = [(line, bold) for line in wrap_text(event.when, most, bold)] if event.when else []
    return when + [(line, plain) for line in wrap_text(event.what, most, plain)]


def _make_line(text: str, start: float, y: float, font: Font, ink: str) -> TextLine:
    return TextLine(text, (start + font.measure(text) / 2, y), font, ink)
