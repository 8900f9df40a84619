"""Numbers as the book's language writes them: with the digits of its script."""

from __future__ import annotations

from babel import Locale

_ZEROS = {"arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "deva": 0x966, "mymr": 0x1040, "tibt": 0xF20}
"""The zero of each numbering system that is a language's own by the Unicode tables; all others write 0 to 9."""


def localize_digits(text: str, locale: Locale) -> str:
    """``text`` with 0 to 9 in the digits that ``locale`` writes by itself: Farsi its own, Urdu 0 to 9."""
    zero = _ZEROS.get(locale.default_numbering_system)
    return text if zero is None else text.translate({ord("0") + at: zero + at for at in range(10)})


def format_number(value: int, locale: Locale) -> str:
    """An age or a year: digits, with nothing between them."""
    return localize_digits(str(value), locale)
