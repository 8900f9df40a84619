"""Rules about what the child asks."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.item import Gate
from lsbook.model.problem import Finding, Severity
from lsbook.model.story_text import Statement
from lsbook.model.vocabulary import Certainty, QuestionStatus

_WAITING_STATUSES = (QuestionStatus.LATER, QuestionStatus.NOT_OURS_TO_TELL, QuestionStatus.NOBODY_KNOWS)


def find_ungated_answers(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each answer that is printed although its question waits.

    An answer that says how it is known is the answer itself, and no explanation of why it has to wait.
    """
    for question in subject.story.questions:
        answer = question.answer
        if (
            question.status in _WAITING_STATUSES
            and answer is not None
            and _has_source(answer)
            and not _is_gated(answer)
        ):
            yield Finding(
                answer.at,
                f"This question has the status {question.status}, and its answer is printed beside it all the same.",
                "Put a gate on the answer (from-age, hold or only-me), or set status: answered. Why it has to wait can"
                " stand there without a source.",
            )


def _has_source(answer: Statement) -> bool:
    return bool(answer.source or answer.decided_by or answer.certainty in {Certainty.SURE, Certainty.LIKELY})


def _is_gated(answer: Statement) -> bool:
    gate: Gate = answer.gate
    return bool(gate.from_age or gate.only_me or gate.hold or answer.says.from_age)


UNGATED_ANSWER = Rule(
    id="ungated-answer",
    severity=Severity.WARNING,
    explain=(
        "A question has a status by which its answer waits (later, not-ours-to-tell, nobody-knows), and an answer that"
        " is known stands beside it without a gate. The book prints both: it says that the answer comes later, and"
        " tells it in the next line. If the child may read it, set status: answered. If not, put from-age, hold or"
        " only-me on the answer. Words that only say why it has to wait need no gate: write them without source,"
        " decided-by and certainty."
    ),
    find=find_ungated_answers,
)
