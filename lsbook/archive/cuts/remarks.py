"""Cutting remarks out of files: those of YAML (``# …``) anywhere, those of HTML (``<!-- … -->``) in a worker's pages.

A remark is no part of what a story tells. Remarks on lines that follow each other are one, up to a line that says
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from lsbook.editing.source_text import Cut, SourceText

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REMARK = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)
_HTML = re.compile(r"<!--.*?-->", re.DOTALL)
_IN_YAML = (".yaml", ".yml")
_IN_HTML = (".md", ".markdown", ".html", ".htm", ".xml", ".txt")
_HEAD = "---"

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
            yield from _find_yaml_cuts(_extract_head(text), is_private)
        else:
            yield from (match.span() for match in _HTML.finditer(text.text) if is_private(match[0]))


def _extract_head(text: SourceText) -> str:
    """The keys at the top of a chapter, on their own lines; all else is blank."""
    lines = text.lines
    ends = [number for number, line in enumerate(lines) if line.rstrip() == _HEAD][:2]
    first, last = ends if len(ends) > 1 else (0, 0)
    return "\n".join(line if first < number < last else " " * len(line) for number, line in enumerate(lines))


def _find_yaml_cuts(text: str, is_private: IsPrivate) -> Iterator[Cut]:
    lines: list[Cut] = []
    for start, end in _find_remarks(text):
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


def _find_remarks(text: str) -> list[Cut]:
    """Where remarks stand: signs within a value are none."""
    values = _find_values(text)
    if values is None:
        return []
    spans, at = [], 0
    for match in _REMARK.finditer(text):
        while at < len(values) and values[at][1] <= match.start():
            at += 1
        if at == len(values) or match.start() < values[at][0]:
            spans.append(match.span())
    return spans


def _find_values(text: str) -> list[Cut] | None:
    """From where to where each value stands; ``None`` where this is no YAML."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    spans = []
    try:
        for token in yaml.scan(text, Loader=_LOADER):
            if isinstance(token, yaml.ScalarToken):
                start, end = (starts[mark.line] + mark.column for mark in (token.start_mark, token.end_mark))
                if token.style in ("|", ">"):
                    start = text.find("\n", start) + 1  # behind the sign there may be a remark
                spans.append((start, end))
    except yaml.YAMLError:
        return None
    return spans
