"""The book's own words: everything it says that nobody in the story said, in one file a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from babel import Locale
from msgspec import Struct, field
from msgspec.structs import replace

from lsbook.model.book import Book
from lsbook.model.vocabulary import BookVoice, PageLook
from lsbook.pages.language.catalog_files import FALLBACK, MissingTextError, load_files, select_variant
from lsbook.pages.language.language_tags import find_direction, has_opposite_letters, is_same_language, resolve_locale
from lsbook.pages.language.numbers import format_number
from lsbook.pages.language.rich_text import RichText, TaggedText, Words, format_rich

_ISOLATE = "\u2068{}\u2069"
"""First strong isolate: words that run the other way do not pull their neighbours along."""


class Catalog(Struct, frozen=True, dict=True):
    """The texts of one voice and one look; ``forms`` are those among them that differ by a number.

    ``foreign``: the language of each text that is not in the book's.
    """

    texts: Mapping[str, str]
    name: str
    locale: Locale
    foreign: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def _plain(self) -> dict[str, TaggedText]:
        """Texts that were said before: every page says most of them."""
        return {}

    @property
    def letters(self) -> frozenset[str]:
        """The letters of all its texts."""
        forms = (text for variants in self.forms.values() for text in variants.values())
        return frozenset().union(self.name, *self.texts.values(), *forms)

    def say(self, key: str, **values: str | int) -> TaggedText:
        """The text of ``key``. Numbers are written in its language; the last of them chooses its form."""
        if not values:
            if key not in self._plain:
                self._plain[key] = self._format(key, {})
            return self._plain[key]
        return self._format(key, values)

    def _format(self, key: str, values: Mapping[str, str | int]) -> TaggedText:
        lang = self.foreign.get(key)
        locale = resolve_locale(lang) if lang else self.locale
        way = "rtl" if locale.character_order == "right-to-left" else "ltr"
        text = self._find_text(key, locale, [value for value in values.values() if isinstance(value, int)])
        return TaggedText(
            text.format_map({name: _format_value(value, locale, way) for name, value in self._list_values(values)}),
            lang,
        )

    def join_sentences(self, sentences: Sequence[TaggedText]) -> TaggedText:
        """Sentences of the book's own, one after the other."""
        return TaggedText(" ".join(sentences), parts=tuple(sentences))

    def say_rich(self, key: str, **values: Words) -> RichText:
        """The text of ``key`` with values that may be HTML and lead somewhere."""
        text = self._find_text(key, self.locale, [])
        return format_rich(text, self.foreign.get(key), **{"name": self.name, **values})

    def _list_values(self, values: Mapping[str, str | int]) -> Sequence[tuple[str, str | int]]:
        return (("name", self.name), *values.items())

    def _find_text(self, key: str, locale: Locale, numbers: Sequence[int]) -> str:
        if key not in self.texts:
            raise MissingTextError(key)
        if numbers and key in self.forms:
            return self.forms[key].get(locale.plural_form(numbers[-1]), self.texts[key])
        return self.texts[key]


def load_catalog(book: Book, templates: Sequence[Path]) -> Catalog:
    """The words in the book's language; key by key in English where nobody has written them yet."""
    voice = book.voice if book.edition.is_for_child else BookVoice.NAME
    catalog = _fill_catalog(book.language, book.child.name, templates, voice, resolve_words(book))
    if book.edition.is_for_second_reader:
        texts, foreign = dict(catalog.texts), dict(catalog.foreign)
        _mark_to_read(texts, foreign)
        return replace(catalog, texts=texts, foreign=foreign)
    return catalog


def load_plain_catalog(language: str, name: str, templates: Sequence[Path]) -> Catalog:
    """The words in which grown-ups are spoken to of the child ``name``, where there is no book."""
    return _fill_catalog(language, name, templates, BookVoice.NAME, PageLook.FROM_18)


def _fill_catalog(language: str, name: str, templates: Sequence[Path], voice: BookVoice, look: PageLook) -> Catalog:
    files = load_files(language, templates)
    texts: dict[str, str] = {}
    forms: dict[str, Mapping[str, str]] = {}
    foreign: dict[str, str] = {}
    for file in files:
        mine = is_same_language(file.tag, language)
        for key, entry in file.entries.items():
            if key in texts:
                continue
            chosen = select_variant(entry, voice, look, key)
            if isinstance(chosen, Mapping):
                forms[key] = {form: str(text) for form, text in chosen.items()}
                texts[key] = forms[key]["other"]
            else:
                texts[key] = chosen
            if not mine:
                foreign[key] = file.tag
    own = any(is_same_language(file.tag, language) for file in files)
    return Catalog(texts, name, resolve_locale(language if own else f"{FALLBACK}-GB"), foreign, forms)


def _mark_to_read(texts: dict[str, str], foreign: dict[str, str]) -> None:
    """What a second reader reads says so on its cover, at the head of each page and at the edge of each sheet."""
    for key in ("running", "belongs"):
        texts[key] = texts["to-read"]
        foreign.pop(key, None)
        if "to-read" in foreign:
            foreign[key] = foreign["to-read"]


def resolve_look(book: Book) -> PageLook:
    """The look whose pages are made; an authority's own look has those of its band."""
    return _find_look(book.edition.look, book.edition.band.name)


def resolve_words(book: Book) -> PageLook:
    """The look whose words are taken: in a child's book that of the band that the child reads at."""
    own, read = book.edition.look, book.edition.band.name
    return _find_look(read, own) if book.edition.is_for_child else _find_look(own, read)


def _find_look(*names: str) -> PageLook:
    return next((look for name in names for look in PageLook if look == name), PageLook.FROM_18)


def capitalize_first(text: str) -> str:
    """``text`` at the beginning of a line."""
    upper = text[:1].upper() + text[1:]
    return TaggedText(upper, text.lang, isolated=text.isolated) if isinstance(text, TaggedText) else upper


def isolate(text: str, language: str) -> str:
    """``text`` so that it stands apart in a line of ``language`` where they run against it."""
    return TaggedText(text, isolated=True) if has_opposite_letters(text, find_direction(language)) else text


def _format_value(value: str | int, locale: Locale, direction: str) -> str:
    if isinstance(value, int):
        return format_number(value, locale)
    return _ISOLATE.format(value) if has_opposite_letters(value, direction) else value
