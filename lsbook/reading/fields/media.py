"""What may stand in media.yaml."""

from __future__ import annotations

from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.gates import GATE_FIELDS

PERMISSION = EntryKind(
    "permission",
    (
        Field("by", FieldType.TEXT, "Who allowed that another child is to be seen.", required=True),
        Field("on", FieldType.DATE, "When they allowed it."),
    ),
)


MEDIUM = EntryKind(
    "medium",
    (
        Field("file", FieldType.FILE, "Which file it is.", required=True, example="garden.jpg"),
        Field("shows", FieldType.TEXT_BY_AGE, "What is to be seen, for somebody who cannot see it."),
        Field("caption", FieldType.PROSE_BY_AGE, "The words below it."),
        Field("look-for", FieldType.PROSE_BY_AGE, "A question on what is to be seen, for a child who likes to look."),
        Field("people", FieldType.REFS, "Who is to be seen or heard."),
        Field("when", FieldType.DATE, "When it was taken."),
        Field("permission", FieldType.ENTRIES, "Who allowed that another child is in it.", inner=PERMISSION),
        Field("captions", FieldType.FILE, "The file with the words of a film or sound, a .vtt or .srt."),
        Field("transcript", FieldType.PROSE_BY_AGE, "What is said in a film or sound, written out."),
        Field("decorative", FieldType.FLAG, "It shows nothing that somebody who cannot see it would miss."),
        *GATE_FIELDS,
    ),
)
