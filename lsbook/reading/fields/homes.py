"""What may stand in homes.yaml."""

from __future__ import annotations

from lsbook.model.vocabulary import StayKind
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.gates import GATE_FIELDS, STATEMENT
from lsbook.reading.fields.people import NAMED_FIELDS

STAY = EntryKind(
    "stay",
    (
        Field("from", FieldType.DATE, "When the stay began.", required=True),
        Field("until", FieldType.DATE, "When it ended; left out while the child lives there."),
        Field("kind", FieldType.CHOICE, "A short break is no move and no second home.", choices=tuple(StayKind)),
        Field("people", FieldType.REFS, "Who lived there with the child."),
        Field("who-took-me", FieldType.PERSON, "Who took the child there."),
        Field("photos", FieldType.FILES, "Photos of this time."),
        Field("why-came", FieldType.STATEMENT, "Why the child came to live there.", inner=STATEMENT),
        Field("why-left", FieldType.STATEMENT, "Why the child moved on.", inner=STATEMENT),
        Field("first-day", FieldType.STATEMENT, "What the first day was like.", inner=STATEMENT),
        Field("goodbye", FieldType.STATEMENT, "How the goodbye was.", inner=STATEMENT),
        Field("what-i-wanted", FieldType.STATEMENT, "What the child wished for at that time.", inner=STATEMENT),
        *GATE_FIELDS,
    ),
)


HOME = EntryKind(
    "home",
    (*NAMED_FIELDS, Field("stays", FieldType.ENTRIES, "When the child lived there, each time anew.", inner=STAY)),
)
