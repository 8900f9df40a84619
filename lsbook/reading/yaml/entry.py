"""One entry of a YAML file, read key by key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from lsbook.model.item import Telling, Version
from lsbook.model.located_text import strip_text
from lsbook.model.story_text import Caption, PhotoRef, Ref, StoryPlain, StoryProse, Who
from lsbook.model.suggestions import format_suggestion, join_with_or
from lsbook.model.when import When
from lsbook.reading.context import ReadContext
from lsbook.reading.dates import DATE_FORMATS, InvalidDateError, read_date
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.languages import read_language
from lsbook.reading.parsed import Parsed
from lsbook.reading.rules.entries import BAD_AGE, BAD_DATE, DUPLICATE_AGE, UNKNOWN_WORD, WRONG_VALUE
from lsbook.reading.yaml.ages import find_wrong_ages
from lsbook.reading.yaml.keys import EntryKeys
from lsbook.reading.yaml.locate_text import locate_text
from lsbook.reading.yaml.nodes import Map, Scalar, Seq, YamlNode, YamlTree
from lsbook.reading.yaml.values import (
    is_age_map,
    is_id,
    list_bare_keys,
    read_age,
    read_plain_text,
    read_prose,
    read_title,
)

T = TypeVar("T")
_SHORT_TEXTS = tuple(FieldType[name] for name in ("TEXT", "ID", "DAY", "NUMBER", "DURATION", "RHYTHM"))
WordT = TypeVar("WordT", bound=StrEnum)


class YamlEntry(EntryKeys):
    """A map of a YAML file. Every method takes a key and adds what is wrong with it to the entry's problems."""

    # --- values --------------------------------------------------------------------------------------------------

    def get_text(self, key: str) -> str:
        """Return a short text, or ``""``."""
        return self._get_text(self.get_field(key, *_SHORT_TEXTS))

    def _get_text(self, field: Field, example: str = "") -> str:
        key, node = field.key, self.get_node(field.key)
        if node is None:
            if field.required:
                self.report_missing_key(key, example)
            return ""
        if not isinstance(node, Scalar):
            self.report(
                key,
                f'"{key}" should be a text.',
                "Write it on one line; put it in quotes if it begins oddly.",
                rule=WRONG_VALUE,
            )
            return ""
        return self.read_words(node)

    def get_language(self) -> str:
        """Return the tag of the language of the words, or ``""`` where nothing is said of it."""
        written = self._get_text(self.get_field("language", FieldType.LANGUAGE))
        return self.take(read_language(written, self.get_location("language"))) if written else ""

    def get_choice(self, key: str, vocabulary: type[WordT]) -> WordT | None:
        """Return one of the words that the format fixes. Raises ``LookupError`` where the table has others."""
        if self.get_field(key).choices != tuple(vocabulary):
            raise LookupError(f"{self.kind.name}: {key} is none of {vocabulary.__name__}")
        text = self.get_policy_choice(key, vocabulary)
        return vocabulary(text) if text else None

    def get_policy_choice(self, key: str, choices: Iterable[str]) -> str:
        """Return one of ``choices``, which the policy says there are, or ``""``."""
        field = self.get_field(key, FieldType.CHOICE, FieldType.ENTRY_OR_TEXT)
        known = tuple(choices)
        text = self._get_text(field, join_with_or(known)).strip(" “”")
        if not text or text in known:
            return text
        hint = format_suggestion(text, known)
        self.report(key, f'"{text}" cannot stand at "{key}".{hint}', f"Write {join_with_or(known)}.", rule=UNKNOWN_WORD)
        return ""

    def get_age(self, key: str) -> int | None:
        self.get_field(key, FieldType.AGE)
        node = self.get_node(key)
        if node is None:
            return None
        age = read_age(node.value) if isinstance(node, Scalar) else None
        if age is None:
            self.report(key, f'"{key}" should be an age.', "Write a whole number from 0 to 120.", rule=BAD_AGE)
        return age

    def get_flag(self, key: str) -> bool:
        """Return true for ``true`` or ``yes``. Anything unclear counts as true, with a problem: gates fail closed."""
        self.get_field(key, FieldType.FLAG)
        if not self.has_key(key):
            return False
        node = self.get_node(key)
        word = node.value.strip().casefold() if isinstance(node, Scalar) else ""
        if word in {"false", "no"}:
            return False
        if word not in {"true", "yes"}:
            self.report(
                key, f'"{key}" should be true or false.', f"Write {key}: true, or take the line out.", rule=WRONG_VALUE
            )
        return True

    def get_date(self, key: str) -> When | None:
        field, node = self.get_field(key, FieldType.DATE, FieldType.ENTRY_OR_DATE), self.get_node(key)
        if node is None:
            if field.required:
                self.report_missing_key(key, "2019, or July 2019, or not known")
            return None
        if not isinstance(node, Scalar):
            self.report(key, f'"{key}" should be a date.', f"Write one of: {DATE_FORMATS}.", rule=BAD_DATE)
            return None
        try:
            return read_date(node.value, self.context.months)
        except InvalidDateError as error:
            self.report(key, f'"{node.value.strip()}": {error}', f"Write one of: {DATE_FORMATS}.", rule=BAD_DATE)
            return None

    def get_text_by_age(self, key: str) -> Telling[str] | None:
        """Return a title or name, or one for each age."""
        field = self.get_field(key, FieldType.TEXT_BY_AGE)
        return self._get_telling(field, lambda node: read_title(node, self.tree))

    def get_prose_by_age(self, key: str) -> Telling[StoryProse] | None:
        """Return Markdown, or some for each age."""
        return self._get_telling(self.get_field(key, FieldType.PROSE_BY_AGE), self._read_prose)

    def read_prose_by_age(self, node: YamlNode, key: str) -> Telling[StoryProse] | None:
        """Return the Markdown in ``node``, which stands at ``key``, or some for each age."""
        return self._read_telling(node, key, self._read_prose)

    def read_words(self, node: Scalar) -> str:
        """Return the words in ``node`` on one line."""
        return self.take(read_plain_text(node, self.tree))

    def get_plain_prose_by_age(self, key: str) -> Telling[tuple[StoryPlain, ...]] | None:
        """Return Markdown that can hold no blocks anywhere, or some for each age."""
        return self._get_telling(self.get_field(key, FieldType.PROSE_BY_AGE), self._read_prose)

    def _read_prose(self, node: Scalar) -> Parsed[tuple[StoryPlain, ...] | None]:
        return read_prose(node, self.tree, self.context.find_file)

    def _get_telling(self, field: Field, read: _ReadScalar[T]) -> Telling[T] | None:
        node = self.get_node(field.key)
        if node is None:
            if field.required:
                self.report_missing_key(field.key)
            return None
        return self._read_telling(node, field.key, read)

    def _read_telling(self, node: YamlNode, key: str, read: _ReadScalar[T]) -> Telling[T] | None:
        if isinstance(node, Scalar):
            words = self.take(read(node))
            return None if words is None else Telling((Version(0, words),))
        if isinstance(node, Map) and is_age_map(node):
            versions = [version for pair in node.pairs for version in self._read_version(*pair, read)]
            self._check_unique_ages(node, versions)
            return Telling(tuple(sorted(versions, key=lambda version: (version.age, version.easy))))
        self._findings.extend(find_wrong_ages(node, key, self.get_location(key), self.kind))
        return None

    def _check_unique_ages(self, node: Map, versions: list[Version[T]]) -> None:
        if len({(version.age, version.easy) for version in versions}) < len(versions):
            self.report_at(
                node.at, "The same age stands here twice.", "Keep one text for each age.", rule=DUPLICATE_AGE
            )

    def _read_version(self, key: Scalar, node: YamlNode, read: _ReadScalar[T]) -> list[Version[T]]:
        age = read_age(key.value.removesuffix("-easy"))
        if age is None:
            self.report_at(key.at, f'"{key.value}" is no age.', "Write a whole number from 0 to 120.", rule=BAD_AGE)
            return []
        if not isinstance(node, Scalar) or not node.value.strip():
            self.report_at(
                key.at, f"There are no words for age {age}.", "Write them, or take the line out.", rule=WRONG_VALUE
            )
            return []
        words = self.take(read(node))
        return [] if words is None else [Version(age, words, key.value.endswith("-easy"))]

    # --- references ----------------------------------------------------------------------------------------------

    def get_ref(self, key: str) -> Ref | None:
        self.get_field(key, FieldType.REF)
        node = self.get_node(key)
        return self._read_ref(node, key) if node is not None else None

    def get_refs(self, key: str) -> tuple[Ref, ...]:
        self.get_field(key, FieldType.REFS)
        return tuple(ref for node in self.get_nodes(key) if (ref := self._read_ref(node, key)) is not None)

    def get_person(self, key: str) -> Who | None:
        """Return somebody of the story by id, or somebody else in words."""
        self.get_field(key, FieldType.PERSON)
        node = self.get_node(key)
        if isinstance(node, Scalar) and not is_id(node.value.strip()):
            return self.read_words(node)
        return self._read_ref(node, key) if node is not None else None

    def _read_ref(self, node: YamlNode, key: str) -> Ref | None:
        if isinstance(node, Scalar):
            return Ref(node.value.strip(" “”\n"), node.at)
        if isinstance(node, Seq) and len(node.items) == 1 and isinstance(node.items[0], Seq | Scalar):
            return self._read_ref(node.items[0], key)
        if isinstance(node, Map) and (names := list_bare_keys(node)):
            what = f'"{key}" stands in curly brackets, and a list of ids stands in square ones.'
            self.report(key, what, f"Write {key}: [{', '.join(names)}]", rule=WRONG_VALUE)
            return None
        self.report(key, f'"{key}" should be an id.', f"Write it as in people.yaml: {key}: jan", rule=WRONG_VALUE)
        return None

    def get_photo(self, key: str) -> PhotoRef | None:
        self.get_field(key, FieldType.FILE)
        node = self.get_node(key)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.report(key, f'"{key}" should be one file name.', f"Write {key}: garden.jpg", rule=WRONG_VALUE)
            return None
        return self.take(self.context.find_medium(node.value, node.at))

    def get_captions(self, key: str) -> tuple[Caption, ...]:
        self.get_field(key, FieldType.FILE)
        node = self.get_node(key)
        if node is None:
            return ()
        if not isinstance(node, Scalar):
            self.report(key, f'"{key}" should be one file name.', f"Write {key}: swimming.vtt", rule=WRONG_VALUE)
            return ()
        return self.take(self.context.load_captions(node.value, node.at))

    def get_photos(self, key: str) -> tuple[PhotoRef, ...]:
        self.get_field(key, FieldType.FILES)
        nodes = self.get_nodes(key)
        if not all(isinstance(node, Scalar) for node in nodes):
            self.report(
                key,
                f'"{key}" should be a list of file names.',
                f"Write {key}: [garden.jpg, swim.jpg]",
                rule=WRONG_VALUE,
            )
        names = [node.value.strip() for node in nodes if isinstance(node, Scalar)]
        if dotted := next((f"{a}.{b}" for a, b in pairwise(names) if self.context.media.has(f"{a}.{b}")), ""):
            what = f'A comma stands in the name "{dotted}" where the dot belongs.'
            self.report(key, what, f"Write {dotted}", rule=WRONG_VALUE)
            return ()
        media = (self.context.find_medium(node.value, node.at) for node in nodes if isinstance(node, Scalar))
        return tuple(photo for medium in media if (photo := self.take(medium)) is not None)

    def get_texts(self, key: str) -> tuple[str, ...]:
        """Return a list of short texts; one text alone is a list of one."""
        self.get_field(key, FieldType.TEXTS)
        texts = []
        for node in self.get_nodes(key):
            if isinstance(node, Scalar):
                texts.append(strip_text(locate_text(node, self.tree)))
            else:
                self.report(key, f'"{key}" should be a list of words.', f"Write {key}: [one, two]", rule=WRONG_VALUE)
        return tuple(text for text in texts if text)

    # --- entries inside ------------------------------------------------------------------------------------------

    def read_entries(self, key: str, read: ReadEntry[T]) -> tuple[T, ...]:
        """Read the entries of a list of maps."""
        self.get_field(key, FieldType.ENTRIES)
        values = []
        for node in self.get_nodes(key):
            if isinstance(node, Map):
                values.append(self.read_inner(key, node, read))
            else:
                what, remedy = f'Each entry of "{key}" has keys of its own.', 'Write "- " and the first key, and the '
                self.report_at(node.at, what, f"{remedy}others below.", rule=WRONG_VALUE)
        return tuple(values)

    def read_inner(self, key: str, node: Map, read: ReadEntry[T]) -> T:
        """Read an entry that stands at ``key`` in this one. Its problems are problems of both."""
        kind = self.get_field(key).inner
        if kind is None:
            raise LookupError(f"{self.kind.name}: {key} holds no entry")
        return self.take(read_entry(node, kind, self.tree, self.context, read))


_ReadScalar = Callable[[Scalar], Parsed[T | None]]
ReadEntry = Callable[[YamlEntry], T]


def read_entry(node: Map, kind: EntryKind, tree: YamlTree, context: ReadContext, read: ReadEntry[T]) -> Parsed[T]:
    """Read one map of ``tree`` as an entry of a kind, with every problem in it."""
    entry = YamlEntry(node, kind, tree, context)
    return entry.close(read(entry))
