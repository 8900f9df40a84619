"""Keys of policy.yaml that say how the work around the book is done: its plans, who decided it, who was asked."""

from __future__ import annotations

from lsbook.model.vocabulary import LaterLifeLetter
from lsbook.model.work_vocabulary import Tier
from lsbook.reading.fields.field import EntryKind, Field, FieldType

DEADLINE = EntryKind(
    "deadline",
    (
        Field("name", FieldType.TEXT, "What is due.", required=True, example="book"),
        Field("after", FieldType.TEXT, "The event from which it counts.", required=True, example="adoption-ceremony"),
        Field("within", FieldType.DURATION, "How long after it.", required=True, example="10 working days"),
    ),
)
DURATIONS = {
    "start-within": "How long after a child comes into care there are a plan and a first session.",
    "explained-within": "How long after it somebody has explained why.",
    "new-book-within": "How long after a change there is a new book.",
    "new-worker-within": "How soon a new worker has a first session.",
    "follow-up-within": "How soon somebody looks after a child for whom a session was hard.",
    "answer-child-within": "How soon a child gets an answer.",
    "offer-again-after": "How long a no of the child counts.",
}
RHYTHMS = {
    "direct-work": "How often there is a session.",
    "direct-work-after-a-year": "How often there is one, once the child has been a year in this home.",
    "all-about-me": "How often what the child likes and hopes is asked again.",
    "review": "When the plan of the work is looked at.",
    "new-book": "How often a new book is due.",
}
PLAN_WORK_FIELDS = (
    *(Field(key, FieldType.DURATION, explanation) for key, explanation in DURATIONS.items()),
    *(Field(key, FieldType.RHYTHM, explanation) for key, explanation in RHYTHMS.items()),
    Field("new-book-after", FieldType.TEXTS, "What makes a new book due: move, decision, death."),
    Field("tier", FieldType.CHOICE, "How deep the work goes, if nobody says otherwise.", choices=tuple(Tier)),
    Field("holds", FieldType.TEXTS, "What a full book of this plan has."),
    Field("because", FieldType.TEXT, "Why, in your own words."),
    Field("deadlines", FieldType.ENTRIES, "What is due within a time after an event.", inner=DEADLINE),
)
LATER_LIFE_LETTER = Field(
    "later-life-letter",
    FieldType.CHOICE,
    "Whether later life letters stand in the child's book, or are given apart.",
    choices=tuple(LaterLifeLetter),
)
DECISION = EntryKind(
    "decided",
    (
        Field("by", FieldType.TEXT, "Who decided on this policy.", required=True, example="Head of service"),
        Field("on", FieldType.DAY, "The day on which it was decided."),
        Field("look-again", FieldType.DAY, "The day on which it is looked at again."),
    ),
)
TRAINING = EntryKind(
    "training",
    (
        Field("what", FieldType.TEXT, "A launch or a training.", required=True, example="Launch of the policy"),
        Field("on", FieldType.TEXT, "When it was, or is going to be."),
        Field("who", FieldType.TEXT, "For whom it was."),
    ),
)
CONSULTATION = EntryKind(
    "consulted",
    (
        Field("who", FieldType.TEXT, "Who was asked.", required=True, example="the children in care council"),
        Field("on", FieldType.TEXT, "When they were asked."),
        Field("said", FieldType.TEXT, "What they said."),
        Field("changed", FieldType.TEXT, "What changed by it."),
    ),
)
