"""Lines that somebody may have meant as a ``:::`` block or a gate: none of them is ever taken as words."""

from __future__ import annotations

import re

from lsbook.reading.fields.blocks import BLOCKS

_GATE_AS_YAML = re.compile(r"\s*(from-age|also-for|only-me|hold|heads-up|instead)\s*:")
_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_COLONS = str.maketrans({"\uff1a": ":", "\ufe55": ":", "\ufe13": ":", "\ua789": ":", **dict.fromkeys(_HIDDEN)})
_SLIPPED = re.compile(
    rf"[:;](?: ?[:;]){{2,}}|[:;]{{2,}} ?(?:{'|'.join(BLOCKS)})\b|[:;] ?(?:from-age|also-for|only-me|hold|tell)\b"
)
"""Semicolons, where the key for capitals was not held down; spaces between the signs; too few signs."""
_WITHOUT_SIGNS = re.compile(r"(?:from-age \d+|tell \d+(?:-easy)?|only-me)\s*")
_BEFORE_COLONS = re.compile(r"(?:\s|>|#|\||[-*+•–](?=\s|:)|\d{1,9}[.)])*")


def is_block_like(line: str) -> bool:
    """True where a worker may have meant a ``:::`` line: two or more colons after spaces, ``>`` and list marks.

    Wide colons and invisible letters count as the plain ones that they look like, and so do slips of the keyboard: a
    gate with semicolons for colons, with spaces between them, with one alone or none.
    """
    plain = line.translate(_COLONS)
    match = _BEFORE_COLONS.match(plain)
    words = plain[match.end() if match else 0 :]
    return words.startswith("::") or bool(_SLIPPED.match(words) or _WITHOUT_SIGNS.fullmatch(words))


def find_gate_key(line: str) -> str | None:
    """Return the gate key with which a line of words begins (``from-age: 9``): there it would shut nothing."""
    match = _GATE_AS_YAML.match(line)
    return match[1] if match else None
