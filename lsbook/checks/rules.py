"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from lsbook.model.problem import Problem
from lsbook.model.rule_text import RuleText

S = TypeVar("S", contravariant=True)


@dataclass(frozen=True, kw_only=True)
class Rule(RuleText, Generic[S]):
    """One rule over a subject ``S``: its text, and what finds it broken. A finder may mark a problem as a warning."""

    find: Callable[[S], Iterator[Problem]]

    def check(self, subject: S) -> Iterator[Problem]:
        """Yield the problems of ``subject``, each with the id of this rule and no graver than the rule is."""
        for problem in self.find(subject):
            severity = min(problem.severity, self.severity, key=lambda severity: severity.weight)
            yield replace(problem, rule=self.id, severity=severity)


def find_problems(rules: Iterable[Rule[S]], subject: S) -> tuple[Problem, ...]:
    """Return what ``rules`` find in ``subject``, each problem once, in the order of the rules."""
    return tuple(dict.fromkeys(problem for rule in rules for problem in rule.check(subject)))
