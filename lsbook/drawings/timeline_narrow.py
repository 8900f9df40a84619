"""The timeline for a phone: the homes under one another, and a ribbon in their colours beside them.

The moments are not in it: on a phone the list of them begins right beneath it, and twice is too long to turn through.
The ribbon is not to scale and has no ages, so it may stand where dates are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lsbook.drawings.cards import CardPeriod, choose_hue, draw_card, measure_card_height
from lsbook.drawings.palette import Palette
from lsbook.drawings.shapes import NARROW_WIDTH, Box, Drawing, Paint, Polyline, RoundedRectangle, Shape

EDGE, CARD_GAP = 8.0, 12.0
RIBBON_START, RIBBON_WIDTH, CARDS_START = 8.0, 14.0, 34.0


def draw_narrow_timeline(periods: Sequence[CardPeriod], palette: Palette) -> Drawing:
    """One drawing of the homes among ``periods``, as tall as it needs."""
    homes = [replace(period, events=()) for period in periods if period.home is not None]
    wide, at = NARROW_WIDTH - CARDS_START - EDGE, EDGE
    shapes: list[Shape] = []
    for period in homes:
        box = Box(CARDS_START, at, wide, measure_card_height(period, wide, palette))
        shapes += _draw_ribbon(period, box, palette, is_last=period is homes[-1])
        shapes += draw_card(period, box, palette)
        at = box.bottom + CARD_GAP
    height = at - CARD_GAP + EDGE
    ground = RoundedRectangle(Box(0, 0, NARROW_WIDTH, height), palette.corner, Paint(palette.paper))
    return Drawing(height, (ground, *shapes), NARROW_WIDTH)


def _draw_ribbon(period: CardPeriod, card: Box, palette: Palette, *, is_last: bool) -> Iterator[Shape]:
    """A piece of the ribbon, as tall as the card, with a bridge to it."""
    hue, high = choose_hue(period, palette), card.height + (0 if is_last else CARD_GAP)
    yield RoundedRectangle(Box(RIBBON_START, card.y, RIBBON_WIDTH, high), 0, Paint(hue.deep, hue.line, 2))
    middle = card.y + 30
    bridge = ((RIBBON_START + RIBBON_WIDTH, middle), (CARDS_START, middle))
    yield Polyline(bridge, Paint(stroke=hue.line, stroke_width=2.5))
