"""Rules about what has to be agreed before a copy of a book leaves, as the policy asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsbook.checks.rule import Rule
from lsbook.checks.subject import HandoverSubject
from lsbook.model.consents import Consents
from lsbook.model.edition import RECORD, Agreement
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.settings import Approval
from lsbook.model.story import Story
from lsbook.model.vocabulary import AgreementName, WhenMissing
from lsbook.model.when import Dated, When, find_bounds

COMMAND = Location("lsbook handover")
"""Where a problem stands that is in no file: on the command line."""


def find_missing_second_reader(subject: HandoverSubject) -> Iterator[Finding]:
    """Yield a problem where nobody but whoever hands the book over has read it."""
    consents = subject.consents
    if consents.second_reader.casefold() not in ("", consents.by.casefold()) or subject.edition == RECORD:
        return
    at, what = COMMAND, f"It is not said who else has read the book for {subject.edition} before it goes."
    if consents.second_reader:
        at = Location("--second-reader")
        what = f"{consents.by} hands it over and cannot be the second reader too."
    remedy = "Let a second person read it, and name them with --second-reader."
    yield from _apply_agreement(subject, AgreementName.SECOND_READER, Finding(at, what, remedy))


def find_child_not_asked(subject: HandoverSubject) -> Iterator[Finding]:
    """Yield a problem where a book goes to somebody else, and no day is known on which the child was asked."""
    story, edition = subject.story, subject.edition
    if subject.is_for_child or edition == RECORD or find_asked_day(story, edition, subject.consents) is not None:
        return
    child = story.child.name
    at = next((approval.at for approval in story.approvals if approval.edition == edition), COMMAND)
    what = f"It is not said that {child} was asked before the book for {edition} is shared."
    remedy = f"Ask {child} first; then say it with --child-asked and the day, or under the approval in story.yaml."
    yield from _apply_agreement(subject, AgreementName.CHILD_ASKED, Finding(at, what, remedy))


def find_book_for_older_child(subject: HandoverSubject) -> Iterator[Finding]:
    """Yield a problem where the book tells what is meant for an older child than this one is told."""
    telling = subject.story.telling_age
    own = subject.policy.find_band(telling.age)
    band = next((band for band in subject.policy.bands if band.name == subject.edition), own)
    if band.age > own.age:
        what = f"This is the book for {band.name}, and {subject.story.child.name} is told what is meant for"
        what += f" {telling.age} (telling-age)."
        remedy = f"Hand over the book for {own.name}; or set telling-age first, once that is decided."
        yield from _apply_agreement(subject, AgreementName.TELLING_AGE, Finding(telling.at, what, remedy))


def find_record_leaving(subject: HandoverSubject) -> Iterator[Finding]:
    """Yield a warning where the copy is one of the record, which tells what is held back too."""
    if subject.edition == RECORD:
        what = "This is the record: it tells all but what is only-me, what is held back too."
        yield Finding(COMMAND, what, "Hand it to nobody but whoever keeps the child's file.")


def find_asked_day_to_come(subject: HandoverSubject) -> Iterator[Finding]:
    """Yield a problem where the child was asked on a day that is after today."""
    asked = find_asked_day(subject.story, subject.edition, subject.consents)
    if asked and asked > subject.today:
        what = f"The child was asked on {asked}, it says, and that day is still to come."
        at = Location("--child-asked") if subject.consents.child_asked else Location("story.yaml")
        yield Finding(at, what, "Correct the day, here or under the approval.")


def find_approvals_to_come(subject: HandoverSubject) -> Iterator[Finding]:
    """Yield a problem for each approval of the book on a day that is surely after today, where no other holds yet."""
    approvals = list_approvals(subject.story, subject.edition)
    if all(_is_to_come(approval, subject.today) for approval in approvals):
        for approval in approvals:
            what = "This approval has a day that is still to come."
            yield Finding(approval.at, what, "Correct on:, or wait for that day.")


def _is_to_come(approval: Approval, today: date) -> bool:
    earliest = find_bounds(approval.on)[0] if approval.on else None
    return earliest is not None and earliest > today


def find_asked_day(story: Story, edition: str, consents: Consents) -> date | None:
    """Return the day on which the child was asked: as said now, else as it stands under an approval in story.yaml."""
    days = (get_day(approval.child_asked) for approval in story.approvals if approval.edition == edition)
    return consents.child_asked or next(filter(None, days), None)


def list_approvals(story: Story, edition: str) -> tuple[Approval, ...]:
    """Return the approvals of the book ``edition`` that have a name and a date."""
    return tuple(approval for approval in story.approvals if approval.edition == edition and approval.is_complete)


def get_day(when: When | None) -> date | None:
    """Return the day that ``when`` is; ``None`` where it is no single day."""
    return when.point.earliest if isinstance(when, Dated) and when.point.day else None


def _apply_agreement(subject: HandoverSubject, name: AgreementName, problem: Finding) -> Iterator[Finding]:
    """Yield ``problem`` as grave as the policy has it; a reason makes it a warning. Nothing where it is not asked."""
    agreement = next((known for known in subject.policy.agreements if known.name is name), None)
    if agreement is None or agreement.when_missing is WhenMissing.NOT_REQUIRED:
        return
    remedy, severity = problem.remedy, Severity.WARNING
    if _is_binding(agreement, subject) and subject.consents.reason:
        remedy = "It goes all the same: your reason stands in the log of copies."
    elif _is_binding(agreement, subject):
        severity = Severity.ERROR
        remedy += " An exception needs --reason and its words, which stand in the log of copies."
    yield Finding(problem.at, problem.what, remedy, severity=severity)


def _is_binding(agreement: Agreement, subject: HandoverSubject) -> bool:
    """Return whether nothing goes without this agreement, by the policy or at the child's age."""
    return (
        agreement.when_missing is WhenMissing.REFUSE
        or _compute_age(subject.story, subject.today) >= agreement.refuse_from
    )


