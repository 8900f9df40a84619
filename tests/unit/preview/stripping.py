"""A preview without what only a preview has: then it is the book."""

from __future__ import annotations

import re
from pathlib import Path

from lsbook.files.manifest import MANIFEST
from lsbook.model.site import PREVIEW_FILE
from lsbook.preview.reload_pages import find_reload_pages

_SCRIPT = re.compile(r"<script data-preview=.*?</script>\n", re.DOTALL)


def strip_page(text: str) -> str:
    """The page ``text`` of a preview without its script, and without what lets that run."""
    rule = find_reload_pages().rule
    return _SCRIPT.sub("", text.replace(f"; script-src{rule}", "", 1).replace(rule, "", 1), count=1)


def read_book(folder: Path, *, is_preview: bool = False) -> dict[str, bytes]:
    """Every file of a book but its list, by path; of a preview, without what only a preview has."""
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    del files[MANIFEST]
    if is_preview:
        del files[PREVIEW_FILE]
        pages = [path for path in files if path.endswith(".html")]
        files |= {path: strip_page(files[path].decode()).encode() for path in pages}
    return files
