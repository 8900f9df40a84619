"""Who else reads a copy: where a child lives with people of the story, they find themselves in it."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.agreements import COMMAND
from lsbook.checks.rule import Rule
from lsbook.checks.subject import HandoverSubject
from lsbook.model.edition import RECORD, Policy
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import Story


def find_unknown_other_readers(subject: HandoverSubject) -> Iterator[Finding]:
    """Yield a warning where a copy goes to where people of the story live, and nobody says who else will read it."""
    if subject.consents.also_reads or not is_read_at_home(subject.story, subject.policy, subject.edition):
        return
    child = subject.story.child.name
    what = f"{child} lives with people of this story, and it is not said who else will read this copy there."
    remedy = f"Ask {child} who may. Then say it with --also-reads and the names, or --also-reads nobody."
    yield Finding(COMMAND, what, remedy, severity=Severity.WARNING)


def is_read_at_home(story: Story, policy: Policy, edition: str) -> bool:
    """Return whether a copy of ``edition`` goes to where the child lives with people of the story."""
    reader = next((reader for reader in policy.readers if reader.name == edition), None)
    if edition == RECORD or (reader and not reader.told_where):
        return False
    return any(
        stay.people and stay.until is None and not stay.gate.only_me for home in story.homes for stay in home.stays
    )


OTHER_READERS_UNKNOWN = Rule(
    id="other-readers-unknown",
    severity=Severity.WARNING,
    explain=(
        "The copy goes to a home in which people of the story live, and it is not said who else will read it there. A"
        " book on a shelf is found. A foster brother may read why the child came, a carer what the child has said of"
        " them. Ask the child who may read it, and where it is kept. Then say so with --also-reads and the names; the"
        " log of copies keeps them. Where nobody else will, say --also-reads nobody. The copy is made all the same."
    ),
    find=find_unknown_other_readers,
)
