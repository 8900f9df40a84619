"""All rules that there are, whoever asks them, with their explanations."""

from __future__ import annotations

from lsbook.checks import RULES
from lsbook.checks.craft.registry import CRAFT_RULES
from lsbook.checks.later_life import LETTER_RULES
from lsbook.checks.settings import WRONG_SETTING
from lsbook.editions import WALL_RULES
from lsbook.media import MEDIA_RULES
from lsbook.model.rule_text import RuleText
from lsbook.model.rules import COMMAND_RULES
from lsbook.pages import PAGE_RULES
from lsbook.reading import READING_RULES

SETTABLE_RULES: tuple[RuleText, ...] = (
    *READING_RULES,
    *RULES,
    *WALL_RULES,
    *MEDIA_RULES,
    *PAGE_RULES,
    *CRAFT_RULES,
    WRONG_SETTING,
)
"""In the order in which a story meets them: reading, the story, the wall, the craft. A policy may set these alone."""
ALL_RULES: tuple[RuleText, ...] = (*SETTABLE_RULES, *LETTER_RULES, *COMMAND_RULES)
"""With those about a letter that leaves, and about what is no story's fault."""
_BY_ID = {rule.id: rule for rule in ALL_RULES}


def find_rule(name: str) -> RuleText:
    """Return the rule called ``name``. Raises ``KeyError`` where there is none."""
    return _BY_ID[name]
