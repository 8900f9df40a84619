"""What may stand in about-me.yaml."""

from __future__ import annotations

from lsbook.model.vocabulary import AboutMeKind
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.gates import GATE_FIELDS

ABOUT_ME = EntryKind(
    "about-me",
    (
        Field("kind", FieldType.CHOICE, "What it is about.", required=True, choices=tuple(AboutMeKind)),
        Field("what", FieldType.PROSE_BY_AGE, "What there is to say about the child.", required=True),
        Field("said-by", FieldType.PERSON, "Who said it."),
        Field("when", FieldType.DATE, "When it was said."),
        *GATE_FIELDS,
    ),
)
