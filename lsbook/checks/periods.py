"""Rules about what has a beginning and an end, of which one is the child's age."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.named_items import FamilyTime, Partner, School, Stay, WorkTime
from lsbook.model.problem import Finding, Severity
from lsbook.model.walk import walk_items
from lsbook.model.when import AtAge, When, find_bounds


def find_ends_before_ages(subject: Subject) -> Iterator[Finding]:
    """Yield a problem where an age and a date contradict each other; reading has compared dates with dates."""
    born = subject.story.child.born
    for item, _ in walk_items(subject.story):
        if isinstance(item, FamilyTime | Partner | School | Stay | WorkTime) and item.from_ and item.until:
            is_mixed = isinstance(item.from_, AtAge) != isinstance(item.until, AtAge)
            if is_mixed and _is_backwards(item.from_, item.until, born):
                what = "By the child's birth date this ends before it begins."
                yield Finding(item.at, what, 'Correct "from" or "until" here, or born: in story.yaml.')


def _is_backwards(from_: When, until: When, born: When) -> bool:
    earliest, latest = find_bounds(from_, born)[0], find_bounds(until, born)[1]
    return earliest is not None and latest is not None and latest < earliest


END_BEFORE_AGE = Rule(
    id="end-before-age",
    severity=Severity.ERROR,
    explain=(
        "One side is an age, such as when I was 4, and the other is a date, and by the child's birth date the end comes"
        " first. A child who counts the years would find it. Look in the papers which of the two is right. Then correct"
        " from: or until:, or the birth date in story.yaml."
    ),
    find=find_ends_before_ages,
)
