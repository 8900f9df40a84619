"""Bytes as text, in every way in which a program may read them: encodings, escapes, markup, rows of letters.

What is found here is looked at, never believed and never run.
"""

from __future__ import annotations

import base64
import contextlib
import html
import quopri
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from msgspec import Struct

from lsbook.reading.decode_text import clean, detect_encoding

MIN_CERTAIN_LENGTH = 6
"""Letters of a name that no chance puts into a film or a photo: fewer come up in millions of bytes by themselves."""
MIN_RUN_LENGTH = 20
"""Letters in a row that are words, not chance."""
_RUNS = re.compile(rf"[ -~\n\t\u00c0-\u024f\u0370-\u06ff]{{{MIN_RUN_LENGTH},}}")
ENCODINGS = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1256", "cp1257", "cp437", "cp850", "cp852", "cp866"),
    *("mac_roman", "mac_latin2", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_16", "iso8859_14"),
)
"""Of computers before UTF-8: in all of them plain letters are the same, and others are not."""
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_MARKS = ((b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"))
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{8,}(?:\r?\n[ \t]*[A-Za-z0-9+/_-]{4,})*={0,2}")
_WORD_LIKE = 48
"""Bytes: a shorter piece of base64 is looked at only if it makes words, for every long word looks like base64."""
_ESCAPED = re.compile(r"\\(?:u\{?([0-9a-fA-F]{4,6})\}?|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8})|'([0-9a-fA-F]{2}))")
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
_START, _MOST_ODD = 20_000, 50
"""Letters that are looked at to tell words from something else; of so many, one may be a control sign."""
_TAG = re.compile(r"<[^<>]*>")
_SOFT_END = re.compile(r"=[ \t]*\n")


class DecodedText(Struct, frozen=True):
    """One way to read bytes. ``as_is``: with the lines that an editor shows.

    ``min_length``: names with fewer letters are found in it by chance alone.
    """

    text: str
    as_is: bool = False
    min_length: int = 0


def decode_all_ways(data: bytes, encodings: tuple[str, ...] = ()) -> Iterator[DecodedText]:
    """Every way to read ``data`` that makes words of it, the plainest first.

    ``encodings``: those of ``ENCODINGS`` in which a name that is looked for is written in its own way.
    """
    plain = decode_plain_text(data)
    if plain is None:
        yield from _decode_binary(data)
        return
    yield DecodedText(plain, as_is=True)
    texts = [plain, *_decode_legacy(data, encodings)]
    yield from (DecodedText(text) for text in texts[1:])
    for text in texts:
        yield from (DecodedText(other) for other in dict.fromkeys(_remove_escapes(text)) if other != text)


def decode_plain_text(data: bytes) -> str | None:
    """The text of a file of words, its line ends all alike; ``None`` where the bytes are something else."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_strictly(data[len(mark) :], encoding)
    mark, encoding = detect_encoding(data)
    if not mark and b"\0" in data:
        wide = (text for wider in _WIDE if (text := _decode_strictly(data, wider)) and "\0" not in text)
        if best := max(wide, key=lambda text: sum(sign < "\x7f" for sign in text[:2000]), default=None):
            return best
    return _decode_strictly(data[len(mark) :], encoding)


def _decode_strictly(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "cp1252":
            return None
        text = data.decode("latin-1")
    start = text[:_START]
    odd = sum(sign < " " and sign not in "\t\r\n\f\v" for sign in start)
    return clean(text) if odd * _MOST_ODD <= len(start) else None


def _decode_legacy(data: bytes, encodings: tuple[str, ...]) -> Iterator[str]:
    """The text as computers before UTF-8 wrote it, each country its own way; and what was read wrongly once."""
    if data.isascii() or not encodings:
        return
    yield from dict.fromkeys(data.decode(encoding, "replace") for encoding in (*encodings, "utf-8"))
    for encoding in ("cp1252", "latin-1"):
        with contextlib.suppress(UnicodeError):
            yield data.decode("utf-8").encode(encoding).decode("utf-8")


def _decode_binary(data: bytes) -> Iterator[DecodedText]:
    """A file of a program: long rows of letters as text, all else for names that no chance makes."""
    wide = [data[start:].decode(wider, "ignore") for wider in _WIDE[:2] for start in (0, 1)] if b"\0" in data else []
    for text in (data.decode("utf-8", "replace"), *wide):
        yield DecodedText(text, min_length=MIN_CERTAIN_LENGTH)
        yield DecodedText("\n\n".join(_RUNS.findall(text)))
    if (wide_text := data.replace(b"\0", b"")) != data:
        yield DecodedText(wide_text.decode("utf-8", "replace"), min_length=MIN_CERTAIN_LENGTH)


def _remove_escapes(text: str) -> Iterator[str]:
    if "\0" in text:
        yield text.replace("\0", "")
    if "%" in text:
        yield unquote_to_bytes(text).decode("utf-8", "replace")
        yield unquote_to_bytes(text).decode("cp1252", "replace")
    if "&" in text:
        yield html.unescape(text)
    if "\\" in text:
        yield _ESCAPED.sub(_unescape_letter, text)
    if "=" in text:
        bare = quopri.decodestring(_SOFT_END.sub("", text).encode("utf-8", "replace"))
        yield bare.decode("utf-8", "replace")
        yield bare.decode("cp1252", "replace")
    if "<" in text:
        yield from (html.unescape(_TAG.sub(between, text)) for between in ("", " "))


def _unescape_letter(match: re.Match[str]) -> str:
    number = int(next(group for group in match.groups() if group), 16)
    return chr(number) if number < 0x110000 else ""


def decode_base64_parts(text: str) -> Iterator[bytes]:
    """The bytes that stand in ``text`` as base64, as e-mails carry files; long words look like it too."""
    for match in _BASE64.finditer(text.encode("utf-8", "replace")):
        lines = match[0].split()
        for packed in dict.fromkeys((b"".join(lines), *lines)):
            inner = _decode_base64(packed)
            if len(inner) >= _WORD_LIKE or _is_text(inner):
                yield inner


def _decode_base64(packed: bytes) -> bytes:
    bare = packed.translate(_URL_SAFE).rstrip(b"=")
    bare = bare[: len(bare) - (len(bare) % 4 == 1)]
    return base64.b64decode(bare + b"=" * (-len(bare) % 4))


def _is_text(data: bytes) -> bool:
    try:
        return "".join(data.replace(b"\0", b"").decode("utf-8").split()).isprintable()
    except UnicodeDecodeError:
        return False
