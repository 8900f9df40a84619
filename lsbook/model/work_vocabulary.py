"""The fixed words of the work around a book: of policies, plans, sessions and audits, each as people write it."""

from __future__ import annotations

from enum import StrEnum


class Nation(StrEnum):
    """Whose bank holidays count, where a time is in working days."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


class Tier(StrEnum):
    """The tiers of the Rose model; the last two are a trained worker's."""

    ALL_ABOUT_ME = "all-about-me"
    MORE_ABOUT_ME = "more-about-me"
    THERAPEUTIC = "therapeutic"


class ChangeKind(StrEnum):
    """What makes a book out of date, whatever its age."""

    MOVE = "move"
    DECISION = "decision"
    DEATH = "death"


class BookPart(StrEnum):
    """What a full book holds, in the order in which policies list it."""

    ABOUT_ME = "about-me"
    BIRTH = "birth"
    FAMILY = "family"
    WHY = "why"
    WHAT_CHILDREN_NEED = "what-children-need"
    HOMES = "homes"
    MILESTONES = "milestones"
    SCHOOLS = "schools"
    FAMILY_TIME = "family-time"
    PHOTOS = "photos"
    KEEPSAKES = "keepsakes"
    MY_WORDS = "my-words"
    NOT_KNOWN = "not-known"
    NOW_AND_NEXT = "now-and-next"
    LATER_LIFE_LETTER = "later-life-letter"


class WrittenKind(StrEnum):
    """What a young person writes on My pages."""

    ADDITION = "add"
    ANSWER = "answer"
    QUESTION = "know"
    OBJECTION = "wrong"


class SessionSetting(StrEnum):
    """What a session was part of."""

    VISIT = "visit"
    OWN_SESSION = "own-session"
    REVIEW = "review"
    FAMILY_TIME = "family-time"
    EVERYDAY = "everyday"


class SharingAnswer(StrEnum):
    """Whether the child's words may be read outside the case record."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not-asked"


class ChildSays(StrEnum):
    """What the child answers to whether it has been explained. The last three are no steps of the scale."""

    NO = "no"
    A_BIT = "a-bit"
    YES = "yes"
    WANT_MORE = "want-more"
    NOT_ASKED = "not-asked"
    CANNOT_ASK = "cannot-ask-this-way"


class WorkerSees(StrEnum):
    """How much of the why the worker sees the child hold."""

    NOT_YET = "not-yet"
    MUDDLED = "muddled"
    PART = "part"
    WHOLE = "whole"


class ChildFelt(StrEnum):
    """How a session felt: the child's own answer."""

    GOOD = "good"
    OK = "ok"
    MIXED = "mixed"
    HARD = "hard"
    NOT_SAID = "not-said"


class HowSure(StrEnum):
    """How sure an adult is of what they read in a child who tells without words."""

    SURE = "sure"
    PARTLY = "partly"
    UNSURE = "unsure"


class AnswerGiven(StrEnum):
    """What came of something that a child said is wrong."""

    CHANGED = "changed"
    BOTH_STAND = "both-stand"
    NOT_CHANGED = "not-changed"


class StandardMet(StrEnum):
    """How far a standard of quality is met in a book."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_SEEN = "not-seen"
