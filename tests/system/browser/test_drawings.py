"""Drawings in the browsers: words stand in the typefaces that a drawing carries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sharing import in_every_run
from tests.system.browser.windows import Window

WIDTHS = """
    return document.fonts.ready.then(() => [...document.querySelectorAll('text[textLength]')].map(line => {
        const held = Number(line.getAttribute('textLength'));
        line.removeAttribute('textLength');
        return [line.textContent, held, line.getComputedTextLength()];
    }));
"""
"""Of each line: its words, how wide they are held, and how wide the typeface makes them."""


@pytest.mark.parametrize("edition", in_every_run(("5-8", "9-12", "18-plus"), ("5-8", "18-plus")))
def test_words_in_drawings_are_as_wide_as_the_books_own_typeface(window: Window, books: Path, edition: str) -> None:
    """Every label has the width that it was measured to have, so no letter is stretched or stands in another type."""
    lines = []
    for drawing in sorted((books / edition / "media").glob("*.svg")):
        window.open(drawing)
        lines += window.driver.execute_script(WIDTHS)
    assert len(lines) > 100
    assert [line for line in lines if abs(line[1] - line[2]) > 0.5 + line[1] * 0.01] == []
    assert window.said() == []
