"""Rules about what the child asks."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.rules import rule
from lsbook.model.item import Gate
from lsbook.model.problem import Problem, Severity
from lsbook.model.story import Story
from lsbook.model.story_text import Statement

_WAITING_STATUSES = ("later", "not-ours-to-tell", "nobody-knows")


@rule
def find_ungated_answers(story: Story) -> Iterator[Problem]:
    """An answer that says how it is known is the answer itself, and no explanation; without a gate it is printed."""
    for question in story.questions:
        answer = question.answer
        if (
            question.status in _WAITING_STATUSES
            and answer is not None
            and _has_source(answer)
            and not _is_gated(answer)
        ):
            yield Problem(
                answer.at,
                f"This question has the status {question.status}, and its answer is printed beside it all the same.",
                "Put a gate on the answer (from-age, hold or only-me), or set status: answered. Why it has to wait can"
                " stand there without a source.",
                severity=Severity.WARNING,
            )


def _has_source(answer: Statement) -> bool:
    return bool(answer.source or answer.decided_by or answer.certainty in {"sure", "likely"})


def _is_gated(answer: Statement) -> bool:
    gate: Gate = answer.gate
    return bool(gate.from_age or gate.only_me or gate.hold or answer.says.from_age)
