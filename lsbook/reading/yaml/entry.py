"""One entry of a YAML file, read key by key. What is never asked for is unknown, and said so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from lsbook.model.item import HeadsUp, Telling, Told, Version
from lsbook.model.problem import Place, Problem
from lsbook.model.story_text import Caption, PhotoRef, Ref, StoryProse, Who
from lsbook.model.when import When
from lsbook.reading.complaints import did_you_mean, either, nearest
from lsbook.reading.dates import KINDS, NotADateError, read_date
from lsbook.reading.desk import Desk
from lsbook.reading.languages import read_language
from lsbook.reading.yaml.nodes import Map, Node, Scalar, Seq
from lsbook.reading.yaml.values import as_prose, as_words, is_age_map, is_id, is_yes_or_no, plain_text, read_age

T = TypeVar("T")


class Entry:
    """A map of one YAML file. Every method takes a key and complains by itself; ``close`` comes last."""

    def __init__(self, node: Map, desk: Desk) -> None:
        self.at = node.at
        self.desk = desk
        self._nodes = {key.value.strip(): value for key, value in node.pairs}
        self._keys = {key.value.strip(): key.at for key, _ in node.pairs}
        self._asked: list[str] = []
        self._lacking: dict[str, Problem] = {}

    def has(self, key: str) -> bool:
        """True where the key stands with something behind it."""
        node = self.node(key)
        return node is not None

    def node(self, key: str) -> Node | None:
        if key not in self._asked:
            self._asked.append(key)
        node = self._nodes.get(key)
        empty = (isinstance(node, Scalar) and not node.value.strip()) or (isinstance(node, Seq) and not node.items)
        return None if empty else node

    def stands(self, key: str) -> bool:
        """True where the key stands, even with nothing behind it."""
        self.node(key)
        return key in self._nodes

    def place(self, key: str) -> Place:
        return self._keys.get(key, self.at)

    def complain(self, key: str, what: str, remedy: str, *, warning: bool = False) -> None:
        self.desk.complaints.add(self.place(key), what, remedy, warning=warning)

    def missing(self, key: str, example: str = "") -> None:
        self.lacks(key, f'"{key}" is missing here.', f"Add a line: {key}: {example or '…'}")

    def lacks(self, key: str, what: str, remedy: str) -> None:
        """Complain that ``key`` is not there, unless a line of the entry could not be read: it may stand there."""
        if not self.desk.complaints.has_gaps(self.at):
            self._lacking[key] = self.desk.complaints.add(self.place(key), what, remedy)

    def close(self) -> None:
        """Complain about keys that nobody asked for. A key that one of them was meant for is not missing as well."""
        for key, at in self._keys.items():
            if key not in self._asked:
                meant = nearest(key, self._asked)
                if meant in self._lacking and meant not in self._keys:
                    self.desk.complaints.withdraw(self._lacking[meant])
                self.desk.complaints.add(
                    at,
                    f'lsbook does not know "{key}" here.' + (f' Did you mean "{meant}"?' if meant else ""),
                    f"Known here: {', '.join(sorted(self._asked))}.",
                )

    # --- values --------------------------------------------------------------------------------------------------

    def text(self, key: str, *, required: bool = False, example: str = "") -> str:
        """A short text, or ``""``."""
        node = self.node(key)
        if node is None:
            if required:
                self.missing(key, example)
            return ""
        if not isinstance(node, Scalar):
            self.complain(
                key, f'"{key}" should be a text.', "Write it on one line; put it in quotes if it begins oddly."
            )
            return ""
        return plain_text(node, self.desk)

    def language(self) -> str:
        """The tag of the language of the words, or ``""`` where nothing is said of it."""
        written = self.text("language")
        return read_language(written, self.place("language"), self.desk.complaints) if written else ""

    def choice(self, key: str, choices: Iterable[str], *, default: str = "", required: bool = False) -> str:
        known = tuple(choices)
        text = self.text(key, required=required, example=either(known)).strip(" “”")
        if not text:
            return default
        if text not in known:
            hint = did_you_mean(text, known)
            self.complain(key, f'"{text}" cannot stand at "{key}".{hint}', f"Write {either(known)}.")
            return default
        return text

    def age(self, key: str) -> int | None:
        node = self.node(key)
        if node is None:
            return None
        age = read_age(node.value) if isinstance(node, Scalar) else None
        if age is None:
            self.complain(key, f'"{key}" should be an age.', "Write a whole number from 0 to 120.")
        return age

    def flag(self, key: str) -> bool:
        """``true`` or ``yes``. Anything unclear counts as true, with a complaint: gates fail closed."""
        if not self.stands(key):
            return False
        node = self.node(key)
        word = node.value.strip().casefold() if isinstance(node, Scalar) else ""
        if word in {"false", "no"}:
            return False
        if word not in {"true", "yes"}:
            self.complain(key, f'"{key}" should be true or false.', f"Write {key}: true, or take the line out.")
        return True

    def when(self, key: str, *, required: bool = False) -> When | None:
        node = self.node(key)
        if node is None:
            if required:
                self.missing(key, "2019, or July 2019, or not known")
            return None
        if not isinstance(node, Scalar):
            self.complain(key, f'"{key}" should be a date.', f"Write one of: {KINDS}.")
            return None
        try:
            return read_date(node.value, self.desk.months)
        except NotADateError as error:
            self.complain(key, f'"{node.value.strip()}": {error}', f"Write one of: {KINDS}.")
            return None

    def words(self, key: str, *, required: bool = False) -> Telling[str] | None:
        """A title or name, or a map of ages to them."""
        return self._telling(key, required, lambda node: as_words(node, self.desk))

    def prose(self, key: str, *, required: bool = False) -> Telling[StoryProse] | None:
        """Markdown, or a map of ages to it."""
        return self._telling(key, required, lambda node: as_prose(node, self.desk))

    def _telling(self, key: str, required: bool, read: Callable[[Scalar], T | None]) -> Telling[T] | None:
        node = self.node(key)
        if node is None:
            if required:
                self.missing(key)
            return None
        return self.telling_of(node, key, read)

    def telling_of(self, node: Node, key: str, read: Callable[[Scalar], T | None]) -> Telling[T] | None:
        """A text, or a map of ages to texts."""
        if isinstance(node, Scalar):
            words = read(node)
            return None if words is None else Telling((Version(0, words),))
        if isinstance(node, Map) and is_age_map(node):
            versions = [version for pair in node.pairs for version in self._version(*pair, read)]
            self._same_age_twice(node, versions)
            return Telling(tuple(sorted(versions, key=lambda version: (version.age, version.easy))))
        self.complain(
            key,
            f'"{key}" should be a text, or ages with a text each.',
            "Put a text that begins with a bracket into double quotes; write ages as whole numbers: 9: or 13-easy:.",
        )
        return None

    def _same_age_twice(self, node: Map, versions: list[Version[T]]) -> None:
        if len({(version.age, version.easy) for version in versions}) < len(versions):
            self.desk.complaints.add(node.at, "The same age stands here twice.", "Keep one text for each age.")

    def _version(self, key: Scalar, node: Node, read: Callable[[Scalar], T | None]) -> list[Version[T]]:
        age = read_age(key.value.removesuffix("-easy"))
        if age is None:
            self.desk.complaints.add(key.at, f'"{key.value}" is no age.', "Write a whole number from 0 to 120.")
            return []
        if not isinstance(node, Scalar) or not node.value.strip():
            self.desk.complaints.add(key.at, f"There are no words for age {age}.", "Write them, or take the line out.")
            return []
        words = read(node)
        return [] if words is None else [Version(age, words, key.value.endswith("-easy"))]

    # --- references ----------------------------------------------------------------------------------------------

    def ref(self, key: str) -> Ref | None:
        node = self.node(key)
        return self._ref_of(node, key) if node is not None else None

    def refs(self, key: str) -> tuple[Ref, ...]:
        return tuple(ref for node in self.listed(key) if (ref := self._ref_of(node, key)) is not None)

    def who(self, key: str) -> Who | None:
        """Somebody of the story by id, or somebody else in words."""
        node = self.node(key)
        if isinstance(node, Scalar) and not is_id(node.value.strip()):
            return plain_text(node, self.desk)
        return self._ref_of(node, key) if node is not None else None

    def _ref_of(self, node: Node, key: str) -> Ref | None:
        if isinstance(node, Scalar):
            return Ref(node.value.strip(" “”\n"), node.at)
        if isinstance(node, Seq) and len(node.items) == 1 and isinstance(node.items[0], Seq | Scalar):
            return self._ref_of(node.items[0], key)
        self.complain(key, f'"{key}" should be an id.', f"Write it as in people.yaml: {key}: jan")
        return None

    def photo(self, key: str) -> PhotoRef | None:
        node = self.node(key)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.complain(key, f'"{key}" should be one file name.', f"Write {key}: garden.jpg")
            return None
        return self.desk.medium(node.value, node.at)

    def captions(self, key: str) -> tuple[Caption, ...]:
        node = self.node(key)
        if node is None:
            return ()
        if not isinstance(node, Scalar):
            self.complain(key, f'"{key}" should be one file name.', f"Write {key}: swimming.vtt")
            return ()
        return self.desk.captions(node.value, node.at)

    def photos(self, key: str) -> tuple[PhotoRef, ...]:
        nodes = self.listed(key)
        if not all(isinstance(node, Scalar) for node in nodes):
            self.complain(key, f'"{key}" should be a list of file names.', f"Write {key}: [garden.jpg, swim.jpg]")
        found = (self.desk.medium(node.value, node.at) for node in nodes if isinstance(node, Scalar))
        return tuple(photo for photo in found if photo is not None)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of short texts; one text alone is a list of one."""
        found = []
        for node in self.listed(key):
            if isinstance(node, Scalar):
                found.append(node.value.strip())
            else:
                self.complain(key, f'"{key}" should be a list of words.', f"Write {key}: [one, two]")
        return tuple(text for text in found if text)

    def listed(self, key: str) -> tuple[Node, ...]:
        """The nodes of a list; one value alone is a list of one, an empty list is none."""
        node = self.node(key)
        if node is None:
            return ()
        return node.items if isinstance(node, Seq) else (node,)

    def entries(self, key: str) -> list[Entry]:
        """The entries of a list of maps."""
        return [entry for node in self.listed(key) if (entry := self.entry_of(node, key)) is not None]

    def entry_of(self, node: Node, key: str) -> Entry | None:
        if isinstance(node, Map):
            return Entry(node, self.desk)
        self.desk.complaints.add(
            node.at,
            f'Each entry of "{key}" has keys of its own.',
            'Write "- " and the first key, and the others below.',
        )
        return None

    # --- hard news -----------------------------------------------------------------------------------------------

    def heads_up(self) -> HeadsUp | None:
        told = self._told()
        if not self.stands("heads-up"):
            return None
        about = self.words("heads-up")
        if (about is None and self.node("heads-up") is None) or is_yes_or_no(self.node("heads-up")):
            self.complain("heads-up", '"heads-up" does not say what it is about.', "Write heads-up: about …")
        return HeadsUp(about or Telling(()), told)

    def _told(self) -> Told | None:
        node = self.node("told")
        if node is None:
            return None
        if isinstance(node, Scalar) and not is_yes_or_no(node):
            return Told(plain_text(node, self.desk))
        if not isinstance(node, Map):
            self.complain(
                "told", '"told" says who told the child first, and when.', "Write told: and below it by: and on:"
            )
            return None
        entry = Entry(node, self.desk)
        told = Told(entry.text("by", required=True), entry.when("on"))
        entry.close()
        return told
