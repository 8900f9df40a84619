"""The files of the book's own words, ``languages/*.yaml``: found, read, and checked against the English one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import yaml

FALLBACK = "en"
"""Complete by definition: a key that a language has not got yet is said in English, and marked as English."""
LOOKS = ("under-5", "5-8", "9-12", "13-17", "18-plus")
"""In the order of their ages: of the variants for them, the oldest at or below the book's look is taken."""
VOICES = ("you", "name")
FORMS = ("zero", "one", "two", "few", "many", "other")
"""The forms for a number that languages have between them, by their names in the Unicode tables."""

Entry: TypeAlias = "str | Mapping[str, Entry]"
"""A text, or texts by voice, by look or by number, one inside the other."""


class UnknownWord(LookupError):
    """The book was asked to say something that its file of words does not have: a mistake in the program."""


@dataclass(frozen=True)
class Slip:
    """What is wrong in a file of words. ``line`` counts from 1."""

    line: int
    what: str
    remedy: str


@dataclass(frozen=True)
class WordsFile:
    """One file. ``about`` is what it says of itself; ``lines`` says where each entry stands."""

    tag: str
    path: Path
    about: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    slips: tuple[Slip, ...] = ()

    @property
    def checked(self) -> bool:
        """True where the file says that somebody who grew up with the language has read it."""
        return self.about.get("checked-by-native-reader", "no").casefold() not in {"", "no", "not yet", "false"}


def files_for(language: str, templates: Sequence[Path]) -> tuple[WordsFile, ...]:
    """The files in the order in which a key is looked for: the language's own, then English; an authority's first."""
    found = []
    for tag in dict.fromkeys((language, language.partition("-")[0], FALLBACK)):
        for folder in templates:
            path = folder / "languages" / f"{tag}.yaml"
            if path.is_file():
                found.append(read_words(path, tag))
    if not found or found[-1].tag != FALLBACK:
        raise FileNotFoundError(f"no languages/{FALLBACK}.yaml in {', '.join(map(str, templates))}")
    return tuple(found)


def read_words(path: Path, tag: str) -> WordsFile:
    """One file of words, as far as it can be read; what cannot is among its slips."""
    return _read(path.read_bytes(), path, tag)


def variant(entry: Entry, voice: str, look: str, key: str) -> Entry:
    """The text for one voice and one look, or its texts by number.

    Raises ``UnknownWord`` where there is none.
    """
    while isinstance(entry, Mapping) and not is_by_number(entry):
        if voice in entry:
            entry = entry[voice]
            continue
        fitting = [band for band in LOOKS[: LOOKS.index(look) + 1] if band in entry]
        if not fitting:
            raise UnknownWord(f"{key}: nothing for the voice {voice!r} and the look {look!r}")
        entry = entry[fitting[-1]]
    return entry


def is_by_number(entry: Mapping[str, Entry]) -> bool:
    """True for the texts that differ by a number."""
    return bool(entry) and set(entry) <= set(FORMS)


def texts(entry: Entry) -> Iterator[str]:
    """Every text of an entry."""
    if isinstance(entry, str):
        yield entry
    else:
        for inner in entry.values():
            yield from texts(inner)


@lru_cache(maxsize=32)
def _read(raw: bytes, path: Path, tag: str) -> WordsFile:
    slips: list[Slip] = []
    try:
        tree = yaml.compose(raw.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        return WordsFile(tag, path, slips=(Slip(1, "This file is not UTF-8.", "Save it as UTF-8."),))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"This file of words cannot be read: {getattr(error, 'problem', None) or 'it is no YAML'}."
        slip = Slip(mark.line + 1 if mark else 1, what, "Put words that hold a colon or a quote in double quotes.")
        return WordsFile(tag, path, slips=(slip,))
    if not isinstance(tree, yaml.MappingNode):
        slip = Slip(1, "This file holds no words.", "Compare it with en.yaml that comes with lsbook.")
        return WordsFile(tag, path, slips=(slip,))
    entries = _mapping(tree, slips)
    lines = {key.value: key.start_mark.line + 1 for key, _ in tree.value}
    about = entries.pop("about", {})
    own = {key: str(value) for key, value in about.items()} if isinstance(about, Mapping) else {}
    return WordsFile(tag, path, own, entries, lines, tuple(slips))


def _mapping(node: yaml.MappingNode, slips: list[Slip]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for key, value in node.value:
        if key.value in found:
            slips.append(Slip(key.start_mark.line + 1, f'"{key.value}" stands here twice.', "Keep one of the two."))
        found[str(key.value)] = _entry(value, slips)
    return found


def _entry(node: yaml.Node, slips: list[Slip]) -> Entry:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, slips)
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    slips.append(Slip(node.start_mark.line + 1, "A list is no words.", "Write a text, or texts by voice or look."))
    return ""
