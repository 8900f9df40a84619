"""All rules that there are, whoever asks them, with their explanations."""

from __future__ import annotations

from lsbook.checks import CRAFT_RULES, RULES
from lsbook.checks.settings import WRONG_SETTING
from lsbook.editions import WALL_RULES
from lsbook.media import MEDIA_RULES
from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText
from lsbook.pages import PAGE_RULES
from lsbook.reading import READING_RULES

ALL_RULES: tuple[RuleText, ...] = (
    *READING_RULES,
    *RULES,
    *WALL_RULES,
    *MEDIA_RULES,
    *PAGE_RULES,
    *CRAFT_RULES,
    WRONG_SETTING,
)
"""In the order in which a story meets them: reading, the story, the wall, the craft."""
_BY_ID = {rule.id: rule for rule in ALL_RULES}
COMPUTER = RuleText(
    id="computer",
    severity=Severity.ERROR,
    explain="The computer could not do something. It is no fault of the story. The message says what can be done.",
    source="the computer",
)
"""For what names no rule: a full disk, a folder that may not be read. Nobody accepts it, or sets how grave it is."""


def find_rule(name: str) -> RuleText:
    """Return the rule called ``name``; where a problem names none, one for what is no story's fault."""
    return _BY_ID.get(name, COMPUTER)
