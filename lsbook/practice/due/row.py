"""One thing that is due, and how the lists are put together."""

from __future__ import annotations

from datetime import date
from enum import IntEnum, StrEnum

from msgspec import Struct

from lsbook.model.case import Case
from lsbook.practice.english import format_day
from lsbook.practice.next_session import CasePlan


class Urgency(IntEnum):
    """What comes first: whether the child is all right, what they are owed, then what was promised by when."""

    SAFETY = 0
    ANSWER = 1
    DEADLINE = 2
    RHYTHM = 3
    OTHER = 4


class DueLabel(StrEnum):
    """The word before each thing."""

    LATE = "LATE"
    SOON = "SOON"
    ANSWER = "ANSWER"
    ASK = "ASK"
    RECORD = "RECORD"


class DueItem(Struct, frozen=True):
    """One thing that is due. ``text`` is for the screen; ``file_text`` for a file: no worker's name, no feeling."""

    urgency: Urgency
    label: DueLabel
    text: str
    by: date | None = None
    file_text: str = ""
    rank: int = 0
    """Of two of the same urgency, the lower comes first."""

    @property
    def sort_key(self) -> tuple[int, int, date, str]:
        return (self.urgency, self.rank, self.by or date.max, self.text)


class DueContext(Struct, frozen=True):
    """What every list of things that are due is made from. ``until``: what is due later is left out."""

    case: Case
    plan: CasePlan
    today: date
    until: date
    bands: tuple[str, ...]
    """The names of the child's editions."""

    def format(self, day: date) -> str:
        """Return ``day`` as it stands in a sentence."""
        return format_day(day, self.today)

    def find_label(self, by: date) -> DueLabel | None:
        """Return whether something due on ``by`` is late or due soon; ``None`` where it is neither."""
        if by < self.today:
            return DueLabel.LATE
        return DueLabel.SOON if by <= self.until else None

    def list_dated(
        self, urgency: Urgency, by: date, text: str, rank: int = 0, *, file_text: str = ""
    ) -> tuple[DueItem, ...]:
        """Return a thing that is due on ``by``, in a list of its own; an empty one where that is still far off."""
        label = self.find_label(by)
        return () if label is None else (DueItem(urgency, label, text, by, file_text, rank),)
