"""What a rule over a Story is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import TypeAlias

from lsbook.model.problem import Problem
from lsbook.model.story import Story

ProblemFinder: TypeAlias = Callable[[Story], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """One rule; the docstring of ``find`` is its documentation."""

    find: ProblemFinder


def rule(find: ProblemFinder) -> Rule:
    """Make a function a rule. Every build keeps it once its file is named in ``checks/__init__.py``."""
    return Rule(find)


def collect_rules(*modules: ModuleType) -> tuple[Rule, ...]:
    """The rules that stand in ``files``, in their order."""
    return tuple(one for file in modules for one in vars(file).values() if isinstance(one, Rule))
