"""What a policy says of the work around the book: how often, how soon, what a full book holds, and who decided it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from lsbook.model.rhythm import NOT_DECIDED, Duration, Rhythm
from lsbook.model.vocabulary import LaterLifeLetter
from lsbook.model.work_vocabulary import BookPart, ChangeKind, Tier


class Deadline(Struct, frozen=True):
    """Something that is due within a time after an event, which work/plan.yaml dates."""

    name: str
    after: str
    within: Duration


class PermanencePlan(Struct, frozen=True):
    """A plan of permanence: what it is called, what is due when, and what stands apart from the book.

    A length of time is ``None``, and a rhythm ``NOT_DECIDED``, where the policy does not say.
    """

    name: str
    title: str
    later_life_letter: LaterLifeLetter = LaterLifeLetter.IN_THE_BOOK
    """Where it is ``APART``, a letter of this kind stands in no book of the child."""
    direct_work: Rhythm = NOT_DECIDED
    direct_work_after_a_year: Rhythm | None = None
    """Once the child has been a year in this home; ``None`` where that changes nothing."""
    all_about_me: Rhythm = NOT_DECIDED
    review: Rhythm = NOT_DECIDED
    new_book: Rhythm = NOT_DECIDED
    new_book_after: tuple[ChangeKind, ...] = ()
    start_within: Duration | None = None
    explained_within: Duration | None = None
    new_book_within: Duration | None = None
    new_worker_within: Duration | None = None
    follow_up_within: Duration | None = None
    answer_child_within: Duration | None = None
    offer_again_after: Duration | None = None
    tier: Tier | None = None
    holds: tuple[BookPart, ...] = ()
    """What a full book of this plan has."""
    because: str = ""
    """Why, in the authority's own words: it is printed beside what the rule asks for."""
    deadlines: tuple[Deadline, ...] = ()
    note: str = ""


class Decision(Struct, frozen=True):
    """Who decided on the policy, when, and when it is looked at again."""

    by: str
    on: date | None
    look_again: date | None


class Consultation(Struct, frozen=True):
    """Somebody who was asked about the policy: what they said, and what changed by it."""

    who: str
    on: str
    said: str
    changed: str


class Training(Struct, frozen=True):
    """A launch or a training in which the policy was brought to those who work by it, or is going to be."""

    what: str
    on: str
    who: str


class QualityStandard(Struct, frozen=True):
    """What an audit asks, in the authority's own words."""

    name: str
    asks: str
