"""Languages as a page needs to know them: the nearest locale, the direction of writing, the name in itself."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})
"""Scripts, by their four letters in ISO 15924."""
_BRITISH = Locale("en", "GB")


@lru_cache(maxsize=64)
def known_locale(language: str) -> Locale | None:
    """The nearest locale of which the Unicode tables know how it writes dates; ``None`` of many small languages."""
    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def locale_of(language: str) -> Locale:
    """The nearest locale that is known, British English at last."""
    return known_locale(language) or _BRITISH


@lru_cache(maxsize=64)
def direction(language: str | None) -> str:
    """``rtl`` where a language is written from right to left, else ``ltr``."""
    if not language:
        return "ltr"
    locale = known_locale(language)
    if locale is not None:
        return "rtl" if locale.character_order == "right-to-left" else "ltr"
    likely = str(get_global("likely_subtags").get(language.partition("-")[0].lower(), ""))
    return "rtl" if RIGHT_TO_LEFT.intersection(likely.split("_")) else "ltr"


def same_language(one: str, other: str) -> bool:
    """True for two tags of one language: ``en`` and ``en-GB``."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


def name_of(language: str) -> str:
    """What a language calls itself, or its name in English, or its tag."""
    locale = known_locale(language)
    if locale is not None and locale.language_name:
        return str(locale.language_name[:1].upper() + locale.language_name[1:])
    return in_english(language)


def in_english(language: str) -> str:
    """The name of a language in English, or its tag."""
    return str(_BRITISH.languages.get(language.partition("-")[0].lower(), language))


def runs(words: str, way: str) -> str:
    """The direction of most letters in ``words``; ``way`` where there are as many of both."""
    kinds = [unicodedata.bidirectional(letter) for letter in words]
    left, right = kinds.count("L"), kinds.count("R") + kinds.count("AL")
    return way if left == right else "rtl" if right > left else "ltr"


def turns_round(words: str, way: str) -> bool:
    """True where ``words`` hold letters that run against ``way`` (``ltr`` or ``rtl``), and must stand apart."""
    against = {"L"} if way == "rtl" else {"R", "AL"}
    return any(unicodedata.bidirectional(letter) in against for letter in words)
