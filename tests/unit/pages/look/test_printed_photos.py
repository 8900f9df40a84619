"""Photographs of 13-17 as a press prints them, and what stays as it is."""

from __future__ import annotations

import re

from tests.unit.pages.look.stylesheets import LOOK, plain

SHEET = plain(LOOK / "13-17" / "look.css")
PRINTED = re.compile(r"([^{}]*)\{[^{}]*(?:mix-blend-mode|filter):[^{}]*\}")


def test_photographs_alone_are_printed() -> None:
    """No paper, letter or larger view is changed: only photographs that lead to themselves as they are."""
    selectors = [match[1].strip() for match in PRINTED.finditer(SHEET)]
    assert len(selectors) == 2
    assert all(selector.startswith(".photo>a.larger") for selector in selectors)


def test_nobody_gets_another_colour() -> None:
    """People keep their skin and things their colours: nothing is turned, tinted or greyed, and hardly any paler."""
    assert re.findall(r"filter:([^;}]*)", SHEET) == ["saturate(.72) contrast(1.12)"]
    assert not re.search(r"mix-blend-mode:(?:luminosity|lighten|screen|color|hue)", SHEET)


def test_nothing_is_blended_in_forced_colours() -> None:
    """Where the reader's own colours hold, a blend would wipe a photograph out: the press stands aside."""
    start = SHEET.index("@media (forced-colors:none)")
    assert all(match.start() > start for match in PRINTED.finditer(SHEET))
