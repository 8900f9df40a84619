"""Rules about what is held back."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.item import Hold
from lsbook.model.problem import Finding, Severity
from lsbook.model.walk import walk_items


def find_holds_without_review(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each hold without a person or a date to look again (practice.md, safeguarding)."""
    for item, _ in walk_items(subject.story):
        hold = item.gate.hold
        if hold is not None and (missing := _list_missing_keys(hold)):
            yield Finding(
                item.at,
                f"This is held back without {' and '.join(missing)}, so it may be forgotten.",
                "Write under hold: who decided it, and a date on which somebody looks at it again.",
            )


def _list_missing_keys(hold: Hold) -> list[str]:
    values = {"decided-by": hold.decided_by, "look-again": hold.look_again}
    return [key for key, value in values.items() if not value]


HOLD_WITHOUT_REVIEW = Rule(
    id="hold-without-review",
    severity=Severity.WARNING,
    explain=(
        "Something is held back, and it is not said who decided that, or when somebody looks at it again. What is held"
        " back is in no book until a person takes the hold away. Without a name and a date it is easily forgotten, and"
        " the child never hears what others meant to tell later. Write under hold: decided-by: and the name, and"
        " look-again: and a date. The book is made all the same."
    ),
    find=find_holds_without_review,
)
