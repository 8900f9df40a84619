"""All evidence of a story for the places that were asked for, and what is refused or left out of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from lsbook.model.problem import Location, Problem
from lsbook.model.rhythm import Duration, TimeUnit
from lsbook.model.rules.work import NAMES_WITHHELD
from lsbook.model.work import Session, find_earliest_day
from lsbook.model.work_vocabulary import SharingAnswer
from lsbook.practice.due.items import make_due_context
from lsbook.practice.due.row import DueContext
from lsbook.practice.english import format_full_day
from lsbook.practice.evidence.block import Evidence, EvidenceBlock, EvidenceLine, EvidencePlace
from lsbook.practice.evidence.names import NameGuard
from lsbook.practice.evidence.parents import list_care_plan_lines, list_identity_lines, list_said
from lsbook.practice.evidence.summary import list_summary_lines
from lsbook.practice.evidence.visits import make_case_note
from lsbook.practice.open_case import OpenCase, choose_book
from lsbook.practice.public_lines import PublicLines

LAST = "last"
_QUESTION = "Has somebody explained why you live here?"


class EvidenceRequest(Struct, frozen=True):
    """What is asked for. ``since``: a day, or nothing; ``is_since_record``: since what went on the record last."""

    places: tuple[EvidencePlace, ...]
    today: date
    since: date | None = None
    is_since_record: bool = False


def collect_evidence(opened: OpenCase, request: EvidenceRequest) -> Evidence:
    """Return the evidence of a story for the places that were asked for."""
    return _EvidenceCollector(opened, request).collect()


class _EvidenceCollector:
    def __init__(self, opened: OpenCase, request: EvidenceRequest) -> None:
        self._project, self._case, self._request = opened.project, opened.case, request
        self._choice = choose_book(self._project)
        self._guard = NameGuard(self._project, self._choice, request.today)
        self._lines = PublicLines(self._project.story)
        self._context: DueContext = make_due_context(
            self._case, self._project.policy, request.today, Duration(3, TimeUnit.MONTHS)
        )
        self._sessions = [session for session in self._case.records.sessions if session.day <= request.today]
        self._since = self._find_since()
        self._left_out: list[str] = []
        self._refusals: list[Problem] = []

    def collect(self) -> Evidence:
        blocks: list[EvidenceBlock] = []
        nothing: list[tuple[EvidencePlace, str]] = []
        for place in self._request.places:
            place_blocks = self._make_blocks(place)
            kept = [block for block in place_blocks if not self._refuse(block)]
            blocks += kept
            if not place_blocks:
                nothing.append((place, self._say_nothing()))
        return Evidence(
            self._case.facts.name,
            self._case.plan.reference,
            tuple(blocks),
            tuple(nothing),
            tuple(self._left_out),
            tuple(self._refusals),
        )

    def _find_since(self) -> date | None:
        """Return the day from which on something is new; with ``--since last``, that of the last case note."""
        if not self._request.is_since_record:
            return self._request.since
        return max((session.in_record for session in self._sessions if session.in_record), default=None)

    def _say_nothing(self) -> str:
        return f"nothing new since {format_full_day(self._since)}." if self._since else "nothing yet."

    def _make_blocks(self, place: EvidencePlace) -> list[EvidenceBlock]:
        if place is EvidencePlace.VISITS:
            return [make_case_note(session, self._case.facts) for session in self._list_new_sessions()]
        return [block for block in [EvidenceBlock(place, tuple(self._list_lines(place)))] if block.lines]

    def _list_new_sessions(self) -> list[Session]:
        """Return the sessions that are to be reported: those not on the record yet, or those since the day."""
        if self._request.is_since_record:
            return [session for session in self._sessions if session.in_record is None]
        return [session for session in self._sessions if self._since is None or session.latest_day >= self._since]

    def _list_lines(self, place: EvidencePlace) -> Iterable[EvidenceLine]:
        if place is EvidencePlace.CASE_SUMMARY:
            took_place = [session for session in self._sessions if not session.is_declined]
            new = [session for session in took_place if session in self._list_new_sessions()]
            question = self._project.policy.question or _QUESTION
            return list_summary_lines(new, took_place, self._case.facts, question, self._describe_last_conversation())
        said_lines = list_said(self._project.story, self._choice)
        if place is EvidencePlace.IDENTITY:
            self._note_unshared(place)
            lines = list_identity_lines(self._context, said_lines, self._since)
        else:
            lines = list_care_plan_lines(self._context, said_lines)
        return [line for line in lines if self._may_parents_read(line, place)]

    def _describe_last_conversation(self) -> str:
        """Return who told the child in person, and when: the last time, as the child's book has it."""
        conversations = []
        for verdict in self._choice.visibility.verdicts.values():
            heads_up = verdict.item.heads_up
            if verdict.is_visible and heads_up and heads_up.conversation:
                day = find_earliest_day(heads_up.conversation.on)
                if day and day <= self._request.today:
                    conversations.append((day, heads_up.conversation.by))
        if not conversations:
            return ""
        day, by = max(conversations)
        return f"Told in person by {by} on {format_full_day(day)}."

    def _note_unshared(self, place: EvidencePlace) -> None:
        """Say on the screen that there are words of the child that were not asked for, or may not be shared."""
        for session in self._list_new_sessions():
            if session.words and session.may_share is not SharingAnswer.YES:
                at = session.locate("words")
                self._left_out.append(f"{place.heading}: the words at {at} are left out: may-share is not yes.")

    def _may_parents_read(self, line: EvidenceLine, place: EvidencePlace) -> bool:
        if not self._guard.has_whereabouts(line.text):
            return True
        what = "it names a home, a school, a surname or an address"
        self._left_out.append(f"{place.heading}: what stands at {self._lines.find(line.at)} is left out: {what}.")
        return False

    def _has_withheld_name(self, line: EvidenceLine) -> bool:
        """Return whether ``line`` names somebody withheld; the words of the child's book have passed the wall."""
        if line.at.path.startswith("work/"):
            return self._guard.has_withheld_name(line.text)
        refused = {(problem.at.path, problem.at.line) for problem in self._choice.refusals}
        return (line.at.path, line.at.line) in refused

    def _refuse(self, block: EvidenceBlock) -> bool:
        """Return whether ``block`` names somebody withheld; then its line is said, and nothing of it is printed."""
        at = next((line.at for line in block.lines if self._has_withheld_name(line)), None) or self._find_guest(block)
        if at is None:
            return False
        what = f"This names somebody who is withheld, so nothing of it goes to {block.place.heading.lower()}."
        remedy = "Say it without the name, or let the person be told of first."
        self._refusals.append(
            Problem(self._lines.find(Location(at.path, at.line)), what, remedy, rule=NAMES_WITHHELD.id)
        )
        return True

    def _find_guest(self, block: EvidenceBlock) -> Location | None:
        """Return where a case note's session says by an id that somebody was there who is withheld."""
        session = next((session for session in self._sessions if session.at == block.source), None)
        is_named = session and any(map(self._guard.is_withheld, session.people))
        return session.locate("with") if session and is_named else None
