"""What may stand in questions.yaml."""

from __future__ import annotations

from lsbook.model.vocabulary import QuestionStatus
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.gates import GATE_FIELDS, STATEMENT

QUESTION = EntryKind(
    "question",
    (
        Field("ask", FieldType.PROSE_BY_AGE, "What the child asks.", required=True),
        Field(
            "status",
            FieldType.CHOICE,
            "How far it is answered.",
            required=True,
            choices=tuple(QuestionStatus),
        ),
        Field("finding-out", FieldType.PERSON, "Who is finding it out."),
        Field("asked", FieldType.DATE, "When the child asked it."),
        Field("held-by", FieldType.PERSON, "Who keeps the answer, where it is for later; the book says it."),
        Field(
            "look-again",
            FieldType.DATE,
            "When somebody looks again whether it still has to wait; the book says it.",
        ),
        Field("answer", FieldType.STATEMENT, "What was found out.", inner=STATEMENT),
        *GATE_FIELDS,
    ),
)
