"""Keys of ``templates/symbols/symbols.yaml``."""

from __future__ import annotations

from lsbook.reading.fields.field import EntryKind, Field, FieldType

SYMBOL = EntryKind(
    "symbol",
    (
        Field("word", FieldType.TEXT, "The word above which the picture stands.", required=True, example="house"),
        Field("also", FieldType.TEXTS, "Other forms of the word, and other words with the same picture."),
        Field("picture", FieldType.TEXT, "The file beside this list.", required=True, example="house.svg"),
    ),
)
