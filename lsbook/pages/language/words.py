"""The book's own words: everything it says that nobody in the story said, in one file a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale
from markupsafe import Markup, escape

from lsbook.model.book import Book
from lsbook.pages.language.language_tags import direction, locale_of, same_language, turns_round
from lsbook.pages.language.numbers import number
from lsbook.pages.language.words_files import FALLBACK, LOOKS, VOICES, UnknownWord, files_for, variant

_APART = "\u2068{}\u2069"
"""First strong isolate: words that run the other way do not pull their neighbours along."""


class Said(str):
    """Words on a page. In HTML they carry their language where it is not the book's.

    ``apart``: they run against the words around them, and stand in a ``bdi``.
    """

    lang: str | None
    apart: bool
    parts: tuple[str, ...]

    def __new__(cls, text: str, lang: str | None = None, *, apart: bool = False, parts: tuple[str, ...] = ()) -> Said:
        said = super().__new__(cls, text)
        said.lang, said.apart, said.parts = lang, apart, parts
        return said

    def __html__(self) -> str:
        if self.parts:
            return Markup(" ").join(self.parts)
        plain = escape(str(self))
        if self.lang is not None:
            return Markup('<span lang="{}" dir="{}">{}</span>').format(self.lang, direction(self.lang), plain)
        return Markup("<bdi>{}</bdi>").format(plain) if self.apart else plain


@dataclass(frozen=True)
class Words:
    """``texts`` are those of one voice and one look, ``forms`` those among them that differ by a number.

    ``foreign``: the language of each text that is not in the book's.
    """

    texts: Mapping[str, str]
    name: str
    locale: Locale
    foreign: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def say(self, key: str, **values: str | int) -> Said:
        """The text of ``key``. Numbers are written in its language; the last of them chooses its form."""
        lang = self.foreign.get(key)
        locale = locale_of(lang) if lang else self.locale
        way = "rtl" if locale.character_order == "right-to-left" else "ltr"
        text = self._text(key, locale, [value for value in values.values() if isinstance(value, int)])
        return Said(text.format_map({one: _put(value, locale, way) for one, value in self._values(values)}), lang)

    def joined(self, said: Sequence[Said]) -> Said:
        """Sentences of the book's own, one after the other."""
        return Said(" ".join(said), parts=tuple(said))

    def around(self, key: str, **values: Markup | str) -> Markup:
        """The same in HTML, for values that are already HTML."""
        text = self._text(key, self.locale, [])
        inside = Markup(escape(text).format_map({"name": self.name, **values}))
        return Markup(Said("\0", self.foreign.get(key)).__html__()).replace("\0", inside)

    def _values(self, values: Mapping[str, str | int]) -> Sequence[tuple[str, str | int]]:
        return (("name", self.name), *values.items())

    def _text(self, key: str, locale: Locale, counted: Sequence[int]) -> str:
        if key not in self.texts:
            raise UnknownWord(key)
        if counted and key in self.forms:
            return self.forms[key].get(locale.plural_form(counted[-1]), self.texts[key])
        return self.texts[key]


def words_for(book: Book, templates: Sequence[Path]) -> Words:
    """The words in the book's language; key by key in English where nobody has written them yet."""
    voice = book.voice if book.edition.for_child and book.voice in VOICES else "name"
    files = files_for(book.language, templates)
    texts: dict[str, str] = {}
    forms: dict[str, Mapping[str, str]] = {}
    foreign: dict[str, str] = {}
    for file in files:
        mine = same_language(file.tag, book.language)
        for key, entry in file.entries.items():
            if key in texts:
                continue
            chosen = variant(entry, voice, look_of(book), key)
            if isinstance(chosen, Mapping):
                forms[key] = {form: str(text) for form, text in chosen.items()}
                texts[key] = forms[key]["other"]
            else:
                texts[key] = chosen
            if not mine:
                foreign[key] = file.tag
    if book.edition.to_read:
        _mark_to_read(texts, foreign)
    own = any(same_language(file.tag, book.language) for file in files)
    return Words(texts, book.child.name, locale_of(book.language if own else f"{FALLBACK}-GB"), foreign, forms)


def _mark_to_read(texts: dict[str, str], foreign: dict[str, str]) -> None:
    """What a second reader reads says so on its cover, at the head of each page and at the edge of each sheet."""
    for key in ("running", "belongs"):
        texts[key] = texts["to-read"]
        foreign.pop(key, None)
        if "to-read" in foreign:
            foreign[key] = foreign["to-read"]


def look_of(book: Book) -> str:
    """The look whose words are taken; an authority's own look speaks as its band does."""
    return next((look for look in (book.edition.look, book.edition.band.name) if look in LOOKS), LOOKS[-1])


def capital(words: str) -> str:
    """``words`` at the beginning of a line."""
    upper = words[:1].upper() + words[1:]
    return Said(upper, words.lang, apart=words.apart) if isinstance(words, Said) else upper


def apart(words: str, language: str) -> str:
    """``words`` so that they stand apart in a line of ``language`` where they run against it."""
    return Said(words, apart=True) if turns_round(words, direction(language)) else words


def _put(value: str | int, locale: Locale, way: str) -> str:
    if isinstance(value, int):
        return number(value, locale)
    return _APART.format(value) if turns_round(value, way) else value
