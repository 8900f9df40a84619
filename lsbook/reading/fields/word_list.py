"""Keys of ``templates/words/*.yaml``."""

from __future__ import annotations

from lsbook.reading.fields.field import EntryKind, Field, FieldType

WORD_PAIR = EntryKind(
    "word pair",
    (
        Field("word", FieldType.TEXT, "The word that a book had better not use.", required=True, example="placement"),
        Field("also", FieldType.TEXTS, "Other forms of the word; a/b is either of two words."),
        Field("say", FieldType.TEXT, "What to write in its place."),
        Field("unless", FieldType.TEXTS, "Phrases in which the word means something else."),
        Field("not-beside", FieldType.TEXTS, "Words that show in the same sentence that something else is meant."),
        Field("of-the-child", FieldType.FLAG, "The word hurts only where it is said of the child."),
        Field("at-any-age", FieldType.FLAG, "It stays harsh for older readers too, also where it is explained."),
        Field("source", FieldType.TEXT, "Where the pair comes from."),
        Field("remove", FieldType.FLAG, "The pair is taken away."),
    ),
)
