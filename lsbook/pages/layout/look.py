"""The look: the style sheets of an edition, and the fonts and drawings that they name. Nothing else is shipped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from lsbook.model.site import Asset

COVER_STYLES, SPREAD_STYLES = "{look}/cover.css", "{look}/spread.css"
"""A look may do without either: how its cover looks, and the spreads of a picture book."""
STYLESHEETS = (
    "shared/tokens.css",
    "shared/parts.css",
    "shared/album.css",
    "shared/tools.css",
    "{look}/look.css",
    COVER_STYLES,
    SPREAD_STYLES,
    "shared/themes.css",
    "shared/small.css",
    "shared/tongues.css",
    "shared/ease.css",
    "shared/print.css",
    "shared/paper.css",
)
"""In the order in which a page reads them."""
PAPER_STYLES = "look/paper.css"
"""The address of the style sheet that the page of the whole book alone reads."""
ASSET_FOLDERS = ("shared", "{look}", "fonts", "art")
"""Where a file may lie that a style sheet names by its bare name."""
URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")


class LookNotFoundError(Exception):
    """An edition asks for a look that no folder of templates has."""


def find_look_files(look: str, templates: Sequence[Path]) -> tuple[tuple[str, ...], tuple[Asset, ...]]:
    """The addresses of the style sheets, and every file of the look. In a book they all lie in ``look/``."""
    styles = {name: _find(name.format(look=look), templates) for name in STYLESHEETS}
    if any(file is None for name, file in styles.items() if name not in (COVER_STYLES, SPREAD_STYLES)):
        raise LookNotFoundError(f"there is no look called {look!r} (its folder needs a look.css)")
    waiting = [file for file in styles.values() if file]
    addresses = tuple(f"look/{file.name}" for file in waiting)
    files: dict[str, Path] = {}
    while waiting:
        file = waiting.pop()
        if file.name in files:
            continue
        files[file.name] = file
        if file.suffix == ".css":
            waiting += _find_named_files(file, look, templates)
    return addresses, tuple(Asset(f"look/{name}", files[name]) for name in sorted(files))


def _find_named_files(stylesheet: Path, look: str, templates: Sequence[Path]) -> list[Path]:
    named = []
    for address in URL.findall(stylesheet.read_text(encoding="utf-8")):
        if address.startswith(("data:", "#")):
            continue
        file = next(
            filter(
                None,
                (_find(f"{asset_folder.format(look=look)}/{address}", templates) for asset_folder in ASSET_FOLDERS),
            ),
            None,
        )
        if file is None:
            raise LookNotFoundError(f"{stylesheet.name} names {address}, which is in no folder of the look")
        named.append(file)
    return named


def _find(path: str, templates: Sequence[Path]) -> Path | None:
    return next((file for file in (folder / "look" / path for folder in templates) if file.is_file()), None)
