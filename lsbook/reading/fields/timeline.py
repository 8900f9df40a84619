"""What may stand in timeline.yaml."""

from __future__ import annotations

from lsbook.model.vocabulary import MomentKind
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.gates import GATE_FIELDS, STATEMENT, TOLD_IN

MOMENT = EntryKind(
    "moment",
    (
        Field("when", FieldType.DATE, "When it happened.", required=True),
        Field("what", FieldType.PROSE_BY_AGE, "What happened, in a sentence.", required=True),
        Field("kind", FieldType.CHOICE, "What kind of moment it is.", choices=tuple(MomentKind)),
        Field("about", FieldType.STATEMENT, "More about it.", inner=STATEMENT),
        Field("people", FieldType.REFS, "Who was there."),
        Field("photos", FieldType.FILES, "Photos of it."),
        TOLD_IN,
        *GATE_FIELDS,
    ),
)
