"""Keys of work/copies.yaml."""

from __future__ import annotations

from lsbook.reading.fields.field import EntryKind, Field, FieldType

COPY = EntryKind(
    "copy",
    (
        Field("id", FieldType.TEXT, "The name of the copy, by which commands find it.", required=True),
        Field("on", FieldType.DAY, "The day on which it was handed over."),
        Field("edition", FieldType.TEXT, "Which edition it is.", required=True),
        Field("form", FieldType.TEXT, "In which form it was handed over, such as a folder or a zip.", required=True),
        Field("book", FieldType.TEXT, "The digest of the book: two books with the same one are the same."),
        Field("copy", FieldType.TEXT, "The digest of what was handed over."),
        Field("given-to", FieldType.TEXT, "Who has it."),
        Field("by", FieldType.TEXT, "Who handed it over."),
        Field("unlocked-by", FieldType.TEXT, "Who chose that it goes unlocked: a person, or the policy."),
        Field("approved-by", FieldType.TEXT, "Who approved the edition, and when."),
        Field("second-reader", FieldType.TEXT, "Who else read the book before it went."),
        Field("child-asked", FieldType.TEXT, "When the child was asked."),
        Field("also-reads", FieldType.TEXT, "Who else reads it where it went."),
        Field("hint", FieldType.TEXT, "What helps to remember the passphrase of a locked book."),
        Field("reason", FieldType.TEXT, "Why it went without what the policy asks for."),
        Field("instead-of", FieldType.TEXT, "The lost copy whose place it takes."),
        Field("replaces", FieldType.TEXT, "The copy that stood in the same place and is no more."),
        Field("lost", FieldType.DAY, "The day on which it was lost."),
        Field("lost-again", FieldType.DAY, "The day on which it was lost once more, after it had come back."),
        Field("returned", FieldType.DAY, "The day on which it came back."),
        Field("destroyed", FieldType.DAY, "The day on which it was destroyed."),
        Field("note", FieldType.TEXT, "A remark of your own."),
    ),
)
