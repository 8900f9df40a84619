"""The report of a caseload: a row for each child, and the numbers, which add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from lsbook.model.problem import ProblemsFound
from lsbook.model.rhythm import Duration, TimeUnit
from lsbook.model.work_vocabulary import ChildSays
from lsbook.practice.cases import PolicyShelf, StoryPlace, list_stories, read_children_list
from lsbook.practice.due.items import make_due_context
from lsbook.practice.due.lists import UnreadableCase, load_case, make_empty_problem
from lsbook.practice.report.quotes import list_shareable
from lsbook.practice.report.rows import ReportRow, make_row
from lsbook.practice.report.states import CaseState
from lsbook.reading.work.children import ListedChild

_AHEAD = Duration(3, TimeUnit.MONTHS)
SCALE = (ChildSays.NO, ChildSays.A_BIT, ChildSays.YES, ChildSays.WANT_MORE)
"""What children answer; the last is no step of the scale, and is shown apart."""


class ReportRequest(Struct, frozen=True):
    """What is asked for: a caseload, a day, the authority's own list, and a policy."""

    caseload: Path
    today: date
    children: Path | None = None
    policy: Path | None = None


class Report(Struct, frozen=True):
    """Rows of the stories, in the order of their folders, and what the list of children says."""

    today: date
    rows: tuple[ReportRow, ...]
    listed: int | None
    """How many children stand on the list; ``None`` where there is none."""
    without_story: tuple[ListedChild, ...] = ()
    not_listed: int = 0

    @property
    def counts(self) -> dict[CaseState, int]:
        """Return how many children are in each state. They add up to all stories and all without one."""
        counted = Counter(row.state for row in self.rows)
        counted[CaseState.NO_STORY] = len(self.without_story)
        states = [state for state in CaseState if state is not CaseState.NO_STORY or self.listed is not None]
        return {state: counted[state] for state in states}

    @property
    def comparable_rows(self) -> tuple[ReportRow, ...]:
        """Return the rows of the children who were asked twice or more."""
        return tuple(row for row in self.rows if row.times_asked > 1)

    @property
    def answers(self) -> dict[ChildSays, tuple[int, int]]:
        """Return of each answer how many gave it first, and how many last, of those who were asked twice or more."""
        asked = self.comparable_rows
        return {
            answer: (
                sum(row.child_says_first == answer for row in asked),
                sum(row.child_says_latest == answer for row in asked),
            )
            for answer in SCALE
        }

    @property
    def quotations(self) -> tuple[str, ...]:
        """Return what children said helped, each once, in the order of letters."""
        return tuple(sorted({words for row in self.rows for words in row.helped}))


def make_report(request: ReportRequest) -> Report:
    """Return the report of a caseload. A story that cannot be read is a row that says so.

    Raises ``ProblemsFound`` where there is no story and no list, or where the list or the policy cannot be read.
    """
    children = read_children_list(request.caseload, request.children)
    places = [place for place in list_stories(request.caseload) if not place.has_moved_on]
    if not places and children is None:
        raise ProblemsFound((make_empty_problem(request.caseload),))
    shelf = PolicyShelf(request.policy)
    shelf.read(request.caseload)  # where the policy of all cannot be read, that is said once
    rows = tuple(_make_row(place, shelf, children, request.today) for place in places)
    if children is None:
        return Report(request.today, rows, None)
    known = {row.reference or row.path.rpartition("/")[2] for row in rows}
    missing = tuple(child for reference, child in children.items() if reference not in known)
    unlisted = sum((row.reference or row.path.rpartition("/")[2]) not in children for row in rows)
    return Report(request.today, rows, len(children), missing, unlisted)


def _make_row(
    place: StoryPlace, shelf: PolicyShelf, children: Mapping[str, ListedChild] | None, today: date
) -> ReportRow:
    case = load_case(place, shelf, children)
    if isinstance(case, UnreadableCase):
        return ReportRow(place.path, CaseState.UNREADABLE, case.reference, problems=case.problems)
    context = make_due_context(case, shelf.read(place.folder), today, _AHEAD)
    return make_row(place.path, context, tuple(list_shareable(case, today)))
