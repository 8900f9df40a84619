"""The files in which a long book keeps what can be found in it: one call with lists of texts, and nothing else.

A page in an open folder can load no data but a script (``file://``). So such a file is one, in a form so narrow that
``output`` can read it back: what does not come out the same, letter by letter, is not written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeAlias

SearchRow: TypeAlias = tuple[str, str, str, str]
"""The address as a page beside the file writes it, the name of the place, the title of its page, and its words."""

ENDING = "dat"
"""Of the file's name: nothing opens it by a double-click, and mail lets it pass."""
_BEGIN, _END = "(self.lsbookPlaces=self.lsbookPlaces||[]).push(", ")\n"
_ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def format_search_file(rows: Iterable[SearchRow]) -> str:
    """The text of a file with ``rows``."""
    return f"{_BEGIN}{format_json([list(row) for row in rows])}{_END}"


def format_json(value: object) -> str:
    """``value`` as JSON that may stand in a script: no tag begins in it, and no line ends that JSON does not end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter, escape in _ESCAPES.items():
        text = text.replace(letter, escape)
    return text


def parse_search_file(text: str) -> tuple[SearchRow, ...] | None:
    """The rows in the ``text`` of such a file; ``None`` where anything else stands in it."""
    try:
        value = json.loads(text.removeprefix(_BEGIN).removesuffix(_END))
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, list) or not all(_is_row(row) for row in value):
        return None
    rows = tuple((str(to), str(name), str(on), str(words)) for to, name, on, words in value)
    return rows if format_search_file(rows) == text else None


def _is_row(row: object) -> bool:
    return isinstance(row, list) and len(row) == 4 and all(isinstance(text, str) for text in row)
