"""Styles of setting a tree, and how much room everybody takes in one.

Layout knows no top and no left: rows follow each other *down*, people stand beside each other *across*. Standing, down
is down the page; sideways, down is from the start of the page to its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lsbook.drawings.labels import Letters, broken
from lsbook.drawings.shapes import WIDTH
from lsbook.drawings.tree.family import Figure
from lsbook.drawings.tree.nets import Kind, Plan

LabelLine: TypeAlias = "tuple[tuple[str, bool], ...]"
"""Pieces of one line, each with whether it is bold."""
EDGE = 10.0
"""Units kept free at the edge of the canvas."""
PASSING, HALL = 12.0, 44.0


@dataclass(frozen=True)
class Style:
    """``label`` is the greatest width of a label and ``face`` the radius of a face, in units; 0: a label alone."""

    sideways: bool
    label: float
    face: float
    type: str

    @property
    def name(self) -> Letters:
        return Letters(17, True, self.type)

    @property
    def role(self) -> Letters:
        return Letters(16, False, self.type)

    @property
    def line(self) -> float:
        return 19.5

    @property
    def air(self) -> float:
        """What stands between a face, or the end of a line, and the label."""
        return 5.0 if self.face else 4.0

    @property
    def clear(self) -> float:
        """What is kept free above and below the lanes of a gap."""
        return 11.0 if self.face else 8.0

    @property
    def room(self) -> float:
        """How much there is across."""
        return 4000.0 if self.sideways else WIDTH


@dataclass(frozen=True)
class Size:
    """Half of what a node takes across, what it takes down, and its label."""

    half: float
    down: float
    lines: tuple[LabelLine, ...] = ()
    words: float = 0.0
    """The width of the widest line."""


def sizes(plan: Plan, style: Style) -> tuple[Size, ...]:
    """The size of every node of the plan."""
    fixed = {Kind.PASSING: Size(PASSING / 2, 0), Kind.HALL: Size(HALL / 2, 0)}
    return tuple(fixed.get(node.kind) or size_of(plan.family.people[node.person], style) for node in plan.nodes)


def size_of(figure: Figure, style: Style) -> Size:
    """The room for one face with its label under it or, sideways, behind it."""
    lines = label(figure, style)
    words = max(line_width(line, style) for line in lines)
    high = len(lines) * style.line
    if style.sideways:
        return Size(max(style.face + 1, high / 2), 2 * style.face + style.air + words, lines, words)
    return Size(max(style.face + 2, words / 2), 2 * style.face + style.air + high, lines, words)


def label(figure: Figure, style: Style) -> tuple[LabelLine, ...]:
    """Name and role, on one line where that is sideways and fits."""
    names = broken(figure.name, style.label, style.name)
    roles = broken(figure.role, style.label, style.role) if figure.role else ()
    both: LabelLine = ((names[0], True), *((one, False) for one in roles))
    if style.sideways and len(names) == len(roles) == 1 and line_width(both, style) <= style.label:
        return (both,)
    return (*(((one, True),) for one in names), *(((one, False),) for one in roles))


def line_width(line: LabelLine, style: Style) -> float:
    """The width of one line of a label."""
    return sum(letters(bold, style).width(words) for words, bold in line) + 5 * (len(line) - 1)


def letters(bold: bool, style: Style) -> Letters:
    """Names are bold, roles are not."""
    return style.name if bold else style.role
