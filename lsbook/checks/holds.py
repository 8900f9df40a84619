"""Rules about what is held back."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.rules import rule
from lsbook.model.problem import Problem, Severity
from lsbook.model.story import Story
from lsbook.model.walk import walk_items


@rule
def find_holds_without_review(story: Story) -> Iterator[Problem]:
    """Whatever is held back has the name of who decided it, and a date to look again (practice.md, safeguarding)."""
    for item, _ in walk_items(story):
        hold = item.gate.hold
        if hold is None or (hold.decided_by and hold.look_again):
            continue
        missing = [
            name for name, there in (("decided-by", hold.decided_by), ("look-again", hold.look_again)) if not there
        ]
        yield Problem(
            item.at,
            f"This is held back without {' and '.join(missing)}, so it may be forgotten.",
            "Write under hold: who decided it, and a date on which somebody looks at it again.",
            severity=Severity.WARNING,
        )
