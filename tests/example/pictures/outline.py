"""Path strings ("M10,10 C20,0 40,0 50,10 Z", as in SVG) become rows of points."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Row: TypeAlias = list[Point]

_TOKEN = re.compile(r"[MmLlHhVvCcQqZz]|-?\d*\.?\d+")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "Z": 0}
_STEPS = 14
"""Straight pieces that stand for one curve."""


def rows(path: str) -> list[Row]:
    """Every sub-path of ``path`` as a row of points; curves are cut into short straight pieces."""
    found: list[Row] = []
    row: Row = []
    here: Point = (0.0, 0.0)
    for command, numbers in _commands(path):
        if command in "Mm":
            row = []
            found.append(row)
        new = _points(command, numbers, here, row)
        row.extend(new)
        here = row[-1]
    return found


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    tokens = _TOKEN.findall(path)
    at, command = 0, "M"
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        count = _NUMBERS[command.upper()]
        yield command, [float(token) for token in tokens[at : at + count]]
        at += count
        command = {"M": "L", "m": "l"}.get(command, command)


def _points(command: str, numbers: list[float], here: Point, row: Row) -> Row:
    if command in "Zz":
        return [row[0]]
    base = here if command.islower() else (0.0, 0.0)
    kind = command.upper()
    if kind == "H":
        return [(base[0] + numbers[0], here[1])]
    if kind == "V":
        return [(here[0], base[1] + numbers[0])]
    given = [(base[0] + x, base[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    if kind in "ML":
        return given
    return _curve([here, *given])


def _curve(control: Row) -> Row:
    """The points of a Bézier curve after its first, for three or four control points."""
    degree = len(control) - 1
    curve: Row = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = [math.comb(degree, k) * t**k * (1 - t) ** (degree - k) for k in range(degree + 1)]
        curve.append(
            (
                sum(w * x for w, (x, _) in zip(weights, control, strict=True)),
                sum(w * y for w, (_, y) in zip(weights, control, strict=True)),
            )
        )
    return curve


def oval(cx: float, cy: float, rx: float, ry: float) -> Row:
    """A closed row of points around an ellipse."""
    turns = [2 * math.pi * step / 48 for step in range(49)]
    return [(cx + rx * math.cos(turn), cy + ry * math.sin(turn)) for turn in turns]


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> Row:
    """A closed row of points around a rectangle with round corners."""
    r = min(radius, width / 2, height / 2)
    corners = [
        (x + width - r, y + r, -90),
        (x + width - r, y + height - r, 0),
        (x + r, y + height - r, 90),
        (x + r, y + r, 180),
    ]
    row: Row = []
    for cx, cy, start in corners:
        for step in range(5 if r else 1):
            turn = math.radians(start + 22.5 * step)
            row.append((cx + r * math.cos(turn), cy + r * math.sin(turn)))
    return [*row, row[0]]


def smooth(points: Row) -> Row:
    """A soft line through every point (Catmull-Rom)."""
    if len(points) < 3:
        return points
    ends = [points[0], *points, points[-1]]
    line: Row = [points[0]]
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        last = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        line.extend(_curve([start, first, last, end]))
    return line


def stepped(row: Row, longest: float) -> Row:
    """The same row with points added, so that no piece of it is longer than ``longest``."""
    fine: Row = row[:1]
    for (x0, y0), (x1, y1) in pairwise(row):
        pieces = max(1, math.ceil(math.dist((x0, y0), (x1, y1)) / longest))
        fine.extend((x0 + (x1 - x0) * k / pieces, y0 + (y1 - y0) * k / pieces) for k in range(1, pieces + 1))
    return fine


def dashes(row: Row, on: float, off: float) -> list[Row]:
    """The same row cut into dashes of the given lengths."""
    fine = stepped(row, 2)
    pieces: list[Row] = []
    gone = 0.0
    for start, end in pairwise(fine):
        if gone % (on + off) < on:
            if pieces and pieces[-1][-1] == start:
                pieces[-1].append(end)
            else:
                pieces.append([start, end])
        gone += math.dist(start, end)
    return pieces
