"""Templates in a process that stays: each book is made with those that are there by now."""

from __future__ import annotations

import os
from pathlib import Path

from lsbook.pages.html import make_environment
from tests.unit.pages.sample import TEMPLATES

SHIPPED = "pages/closed.html"


def test_an_authoritys_template_that_comes_or_goes_is_followed(tmp_path: Path) -> None:
    """A template of the authority's own is used from when it is there until it is gone, whatever its times say."""
    own = tmp_path / SHIPPED
    own.parent.mkdir(parents=True)
    templates = (tmp_path, *TEMPLATES)
    shipped = make_environment(templates).get_template(SHIPPED).filename
    for text in ("Rain", "Hail"):
        own.write_text(text, encoding="utf-8")
        os.utime(own, (1_000_000_000, 1_000_000_000))
        assert make_environment(templates).get_template(SHIPPED).render() == text
    own.unlink()
    assert make_environment(templates).get_template(SHIPPED).filename == shipped
