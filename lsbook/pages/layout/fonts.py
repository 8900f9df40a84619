"""The typefaces of a book: of all that its look may need, those whose letters stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import MappingProxyType

from lsbook.model.site import Asset, Page, make_page
from lsbook.model.vocabulary import PageLook
from lsbook.pages.layout.look import LookNotFoundError

ADDRESS = "look/faces.css"
TYPEFACE_STYLES = ("andika.css", "atkinson.css", "scripts.css")
"""The style sheets of typefaces. Both families are in every book, because a reader may choose between them."""
LOOK_TYPEFACE_STYLES = MappingProxyType({PageLook.FROM_18.value: ("literata.css",)})
"""Further ones, by the look that they are for."""
_FACE = re.compile(r"@font-face\s*\{[^}]*\}\n?")
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.I)
_FILE = re.compile(r"url\(\s*[\"']?([^\"')\s]+)")


def select_fonts(templates: Sequence[Path], letters: Iterable[str], look: str = "") -> tuple[Page, tuple[Asset, ...]]:
    """The one style sheet that names the typefaces of this book, and their files.

    Which they are is decided by its ``look`` and by the ``letters`` of its own pages, and by nothing else.
    """
    codes = frozenset(map(ord, letters))
    names = (*LOOK_TYPEFACE_STYLES.get(look, ()), *TYPEFACE_STYLES)
    named = [face for name in names for face in _iter_faces(name, templates) if _is_needed(face, codes)]
    files = sorted({name for face in named for name in _FILE.findall(face)})
    return make_page(ADDRESS, "".join(named)), tuple(
        Asset(f"look/{name}", _find_font(name, templates)) for name in files
    )


def _iter_faces(name: str, templates: Sequence[Path]) -> Iterator[str]:
    file = next((folder / "look" / "faces" / name for folder in templates if _has_typefaces(folder, name)), None)
    yield from _FACE.findall(file.read_text(encoding="utf-8")) if file else ()


def _has_typefaces(folder: Path, name: str) -> bool:
    return (folder / "look" / "faces" / name).is_file()


def _is_needed(face: str, codes: frozenset[int]) -> bool:
    """True where a letter of the book lies in one of its ranges, or where it has none."""
    ranges = [(int(first, 16), int(last or first, 16)) for first, last in _RANGE.findall(face)]
    return not ranges or any(first <= code <= last for code in codes for first, last in ranges)


def _find_font(name: str, templates: Sequence[Path]) -> Path:
    for folder in templates:
        file = folder / "look" / "fonts" / name
        if file.is_file():
            return file
    raise LookNotFoundError(f"a style sheet of faces names {name}, which is not in look/fonts")
