"""Rows: who stands beside whom. Parents above, children below; who came by adoption or care stands below the child.

The child is in the middle of the page, both families one step away, neither on top by rule.
"""

from __future__ import annotations

from collections.abc import Iterable

from lsbook.drawings.tree.family import CHILD, Family, Union


class NoRowsError(Exception):
    """Nobody can be put above or below: by the unions, somebody is their own forebear."""


def assign_rows(family: Family) -> dict[int, int]:
    """The row of everybody who is not on the shelf; rows count downwards from 0. Raises ``NoRowsError``."""
    birth = _find_birth_family(family)
    everyone = [person for person in range(len(family.people)) if person not in family.shelf]
    leader = _group_partners(family)
    below = _find_edges(family, birth, leader)
    rows = _assign_levels({leader[person] for person in everyone}, below, leader[CHILD])
    placed = {person: rows[leader[person]] for person in everyone if leader[person] in rows}
    for root in sorted(everyone, key=lambda person: family.people[person].is_beside_child):
        if root not in placed:
            start = placed[CHILD] + (0 if family.people[root].is_beside_child else 1)
            levels = _assign_levels({leader[person] for person in everyone}, below, leader[root])
            placed |= {person: start + levels[leader[person]] for person in everyone if leader[person] in levels}
    first = min(placed.values())
    return {person: placed[person] - first for person in everyone}


def is_inverted(union: Union, rows: dict[int, int]) -> bool:
    """Whether the parents stand below their children."""
    return bool(union.children) and rows[union.parents[0]] > rows[union.children[0]]


def _find_birth_family(family: Family) -> frozenset[int]:
    """Everybody related to the child otherwise than by the adoption of the child, or of brothers and sisters."""
    siblings = {person for union in family.unions if CHILD in union.born for person in union.born} | {CHILD}
    side, waiting = {CHILD}, [CHILD]
    while waiting:
        person = waiting.pop()
        for union in family.unions:
            up = (*union.born, *(child for child in union.adopted if child not in siblings))
            reached: Iterable[int] = ()
            if person in union.parents:
                reached = (*union.parents, *union.children)
            elif person in up:
                reached = (*union.parents, *union.born)
            fresh = [relative for relative in reached if relative not in side]
            side.update(fresh)
            waiting += fresh
    return frozenset(side)


def _group_partners(family: Family) -> dict[int, int]:
    """For everybody, somebody who stands for all that share a row because they are partners or parents together."""
    leader = {person: person for person in range(len(family.people))}
    for union in family.unions:
        first = leader[union.parents[0]]
        for other in union.parents[1:]:
            old = leader[other]
            leader.update({person: first for person, group in leader.items() if group == old})
    return leader


def _find_edges(family: Family, birth: frozenset[int], leader: dict[int, int]) -> frozenset[tuple[int, int]]:
    """Pairs of groups, the upper first. A family by adoption or care grows downwards."""
    edges = set()
    for union in family.unions:
        turned = not set(union.parents) & birth
        for child in union.children:
            above, under = leader[union.parents[0]], leader[child]
            edges.add((under, above) if turned else (above, under))
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
