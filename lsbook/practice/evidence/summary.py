"""The case summary: what the child answers to whether it has been explained, in the child's words, over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsbook.model.case import StoryFacts
from lsbook.model.work import Session, Understanding
from lsbook.model.work_vocabulary import ChildSays
from lsbook.practice.evidence.block import EvidenceLine
from lsbook.practice.evidence.sentences import format_when, quote

_APART = (ChildSays.NOT_ASKED, ChildSays.CANNOT_ASK)
ANSWERS = {
    ChildSays.NO: "no", ChildSays.A_BIT: "a bit", ChildSays.YES: "yes", ChildSays.WANT_MORE: "I want to know more",
    ChildSays.NOT_ASKED: "not asked", ChildSays.CANNOT_ASK: "cannot be asked this way",
}  # fmt: skip


def list_summary_lines(
    sessions: Sequence[Session], before: Sequence[Session], facts: StoryFacts, question: str, told_words: str
) -> Iterator[EvidenceLine]:
    """Yield what stands in the case summary. ``sessions``: those to be reported; ``before``: all until then."""
    spoken = [session for session in sessions if session.why_in_care]
    if not spoken:
        return
    session = next((each for each in reversed(spoken) if _is_answered(each)), spoken[-1])
    if session.why_in_care:
        text = " ".join(_list_sentences(session, session.why_in_care, before, facts, question))
        yield EvidenceLine(f"{text}{f' {told_words}' if told_words else ''}".strip(), session.locate("why-in-care"))


def _is_answered(session: Session) -> bool:
    return bool(session.why_in_care and session.why_in_care.child_says not in (None, *_APART))


def _list_sentences(
    session: Session, why: Understanding, before: Sequence[Session], facts: StoryFacts, question: str
) -> Iterator[str]:
    on = format_when(session.when)
    if _is_answered(session) and why.child_says:
        earlier = [each for each in before if each is not session and _is_answered(each) and each.day <= session.day]
        last = earlier[-1] if earlier else None
        was = f"; before: {_answer(last)}, {format_when(last.when)}" if last else ""
        yield f"Asked {quote(question)} {facts.name} answered: {ANSWERS[why.child_says]} ({on}{was})."
    elif why.child_says is ChildSays.NOT_ASKED:
        yield f"{facts.name} was not asked {quote(question)} ({on})."
    elif why.child_says is ChildSays.CANNOT_ASK:
        yield f"{quote(question)} cannot be asked of {facts.name} this way ({on})."
    if why.words:
        whose = {"she": "her", "he": "his", "they": "their"}.get(facts.pronouns.casefold().split("/")[0].strip())
        yield f"In {whose or f'{facts.name}’s'} words: {quote(why.words)}"
    if why.worker_sees:
        yield f"The worker's view: {str(why.worker_sees).replace('-', ' ')}."


def _answer(session: Session) -> str:
    why = session.why_in_care
    return ANSWERS[why.child_says] if why and why.child_says else ""
