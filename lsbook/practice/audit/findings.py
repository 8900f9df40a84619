"""What people found who looked at books, added up by standard, and the passages that others can learn from.

Small numbers are hidden, as in a report for others. Nothing says which is better, and nothing is a verdict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from lsbook.model.case import Case
from lsbook.model.problem import Location, Problem, ProblemsFound, Severity
from lsbook.model.rules.work import NAMES_WITHHELD
from lsbook.model.work import QualityReview
from lsbook.model.work_vocabulary import StandardMet
from lsbook.practice.audit.passages import SharedPassage, find_shared_passage
from lsbook.practice.cases import PolicyShelf, StoryPlace, list_stories, read_children_list
from lsbook.practice.due.lists import load_case, make_empty_problem
from lsbook.practice.english import format_full_day
from lsbook.practice.open_case import open_case
from lsbook.practice.report.hide import hide_if_small, hide_small
from lsbook.reading.work.records import QUALITY_FILE

_DOT = " · "
_BEFORE = "Read each before it goes round: names are taken out, and what happened may still tell whose it is."


class AuditFindings(Struct, frozen=True):
    """How often each answer was given to each standard, and what may be shared, in the order of its words."""

    today: date
    looked_at: int
    answers: tuple[tuple[str, str, dict[StandardMet, int]], ...]
    """Name of the standard, what it asks, and how often each answer was given."""
    passages: tuple[SharedPassage, ...]
    problems: tuple[Problem, ...] = ()
    """Of passages that may be shared and cannot be printed."""


def collect_findings(caseload: Path, policy: Path | None, today: date) -> AuditFindings:
    """Return what stands in work/quality.yaml of every story. Raises ``ProblemsFound`` where there is no story."""
    places = [place for place in list_stories(caseload) if not place.has_moved_on]
    if not places:
        raise ProblemsFound((make_empty_problem(caseload),))
    return _FindingsCollector(caseload, policy, today).collect(places)


class _FindingsCollector:
    def __init__(self, caseload: Path, policy: Path | None, today: date) -> None:
        self._policy, self._today = policy, today
        self._shelf, self._children = PolicyShelf(policy), read_children_list(caseload)
        self._shelf.read(caseload)
        self._counts: dict[str, Counter[StandardMet]] = defaultdict(Counter)
        self._asks: dict[str, str] = {}
        self._passages: set[SharedPassage] = set()
        self._problems: list[Problem] = []
        self._looked_at = 0

    def collect(self, places: list[StoryPlace]) -> AuditFindings:
        for place in places:
            case = load_case(place, self._shelf, self._children)
            if isinstance(case, Case):
                self._add(place, case)
        known = [name for name in self._asks if name in self._counts]
        names = [*known, *sorted(self._counts.keys() - self._asks.keys())]
        answers = tuple(
            (name, self._asks.get(name, ""), {answer: self._counts[name][answer] for answer in StandardMet})
            for name in names
        )
        passages = tuple(sorted(self._passages, key=lambda passage: passage.paragraphs))
        return AuditFindings(self._today, self._looked_at, answers, passages, tuple(self._problems))

    def _add(self, place: StoryPlace, case: Case) -> None:
        reviews = [review for review in case.records.reviews if review.on is None or review.on <= self._today]
        for standard in self._shelf.read(place.folder).standards if reviews else ():
            self._asks.setdefault(standard.name, standard.asks)
        for review in reviews:
            self._looked_at += 1
            for name, answer in review.results:
                self._counts[name][answer] += 1
        if shared := [review for review in reviews if review.good_to_share and review.child_agreed]:
            self._add_passages(place, shared)

    def _add_passages(self, place: StoryPlace, reviews: list[QualityReview]) -> None:
        opened = open_case(place.folder, self._policy)
        for review in reviews:
            passage = find_shared_passage(opened, review.good_to_share)
            if passage:
                self._passages.add(passage)
            else:
                at = Location(f"{place.path}/{QUALITY_FILE}")
                what = (
                    "What is good to share here is no chapter or letter that the child's book shows, or it names"
                    " somebody who is withheld."
                )
                remedy = "Write its file: good-to-share: chapters/02-birth.md. lsbook check says whom it names."
                self._problems.append(Problem(at, what, remedy, severity=Severity.WARNING, rule=NAMES_WITHHELD.id))


def format_findings(findings: AuditFindings) -> str:
    """Return what was found by standard, with small numbers hidden, then what may be shared."""
    return "\n".join(_list_lines(findings))


def _list_lines(findings: AuditFindings) -> Iterator[str]:
    yield f"Looked at until {format_full_day(findings.today)}: {hide_if_small(findings.looked_at)}"
    for name, asks, counts in findings.answers:
        yield f"{name}{f' ({asks})' if asks else ''}"
        hidden = hide_small(counts)
        yield f"  {_DOT.join(f'{_name(answer)} {hidden[answer]}' for answer in StandardMet)}"
    if findings.passages:
        yield from ("", "GOOD TO SHARE, with the child's yes", _BEFORE)
    for passage in findings.passages:
        yield ""
        yield from passage.paragraphs


def _name(answer: StandardMet) -> str:
    return answer.replace("-", " ")
