"""What a worker is told about a file of words: what cannot be used in it, what it lacks, and who has checked it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter

from lsbook.model.problem import Place, Problem
from lsbook.pages.language.language_tags import in_english, same_language
from lsbook.pages.language.words_files import (
    FALLBACK,
    FORMS,
    LOOKS,
    VOICES,
    Entry,
    Slip,
    UnknownWord,
    WordsFile,
    files_for,
    is_by_number,
    texts,
    variant,
)

_ABOUT = ("language", "name", "checked-by-native-reader")
_MOST = 6
"""Keys named in one sentence."""


def check_words(language: str, templates: Sequence[Path]) -> tuple[Problem, ...]:
    """Problems in the files that a book in ``language`` speaks from, and warnings about what they lack."""
    files = files_for(language, templates)
    english = files[-1]
    problems = [problem for file in files[:-1] for problem in _problems(file, english)]
    return (*problems, *_lacking(language, files))


def slips(file: WordsFile, english: WordsFile) -> Iterator[Slip]:
    """All that is wrong in ``file``; ``english`` says which keys and values there are."""
    yield from file.slips
    if file.entries:
        yield from _about(file)
    for key, entry in file.entries.items():
        line = file.lines.get(key, 1)
        if key not in english.entries:
            near = difflib.get_close_matches(key, english.entries, n=1)
            hint = f' Did you mean "{near[0]}"?' if near else ""
            yield Slip(line, f'The book has no words called "{key}".{hint}', "Take the key out, or correct it.")
        else:
            yield from (Slip(line, f'"{key}": {what}', remedy) for what, remedy in _entry(entry, english.entries[key]))


def _about(file: WordsFile) -> Iterator[Slip]:
    line = file.lines.get("about", 1)
    for key in _ABOUT:
        if not file.about.get(key):
            yield Slip(line, f'This file does not say its "{key}".', _HOW)
    if file.about.get("language", file.tag) != file.tag:
        what = f'This file is called {file.tag}.yaml and says that its language is "{file.about["language"]}".'
        yield Slip(line, what, "Let the two be the same.")


_HOW = "Begin the file with about:, and below it language:, name: and checked-by-native-reader: (no, or who and when)."


def _entry(entry: Entry, english: Entry) -> Iterator[tuple[str, str]]:
    """What is wrong with one entry, and what to do."""
    for name in _variants(entry):
        if name not in (*VOICES, *LOOKS, *FORMS):
            known = ", ".join((*VOICES, *LOOKS, *FORMS))
            yield f'"{name}" is no voice, look or number.', f"Known here: {known}."
            return
    for one in _by_number(entry):
        if "other" not in one:
            yield 'The form "other" is missing.', "Write other: with the text for all other numbers."
            return
    try:
        for voice in VOICES:
            for look in LOOKS:
                variant(entry, voice, look, "")
    except UnknownWord as error:
        yield f"There is {str(error).removeprefix(': ')}.", "Write both voices, and a text from the youngest look on."
        return
    yield from _placeholders(entry, english)


def _placeholders(entry: Entry, english: Entry) -> Iterator[tuple[str, str]]:
    there = [_fields(text) or frozenset() for text in texts(english)]
    may = frozenset().union(*there, {"name"})
    must = frozenset.intersection(*there) - {"name"} if there else frozenset()
    for text in _whole(entry):
        fields = _fields(text)
        if fields is None:
            yield "A curly bracket is open or empty.", "Write {name} with both brackets, and no other curly brackets."
        elif unknown := sorted(fields - may):
            yield (
                f"{{{unknown[0]}}} means nothing here.",
                f"Known here: {', '.join(f'{{{one}}}' for one in sorted(may))}.",
            )
        elif text and (missing := sorted(must - fields)):
            yield f"{{{missing[0]}}} is missing.", f"Put {{{missing[0]}}} where the English has it."


def _fields(text: str) -> frozenset[str] | None:
    """The names in curly brackets; ``None`` where the brackets make no sense."""
    try:
        parts = [part[1:] for part in Formatter().parse(text)]
    except ValueError:
        return None
    if any(spec or conversion for _, spec, conversion in parts):
        return None
    names = frozenset(name for name, _, _ in parts if name is not None)
    return None if "" in names else names


def _whole(entry: Entry) -> Iterator[str]:
    """Every text of an entry; of those by number the one for most numbers: "one" may be said without its digit."""
    if isinstance(entry, str):
        yield entry
    elif is_by_number(entry):
        yield from texts(entry["other"])
    else:
        for inner in entry.values():
            yield from _whole(inner)


def _variants(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Mapping):
        for name, inner in entry.items():
            yield name
            yield from _variants(inner)


def _by_number(entry: Entry) -> Iterator[Mapping[str, Entry]]:
    if isinstance(entry, Mapping):
        if any(name in FORMS for name in entry):
            yield entry
        for inner in entry.values():
            yield from _by_number(inner)


def _problems(file: WordsFile, english: WordsFile) -> Iterator[Problem]:
    lines = file.path.read_bytes().decode("utf-8", "replace").splitlines()
    for slip in slips(file, english):
        line = lines[slip.line - 1].strip() if 0 < slip.line <= len(lines) else ""
        yield Problem(_place(file.tag, slip.line), slip.what, slip.remedy, line)


def _place(tag: str, line: int = 0) -> Place:
    return Place(f"templates/languages/{tag}.yaml", line)


def _lacking(language: str, files: Sequence[WordsFile]) -> Iterator[Problem]:
    own = [file for file in files if same_language(file.tag, language)]
    if not own:
        what = f"Nobody has written lsbook's own words in {in_english(language)} yet: they stand in English."
        remedy = f"Write templates/languages/{language.partition('-')[0]}.yaml beside your policy, after en.yaml."
        yield Problem(_place(language.partition("-")[0]), what, remedy, warning=True)
        return
    if same_language(language, FALLBACK):
        return
    missing = [key for key in files[-1].entries if not any(key in file.entries for file in own)]
    if missing:
        named = ", ".join(missing[:_MOST]) + (" and others" if len(missing) > _MOST else "")
        what = f"Some of lsbook's own words are not in {in_english(language)} yet, and stand in English: {named}."
        yield Problem(_place(own[0].tag), what, "Add them to the file.", warning=True)
    if not all(file.checked for file in own):
        what = f"No native reader has checked lsbook's own words in {in_english(language)} yet."
        remedy = "Let somebody who grew up with the language read the book before the child does."
        yield Problem(_place(own[0].tag), what, remedy, warning=True)
