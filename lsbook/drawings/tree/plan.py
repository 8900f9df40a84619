"""Nets: what is joined in each gap between two rows, before anybody knows where it stands.

A link over more than one row passes through a dummy in each row between; so does a house that has nobody there.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from lsbook.drawings.tree.family import CHILD, Family, Union
from lsbook.drawings.tree.rows import NoRowsError, assign_rows


class NodeKind(Enum):
    PERSON = "person"
    PASSING = "a line on its way"
    HALL = "the house, where nobody of it stands"


class Node(Struct, frozen=True):
    """Something in a row. ``person`` is a position in ``Family.people``; -1 where nobody stands."""

    row: int
    kind: NodeKind
    person: int = -1


class Net(Struct, frozen=True):
    """What one union joins in the gap under the row ``gap``; ``tops`` and ``bottoms`` are positions of nodes.

    ``parents_above`` says whether its parents stand there: neighbours are met at the knot between them. ``doubled`` are
    the nodes whose line is that of an adoption.
    """

    union: int
    gap: int
    tops: tuple[int, ...]
    bottoms: tuple[int, ...]
    parents_above: bool = False
    doubled: frozenset[int] = frozenset()


class TreePlan(Struct, frozen=True):
    """Everything of a tree but where it stands. The first nodes are the people who are not on the shelf."""

    family: Family
    nodes: tuple[Node, ...]
    nets: tuple[Net, ...]
    couples: tuple[tuple[int, int, int], ...]
    """A union and the two nodes that are partners in it."""
    house: frozenset[int]
    row_count: int
    """Rows."""
    child: int
    gaps: Mapping[int, tuple[Net, ...]]
    siblings: tuple[tuple[int, ...], ...]
    """The children of each union, as nodes."""
    pets: tuple[int, ...]
    nets_by_node: tuple[tuple[Net, ...], ...]
    """For each node, the nets that join it to the row above or below."""
    partners_by_node: tuple[tuple[int, ...], ...]
    """For each node, its partners."""


def make_plan(family: Family, overhead: frozenset[int] = frozenset()) -> TreePlan:
    """Arrange ``family`` in rows; in the unions ``overhead``, two are joined above the heads of those between them.

    Raises ``NoRowsError``.
    """
    rows = assign_rows(family)
    nodes = [Node(rows[person], NodeKind.PERSON, person) for person in sorted(rows)]
    place = {node.person: at for at, node in enumerate(nodes)}
    nets: list[Net] = []
    for number, union in enumerate(family.unions):
        nets += (_make_overhead_nets if number in overhead else _make_nets)(number, union, rows, place, nodes)
    house = {place[person] for person in family.house.members} if family.house else set()
    here = sorted({nodes[at].row for at in house})
    for row in range(here[0], here[-1]) if here else ():
        if row not in here:
            house.add(len(nodes))
            nodes.append(Node(row, NodeKind.HALL))
    couples = tuple(
        (number, place[union.parents[0]], place[union.parents[1]])
        for number, union in enumerate(family.unions)
        if len(union.parents) == 2 and number not in overhead
    )
    return TreePlan(
        family,
        tuple(nodes),
        tuple(nets),
        couples,
        frozenset(house),
        max(node.row for node in nodes) + 1,
        place[CHILD],
        {gap: tuple(net for net in nets if net.gap == gap) for gap in sorted({net.gap for net in nets})},
        tuple(tuple(place[child] for child in union.children) for union in family.unions),
        tuple(place[person] for person in sorted(rows) if family.people[person].face.is_pet),
        tuple(
            tuple(net for net in nets if net.bottoms and net.tops and at in (*net.tops, *net.bottoms))
            for at in range(len(nodes))
        ),
        tuple(tuple(sum(pair) - at for _, *pair in couples if at in pair) for at in range(len(nodes))),
    )


def _make_overhead_nets(
    number: int, union: Union, rows: dict[int, int], node_indexes: dict[int, int], nodes: list[Node]
) -> list[Net]:
    """The nets of two partners with others between them: above their heads, and down past them to their children."""
    row, parents = rows[union.parents[0]], tuple(node_indexes[parent] for parent in union.parents)
    if any(rows[child] != row + 1 for child in union.children):
        raise NoRowsError
    if not union.children:
        return [Net(number, row - 1, (), parents)]
    way, nodes[len(nodes) :] = len(nodes), [Node(row, NodeKind.PASSING)]
    children = tuple(node_indexes[child] for child in union.children)
    doubled = frozenset(node_indexes[child] for child in union.adopted if child not in union.born)
    return [Net(number, row - 1, (), (*parents, way)), Net(number, row, (way,), children, doubled=doubled)]


def _make_nets(
    number: int, union: Union, rows: dict[int, int], node_indexes: dict[int, int], nodes: list[Node]
) -> list[Net]:
    """The nets of one union, from its parents' gap to its farthest child's; adds the dummies on the way."""
    row = rows[union.parents[0]]
    parents = tuple(node_indexes[parent] for parent in union.parents)
    if not union.children:
        return [Net(number, row, parents, (), parents_above=True)] if len(parents) == 2 else []
    last = {child: rows[child] for child in union.children}
    if any(last[child] <= row for child in union.children):
        raise NoRowsError
    nets, ahead, start = [], list(union.children), parents
    while ahead:
        row += 1
        nearest = [child for child in ahead if last[child] == row]
        far = [child for child in ahead if last[child] != row]
        ends = [node_indexes[child] for child in nearest]
        doubled = {node_indexes[child] for child in nearest if child in union.adopted and child not in union.born}
        if far:
            if all(child in union.adopted for child in far):
                doubled.add(len(nodes))
            ends.append(len(nodes))
            nodes.append(Node(row, NodeKind.PASSING))
        nets.append(Net(number, row - 1, start, tuple(ends), start is parents, frozenset(doubled)))
        ahead, start = far, (ends[-1],)
    return nets
