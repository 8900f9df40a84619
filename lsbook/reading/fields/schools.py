"""What may stand in schools.yaml."""

from __future__ import annotations

from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.people import NAMED_FIELDS

SCHOOL = EntryKind(
    "school",
    (
        *NAMED_FIELDS,
        Field("from", FieldType.DATE, "When the child began there."),
        Field("until", FieldType.DATE, "When the child left; left out while the child goes there."),
        Field("people", FieldType.REFS, "Teachers, friends and others whom the child knows from there."),
    ),
)
