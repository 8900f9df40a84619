"""Styles of setting a tree, and how much room everybody takes in one."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from lsbook.drawings.labels import Font, wrap_text
from lsbook.drawings.shapes import WIDTH
from lsbook.drawings.tree.family import TreePerson
from lsbook.drawings.tree.plan import NodeKind, TreePlan

LabelLine: TypeAlias = "tuple[tuple[str, bool], ...]"
"""Pieces of one line, each with whether it is bold."""
EDGE = 10.0
"""Units kept free at the edge of the canvas."""
PASSING_WIDTH, HALL_WIDTH = 12.0, 44.0
LABEL_GAP, LANE_MARGIN = 5.0, 11.0
"""What stands between a face and its label; what is kept free above and below the lanes of a gap."""


class TreeStyle(Struct, frozen=True):
    """``label_width`` is the greatest of a label, ``face_radius`` that of a face, ``width`` the canvas: in units."""

    label_width: float
    face_radius: float
    typeface: str
    width: float = WIDTH

    @property
    def name_font(self) -> Font:
        return Font(17, True, self.typeface)

    @property
    def role_font(self) -> Font:
        return Font(16, False, self.typeface)

    @property
    def line_height(self) -> float:
        return 19.5


class NodeSize(Struct, frozen=True):
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
    """The room for one face with its label under it."""
    lines = wrap_label(person, style)
    words = max(measure_line(line, style) for line in lines)
    high = len(lines) * style.line_height
    return NodeSize(max(style.face_radius + 2, words / 2), 2 * style.face_radius + LABEL_GAP + high, lines, words)


def wrap_label(person: TreePerson, style: TreeStyle) -> tuple[LabelLine, ...]:
    """Name, role and note, each on lines of its own."""
    names = wrap_text(person.name, style.label_width, style.name_font)
    rest = [line for text in (person.role, person.note) if text for line in _wrap_role(text, style)]
    return (*(((line, True),) for line in names), *(((line, False),) for line in rest))


def _wrap_role(text: str, style: TreeStyle) -> tuple[str, ...]:
    return wrap_text(text, style.label_width, style.role_font)


def measure_line(line: LabelLine, style: TreeStyle) -> float:
    """The width of one line of a label."""
    return sum(get_font(bold, style).measure(words) for words, bold in line) + 5 * (len(line) - 1)


def get_font(bold: bool, style: TreeStyle) -> Font:
    """Names are bold, roles are not."""
    return style.name_font if bold else style.role_font
