"""Languages as a page needs to know them: the nearest locale, the direction of writing, the name in itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})
"""Scripts, by their four letters in ISO 15924."""
_BRITISH = Locale("en", "GB")


@lru_cache(maxsize=64)
def find_locale(language: str) -> Locale | None:
    """The nearest locale of which the Unicode tables know how it writes dates; ``None`` of many small languages."""
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def resolve_locale(language: str) -> Locale:
    """The nearest locale that is known, British English at last."""
    return find_locale(language) or _BRITISH


@lru_cache(maxsize=64)
def find_direction(language: str | None) -> str:
    """``rtl`` where a language is written from right to left, else ``ltr``."""
    if not language:
        return "ltr"
    locale = find_locale(language)
    if locale is not None:
        return "rtl" if locale.character_order == "right-to-left" else "ltr"
    likely = str(get_global("likely_subtags").get(language.partition("-")[0].lower(), ""))
    return "rtl" if RIGHT_TO_LEFT.intersection(likely.split("_")) else "ltr"


def is_same_language(tag: str, other_tag: str) -> bool:
    """True for two tags of one language: ``en`` and ``en-GB``."""
    return tag.partition("-")[0].lower() == other_tag.partition("-")[0].lower()


def find_native_name(language: str) -> str:
    """What a language calls itself, or its name in English, or its tag."""
    locale = find_locale(language)
    if locale is not None and locale.language_name:
        return str(locale.language_name[:1].upper() + locale.language_name[1:])
    return find_english_name(language)


def find_english_name(language: str) -> str:
    """The name of a language in English, or its tag."""
    return str(_BRITISH.languages.get(language.partition("-")[0].lower(), language))


def find_text_direction(text: str, default: str) -> str:
    """The direction of most letters in ``text``; ``default`` where there are as many of both."""
    kinds = {letter: unicodedata.bidirectional(letter) for letter in set(text)}  # a text has few letters, many times
    left, right = _count_letters(text, kinds, ("L",)), _count_letters(text, kinds, ("R", "AL"))
    return default if left == right else "rtl" if right > left else "ltr"


def _count_letters(text: str, kinds: Mapping[str, str], wanted: tuple[str, ...]) -> int:
    return sum(text.count(letter) for letter, kind in kinds.items() if kind in wanted)


def has_opposite_letters(text: str, direction: str) -> bool:
    """True where ``text`` holds letters that run against ``direction`` (``ltr`` or ``rtl``), and must stand apart."""
    against = {"L"} if direction == "rtl" else {"R", "AL"}
    return any(unicodedata.bidirectional(letter) in against for letter in set(text))
