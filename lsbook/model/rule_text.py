"""A rule as a worker hears of it."""

from __future__ import annotations

from msgspec import Struct

from lsbook.model.problem import Location, Problem, ProblemsFound, Severity


class RuleText(Struct, frozen=True, kw_only=True):
    """What a rule is called, how grave it is, and its documentation."""

    id: str
    """Small letters and hyphens; it stands in every problem that the rule finds."""
    severity: Severity
    """The gravest that its problems can be. A single one of them may be a warning."""
    explain: str
    """What is wrong, why it matters and what to do: three to eight sentences for a worker."""
    source: str = "lsbook's own rule"
    """Where the rule comes from: guidance, a list of words, or what this project chose."""

    def make_error(self, at: Location, what: str, remedy: str) -> ProblemsFound:
        """Return the error that stops a command by one problem: this rule, broken at ``at``."""
        return ProblemsFound((Problem(at, what, remedy, rule=self.id),))
