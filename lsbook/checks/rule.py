"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from lsbook.model.problem import Finding, Problem
from lsbook.model.rule_text import RuleText

S = TypeVar("S", contravariant=True)


class Rule(RuleText, Generic[S], frozen=True, kw_only=True):
    """One rule over a subject ``S``: its text, and what finds it broken. A finder may make it a warning."""

    find: Callable[[S], Iterator[Finding]]

    def check(self, subject: S) -> Iterator[Problem]:
        """Yield the problems of ``subject``, each with the id of this rule and no graver than the rule is."""
        for finding in self.find(subject):
            yield self._make_problem(finding)

    def _make_problem(self, finding: Finding) -> Problem:
        return Problem(
            finding.at,
            finding.what,
            finding.remedy,
            finding.source,
            severity=min(finding.severity, self.severity, key=lambda severity: severity.weight),
            rule=self.id,
            item=finding.item,
            sentence=finding.sentence,
        )


def find_problems(rules: Iterable[Rule[S]], subject: S) -> tuple[Problem, ...]:
    """Return what ``rules`` find in ``subject``, each problem once, in the order of the rules."""
    return tuple(dict.fromkeys(problem for rule in rules for problem in rule.check(subject)))
