"""A second reader that never tires: all that the rules say of a story, on the screen or for other programs."""

from __future__ import annotations

from lsbook.review.check_story import Review, RuleFinding, check_story
from lsbook.review.formats import format_json, format_sarif
from lsbook.review.rules import ALL_RULES, find_rule

__all__ = ["ALL_RULES", "Review", "RuleFinding", "check_story", "find_rule", "format_json", "format_sarif"]
