"""Fields and tables of fields."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from msgspec import Struct


class FieldType(StrEnum):
    """What stands behind a key, in words for a worker."""

    TEXT = "a short text"
    TEXTS = "a list of short texts"
    TEXT_BY_AGE = "a short text, or one for each age"
    PROSE_BY_AGE = "a text, or one for each age"
    STATEMENT = "a text, one for each age, or a statement with says: and how it is known"
    STATEMENTS = "a list of texts or statements"
    CHOICE = "one of several words"
    FLAG = "true or false"
    AGE = "an age from 0 to 120"
    NUMBER = "a number"
    DATE = "a date"
    DAY = "a day"
    DURATION = "a length of time, such as 10 working days"
    RHYTHM = "how often, such as every 6 weeks"
    DATES_BY_NAME = "names with a date each"
    WORDS_BY_NAME = "names with a word each"
    LANGUAGE = "the code of a language"
    ID = "an id: small letters, numbers and hyphens"
    REF = "the id of a person"
    REFS = "a list of ids of people"
    PERSON = "the id of a person, or words for somebody else"
    FILE = "the name of a file under media/"
    FILES = "a list of names of files under media/"
    ENTRY = "an entry with keys of its own"
    ENTRIES = "a list of entries with keys of their own"
    ENTRY_OR_DATE = "a date, or an entry with keys of its own"
    ENTRY_OR_TEXT = "a short text, or an entry with keys of its own"


class Field(Struct, frozen=True):
    """One key of an entry. ``explanation``: what it is for, in one plain sentence for a worker."""

    key: str
    type: FieldType
    explanation: str
    required: bool = False
    example: str = ""
    """What is proposed where the key is required and missing."""
    choices: tuple[str, ...] = ()
    """The words that may stand there; empty where the policy says which."""
    inner: EntryKind | None = None
    """The keys of an entry that may stand there."""


class EntryKind(Struct, frozen=True, dict=True):
    """The fields of one kind of entry, under the name of the kind."""

    name: str
    fields: tuple[Field, ...]

    @cached_property
    def by_key(self) -> dict[str, Field]:
        return {field.key: field for field in self.fields}
