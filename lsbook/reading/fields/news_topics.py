"""Keys of ``templates/topics/*.yaml``."""

from __future__ import annotations

from lsbook.reading.fields.field import EntryKind, Field, FieldType

NEWS_TOPIC = EntryKind(
    "topic",
    (
        Field("topic", FieldType.TEXT, "What it is called, in English everywhere.", required=True, example="drugs"),
        Field("words", FieldType.TEXTS, "Words by which a sentence is known to be about it; a * is any letters."),
    ),
)
