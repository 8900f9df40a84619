"""The timeline for a phone: cards under one another, and a ribbon in the colours of the homes beside them.

The ribbon is not to scale and has no ages, so it may stand where dates are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsbook.drawings.cards import CardEvent, CardPeriod, choose_hue, draw_card, measure_card_height
from lsbook.drawings.palette import Palette
from lsbook.drawings.ruler import draw_undated
from lsbook.drawings.shapes import NARROW_WIDTH, Box, Drawing, Paint, Polyline, RoundedRectangle, Shape

EDGE, CARD_GAP = 8.0, 12.0
RIBBON_START, RIBBON_WIDTH, CARDS_START = 8.0, 14.0, 34.0


def draw_narrow_timeline(
    periods: Sequence[CardPeriod], undated: Sequence[CardEvent], title: str, palette: Palette
) -> Drawing:
    """One drawing, as tall as it needs. ``undated`` stand at its end, under ``title``."""
    wide, at = NARROW_WIDTH - CARDS_START - EDGE, EDGE
    shapes: list[Shape] = []
    for period in periods:
        box = Box(CARDS_START, at, wide, measure_card_height(period, wide, palette))
        shapes += _draw_ribbon(period, box, palette, is_last=period is periods[-1])
        shapes += draw_card(period, box, palette)
        at = box.bottom + CARD_GAP
    if undated:
        box = Box(CARDS_START, at, wide, measure_card_height(CardPeriod(tuple(undated), None, title), wide, palette))
        shapes += draw_undated(undated, title, box, palette)
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
