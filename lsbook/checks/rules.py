"""The list of rules, and how one gets into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from lsbook.model.place import Problem
from lsbook.model.story import Story

Rule: TypeAlias = Callable[[Story], Iterator[Problem]]

_RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Put ``function`` among the rules that every build keeps."""
    _RULES.append(function)
    return function


def check(story: Story) -> tuple[Problem, ...]:
    """What all rules say of ``story``, in the order of the places."""
    found = (problem for one in _RULES for problem in one(story))
    return tuple(sorted(found, key=lambda problem: problem.order))
