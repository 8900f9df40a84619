"""What may stand in words.yaml."""

from __future__ import annotations

from lsbook.model.vocabulary import WordKind
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.gates import GATE_FIELDS

WORD = EntryKind(
    "word",
    (
        Field("word", FieldType.TEXT_BY_AGE, "The word that is explained.", required=True),
        Field("means", FieldType.PROSE_BY_AGE, "What it means.", required=True),
        Field("about", FieldType.CHOICE, "Law, for a word that an adult's book explains too.", choices=tuple(WordKind)),
        *GATE_FIELDS,
    ),
)
