"""The book's own scripts: small, in the page itself, named to the browser by their hash. A book has no ``.js`` files.

Every word and picture is there without them (reader.md, principle 1; what works on ``file://``: security.md).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct

from lsbook.files.resources import strip_remarks

COMMON_SCRIPT = "reading"
TEMPLATE_SCRIPTS = {
    "find.html": ("find",),
    "find-files.html": ("find-files",),
    "my-pages.html": ("my-pages",),
    "picture-cover.html": ("turn",),
    "small-spread.html": ("turn",),
    "spread.html": ("turn",),
}
"""The scripts that a kind of page has beside the one that every page has."""
DATA_TEMPLATES = frozenset({"find-files.html"})
"""Kinds of pages that load data from files beside them. ``output`` reads these files back, and allows one such page."""

POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self'; media-src 'self' data:; "
    "font-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What a page in an open folder lets in. ``data:`` is for captions, which browsers take from nowhere else there."""


class Scripts(Struct, frozen=True):
    """``texts`` stand at the end of the page; ``policy`` is what the head of the page says."""

    texts: tuple[Markup, ...]
    policy: Markup


def load_scripts(template: str, templates: Sequence[Path]) -> Scripts:
    """The scripts of a page made by ``template``, an authority's own found first."""
    names = (COMMON_SCRIPT, *TEMPLATE_SCRIPTS.get(template, ()))
    files = tuple(_find_script(name, templates) for name in names)
    return _read_scripts(files, "'self' " if template in DATA_TEMPLATES else "")


def _read_scripts(files: tuple[Path, ...], beside: str) -> Scripts:
    """Read them again each time, which costs nothing: a process may stay while somebody changes them."""
    return _make_scripts(tuple(file.read_text(encoding="utf-8") for file in files), beside)


@lru_cache(maxsize=8)
def _make_scripts(sources: tuple[str, ...], beside: str) -> Scripts:
    texts = tuple(map(strip_remarks, sources))
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    named = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return Scripts(tuple(map(Markup, texts)), Markup(POLICY.format(scripts=beside + named)))  # both are lsbook's own


def _find_script(name: str, templates: Sequence[Path]) -> Path:
    for folder in templates:
        if (file := folder / "script" / f"{name}.js").is_file():
            return file
    raise FileNotFoundError(f"no script/{name}.js in {', '.join(map(str, templates))}")
