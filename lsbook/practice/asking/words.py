"""The words of the page with which somebody is asked what they remember, in the language of whoever is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml
from msgspec import Struct

from lsbook.model.problem import Location
from lsbook.model.rules.work import WORDS_UNREADABLE
from lsbook.pages.language.language_tags import find_direction, has_opposite_letters

FILE = "work/ask.yaml"
_ENGLISH, _QUESTIONS = "en", "questions"
_ISOLATE = "\u2068{}\u2069"
"""First strong isolate: a name that runs the other way does not pull its neighbours along."""


class AskWords(Struct, frozen=True):
    """Sentences by their keys, in the language ``tag``, which is written in ``direction``."""

    tag: str
    direction: str
    texts: Mapping[str, str]
    questions: tuple[str, ...]

    def say(self, key: str, **values: str) -> str:
        """Return the sentence of ``key`` with ``values`` in it."""
        return self.fill(self.texts[key], **values)

    def fill(self, text: str, **values: str) -> str:
        """Return ``text`` with each value in the place of its name in curly brackets, and nothing else changed."""
        for name, value in values.items():
            apart = _ISOLATE.format(value) if has_opposite_letters(value, self.direction) else value
            text = text.replace(f"{{{name}}}", apart)
        return text


def strip_isolates(text: str) -> str:
    """Return ``text`` without the marks around names, for where nobody would read them as marks."""
    return text.replace(_ISOLATE[0], "").replace(_ISOLATE[-1], "")


def load_ask_words(language: str, templates: Sequence[Path]) -> AskWords:
    """Return the words in ``language``; in English where nobody has written them. An authority's own come first."""
    files = [_read_words(folder / FILE) for folder in templates if (folder / FILE).is_file()]
    for tag in (language, language.partition("-")[0]):
        if entries := [words[tag] for words in files if tag in words]:
            return _make_words(language, [*entries, *(words.get(_ENGLISH, {}) for words in files)])
    return _make_words(f"{_ENGLISH}-GB", [words.get(_ENGLISH, {}) for words in files])


def _make_words(tag: str, entries: Sequence[Mapping[str, str | tuple[str, ...]]]) -> AskWords:
    texts: dict[str, str] = {}
    questions: tuple[str, ...] = ()
    for entry in entries:
        for key, value in entry.items():
            if isinstance(value, tuple):
                questions = questions or value
            else:
                texts.setdefault(key, value)
    return AskWords(tag, find_direction(tag), texts, questions)


@cache
def _read_words(file: Path) -> Mapping[str, Mapping[str, str | tuple[str, ...]]]:
    """Return the words of each language in ``file``; what has not the shape of ours is passed over.

    Raises ``ProblemsFound`` where it is no YAML.
    """
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        at = Location(str(file), mark.line + 1 if (mark := getattr(error, "problem_mark", None)) else 0)
        remedy = "Compare it with the one of the same name that comes with lsbook."
        raise WORDS_UNREADABLE.make_error(at, "This file of words cannot be read.", remedy) from error
    languages = data.items() if isinstance(data, dict) else ()
    return {str(tag): dict(_list_entries(entry)) for tag, entry in languages if isinstance(entry, dict)}


def _list_entries(entry: Mapping[object, object]) -> Sequence[tuple[str, str | tuple[str, ...]]]:
    texts = [(str(key), value) for key, value in entry.items() if isinstance(value, str)]
    lists = [
        (str(key), tuple(map(str, value)))
        for key, value in entry.items()
        if key == _QUESTIONS and isinstance(value, list)
    ]
    return [*texts, *lists]
