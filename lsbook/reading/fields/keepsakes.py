"""What may stand in keepsakes.yaml."""

from __future__ import annotations

from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.gates import STATEMENT
from lsbook.reading.fields.people import NAMED_FIELDS

KEEPSAKE = EntryKind(
    "keepsake",
    (
        *NAMED_FIELDS,
        Field("given-by", FieldType.PERSON, "Who gave it to the child."),
        Field("when", FieldType.DATE, "When the child got it."),
        Field("where-now", FieldType.STATEMENT, "Where it is kept now; lost says so.", inner=STATEMENT),
        Field("looked-for-by", FieldType.PERSON, "Who looked for it, where it is lost."),
    ),
)
