"""The work around a story, as it stands in ``work/``: the plan, the sessions, who was asked, what came in, audits.

None of it is ever in a child's book. Empty texts were not said.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from lsbook.model.copy import Copy
from lsbook.model.problem import Location
from lsbook.model.rhythm import Duration
from lsbook.model.when import When, find_bounds
from lsbook.model.work_vocabulary import (
    AnswerGiven,
    BookPart,
    ChildFelt,
    ChildSays,
    HowSure,
    SessionSetting,
    SharingAnswer,
    StandardMet,
    Tier,
    WorkerSees,
    WrittenKind,
)


def find_earliest_day(when: When | None) -> date | None:
    """Return the earliest day that ``when`` may mean: deadlines count from it. ``None`` where nobody can say."""
    return find_bounds(when)[0] if when else None


class Understanding(Struct, frozen=True):
    """What the child answers, in their own words and by the scale, and what the worker sees."""

    words: str
    child_says: ChildSays | None
    worker_sees: WorkerSees | None


class Reading(Struct, frozen=True):
    """What a child showed without words, as an adult read it."""

    what: str
    read_by: str
    sure: HowSure | None


class FollowUp(Struct, frozen=True):
    """Who looks after the child once a session is over; ``done`` is the day on which they did."""

    by: str
    on: date | None
    done: date | None


class Session(Struct, frozen=True):
    """One file of ``work/sessions/``. ``day`` is the earliest that ``when`` may mean; ``latest_day`` the latest."""

    at: Location
    when: When
    day: date
    latest_day: date
    by: str
    did: str
    part_of: SessionSetting | None = None
    where: str = ""
    people: tuple[str, ...] = ()
    """Ids or names of who was with them."""
    tools: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    theme: str = ""
    words: tuple[str, ...] = ()
    """What the child said, word for word."""
    showed: Reading | None = None
    may_share: SharingAnswer = SharingAnswer.NOT_ASKED
    why_in_care: Understanding | None = None
    felt: ChildFelt | None = None
    helped: str = ""
    after: str = ""
    follow_up: FollowUp | None = None
    next: str = ""
    next_by: date | None = None
    came_of_it: tuple[str, ...] = ()
    is_declined: bool = False
    """True where it was offered and the child said no: then it did not take place."""
    has_more: bool = False
    """True where the child asked that some of it not be written."""
    in_record: date | None = None
    lines: tuple[tuple[str, int], ...] = ()
    """The line of each key."""

    def locate(self, key: str) -> Location:
        """Return where ``key`` stands."""
        return Location(self.at.path, dict(self.lines).get(key, self.at.line))


class Pause(Struct, frozen=True):
    """A time in which no session is looked for; ``until`` stands once it has ended."""

    from_: date
    look_again: date | None
    reason: str
    by: str
    until: date | None = None

    def is_active(self, today: date) -> bool:
        """Return whether it has begun, has not ended, and has not to be looked at again before ``today``."""
        has_begun = self.from_ <= today
        has_ended = self.until is not None and self.until <= today
        return has_begun and not has_ended and (self.look_again is None or today <= self.look_again)


class PlanPeriod(Struct, frozen=True):
    """A plan of permanence that held, or holds, for a time."""

    name: str
    from_: date | None
    until: date | None


class LeftOut(Struct, frozen=True):
    """A part of a full book that this one does without, and why."""

    part: BookPart
    reason: str
    by: str


class WorkPlan(Struct, frozen=True):
    """``work/plan.yaml``: who the worker is, since when, and what was agreed for this child."""

    worker: str = ""
    looked_after_since: When | None = None
    starts: When | None = None
    """Where a child never was looked after."""
    since: When | None = None
    """Since when this worker is."""
    before: tuple[str, ...] = ()
    team: str = ""
    reference: str = ""
    next_review: date | None = None
    tier: Tier | None = None
    every: Duration | None = None
    reason: str = ""
    agreed_by: str = ""
    how: str = ""
    child_wants: str = ""
    dates: tuple[tuple[str, When], ...] = ()
    """Days of events from which deadlines of the policy count."""
    pause: Pause | None = None
    plans: tuple[PlanPeriod, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def start(self) -> date | None:
        """Return the earliest day from which anything counts."""
        return find_earliest_day(self.looked_after_since or self.starts)

    def find_plan_name(self, story_plan: str, today: date) -> str:
        """Return the name of the plan that holds on ``today``: the newest that has begun and not ended."""
        current = [
            period
            for period in self.plans
            if (period.from_ is None or period.from_ <= today) and (period.until is None or today <= period.until)
        ]
        return max(current, key=lambda period: period.from_ or date.min).name if current else story_plan


class AskedPerson(Struct, frozen=True):
    """Somebody who was asked for something, and what came of it."""

    who: str
    what: tuple[str, ...]
    on: date | None
    answered: date | None
    declined: date | None

    @property
    def is_open(self) -> bool:
        """Return whether nothing has come of it yet."""
        return self.answered is None and self.declined is None


class GivenAnswer(Struct, frozen=True):
    """How somebody answered the child, on which day, and who did."""

    on: date | None
    how: AnswerGiven | None
    by: str


class ReceivedEntry(Struct, frozen=True):
    """One thing that came in: about which page or question, and the words."""

    at: Location
    kind: WrittenKind | None
    """``None`` where it says none that there is: that is a problem."""
    about: str
    words: str
    on: date | None
    used_in: str = ""
    not_used: str = ""
    by: str = ""
    answer: GivenAnswer | None = None
    photo: str = ""
    """A file beside this one, such as a photo of a page that was written by hand."""
    sound: str = ""
    may_show: bool | None = None
    """Whether the book may say whose words they are; ``None`` where that was not said."""

    @property
    def is_draft(self) -> bool:
        """Return whether nobody has said yet whether it goes into the story."""
        return not (self.used_in or self.not_used)


class Contribution(Struct, frozen=True):
    """A file of ``work/contributions/``. ``written_in``: the book in which the child wrote it, if it is the child's."""

    by: str
    written_in: str
    received: date | None
    entries: tuple[ReceivedEntry, ...]


class ToDo(Struct, frozen=True):
    """What an audit asks for: what, who does it, and until when."""

    what: str
    by: str
    on: date | None
    done: date | None = None


class QualityReview(Struct, frozen=True):
    """One entry of ``work/quality.yaml``: somebody else has looked at a book."""

    on: date | None
    by: str
    looked_at: str
    results: tuple[tuple[str, StandardMet], ...]
    """How far each standard of the policy is met, by its name."""
    because: str
    child_said: str
    good_to_share: str
    child_agreed: bool
    to_do: ToDo | None


class WorkRecords(Struct, frozen=True):
    """All that stands in ``work/``. ``sessions`` are in the order of their days."""

    plan: WorkPlan | None = None
    sessions: tuple[Session, ...] = ()
    asked: tuple[AskedPerson, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    reviews: tuple[QualityReview, ...] = ()
    copies: tuple[Copy, ...] = ()
