"""The addresses in a style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_COMMENT = re.compile(
    r"""(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|/\*.*?(?:\*/|\Z)""", re.DOTALL
)  # "/*" within a string begins no comment
_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})[ \t\r\n\f]?|(.))", re.DOTALL)
_ADDRESS = re.compile(
    r"""url\(\s*(?:"(?P<double>[^"]*)(?:"|\Z)|'(?P<single>[^']*)(?:'|\Z)|(?P<bare>[^)]*?))\s*(?:\)|\Z)"""
    r"""|@import\s*(?:"(?P<import_double>[^"]*)|'(?P<import_single>[^']*))""",
    re.IGNORECASE,
)  # what is still open at the end of a style sheet, browsers close
_SUSPICIOUS = re.compile(
    r"(?:-webkit-)?image-set\(|(?<![\w-])src\(|expression\(|-moz-binding|(?<![\w-])behavior\s*:", re.I
)


class StyleAddress(Struct, frozen=True):
    """``line`` counts from 1."""

    line: int
    address: str


class StyleFlaw(Struct, frozen=True):
    line: int
    what: str


def read_styles(text: str) -> Iterator[StyleAddress | StyleFlaw]:
    """Every address in ``text``, and what in it may hide one from lsbook."""
    # Comments go but for their line ends, so that lines still count; escapes are undone, because "\75rl(" is "url(".
    readable = _COMMENT.sub(lambda match: match["string"] or "\n" * match[0].count("\n"), text)
    readable = _ESCAPE.sub(_unescape, readable)
    for match in _ADDRESS.finditer(readable):
        address = next(part for part in match.groups() if part is not None)
        yield StyleAddress(readable.count("\n", 0, match.start()) + 1, address)
    for match in _SUSPICIOUS.finditer(readable):
        what = f'"{match[0]}" may lead anywhere. Write url(...) instead.'
        yield StyleFlaw(readable.count("\n", 0, match.start()) + 1, what)


def _unescape(escape: re.Match[str]) -> str:
    if escape[1] is None:
        return str(escape[2])
    number = int(escape[1], 16)
    return chr(number) if 0 < number < 0x110000 else "\ufffd"
