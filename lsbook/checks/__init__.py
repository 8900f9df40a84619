"""Rules over a Story, and over what a Book says: one rule, one function, its docstring is its documentation.

A rule yields Problems; those marked as warnings do not stop a book. A new rule needs ``@rule``, a file that is named
here, and a story of its own under ``tests/unit/checks``; a new kind of identifier needs ``@identifier`` and lines in
``tests/unit/checks/corpus``.
"""

from __future__ import annotations

from lsbook.checks import holds, permissions, photos, questions
from lsbook.checks.editions import check_birth_date, check_editions
from lsbook.checks.passages import check_passages
from lsbook.checks.rules import collect_rules
from lsbook.model.problem import Problem
from lsbook.model.story import Story

__all__ = ["check_birth_date", "check_editions", "check_passages", "check_story"]

_RULES = collect_rules(holds, photos, permissions, questions)


def check_story(story: Story) -> tuple[Problem, ...]:
    """What all rules say of ``story``, in the order of the places."""
    found = (problem for one in _RULES for problem in one.find(story))
    return tuple(sorted(found, key=lambda problem: problem.sort_key))
