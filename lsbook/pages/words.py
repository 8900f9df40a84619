"""The book's own words: everything it says that nobody in the story said, in one file a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError
from markupsafe import Markup, escape

from lsbook.model.book import Book

FALLBACK = "en"
LOOKS = ("under-5", "5-8", "9-12", "13-17", "18-plus")
"""In the order of their ages: of the variants for them, the oldest at or below the book's look is taken."""
VOICES = ("you", "name")


class UnknownWord(LookupError):
    """The book was asked to say something that its file of words does not have: a mistake in the program."""


class Said(str):
    """Words of the book's own. In HTML they carry their language where it is not the book's."""

    lang: str | None

    def __new__(cls, text: str, lang: str | None = None) -> Said:
        said = super().__new__(cls, text)
        said.lang = lang
        return said

    def __html__(self) -> str:
        plain = escape(str(self))
        if self.lang is None:
            return plain
        return Markup('<span lang="{}" dir="{}">{}</span>').format(self.lang, direction(self.lang), plain)


@dataclass(frozen=True)
class Words:
    """``texts`` are those of one voice and one look; ``foreign`` is their language where the book's is another."""

    texts: Mapping[str, str]
    name: str
    locale: Locale
    foreign: str | None = None

    def say(self, key: str, **values: str) -> Said:
        if key not in self.texts:
            raise UnknownWord(key)
        return Said(self.texts[key].format_map({"name": self.name, **values}), self.foreign)

    def joined(self, said: Sequence[str]) -> Said:
        """Sentences of the book's own, one after the other."""
        return Said(" ".join(said), self.foreign)

    def around(self, key: str, **values: Markup | str) -> Markup:
        """The same in HTML, for values that are already HTML."""
        if key not in self.texts:
            raise UnknownWord(key)
        inside = Markup(escape(self.texts[key]).format_map({"name": self.name, **values}))
        return Markup(Said("\0", self.foreign).__html__()).replace("\0", inside)


def words_for(book: Book, templates: Sequence[Path]) -> Words:
    """The words in the book's language, or in English where nobody has written them yet."""
    language, path = _file_for(book.language, templates)
    entries = _entries(path.read_text(encoding="utf-8"))
    voice = book.voice if book.edition.for_child and book.voice in VOICES else "name"
    texts = {key: _variant(entry, voice, look_of(book), key) for key, entry in entries.items()}
    own = locale_of(language)
    same = own.language == locale_of(book.language).language
    return Words(texts, book.child.name, locale_of(book.language) if same else own, None if same else language)


def look_of(book: Book) -> str:
    """The look whose words are taken; an authority's own look speaks as its band does."""
    return next((look for look in (book.edition.look, book.edition.band.name) if look in LOOKS), LOOKS[-1])


def locale_of(language: str) -> Locale:
    """The nearest locale that is known, British English at last."""
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "GB")


def capital(words: str) -> str:
    """``words`` at the beginning of a line."""
    upper = words[:1].upper() + words[1:]
    return Said(upper, words.lang) if isinstance(words, Said) else upper


def direction(language: str | None) -> str:
    """``rtl`` where a language is written from right to left, else ``ltr``."""
    return "rtl" if language and locale_of(language).character_order == "right-to-left" else "ltr"


@lru_cache(maxsize=8)
def _entries(text: str) -> Mapping[str, Any]:
    entries: Mapping[str, Any] = yaml.safe_load(text)
    return entries


def _file_for(language: str, templates: Sequence[Path]) -> tuple[str, Path]:
    for tag in dict.fromkeys((language, language.partition("-")[0], FALLBACK)):
        for folder in templates:
            path = folder / "languages" / f"{tag}.yaml"
            if path.is_file():
                return tag, path
    raise FileNotFoundError(f"no languages/{FALLBACK}.yaml in {', '.join(map(str, templates))}")


def _variant(entry: Any, voice: str, look: str, key: str) -> str:
    while isinstance(entry, Mapping):
        if voice in entry:
            entry = entry[voice]
            continue
        fitting = [band for band in LOOKS[: LOOKS.index(look) + 1] if band in entry]
        if not fitting:
            raise UnknownWord(f"{key}: nothing for the voice {voice!r} and the look {look!r}")
        entry = entry[fitting[-1]]
    return str(entry or "").strip()
