"""Keys of policy.yaml. Each list is laid over that of the shipped policy by ``name``."""

from __future__ import annotations

from lsbook.model.vocabulary import CopyProtection, PageLook, RuleSeverity, WhenMissing
from lsbook.model.work_vocabulary import Nation
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.policy_plans import CONSULTATION, DECISION, LATER_LIFE_LETTER, PLAN_WORK_FIELDS, TRAINING

_LOOK = Field("look", FieldType.CHOICE, "For which ages the pages look as they do.", choices=tuple(PageLook))
_NOTE = Field("note", FieldType.TEXT, "A remark for whoever reads the policy.")
_NAMED = (
    Field("name", FieldType.TEXT, "What it is called: it is laid over what has the same name.", required=True),
    Field("remove", FieldType.FLAG, "It is taken away."),
)
_TITLE = Field("title", FieldType.TEXT, "What it is called in sentences.")

BAND = EntryKind(
    "band",
    (
        *_NAMED,
        _TITLE,
        Field("age", FieldType.AGE, "The age at which this book is told.", example="9"),
        Field("mean-sentence", FieldType.NUMBER, "How many words a sentence should have on average, at most."),
        Field("longest-sentence", FieldType.NUMBER, "How many words the longest sentence should have, at most."),
        Field("grade", FieldType.NUMBER, "The highest Flesch-Kincaid grade of its words."),
        _LOOK,
    ),
)
READER = EntryKind(
    "reader",
    (
        *_NAMED,
        _TITLE,
        Field("needs-approval", FieldType.FLAG, "Somebody has to approve this reader's book by name."),
        Field("told-where", FieldType.FLAG, "This reader may be told where the child lives."),
        _LOOK,
    ),
)
HELPLINE = EntryKind(
    "helpline",
    (
        *_NAMED,
        Field("number", FieldType.TEXT, "The number to ring."),
        Field("says", FieldType.TEXT, "What the child is told about it."),
        Field("from-age", FieldType.AGE, "The youngest age for which it is."),
        Field("until-age", FieldType.AGE, "The oldest age for which it is."),
        Field("checked", FieldType.DATE, "The day on which somebody made sure that the number is right."),
        Field("language", FieldType.LANGUAGE, "The language of its name and of what is said about it."),
    ),
)
PLAN = EntryKind(
    "plan",
    (
        *_NAMED,
        _TITLE,
        LATER_LIFE_LETTER,
        *PLAN_WORK_FIELDS,
        _NOTE,
    ),
)
AGREEMENT = EntryKind(
    "agreement",
    (
        *_NAMED,
        Field(
            "without",
            FieldType.CHOICE,
            "What happens where nobody has agreed.",
            choices=tuple(WhenMissing),
        ),
        Field("refuse-from-age", FieldType.AGE, "From which age of the child on no copy leaves without it."),
        _NOTE,
    ),
)
NOTICE = EntryKind(
    "lost",
    (
        *_NAMED,
        Field("within-hours", FieldType.NUMBER, "Within how many hours they are told.", example="72"),
        Field("says", FieldType.TEXT, "What to know when telling them."),
    ),
)
STANDARD = EntryKind(
    "standard",
    (*_NAMED, Field("asks", FieldType.TEXT, "What an audit asks, in your own words.")),
)
RULE = EntryKind(
    "rule",
    (
        *_NAMED,
        Field(
            "severity",
            FieldType.CHOICE,
            "What happens where the rule finds something.",
            required=True,
            example="warn",
            choices=tuple(RuleSeverity),
        ),
        _NOTE,
    ),
)
POLICY = EntryKind(
    "policy",
    (
        Field("working-days", FieldType.CHOICE, "Whose bank holidays are no working days.", choices=tuple(Nation)),
        Field("decided", FieldType.ENTRY, "Who decided on this policy, and when.", inner=DECISION),
        Field("consulted", FieldType.ENTRIES, "Who was asked about this policy.", inner=CONSULTATION),
        Field("training", FieldType.ENTRIES, "How it was brought to those who work by it.", inner=TRAINING),
        Field("stored", FieldType.TEXT, "Where the stories are kept, and who has access."),
        Field("support", FieldType.TEXT, "Who supports the worker afterwards."),
        Field("question", FieldType.TEXT, "What a child is asked to see whether it has been explained."),
        Field("questions-for-others", FieldType.TEXTS, "What is asked of people who remember the child."),
        Field("standards", FieldType.ENTRIES, "What an audit asks.", inner=STANDARD),
        Field("bands", FieldType.ENTRIES, "The books of a child, by age.", inner=BAND),
        Field("readers", FieldType.ENTRIES, "Readers beside the child.", inner=READER),
        Field("helplines", FieldType.ENTRIES, "Numbers that a child can ring.", inner=HELPLINE),
        Field("plans", FieldType.ENTRIES, "Plans that a child may have.", inner=PLAN),
        Field("agreements", FieldType.ENTRIES, "What has to be agreed before a copy leaves.", inner=AGREEMENT),
        Field("lost", FieldType.ENTRIES, "Whom to tell when a copy is lost.", inner=NOTICE),
        Field(
            "handover-as",
            FieldType.CHOICE,
            "How copies leave where nobody says it at the handover.",
            choices=tuple(CopyProtection),
        ),
        Field("rules", FieldType.ENTRIES, "How grave it is what a rule finds.", inner=RULE),
    ),
)
