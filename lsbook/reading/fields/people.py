"""Keys of people.yaml, and those that homes, schools and keepsakes share with people."""

from __future__ import annotations

from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.gates import ACCOUNT, FACT, GATE_FIELDS, STATEMENT

NAMED_FIELDS = (
    Field(
        "id",
        FieldType.ID,
        "A short name for the files of the story, which no book shows.",
        required=True,
        example="nana-pat",
    ),
    Field("name", FieldType.TEXT_BY_AGE, "The name as the child says it.", required=True),
    Field("also-called", FieldType.TEXTS, "Other names: never shown, but looked for where they must not be said."),
    Field("about", FieldType.STATEMENT, "What there is to say, in a few sentences.", inner=STATEMENT),
    Field("photo", FieldType.FILE, "The photo that stands beside it."),
    Field("accounts", FieldType.ENTRIES, "How several people see it differently, side by side.", inner=ACCOUNT),
    *GATE_FIELDS,
)
"""What people, homes, schools and keepsakes have in common."""

PARTNER = EntryKind(
    "partner",
    (
        Field("person", FieldType.REF, "Who the partner is.", required=True, example="ade"),
        Field("from", FieldType.DATE, "When they became a couple."),
        Field("until", FieldType.DATE, "When that ended; left out while it lasts."),
        *GATE_FIELDS,
    ),
)
FAMILY_TIME = EntryKind(
    "family-time",
    (
        Field("from", FieldType.DATE, "Since when they have seen each other."),
        Field("until", FieldType.DATE, "Until when; left out while it lasts."),
        Field("how", FieldType.STATEMENT, "How, where and how often they see each other.", inner=STATEMENT),
        *GATE_FIELDS,
    ),
)
WORK_TIME = EntryKind(
    "time of work",
    (
        Field("from", FieldType.DATE, "When the work together began.", required=True),
        Field("until", FieldType.DATE, "When it ended; left out while it lasts."),
        Field("as", FieldType.TEXT_BY_AGE, "What as, where it was something else than what the card says."),
        *GATE_FIELDS,
    ),
)
DEATH = EntryKind(
    "death",
    (
        Field("on", FieldType.DATE, "When this person died.", required=True, example="2025-01-11"),
        *(field for field in GATE_FIELDS if field.key not in ("heads-up", "told")),
    ),
)
"""Hard news of it is a chapter's, a fact's or a moment's to tell."""
PERSON = EntryKind(
    "person",
    (
        *NAMED_FIELDS,
        Field("is", FieldType.TEXT_BY_AGE, "Who this is for the child, such as foster mum.", required=True),
        Field(
            "group", FieldType.TEXT, "The group of people in which the card stands.", required=True, example="family"
        ),
        Field("parent-of", FieldType.REFS, "Of whom this is a parent by birth; me is the child."),
        Field("adoptive-parent-of", FieldType.REFS, "Of whom this is a parent by adoption; me is the child."),
        Field("partners", FieldType.ENTRIES, "With whom this person is or was a couple.", inner=PARTNER),
        Field("family-time", FieldType.ENTRIES, "When and how the child sees this person.", inner=FAMILY_TIME),
        Field(
            "died",
            FieldType.ENTRY_OR_DATE,
            "When this person died; every book that shows the person tells it, if it has no gate of its own.",
            inner=DEATH,
        ),
        Field("facts", FieldType.STATEMENTS, "What the child should know about this person.", inner=FACT),
        Field(
            "worked-with-me",
            FieldType.ENTRIES,
            "From when until when this person worked with the child.",
            inner=WORK_TIME,
        ),
    ),
)
