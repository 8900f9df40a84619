"""Rules about approvals of books for anybody but the child."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.edition import RECORD
from lsbook.model.problem import Finding, Severity


def find_approvals_without_asking(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each approval of a book that is made, if it does not say that the child was asked.

    Before a book goes to anybody else the child is asked (practice.md); from 13 on handing over needs it.
    """
    editions = [book.edition for book in subject.books]
    others = {edition.name for edition in editions if not edition.is_for_child and edition.reader != RECORD}
    for approval in subject.story.approvals:
        if approval.edition in others and approval.by and approval.child_asked is None:
            child = subject.story.child.name
            yield Finding(
                approval.at,
                f"It is not said that {child} was asked before the book for {approval.edition} is shared.",
                "Ask first; then write under this approval child-asked: and the date. From 13 on, handing the book over"
                " without it will be refused.",
            )


APPROVAL_WITHOUT_ASKING = Rule(
    id="approval-without-asking",
    severity=Severity.WARNING,
    explain=(
        "A book for somebody other than the child is approved, and the approval does not say that the child was asked."
        " It is the child's story: who may read it is for them to say too, as far as their age lets them. Ask in words"
        " that they understand, and say what stands in the book. Then write child-asked: and the date under the"
        " approval in story.yaml. The book is made all the same; from 13 on it cannot be handed over without that."
    ),
    find=find_approvals_without_asking,
)
