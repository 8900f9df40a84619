"""The colours of the drawings: what is read can be read, and what is drawn can be seen, in every look."""

from __future__ import annotations

import pytest

from lsbook.drawings.palette import PALETTES
from tests.unit.pages.look.stylesheets import LOOKS, contrast


@pytest.mark.parametrize("look", LOOKS)
def test_contrast_of_the_drawings(look: str) -> None:
    """Words stand at 7:1 on every ground, lines at 3:1 or more."""
    told = PALETTES[look]
    for ground in (told.paper, told.crown, *(hue.fill for hue in told.hues)):
        assert contrast(told.ink, ground) >= 7
        assert contrast(told.edge, told.paper) >= 3
        assert all(contrast(hue.line, ground) >= 3 for hue in told.hues)
    for hue in told.hues:
        assert min(contrast(hue.line, hue.fill), contrast(hue.line, "#ffffff")) >= 7, hue
