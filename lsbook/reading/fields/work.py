"""Keys of the files in ``work/`` that a worker, or lsbook for a worker, writes."""

from __future__ import annotations

from lsbook.model.work_vocabulary import (
    AnswerGiven,
    BookPart,
    ChildFelt,
    ChildSays,
    HowSure,
    SessionSetting,
    SharingAnswer,
    Tier,
    WorkerSees,
    WrittenKind,
)
from lsbook.reading.fields.field import EntryKind, Field, FieldType

YES_OR_NO = ("yes", "no")

PAUSE = EntryKind(
    "pause",
    (
        Field("from", FieldType.DAY, "The day from which no session is looked for.", required=True),
        Field("look-again", FieldType.DAY, "The day on which somebody asks again; after it the pause counts no more."),
        Field("reason", FieldType.TEXT, "Why there is a pause.", required=True, example="Maya said not now"),
        Field("by", FieldType.TEXT, "Who decided it."),
        Field("until", FieldType.DAY, "The day on which it ended."),
    ),
)
PLAN_PERIOD = EntryKind(
    "plan in time",
    (
        Field("name", FieldType.TEXT, "The plan, as the policy calls it.", required=True, example="adoption"),
        Field("from", FieldType.DAY, "Since when it was the plan."),
        Field("until", FieldType.DAY, "Until when it was."),
    ),
)
LEFT_OUT = EntryKind(
    "left-out",
    (
        Field("part", FieldType.CHOICE, "The part that this book does without.", True, choices=tuple(BookPart)),
        Field("reason", FieldType.TEXT, "Why it is left out.", required=True, example="records lost in a fire"),
        Field("by", FieldType.TEXT, "Who decided it."),
    ),
)
WORK_PLAN = EntryKind(
    "work plan",
    (
        Field("worker", FieldType.TEXT, "Who does the life story work now."),
        Field("looked-after-since", FieldType.DATE, "Since when the child is looked after."),
        Field("starts", FieldType.DATE, "When the work begins, where a child never was looked after."),
        Field("since", FieldType.DATE, "Since when this worker is."),
        Field("before", FieldType.TEXTS, "Who the workers were before."),
        Field("team", FieldType.TEXT, "The worker's team."),
        Field("reference", FieldType.TEXT, "The number of the child in the case system."),
        Field("next-review", FieldType.DAY, "The day of the next review."),
        Field("tier", FieldType.CHOICE, "How deep the work goes.", choices=tuple(Tier)),
        Field("every", FieldType.DURATION, "How often there is a session, where it is not as the policy says."),
        Field("reason", FieldType.TEXT, "Why sessions are rarer than the policy says."),
        Field("agreed-by", FieldType.TEXT, "Who agreed to rarer sessions."),
        Field("how", FieldType.TEXT, "How the work is done, and with whom."),
        Field("child-wants", FieldType.TEXT, "What the child wants of it."),
        Field("dates", FieldType.DATES_BY_NAME, "Days of events from which a time counts, such as adoption-ceremony."),
        Field("pause", FieldType.ENTRY, "A time in which no session is looked for.", inner=PAUSE),
        Field("plans", FieldType.ENTRIES, "The plans of permanence, where they changed.", inner=PLAN_PERIOD),
        Field("left-out", FieldType.ENTRIES, "Parts that this book does without.", inner=LEFT_OUT),
    ),
)
SHOWED = EntryKind(
    "showed",
    (
        Field("what", FieldType.TEXT, "What the child showed without words.", required=True),
        Field("read-by", FieldType.TEXT, "Which adult read it so.", required=True, example="Jan"),
        Field("sure", FieldType.CHOICE, "How sure that adult is.", choices=tuple(HowSure)),
    ),
)
WHY_IN_CARE = EntryKind(
    "why-in-care",
    (
        Field("words", FieldType.TEXT, "How the child says why, word for word."),
        Field(
            "child-says",
            FieldType.CHOICE,
            "What the child answers to whether it has been explained.",
            choices=tuple(ChildSays),
        ),
        Field("worker-sees", FieldType.CHOICE, "How much of it the worker sees.", choices=tuple(WorkerSees)),
    ),
)
FOLLOW_UP = EntryKind(
    "follow-up",
    (
        Field("by", FieldType.TEXT, "Who looks after the child afterwards."),
        Field("on", FieldType.DAY, "The day on which they will."),
        Field("done", FieldType.DAY, "The day on which they did."),
    ),
)
SESSION = EntryKind(
    "session",
    (
        Field("when", FieldType.DATE, "When it was.", required=True, example="12 March 2026"),
        Field("by", FieldType.TEXT, "Who did it with the child.", required=True, example="Priya"),
        Field("did", FieldType.TEXT, "What they did.", required=True, example="Looked at the farm photos."),
        Field("part-of", FieldType.CHOICE, "What it was a part of.", choices=tuple(SessionSetting)),
        Field("where", FieldType.TEXT, "Where it was."),
        Field("with", FieldType.TEXTS, "Who else was there, by id or name."),
        Field("tools", FieldType.TEXTS, "What was used."),
        Field("photos", FieldType.TEXTS, "Photos of it, in work/photos."),
        Field("theme", FieldType.TEXT, "What it was about."),
        Field("words", FieldType.TEXTS, "What the child said, word for word."),
        Field("showed", FieldType.ENTRY, "What the child showed without words, and who read it so.", inner=SHOWED),
        Field(
            "may-share",
            FieldType.CHOICE,
            "Whether the child's words may be read outside the case record.",
            choices=tuple(SharingAnswer),
        ),
        Field("why-in-care", FieldType.ENTRY, "How the child understands why they are in care.", inner=WHY_IN_CARE),
        Field("felt", FieldType.CHOICE, "How it felt, as the child says.", choices=tuple(ChildFelt)),
        Field("helped", FieldType.TEXT, "What the child says helped."),
        Field("after", FieldType.TEXT, "How the child was afterwards."),
        Field("follow-up", FieldType.ENTRY, "Who looks after the child, and when.", inner=FOLLOW_UP),
        Field("next", FieldType.TEXT, "What comes next."),
        Field("next-by", FieldType.DAY, "The day by which that is done."),
        Field("came-of-it", FieldType.TEXTS, "What is in the story because of it: files and ids."),
        Field("said-no", FieldType.FLAG, "It was offered, and the child said no."),
        Field("not-written", FieldType.FLAG, "The child asked that some of it not be written."),
        Field("in-record", FieldType.DAY, "The day on which it went on the case record."),
    ),
)
ASKED = EntryKind(
    "asked",
    (
        Field("who", FieldType.TEXT, "Whom we asked, by id or name.", required=True, example="kelly"),
        Field("what", FieldType.TEXTS, "What we asked for.", required=True, example="[photos before 2019]"),
        Field("on", FieldType.DAY, "The day on which we asked.", required=True, example="3 March 2026"),
        Field("answered", FieldType.DAY, "The day on which they answered."),
        Field("declined", FieldType.DAY, "The day on which they said no."),
    ),
)
ANSWERED = EntryKind(
    "answered",
    (
        Field(
            "on", FieldType.DAY, "The day on which the child was answered.", required=True, example="17 November 2026"
        ),
        Field("how", FieldType.CHOICE, "What came of it.", choices=tuple(AnswerGiven)),
        Field("told-by", FieldType.TEXT, "Who told the child."),
    ),
)
RECEIVED_ENTRY = EntryKind(
    "thing that came in",
    (
        Field("kind", FieldType.CHOICE, "What kind of thing it is.", required=True, choices=tuple(WrittenKind)),
        Field("about", FieldType.TEXT, "The page, or the question, that it is about."),
        Field("words", FieldType.TEXT, "What was written, word for word."),
        Field("photo", FieldType.TEXT, "A photo of what was written or drawn, beside this file."),
        Field("sound", FieldType.TEXT, "A recording, beside this file."),
        Field("show-who", FieldType.CHOICE, "Whether the book may say whose words they are.", choices=YES_OR_NO),
        Field("on", FieldType.DAY, "The day on which it was written."),
        Field("used-in", FieldType.TEXT, "Where in the story it is now."),
        Field("not-used", FieldType.TEXT, "Why it was not used."),
        Field("by", FieldType.TEXT, "Who decided that."),
        Field("answered", FieldType.ENTRY, "How the child was answered.", inner=ANSWERED),
    ),
)
CONTRIBUTION = EntryKind(
    "contribution",
    (
        Field("by", FieldType.TEXT, "Whose words they are."),
        Field("written-in", FieldType.TEXT, "In which book they were written."),
        Field("received", FieldType.DAY, "The day on which they came in."),
        Field("entries", FieldType.ENTRIES, "What came in, each thing by itself.", inner=RECEIVED_ENTRY),
    ),
)
TO_DO = EntryKind(
    "to-do",
    (
        Field("what", FieldType.TEXT, "What is to be done.", required=True),
        Field("by", FieldType.TEXT, "Who does it."),
        Field("on", FieldType.DAY, "The day until when."),
        Field("done", FieldType.DAY, "The day on which it was done."),
    ),
)
QUALITY = EntryKind(
    "look at the quality",
    (
        Field("on", FieldType.DAY, "The day on which somebody looked.", required=True, example="4 June 2026"),
        Field("by", FieldType.TEXT, "Who looked; never the child's own worker.", required=True, example="Amina"),
        Field("looked-at", FieldType.TEXT, "Which edition they looked at."),
        Field(
            "found",
            FieldType.WORDS_BY_NAME,
            "How far each standard of the policy is met.",
            required=True,
            example="{honest-and-kind: partly}",
        ),
        Field("because", FieldType.TEXT, "Why they think so."),
        Field("child-said", FieldType.TEXT, "What the child said of the book."),
        Field("good-to-share", FieldType.TEXT, "Which passage others could learn from."),
        Field("child-agreed", FieldType.FLAG, "The child agreed that it goes round."),
        Field("to-do", FieldType.ENTRY, "What is to be done, by whom, until when.", inner=TO_DO),
    ),
)
