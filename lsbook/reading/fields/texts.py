"""Keys between the dashes of chapters and letters."""

from __future__ import annotations

from lsbook.model.vocabulary import LetterKind, Part
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.gates import GATE_FIELDS

_LANGUAGE = Field("language", FieldType.LANGUAGE, "The language of its words, where it is not the book's.")

CHAPTER = EntryKind(
    "chapter",
    (
        Field("title", FieldType.TEXT_BY_AGE, "What it is called.", required=True),
        Field("part", FieldType.CHOICE, "In which part of the book it stands.", required=True, choices=tuple(Part)),
        _LANGUAGE,
        Field("covers", FieldType.TEXTS, "What of a full book it tells, such as why or birth."),
        Field("picture-book", FieldType.FLAG, "Whether it stands in the picture book of the youngest: yes or no."),
        Field("read-aloud", FieldType.FILES, "Sounds of somebody who reads it aloud."),
        *GATE_FIELDS,
    ),
)
LETTER = EntryKind(
    "letter",
    (
        Field("title", FieldType.TEXT_BY_AGE, "What it is called."),
        Field("from", FieldType.PERSON, "Who wrote it.", required=True, example="jan"),
        Field("to", FieldType.PERSON, "To whom it was written, if not to the child."),
        Field("kind", FieldType.CHOICE, "What kind of letter it is.", required=True, choices=tuple(LetterKind)),
        Field("when", FieldType.DATE, "When it was written."),
        Field("open-when", FieldType.AGE, "The age from which the child may open it."),
        Field("scan", FieldType.FILES, "Pictures of the letter as it was written."),
        _LANGUAGE,
        *GATE_FIELDS,
    ),
)
