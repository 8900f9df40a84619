"""What a worker is told about a file of words: what cannot be used in it, what it lacks, and who has checked it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter

from lsbook.model.problem import Location, Problem, Severity
from lsbook.model.rule_text import RuleText
from lsbook.model.vocabulary import BookVoice, PageLook
from lsbook.pages.language.catalog_files import (
    FALLBACK,
    PLURAL_FORMS,
    CatalogEntry,
    CatalogFault,
    CatalogFile,
    MissingTextError,
    is_plural,
    iter_texts,
    load_files,
    select_variant,
)
from lsbook.pages.language.language_tags import find_english_name, is_same_language
from lsbook.pages.rules import UNCHECKED_WORDS, UNUSABLE_WORDS, WORDS_IN_ENGLISH

_ABOUT_KEYS = ("language", "name", "checked-by-native-reader")
_MAX_NAMED_KEYS = 6
"""Keys named in one sentence."""


def check_catalog(language: str, templates: Sequence[Path]) -> tuple[Problem, ...]:
    """Problems in the files that a book in ``language`` speaks from, and warnings about what they lack."""
    files = load_files(language, templates)
    english = files[-1]
    problems = [problem for file in files[:-1] for problem in _report_faults(file, english)]
    return (*problems, *_find_missing(language, files))


def find_faults(file: CatalogFile, english: CatalogFile) -> Iterator[CatalogFault]:
    """All that is wrong in ``file``; ``english`` says which keys and values there are."""
    yield from file.faults
    if file.entries:
        yield from _check_about(file)
    for key, entry in file.entries.items():
        line = file.lines.get(key, 1)
        if key not in english.entries:
            similar = difflib.get_close_matches(key, english.entries, n=1)
            hint = f' Did you mean "{similar[0]}"?' if similar else ""
            yield CatalogFault(line, f'The book has no words called "{key}".{hint}', "Take the key out, or correct it.")
        else:
            yield from (
                CatalogFault(line, f'"{key}": {what}', remedy)
                for what, remedy in _check_entry(entry, english.entries[key])
            )


def _check_about(file: CatalogFile) -> Iterator[CatalogFault]:
    line = file.lines.get("about", 1)
    for key in _ABOUT_KEYS:
        if not file.about.get(key):
            yield CatalogFault(line, f'This file does not say its "{key}".', _ABOUT_REMEDY)
    if file.about.get("language", file.tag) != file.tag:
        what = f'This file is called {file.tag}.yaml and says that its language is "{file.about["language"]}".'
        yield CatalogFault(line, what, "Let the two be the same.")


_ABOUT_REMEDY = (
    "Begin the file with about:, and below it language:, name: and checked-by-native-reader: (no, or who and when)."
)


def _check_entry(entry: CatalogEntry, english: CatalogEntry) -> Iterator[tuple[str, str]]:
    """What is wrong with one entry, and what to do."""
    for name in _iter_variant_names(entry):
        if name not in (*BookVoice, *PageLook, *PLURAL_FORMS):
            known = ", ".join((*BookVoice, *PageLook, *PLURAL_FORMS))
            yield f'"{name}" is no voice, look or number.', f"Known here: {known}."
            return
    for plural in _iter_plural_entries(entry):
        if "other" not in plural:
            yield 'The form "other" is missing.', "Write other: with the text for all other numbers."
            return
    try:
        for voice in BookVoice:
            for look in PageLook:
                select_variant(entry, voice, look, "")
    except MissingTextError as error:
        yield f"There is {str(error).removeprefix(': ')}.", "Write both voices, and a text from the youngest look on."
        return
    yield from _check_placeholders(entry, english)


def _check_placeholders(entry: CatalogEntry, english: CatalogEntry) -> Iterator[tuple[str, str]]:
    known = [_parse_fields(text) or frozenset() for text in iter_texts(english)]
    may = frozenset().union(*known, {"name"})
    must = frozenset.intersection(*known) - {"name"} if known else frozenset()
    for text in _iter_checked_texts(entry):
        fields = _parse_fields(text)
        if fields is None:
            yield "A curly bracket is open or empty.", "Write {name} with both brackets, and no other curly brackets."
        elif unknown := sorted(fields - may):
            yield (
                f"{{{unknown[0]}}} means nothing here.",
                f"Known here: {', '.join(f'{{{field}}}' for field in sorted(may))}.",
            )
        elif text and (missing := sorted(must - fields)):
            yield f"{{{missing[0]}}} is missing.", f"Put {{{missing[0]}}} where the English has it."


def _parse_fields(text: str) -> frozenset[str] | None:
    """The names in curly brackets; ``None`` where the brackets make no sense."""
    try:
        parts = [part[1:] for part in Formatter().parse(text)]
    except ValueError:
        return None
    if any(spec or conversion for _, spec, conversion in parts):
        return None
    names = frozenset(name for name, _, _ in parts if name is not None)
    return None if "" in names else names


def _iter_checked_texts(entry: CatalogEntry) -> Iterator[str]:
    """Every text of an entry; of those by number the one for most numbers: "one" may be said without its digit."""
    if isinstance(entry, str):
        yield entry
    elif is_plural(entry):
        yield from iter_texts(entry["other"])
    else:
        for inner in entry.values():
            yield from _iter_checked_texts(inner)


def _iter_variant_names(entry: CatalogEntry) -> Iterator[str]:
    if isinstance(entry, Mapping):
        for name, inner in entry.items():
            yield name
            yield from _iter_variant_names(inner)


def _iter_plural_entries(entry: CatalogEntry) -> Iterator[Mapping[str, CatalogEntry]]:
    if isinstance(entry, Mapping):
        if any(name in PLURAL_FORMS for name in entry):
            yield entry
        for inner in entry.values():
            yield from _iter_plural_entries(inner)


def _report_faults(file: CatalogFile, english: CatalogFile) -> Iterator[Problem]:
    lines = file.path.read_bytes().decode("utf-8", "replace").splitlines()
    for slip in find_faults(file, english):
        line = lines[slip.line - 1].strip() if 0 < slip.line <= len(lines) else ""
        yield Problem(_locate(file.tag, slip.line), slip.what, slip.remedy, line, rule=UNUSABLE_WORDS.id)


def _locate(tag: str, line: int = 0) -> Location:
    return Location(f"templates/languages/{tag}.yaml", line)


def _find_missing(language: str, files: Sequence[CatalogFile]) -> Iterator[Problem]:
    own = [file for file in files if is_same_language(file.tag, language)]
    if not own:
        what = f"Nobody has written lsbook's own words in {find_english_name(language)} yet: they stand in English."
        remedy = f"Write templates/languages/{language.partition('-')[0]}.yaml beside your policy, after en.yaml."
        yield _make_warning(language.partition("-")[0], what, remedy, WORDS_IN_ENGLISH)
        return
    if is_same_language(language, FALLBACK):
        return
    missing = [key for key in files[-1].entries if not any(key in file.entries for file in own)]
    if missing:
        named = ", ".join(missing[:_MAX_NAMED_KEYS]) + (" and others" if len(missing) > _MAX_NAMED_KEYS else "")
        what = (
            f"Some of lsbook's own words are not in {find_english_name(language)} yet, and stand in English: {named}."
        )
        yield _make_warning(own[0].tag, what, "Add them to the file.", WORDS_IN_ENGLISH)
    if not all(file.is_checked for file in own):
        what = f"No native reader has checked lsbook's own words in {find_english_name(language)} yet."
        remedy = "Let somebody who grew up with the language read the book before the child does."
        yield _make_warning(own[0].tag, what, remedy, UNCHECKED_WORDS)


def _make_warning(tag: str, what: str, remedy: str, rule: RuleText) -> Problem:
    return Problem(_locate(tag), what, remedy, severity=Severity.WARNING, rule=rule.id)