def _compute_age(story: Story, today: date) -> int:
    """Return the child's age in years, or the oldest that it may be; without a birth date, how old the telling is."""
    born = find_bounds(story.child.born)[0]
    if born is None:
        return story.telling_age.age
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


SECOND_READER_MISSING = Rule(
    id="second-reader-missing",
    severity=Severity.ERROR,
    explain=(
        "Nobody but whoever hands the book over has read it, as far as it is said. A second pair of eyes sees what the"
        " first has read too often: a name too many, a sentence that hurts. The second reader is another person than"
        " the one who hands the book over. Let them read it, and name them with --second-reader. The policy says"
        " whether a copy goes without one. An exception needs --reason; it then stands in the log of copies."
    ),
    find=find_missing_second_reader,
)
CHILD_NOT_ASKED = Rule(
    id="child-not-asked",
    severity=Severity.ERROR,
    explain=(
        "A copy is about to go to somebody other than the child, and it is not said that the child was asked. It is the"
        " child's story, and they have a say in who reads it. Ask first, in words that they understand. Then give the"
        " day with --child-asked, or write child-asked: and the date under the approval in story.yaml. The policy says"
        " whether this stops the copy; as shipped, it does from the child's thirteenth birthday on. An exception needs"
        " --reason."
    ),
    find=find_child_not_asked,
)
BOOK_FOR_OLDER_CHILD = Rule(
    id="book-for-older-child",
    severity=Severity.ERROR,
    explain=(
        "This is one of the child's own books, for an older age than telling-age in story.yaml. It tells what somebody"
        " decided the child is not ready for yet. Hand over the book for the age that is set. If the child is ready for"
        " more, set telling-age first, with the name of who decided it and the date, and make the books again. An"
        " exception needs --reason."
    ),
    find=find_book_for_older_child,
)
RECORD_LEAVING = Rule(
    id="record-leaving",
    severity=Severity.WARNING,
    explain=(
        "The copy is one of the record, the authority's own book. It tells everything except what is the child's alone:"
        " also what is held back from every other book. It is meant for the child's file. Hand it to nobody but whoever"
        " keeps that file. For anybody else, make the book for that reader."
    ),
    find=find_record_leaving,
)
ASKED_DAY_TO_COME = Rule(
    id="asked-day-to-come",
    severity=Severity.ERROR,
    explain=(
        "The day on which the child was asked is still to come. Nobody can have asked on that day, so the date is"
        " mistyped or the talk has not taken place. Correct the day given with --child-asked, or under the approval in"
        " story.yaml. If the child has not been asked yet, do that first."
    ),
    find=find_asked_day_to_come,
)
APPROVAL_TO_COME = Rule(
    id="approval-to-come",
    severity=Severity.ERROR,
    explain=(
        "The approval of this book in story.yaml has a date that is still to come. Until that day nobody has approved"
        " the book, so no copy of it leaves. If the date is mistyped, correct on: under the approval. Otherwise wait"
        " for that day."
    ),
    find=find_approvals_to_come,
)
