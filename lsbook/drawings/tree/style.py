"""Styles of setting a tree, and how much room everybody takes in one.

Layout knows no top and no left: rows follow each other *down*, people stand beside each other *across*. Standing, down
is down the page; sideways, down is from the start of the page to its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lsbook.drawings.labels import Font, wrap_text
from lsbook.drawings.shapes import WIDTH
from lsbook.drawings.tree.family import TreePerson
from lsbook.drawings.tree.plan import NodeKind, TreePlan

LabelLine: TypeAlias = "tuple[tuple[str, bool], ...]"
"""Pieces of one line, each with whether it is bold."""
EDGE = 10.0
"""Units kept free at the edge of the canvas."""
PASSING_WIDTH, HALL_WIDTH = 12.0, 44.0


@dataclass(frozen=True)
class TreeStyle:
    """``label_width`` is the greatest of a label and ``face_radius`` that of a face, in units; 0: a label alone."""

    sideways: bool
    label_width: float
    face_radius: float
    typeface: str

    @property
    def name_font(self) -> Font:
        return Font(17, True, self.typeface)

    @property
    def role_font(self) -> Font:
        return Font(16, False, self.typeface)

    @property
    def line_height(self) -> float:
        return 19.5

    @property
    def label_gap(self) -> float:
        """What stands between a face, or the end of a line, and the label."""
        return 5.0 if self.face_radius else 4.0

    @property
    def lane_margin(self) -> float:
        """What is kept free above and below the lanes of a gap."""
        return 11.0 if self.face_radius else 8.0

    @property
    def available_width(self) -> float:
        """How much there is across."""
        return 4000.0 if self.sideways else WIDTH


@dataclass(frozen=True)
class NodeSize:
    """Half of what a node takes across, what it takes down, and its label."""

    half_width: float
    down: float
    lines: tuple[LabelLine, ...] = ()
    label_width: float = 0.0
    """The width of the widest line."""


def measure_nodes(plan: TreePlan, style: TreeStyle) -> tuple[NodeSize, ...]:
    """The size of every node of the plan."""
    fixed = {NodeKind.PASSING: NodeSize(PASSING_WIDTH / 2, 0), NodeKind.HALL: NodeSize(HALL_WIDTH / 2, 0)}
    return tuple(fixed.get(node.kind) or measure_person(plan.family.people[node.person], style) for node in plan.nodes)


def measure_person(person: TreePerson, style: TreeStyle) -> NodeSize:
    """The room for one face with its label under it or, sideways, behind it."""
    lines = wrap_label(person, style)
    words = max(measure_line(line, style) for line in lines)
    high = len(lines) * style.line_height
    if style.sideways:
        return NodeSize(
            max(style.face_radius + 1, high / 2), 2 * style.face_radius + style.label_gap + words, lines, words
        )
    return NodeSize(max(style.face_radius + 2, words / 2), 2 * style.face_radius + style.label_gap + high, lines, words)


def wrap_label(person: TreePerson, style: TreeStyle) -> tuple[LabelLine, ...]:
    """Name and role, on one line where that is sideways and fits."""
    names = wrap_text(person.name, style.label_width, style.name_font)
    roles = wrap_text(person.role, style.label_width, style.role_font) if person.role else ()
    both: LabelLine = ((names[0], True), *((line, False) for line in roles))
    if style.sideways and len(names) == len(roles) == 1 and measure_line(both, style) <= style.label_width:
        return (both,)
    return (*(((line, True),) for line in names), *(((line, False),) for line in roles))


def measure_line(line: LabelLine, style: TreeStyle) -> float:
    """The width of one line of a label."""
    return sum(get_font(bold, style).measure(words) for words, bold in line) + 5 * (len(line) - 1)


def get_font(bold: bool, style: TreeStyle) -> Font:
    """Names are bold, roles are not."""
    return style.name_font if bold else style.role_font
