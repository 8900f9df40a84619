"""Cutting remarks out of files: those of YAML (``# …``) anywhere, those of HTML (``<!-- … -->``) in a worker's pages.

A remark is no part of what a story tells. Remarks on lines that follow each other are one, up to a line that says
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lsbook.editing.remarks import find_remarks
from lsbook.editing.source_text import Cut, SourceText
from lsbook.editing.yaml_file import mask_prose

_HTML = re.compile(r"<!--.*?-->", re.DOTALL)
_IN_YAML = (".yaml", ".yml")
_IN_HTML = (".md", ".markdown", ".html", ".htm", ".xml", ".txt")

IsPrivate = Callable[[str], bool]
"""Whether words hold a private name."""


def has_known_remarks(path: str) -> bool:
    """Whether lsbook knows how remarks are written in a file of this name."""
    return path.casefold().endswith((*_IN_YAML, *_IN_HTML))


def find_remark_cuts(text: SourceText, path: str, is_private: IsPrivate) -> Iterator[Cut]:
    """Where ``text`` has remarks that hold a private name. In the story's own texts those of HTML are printed."""
    small = path.casefold()
    if small.endswith(_IN_YAML):
        yield from _find_yaml_cuts(text.text, is_private)
    elif small.endswith(_IN_HTML):
        if small.startswith(("chapters/", "letters/")):
            yield from _find_yaml_cuts(mask_prose(text.text), is_private)
        else:
            yield from (match.span() for match in _HTML.finditer(text.text) if is_private(match[0]))


def _find_yaml_cuts(text: str, is_private: IsPrivate) -> Iterator[Cut]:
    lines: list[Cut] = []
    for start, end in find_remarks(text):
        begins = text.rfind("\n", 0, start) + 1
        if text[begins:start].strip():
            if is_private(text[start:end]):
                yield len(text[:start].rstrip()), end
            continue
        if lines and not (begins == lines[-1][1] and _has_words(text[start:end])):
            yield from _merge_remarks(text, lines, is_private)
            lines = []
        if _has_words(text[start:end]):
            lines.append((begins, min(end + 1, len(text))))
    yield from _merge_remarks(text, lines, is_private)


def _merge_remarks(text: str, lines: list[Cut], is_private: IsPrivate) -> Iterator[Cut]:
    if lines and is_private("\n".join(text[start:end].strip().lstrip("#") for start, end in lines)):
        yield lines[0][0], lines[-1][1]


def _has_words(remark: str) -> bool:
    return re.search(r"\w", remark) is not None
