"""A sheet of paper: flat shapes with hand-cut edges and grain, drawn too large and made small at the end."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageFont

from tests.example.pictures.outline import Point, Row, box, dashes, oval, rows, stepped

SCALE = 3
"""How many times too large a sheet is drawn: making it small again is what smooths the edges."""


class Wobble:
    """How far a pair of scissors strays: a soft field of small offsets, the same each time."""

    def __init__(self, seed: int, reach: float, cell: float = 46.0) -> None:
        self.reach = reach
        self.cell = cell
        draw = Random(seed)
        self._field = [[(draw.uniform(-1, 1), draw.uniform(-1, 1)) for _ in range(64)] for _ in range(64)]

    def moved(self, point: Point) -> Point:
        """The point where the scissors really went."""
        dx, dy = self._offset(point[0], point[1])
        fine_x, fine_y = self._offset(point[0] * 3.1 + 17, point[1] * 3.1 + 5)
        return point[0] + self.reach * (dx + 0.4 * fine_x), point[1] + self.reach * (dy + 0.4 * fine_y)

    def _offset(self, x: float, y: float) -> Point:
        column, across = divmod(x / self.cell, 1)
        row, down = divmod(y / self.cell, 1)
        across, down = across * across * (3 - 2 * across), down * down * (3 - 2 * down)
        total_x = total_y = 0.0
        for i, part_x in ((0, 1 - across), (1, across)):
            for j, part_y in ((0, 1 - down), (1, down)):
                offset = self._field[(int(row) + j) % 64][(int(column) + i) % 64]
                total_x += part_x * part_y * offset[0]
                total_y += part_x * part_y * offset[1]
        return total_x, total_y


class Sheet:
    """Draws in its own units: a sheet of 1200 by 900 becomes a picture of 1200 by 900 pixels."""

    def __init__(self, width: int, height: int, ground: str, *, seed: int = 3, rough: float = 2.6) -> None:
        self.width = width
        self.height = height
        self.random = Random(seed)
        self._image = Image.new("RGB", (width * SCALE, height * SCALE), ground)
        self._wobble = Wobble(seed, rough)
        self._matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

    # --- where --------------------------------------------------------------------------------------------------

    @contextmanager
    def at(self, x: float, y: float, scale: float = 1, *, turn: float = 0, flip: bool = False) -> Iterator[None]:
        """What is drawn inside stands at (x, y), scaled, turned by degrees and perhaps mirrored."""
        before = self._matrix
        c, s = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
        mirror = -1 if flip else 1
        self._matrix = _times(before, (c * mirror, s * mirror, -s, c, x, y))
        yield
        self._matrix = before

    @contextmanager
    def inside(self, path: str | Row) -> Iterator[None]:
        """What is drawn inside shows only within the path."""
        under = self._image.copy()
        mask = Image.new("L", self._image.size, 0)
        for row in self._rows(path):
            ImageDraw.Draw(mask).polygon(row, fill=255)
        yield
        self._image = Image.composite(self._image, under, mask)

    def _rows(self, path: str | Row) -> list[Row]:
        a, b, c, d, e, f = self._matrix
        size = math.sqrt(abs(a * d - b * c))
        found = rows(path) if isinstance(path, str) else [path]
        placed = []
        for row in found:
            fine = stepped([(a * x + c * y + e, b * x + d * y + f) for x, y in row], max(6.0, 8 * min(size, 1)))
            placed.append([(x * SCALE, y * SCALE) for x, y in map(self._wobble.moved, fine)])
        return placed

    # --- shapes -------------------------------------------------------------------------------------------------

    def shape(self, path: str | Row, fill: str, opacity: float = 1) -> None:
        """A filled shape."""
        for row in self._rows(path):
            if len(row) > 2:
                self._paste(row, fill, opacity)

    def oval(self, cx: float, cy: float, rx: float, ry: float, fill: str, opacity: float = 1) -> None:
        """A filled ellipse."""
        self.shape(oval(cx, cy, rx, ry), fill, opacity)

    def dot(self, cx: float, cy: float, r: float, fill: str, opacity: float = 1) -> None:
        """A filled circle."""
        self.oval(cx, cy, r, r, fill, opacity)

    def box(self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> None:
        """A filled rectangle."""
        self.shape(box(x, y, width, height, radius), fill)

    def line(self, path: str | Row, colour: str, width: float, opacity: float = 1) -> None:
        """A line with round ends."""
        a, b, c, d, *_ = self._matrix
        thick = width * SCALE * math.sqrt(abs(a * d - b * c))
        for row in self._rows(path):
            if opacity >= 1:
                _stroke(ImageDraw.Draw(self._image), row, thick, ImageColor.getrgb(colour))
            else:
                left, top, mask = _patch(row, thick)
                _stroke(ImageDraw.Draw(mask), _moved(row, left, top), thick, round(255 * opacity))
                self._image.paste(colour, (left, top), mask)

    def dashed(self, path: str, colour: str, width: float, on: float, off: float) -> None:
        """A line of dashes."""
        for row in rows(path):
            for piece in dashes(row, on, off):
                self.line(piece, colour, width)

    def typed(self, text: str, x: float, y: float, size: float, colour: str) -> None:
        """A line as a machine prints it, upright, from (x, y) on; ``size`` is the height of its type."""
        a, b, c, d, e, f = self._matrix
        place = ((a * x + c * y + e) * SCALE, (b * x + d * y + f) * SCALE)
        font = ImageFont.load_default(size * SCALE)
        ImageDraw.Draw(self._image).text(place, text, fill=colour, font=font, anchor="ls")

    def ring(self, cx: float, cy: float, rx: float, ry: float, colour: str, width: float) -> None:
        """The outline of an ellipse."""
        self.line(oval(cx, cy, rx, ry), colour, width)

    def glow(self, path: str | Row, colour: str, blur: float, opacity: float) -> None:
        """A shape with a soft edge: light, or shade."""
        for row in self._rows(path):
            small = [(x / SCALE, y / SCALE) for x, y in row]
            left, top, mask = _patch(small, 6 * blur)
            ImageDraw.Draw(mask).polygon(_moved(small, left, top), fill=round(255 * opacity))
            size = (mask.width * SCALE, mask.height * SCALE)
            soft = mask.filter(ImageFilter.GaussianBlur(blur)).resize(size, Image.Resampling.BILINEAR)
            self._image.paste(colour, (left * SCALE, top * SCALE), soft)

    def _paste(self, row: Row, fill: str, opacity: float) -> None:
        if opacity >= 1:
            ImageDraw.Draw(self._image).polygon(row, fill=fill)
            return
        left, top, mask = _patch(row, 0)
        ImageDraw.Draw(mask).polygon(_moved(row, left, top), fill=round(255 * opacity))
        self._image.paste(fill, (left, top), mask)

    # --- the end ------------------------------------------------------------------------------------------------

    def finished(self, grain: float = 1) -> Image.Image:
        """The picture in its own size, with the grain of the paper."""
        small = self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        if not grain:
            return small
        noise = Image.frombytes("L", small.size, self.random.randbytes(self.width * self.height))
        noise = noise.filter(ImageFilter.GaussianBlur(0.7))
        tooth = noise.point([round(grain * max(0, min(255, (value - 122) * 0.65))) for value in range(256)])
        inked = ImageChops.multiply(small, Image.new("RGB", small.size, "#a08a78"))
        return Image.composite(inked, small, tooth)


def printed_width(text: str, size: float) -> float:
    """How wide ``Sheet.typed`` prints a line, in the units of the sheet."""
    return ImageFont.load_default(size * SCALE).getlength(text) / SCALE


def _times(m: tuple[float, ...], n: tuple[float, ...]) -> tuple[float, float, float, float, float, float]:
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return (
        a * p + c * q, b * p + d * q,
        a * r + c * s, b * r + d * s,
        a * t + c * u + e, b * t + d * u + f,
    )  # fmt: skip


def _patch(row: Row, room: float) -> tuple[int, int, Image.Image]:
    """An empty mask around a row, with room for a thick line or a soft edge, and where it belongs."""
    left, top = (math.floor(min(axis) - room / 2) for axis in zip(*row, strict=True))
    right, bottom = (math.ceil(max(axis) + room / 2) for axis in zip(*row, strict=True))
    return left, top, Image.new("L", (right - left + 1, bottom - top + 1), 0)


def _moved(row: Row, left: int, top: int) -> Row:
    return [(x - left, y - top) for x, y in row]


def _stroke(draw: ImageDraw.ImageDraw, row: Row, width: float, colour: tuple[int, ...] | int) -> None:
    draw.line(row, fill=colour, width=max(1, round(width)), joint="curve")
    r = width / 2
    for x, y in row if r > 15 else (row[0], row[-1]):
        draw.ellipse((x - r, y - r, x + r, y + r), fill=colour)
