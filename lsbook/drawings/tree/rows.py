"""Rows are generations, for everybody: grandparents above parents and carers, and those above the children.

Both families and the people who look after the child have the same height; none is on top by rule.
"""

from __future__ import annotations

from lsbook.drawings.tree.family import CHILD, Family


class NoRowsError(Exception):
    """Nobody can be put above or below: by the unions, somebody is their own forebear."""


def assign_rows(family: Family) -> dict[int, int]:
    """The row of everybody who is not on the shelf; rows count downwards from 0. Raises ``NoRowsError``.

    Who lives with the child and has no tie to the child stands one row above: with the parents. Pets, and those who
    are called a brother or sister, stand beside the child. It only places: nothing is claimed by it.
    """
    everyone = [person for person in range(len(family.people)) if person not in family.shelf]
    leader = _group_partners(family)
    groups, edges = {leader[person] for person in everyone}, _find_edges(family, leader)
    rows = _assign_levels(groups, edges, leader[CHILD])
    placed = {person: rows[leader[person]] for person in everyone if leader[person] in rows}
    for root in sorted(everyone, key=lambda person: _is_beside_child(family, person)):
        if root not in placed:
            start = placed[CHILD] - (0 if _is_beside_child(family, root) else 1)
            levels = _assign_levels(groups, edges, leader[root])
            own = levels[leader[root]]
            placed |= {person: start + levels[leader[person]] - own for person in everyone if leader[person] in levels}
    first = min(placed.values())
    return {person: placed[person] - first for person in everyone}


def _is_beside_child(family: Family, person: int) -> bool:
    return family.people[person].is_beside_child or family.people[person].face.is_pet


def _group_partners(family: Family) -> dict[int, int]:
    """For everybody, somebody who stands for all that share a row because they are partners or parents together."""
    leader = {person: person for person in range(len(family.people))}
    for union in family.unions:
        first = leader[union.parents[0]]
        for other in union.parents[1:]:
            old = leader[other]
            leader.update({person: first for person, group in leader.items() if group == old})
    return leader


def _find_edges(family: Family, leader: dict[int, int]) -> frozenset[tuple[int, int]]:
    """Pairs of groups, the upper first: parents, by birth or adoption, above their children."""
    edges = {(leader[union.parents[0]], leader[child]) for union in family.unions for child in union.children}
    if any(above == under for above, under in edges):
        raise NoRowsError
    return frozenset(edges)


def _assign_levels(groups: set[int], edges: frozenset[tuple[int, int]], root: int) -> dict[int, int]:
    """Rows of all groups that hang together with ``root``, from it; each as near to what it hangs on as can be."""
    level, waiting = {root: 0}, [root]
    while waiting:
        group = waiting.pop(0)
        for above, under in sorted(edges):
            for near_end, neighbour, step in ((above, under, 1), (under, above, -1)):
                if near_end == group and neighbour not in level and neighbour in groups:
                    level[neighbour] = level[group] + step
                    waiting.append(neighbour)
    for _ in range(len(groups) + 2):
        lower = [(above, under) for above, under in sorted(edges) if above in level and level[under] <= level[above]]
        if not lower:
            return level
        for above, under in lower:
            level[under] = max(level[under], level[above] + 1)
    raise NoRowsError
