"""Widths of words, against what Chromium measured with the same fonts (100 px, 2026-11-22)."""

from __future__ import annotations

import pytest

from lsbook.drawings.measure import can_measure, measure_width

MEASURED = {
    "لا لأ لآ السلام": 507,
    "مادر خوانده": 451,
    "الأهل والأصدقاء": 617,
    "ہمیں معلوم نہیں کب": 852,
    "Jan و Dave": 491,
    "Мама Олена": 599,
}


@pytest.mark.parametrize("words", MEASURED)
def test_words_are_as_wide_as_a_browser_sets_them(words: str) -> None:
    """In every script, letters that join among them, a width is known and within two in a hundred."""
    assert can_measure(words)
    assert measure_width(words, 100) == pytest.approx(MEASURED[words], rel=0.02)


def test_letters_kept_apart_are_measured_apart() -> None:
    """A mark that keeps two letters from joining has no width of its own, and gives both their own forms."""
    assert measure_width("می\u200cدانیم", 100) > measure_width("میدانیم", 100)
    assert measure_width("م\u064e", 100) == measure_width("م", 100)
