"""Photographs of 13-17 in two inks, and what keeps its own colours."""

from __future__ import annotations

import re

from tests.unit.pages.look.stylesheets import LOOK, plain

SHEET = plain(LOOK / "13-17" / "look.css")
INKED = re.compile(r"([^{}]*)\{[^{}]*mix-blend-mode:(?:luminosity|overlay|lighten)[^{}]*\}")


def test_photographs_alone_are_printed_in_ink() -> None:
    """No paper, letter or larger view is recoloured: only photographs that lead to themselves in colour."""
    selectors = [match[1].strip() for match in INKED.finditer(SHEET)]
    assert len(selectors) == 3
    assert all(selector.startswith(".photo>a.larger") for selector in selectors)


def test_nothing_is_blended_in_forced_colours() -> None:
    """Where the reader's own colours hold, a blend would wipe a photograph out: the inks stand aside."""
    start = SHEET.index("@media (forced-colors:none)")
    assert all(match.start() > start for match in INKED.finditer(SHEET))


def test_a_photograph_pressed_is_in_colour() -> None:
    """Hovered or with the keyboard on it, a photograph is seen as it was taken."""
    assert re.search(r":is\(:hover,:focus-visible\) img\{mix-blend-mode:normal\}", SHEET)
