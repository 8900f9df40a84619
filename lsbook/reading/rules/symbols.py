"""What can be wrong with the list of an authority's own symbols."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

NO_SYMBOLS = RuleText(
    id="no-symbols",
    severity=Severity.WARNING,
    explain=(
        "The line symbols: in story.yaml names books in which pictures stand above words. Which picture belongs to"
        " which word stands in a list, templates/symbols/symbols.yaml beside the policy, and there is none. lsbook"
        " brings no symbols of its own, for a child reads with those that she has learnt. The book is made without"
        " them."
    ),
)
SYMBOL_TWICE = RuleText(
    id="symbol-word-twice",
    severity=Severity.ERROR,
    explain=(
        "In the list of symbols a word stands twice, or stands in one entry and under also: in another. Above a word"
        " there can be one picture only, and lsbook does not guess which. Keep one of the two, or take the word out of"
        " one entry."
    ),
)
