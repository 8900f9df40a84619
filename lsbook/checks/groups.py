"""Rules about the child's own groups of people."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.named_items import Person
from lsbook.model.problem import Finding, Severity
from lsbook.model.suggestions import format_suggestion


def find_unknown_groups(subject: Subject) -> Iterator[Finding]:
    """Yield a problem for each person in a group that story.yaml does not list; none where it lists no groups."""
    groups, is_told = subject.story.groups, set[str]()
    for person in subject.story.people:
        joined = next((group for group in groups if person.group in group.split()), "") if person.group else ""
        if joined and person.group not in groups:
            if joined not in is_told:
                is_told.add(joined)
                yield _explain_missing_comma(person, joined)
        elif groups and person.group and person.group not in groups:
            yield Finding(
                person.group_location or person.at,
                f'There is no group "{person.group}" in story.yaml.{format_suggestion(person.group, groups)}',
                f"Write one of: {', '.join(groups)}; or add it to groups in story.yaml.",
            )


def _explain_missing_comma(person: Person, joined: str) -> Finding:
    return Finding(
        person.group_location or person.at,
        f'There is no group "{person.group}" in story.yaml: "{joined}" stands there as one group.',
        f"If two are meant, put a comma between them in groups in story.yaml: {', '.join(joined.split())}.",
    )


UNKNOWN_GROUP = Rule(
    id="unknown-group",
    severity=Severity.ERROR,
    explain=(
        "A person stands in a group that story.yaml does not list under groups. The groups are the child's own, in the"
        " child's order, and the page of people follows them. Somebody in a group that is not listed would have no"
        " place there. Look whether the word is mistyped; else add the group to groups in story.yaml. A story without"
        " groups takes any word."
    ),
    find=find_unknown_groups,
)
