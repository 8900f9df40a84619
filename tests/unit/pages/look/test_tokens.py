"""The tokens: every look has all of them, and what is read on them can be read."""

from __future__ import annotations

import pytest

from lsbook.model.vocabulary import ThemeColour
from tests.unit.pages.look.stylesheets import LOOKS, contrast, themed, tokens

TEXT = 7.0
GRAPHIC = 3.0

PAIRS = (
    # text, ground, contrast
    ("--ink", "--ground", TEXT),
    ("--ink", "--leaf", TEXT),
    ("--ink", "--sheet", TEXT),
    ("--ink", "--card", TEXT),
    ("--ink", "--butter", TEXT),
    ("--ink", "--sky", TEXT),
    ("--ink", "--mint", TEXT),
    ("--ink", "--peach", TEXT),
    ("--ink", "--lilac", TEXT),
    ("--ink-2", "--ground", TEXT),
    ("--ink-2", "--leaf", TEXT),
    ("--ink-2", "--sheet", TEXT),
    ("--ink-2", "--card", TEXT),
    ("--ink-2", "--sky", TEXT),
    ("--ink-2", "--mint", TEXT),
    ("--ink-2", "--lilac", TEXT),
    ("--on-accent", "--accent", TEXT),
    ("--on-talk", "--talk", TEXT),
    ("--on-mine", "--mine", TEXT),
    # drawing, ground, contrast
    ("--stitch", "--mine", GRAPHIC),
    ("--accent", "--leaf", GRAPHIC),
    ("--line", "--leaf", GRAPHIC),
    ("--line", "--ground", GRAPHIC),
    ("--focus-ring", "--ground", GRAPHIC),
    ("--focus-ring", "--leaf", GRAPHIC),
    ("--focus-ring", "--focus-glow", GRAPHIC),
)


@pytest.mark.parametrize("theme", ThemeColour)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_contrast(look: str, theme: str, ink: str, ground: str, least: float) -> None:
    """Words stand at 7:1 or more on every ground named for them, and what is drawn at 3:1, in every look and theme."""
    told = themed(look, theme)
    assert contrast(told[ink], told[ground]) >= least


@pytest.mark.parametrize("theme", list(ThemeColour)[1:])
@pytest.mark.parametrize("look", LOOKS)
def test_a_theme_changes_colours_that_a_look_has(look: str, theme: str) -> None:
    """Every theme but the first dresses every look anew, and names no token that the look does not have."""
    assert themed(look, theme) != tokens(look)
    assert set(themed(look, theme)) == set(tokens(look))


def test_every_look_sets_every_token() -> None:
    """No part of a page falls back on nothing: what one look sets, all five set."""
    sets = {look: frozenset(tokens(look)) for look in LOOKS}
    assert len(set(sets.values())) == 1, {look: sets["9-12"] ^ names for look, names in sets.items()}


@pytest.mark.parametrize("look", LOOKS)
def test_targets(look: str) -> None:
    """What can be pressed is 48 px or larger, and 64 px under 5."""
    assert tokens(look)["--target"] == ("64px" if look == "under-5" else "48px")
