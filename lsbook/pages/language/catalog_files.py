"""The files of the book's own words, ``languages/*.yaml``: found, read, and checked against the English one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import yaml
from msgspec import Struct, field

from lsbook.model.vocabulary import BookVoice, PageLook

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same grammar, far faster in C
FALLBACK = "en"
"""Complete by definition: a key that a language has not got yet is said in English, and marked as English."""
PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")
"""The forms for a number that languages have between them, by their names in the Unicode tables."""

CatalogEntry: TypeAlias = "str | Mapping[str, CatalogEntry]"
"""A text, or texts by voice, by look or by number, one inside the other."""


class MissingTextError(LookupError):
    """The book was asked to say something that its file of words does not have: a mistake in the program."""


class CatalogFault(Struct, frozen=True):
    """What is wrong in a file of words. ``line`` counts from 1."""

    line: int
    what: str
    remedy: str


class CatalogFile(Struct, frozen=True):
    """One file. ``about`` is what it says of itself; ``lines`` says where each entry stands."""

    tag: str
    path: Path
    about: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, CatalogEntry] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[CatalogFault, ...] = ()

    @property
    def is_checked(self) -> bool:
        """True where the file says that somebody who grew up with the language has read it."""
        return self.about.get("checked-by-native-reader", "no").casefold() not in {"", "no", "not yet", "false"}


def load_files(language: str, templates: Sequence[Path]) -> tuple[CatalogFile, ...]:
    """The files in the order in which a key is looked for: the language's own, then English; an authority's first."""
    files = []
    for tag in dict.fromkeys((language, language.partition("-")[0], FALLBACK)):
        for folder in templates:
            path = folder / "languages" / f"{tag}.yaml"
            if path.is_file():
                files.append(read_catalog_file(path, tag))
    if not files or files[-1].tag != FALLBACK:
        raise FileNotFoundError(f"no languages/{FALLBACK}.yaml in {', '.join(map(str, templates))}")
    return tuple(files)


def read_catalog_file(path: Path, tag: str) -> CatalogFile:
    """One file of words, as far as it can be read; what cannot is among its slips."""
    return _parse_file(path.read_bytes(), path, tag)


def select_variant(entry: CatalogEntry, voice: BookVoice, look: PageLook, key: str) -> CatalogEntry:
    """Return the text for one voice and one look, or its texts by number.

    Of the variants for looks the oldest at or below ``look`` is taken. Raises ``MissingTextError`` where there is none.
    """
    while isinstance(entry, Mapping) and not is_plural(entry):
        if voice in entry:
            entry = entry[voice]
            continue
        looks = tuple(PageLook)
        fitting = [younger for younger in looks[: looks.index(look) + 1] if younger in entry]
        if not fitting:
            raise MissingTextError(f"{key}: nothing for the voice '{voice}' and the look '{look}'")
        entry = entry[fitting[-1]]
    return entry


def is_plural(entry: Mapping[str, CatalogEntry]) -> bool:
    """True for the texts that differ by a number."""
    return bool(entry) and set(entry) <= set(PLURAL_FORMS)


def iter_texts(entry: CatalogEntry) -> Iterator[str]:
    """Every text of an entry."""
    if isinstance(entry, str):
        yield entry
    else:
        for inner in entry.values():
            yield from iter_texts(inner)


@lru_cache(maxsize=32)
def _parse_file(raw: bytes, path: Path, tag: str) -> CatalogFile:
    slips: list[CatalogFault] = []
    try:
        tree = _compose(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return CatalogFile(tag, path, faults=(CatalogFault(1, "This file is not UTF-8.", "Save it as UTF-8."),))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"This file of words cannot be read: {getattr(error, 'problem', None) or 'it is no YAML'}."
        slip = CatalogFault(
            mark.line + 1 if mark else 1, what, "Put words that hold a colon or a quote in double quotes."
        )
        return CatalogFile(tag, path, faults=(slip,))
    if not isinstance(tree, yaml.MappingNode):
        slip = CatalogFault(1, "This file holds no words.", "Compare it with en.yaml that comes with lsbook.")
        return CatalogFile(tag, path, faults=(slip,))
    entries = _parse_mapping(tree, slips)
    lines = {key.value: key.start_mark.line + 1 for key, _ in tree.value}
    about = entries.pop("about", {})
    own = {key: str(value) for key, value in about.items()} if isinstance(about, Mapping) else {}
    return CatalogFile(tag, path, own, entries, lines, tuple(slips))


def _compose(text: str) -> yaml.Node | None:
    """Return the tree of a file. Raises ``yaml.YAMLError`` in the words of the loader that is written in Python."""
    try:
        return yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.SafeLoader)


def _parse_mapping(node: yaml.MappingNode, faults: list[CatalogFault]) -> dict[str, CatalogEntry]:
    entries: dict[str, CatalogEntry] = {}
    for key, value in node.value:
        if key.value in entries:
            faults.append(
                CatalogFault(key.start_mark.line + 1, f'"{key.value}" stands here twice.', "Keep one of the two.")
            )
        entries[str(key.value)] = _parse_entry(value, faults)
    return entries


def _parse_entry(node: yaml.Node, faults: list[CatalogFault]) -> CatalogEntry:
    if isinstance(node, yaml.MappingNode):
        return _parse_mapping(node, faults)
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    faults.append(
        CatalogFault(node.start_mark.line + 1, "A list is no words.", "Write a text, or texts by voice or look.")
    )
    return ""
