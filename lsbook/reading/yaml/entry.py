"""One entry of a YAML file, read key by key. What is never asked for is unknown, and said so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from lsbook.model.item import Conversation, HeadsUp, Telling, Version
from lsbook.model.problem import Location, Problem
from lsbook.model.story_text import Caption, PhotoRef, Ref, StoryProse, Who
from lsbook.model.suggestions import find_closest, format_suggestion
from lsbook.model.when import When
from lsbook.reading.context import ReadContext
from lsbook.reading.dates import DATE_FORMATS, InvalidDateError, read_date
from lsbook.reading.languages import read_language
from lsbook.reading.problems import join_with_or
from lsbook.reading.yaml.nodes import Map, Scalar, Seq, YamlNode
from lsbook.reading.yaml.values import (
    is_age_map,
    is_id,
    is_yes_or_no,
    read_age,
    read_plain_text,
    read_prose,
    read_title,
)

T = TypeVar("T")


class YamlEntry:
    """A map of one YAML file. Every method takes a key and complains by itself; ``close`` comes last."""

    def __init__(self, node: Map, context: ReadContext) -> None:
        self.at = node.at
        self.context = context
        self._nodes = {key.value.strip(): value for key, value in node.pairs}
        self._keys = {key.value.strip(): key.at for key, _ in node.pairs}
        self._requested_keys: list[str] = []
        self._missing_keys: dict[str, Problem] = {}

    def has_value(self, key: str) -> bool:
        """True where the key stands with something behind it."""
        node = self.get_node(key)
        return node is not None

    def get_node(self, key: str) -> YamlNode | None:
        if key not in self._requested_keys:
            self._requested_keys.append(key)
        node = self._nodes.get(key)
        empty = (isinstance(node, Scalar) and not node.value.strip()) or (isinstance(node, Seq) and not node.items)
        return None if empty else node

    def has_key(self, key: str) -> bool:
        """True where the key stands, even with nothing behind it."""
        self.get_node(key)
        return key in self._nodes

    def get_location(self, key: str) -> Location:
        return self._keys.get(key, self.at)

    def report(self, key: str, what: str, remedy: str, *, warning: bool = False) -> None:
        self.context.problems.add(self.get_location(key), what, remedy, warning=warning)

    def report_missing_key(self, key: str, example: str = "") -> None:
        self.report_lack(key, f'"{key}" is missing here.', f"Add a line: {key}: {example or '…'}")

    def report_lack(self, key: str, what: str, remedy: str) -> None:
        """Complain that ``key`` is not there, unless a line of the entry could not be read: it may stand there."""
        if not self.context.problems.has_unreadable_lines(self.at):
            self._missing_keys[key] = self.context.problems.add(self.get_location(key), what, remedy)

    def report_unknown_keys(self) -> None:
        """Complain about keys that nobody asked for. A key that one of them was meant for is not missing as well."""
        for key, at in self._keys.items():
            if key not in self._requested_keys:
                meant = find_closest(key, self._requested_keys)
                if meant in self._missing_keys and meant not in self._keys:
                    self.context.problems.withdraw(self._missing_keys[meant])
                self.context.problems.add(
                    at,
                    f'lsbook does not know "{key}" here.' + (f' Did you mean "{meant}"?' if meant else ""),
                    f"Known here: {', '.join(sorted(self._requested_keys))}.",
                )

    # --- values --------------------------------------------------------------------------------------------------

    def get_text(self, key: str, *, required: bool = False, example: str = "") -> str:
        """A short text, or ``""``."""
        node = self.get_node(key)
        if node is None:
            if required:
                self.report_missing_key(key, example)
            return ""
        if not isinstance(node, Scalar):
            self.report(key, f'"{key}" should be a text.', "Write it on one line; put it in quotes if it begins oddly.")
            return ""
        return read_plain_text(node, self.context)

    def get_language(self) -> str:
        """The tag of the language of the words, or ``""`` where nothing is said of it."""
        written = self.get_text("language")
        return read_language(written, self.get_location("language"), self.context.problems) if written else ""

    def get_choice(self, key: str, choices: Iterable[str], *, default: str = "", required: bool = False) -> str:
        known = tuple(choices)
        text = self.get_text(key, required=required, example=join_with_or(known)).strip(" “”")
        if not text:
            return default
        if text not in known:
            hint = format_suggestion(text, known)
            self.report(key, f'"{text}" cannot stand at "{key}".{hint}', f"Write {join_with_or(known)}.")
            return default
        return text

    def get_age(self, key: str) -> int | None:
        node = self.get_node(key)
        if node is None:
            return None
        age = read_age(node.value) if isinstance(node, Scalar) else None
        if age is None:
            self.report(key, f'"{key}" should be an age.', "Write a whole number from 0 to 120.")
        return age

    def get_flag(self, key: str) -> bool:
        """``true`` or ``yes``. Anything unclear counts as true, with a complaint: gates fail closed."""
        if not self.has_key(key):
            return False
        node = self.get_node(key)
        word = node.value.strip().casefold() if isinstance(node, Scalar) else ""
        if word in {"false", "no"}:
            return False
        if word not in {"true", "yes"}:
            self.report(key, f'"{key}" should be true or false.', f"Write {key}: true, or take the line out.")
        return True

    def get_date(self, key: str, *, required: bool = False) -> When | None:
        node = self.get_node(key)
        if node is None:
            if required:
                self.report_missing_key(key, "2019, or July 2019, or not known")
            return None
        if not isinstance(node, Scalar):
            self.report(key, f'"{key}" should be a date.', f"Write one of: {DATE_FORMATS}.")
            return None
        try:
            return read_date(node.value, self.context.months)
        except InvalidDateError as error:
            self.report(key, f'"{node.value.strip()}": {error}', f"Write one of: {DATE_FORMATS}.")
            return None

    def get_text_by_age(self, key: str, *, required: bool = False) -> Telling[str] | None:
        """A title or name, or a map of ages to them."""
        return self._get_telling(key, required, lambda node: read_title(node, self.context))

    def get_prose_by_age(self, key: str, *, required: bool = False) -> Telling[StoryProse] | None:
        """Markdown, or a map of ages to it."""
        return self._get_telling(key, required, lambda node: read_prose(node, self.context))

    def _get_telling(self, key: str, required: bool, read: Callable[[Scalar], T | None]) -> Telling[T] | None:
        node = self.get_node(key)
        if node is None:
            if required:
                self.report_missing_key(key)
            return None
        return self.read_telling(node, key, read)

    def read_telling(self, node: YamlNode, key: str, read: Callable[[Scalar], T | None]) -> Telling[T] | None:
        """A text, or a map of ages to texts."""
        if isinstance(node, Scalar):
            words = read(node)
            return None if words is None else Telling((Version(0, words),))
        if isinstance(node, Map) and is_age_map(node):
            versions = [version for pair in node.pairs for version in self._read_version(*pair, read)]
            self._check_unique_ages(node, versions)
            return Telling(tuple(sorted(versions, key=lambda version: (version.age, version.easy))))
        self.report(
            key,
            f'"{key}" should be a text, or ages with a text each.',
            "Put a text that begins with a bracket into double quotes; write ages as whole numbers: 9: or 13-easy:.",
        )
        return None

    def _check_unique_ages(self, node: Map, versions: list[Version[T]]) -> None:
        if len({(version.age, version.easy) for version in versions}) < len(versions):
            self.context.problems.add(node.at, "The same age stands here twice.", "Keep one text for each age.")

    def _read_version(self, key: Scalar, node: YamlNode, read: Callable[[Scalar], T | None]) -> list[Version[T]]:
        age = read_age(key.value.removesuffix("-easy"))
        if age is None:
            self.context.problems.add(key.at, f'"{key.value}" is no age.', "Write a whole number from 0 to 120.")
            return []
        if not isinstance(node, Scalar) or not node.value.strip():
            self.context.problems.add(key.at, f"There are no words for age {age}.", "Write them, or take the line out.")
            return []
        words = read(node)
        return [] if words is None else [Version(age, words, key.value.endswith("-easy"))]

    # --- references ----------------------------------------------------------------------------------------------

    def get_ref(self, key: str) -> Ref | None:
        node = self.get_node(key)
        return self._read_ref(node, key) if node is not None else None

    def get_refs(self, key: str) -> tuple[Ref, ...]:
        return tuple(ref for node in self.get_nodes(key) if (ref := self._read_ref(node, key)) is not None)

    def get_person(self, key: str) -> Who | None:
        """Somebody of the story by id, or somebody else in words."""
        node = self.get_node(key)
        if isinstance(node, Scalar) and not is_id(node.value.strip()):
            return read_plain_text(node, self.context)
        return self._read_ref(node, key) if node is not None else None

    def _read_ref(self, node: YamlNode, key: str) -> Ref | None:
        if isinstance(node, Scalar):
            return Ref(node.value.strip(" “”\n"), node.at)
        if isinstance(node, Seq) and len(node.items) == 1 and isinstance(node.items[0], Seq | Scalar):
            return self._read_ref(node.items[0], key)
        self.report(key, f'"{key}" should be an id.', f"Write it as in people.yaml: {key}: jan")
        return None

    def get_photo(self, key: str) -> PhotoRef | None:
        node = self.get_node(key)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.report(key, f'"{key}" should be one file name.', f"Write {key}: garden.jpg")
            return None
        return self.context.find_medium(node.value, node.at)

    def get_captions(self, key: str) -> tuple[Caption, ...]:
        node = self.get_node(key)
        if node is None:
            return ()
        if not isinstance(node, Scalar):
            self.report(key, f'"{key}" should be one file name.', f"Write {key}: swimming.vtt")
            return ()
        return self.context.load_captions(node.value, node.at)

    def get_photos(self, key: str) -> tuple[PhotoRef, ...]:
        nodes = self.get_nodes(key)
        if not all(isinstance(node, Scalar) for node in nodes):
            self.report(key, f'"{key}" should be a list of file names.', f"Write {key}: [garden.jpg, swim.jpg]")
        found = (self.context.find_medium(node.value, node.at) for node in nodes if isinstance(node, Scalar))
        return tuple(photo for photo in found if photo is not None)

    def get_texts(self, key: str) -> tuple[str, ...]:
        """A list of short texts; one text alone is a list of one."""
        found = []
        for node in self.get_nodes(key):
            if isinstance(node, Scalar):
                found.append(node.value.strip())
            else:
                self.report(key, f'"{key}" should be a list of words.', f"Write {key}: [one, two]")
        return tuple(text for text in found if text)

    def get_nodes(self, key: str) -> tuple[YamlNode, ...]:
        """The nodes of a list; one value alone is a list of one, an empty list is none."""
        node = self.get_node(key)
        if node is None:
            return ()
        return node.items if isinstance(node, Seq) else (node,)

    def get_entries(self, key: str) -> list[YamlEntry]:
        """The entries of a list of maps."""
        return [entry for node in self.get_nodes(key) if (entry := self.make_entry(node, key)) is not None]

    def make_entry(self, node: YamlNode, key: str) -> YamlEntry | None:
        if isinstance(node, Map):
            return YamlEntry(node, self.context)
        self.context.problems.add(
            node.at,
            f'Each entry of "{key}" has keys of its own.',
            'Write "- " and the first key, and the others below.',
        )
        return None

    # --- hard news -----------------------------------------------------------------------------------------------

    def get_heads_up(self) -> HeadsUp | None:
        told = self._read_first_teller()
        if not self.has_key("heads-up"):
            return None
        about = self.get_text_by_age("heads-up")
        if (about is None and self.get_node("heads-up") is None) or is_yes_or_no(self.get_node("heads-up")):
            self.report("heads-up", '"heads-up" does not say what it is about.', "Write heads-up: about …")
        return HeadsUp(about or Telling(()), told)

    def _read_first_teller(self) -> Conversation | None:
        node = self.get_node("told")
        if node is None:
            return None
        if isinstance(node, Scalar) and not is_yes_or_no(node):
            return Conversation(read_plain_text(node, self.context))
        if not isinstance(node, Map):
            self.report(
                "told", '"told" says who told the child first, and when.', "Write told: and below it by: and on:"
            )
            return None
        entry = YamlEntry(node, self.context)
        told = Conversation(entry.get_text("by", required=True), entry.get_date("on"))
        entry.report_unknown_keys()
        return told
