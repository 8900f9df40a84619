"""The remarks (``# …``) in a text of YAML."""

from __future__ import annotations

import re

import yaml

from lsbook.editing.nodes import LOADER, compute_line_starts
from lsbook.editing.source_text import Cut

_REMARK = re.compile(r"(?:^|(?<=[ \t]))#[^\n]*", re.MULTILINE)


def find_remarks(text: str) -> list[Cut]:
    """Where remarks stand in ``text``: signs within a value are none. Nothing where this is no YAML."""
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
    starts = compute_line_starts(text)
    spans = []
    try:
        for token in yaml.scan(text, Loader=LOADER):
            if isinstance(token, yaml.ScalarToken):
                start, end = (starts[mark.line] + mark.column for mark in (token.start_mark, token.end_mark))
                if token.style in ("|", ">"):
                    start = text.find("\n", start) + 1  # behind the sign there may be a remark
                spans.append((start, end))
    except yaml.YAMLError:
        return None
    return spans
