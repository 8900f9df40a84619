"""Rules over a Story, over what a Book says, and over a copy that is about to leave.

One rule is one function, one id and one text that explains it to a worker. A new rule is a ``Rule`` beside its
function, a name in ``registry.py``, and a broken story that it finds, under ``tests/unit/checks/bad`` or beside it;
a new kind of identifier needs ``@identifier`` and lines in the tests' corpus. The rules of the craft are in a registry
of their own (``craft/registry.py``), which few books ask for.
"""

from __future__ import annotations

from lsbook.checks.hard_news import find_untold_news
from lsbook.checks.registry import (
    BOOK_RULES,
    DATE_RULES,
    HANDOVER_RULES,
    REFERENCE_RULES,
    RULES,
    SHARING_RULES,
    STORY_RULES,
)
from lsbook.checks.rule import Rule, find_problems
from lsbook.checks.settings import apply_settings
from lsbook.checks.subject import EditionSubject, HandoverSubject, Subject, VisibleItem

__all__ = [
    "BOOK_RULES",
    "DATE_RULES",
    "HANDOVER_RULES",
    "REFERENCE_RULES",
    "RULES",
    "SHARING_RULES",
    "STORY_RULES",
    "EditionSubject",
    "HandoverSubject",
    "Rule",
    "Subject",
    "VisibleItem",
    "apply_settings",
    "find_problems",
    "find_untold_news",
]
