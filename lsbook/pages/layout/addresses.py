"""Addresses: every one in the book is made here, from the words shown. A number in a row would tell of a gap."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from urllib.parse import quote

COVER = "Open my book.html"
READ_ME = "READ ME FIRST.txt"
LONGEST = 35
"""Letters in the stem of a file name: 40 with ``.html``, as old sticks want it."""
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
TAKEN = frozenset({"story", "talk", "talk-head", "contents", "contents-head", "title"})
"""Anchors that every page has."""


@dataclass(frozen=True)
class Wish:
    """What wants an address: the words shown, and more of its words to tell it from another with the same."""

    words: str
    more: str = ""


def slug(words: str, longest: int = LONGEST) -> str:
    """``words`` in ``[a-z0-9-]``; where nothing remains (another script), a short hash of them."""
    folded = unicodedata.normalize("NFKD", words.replace("’", "").replace("'", ""))
    ascii_only = folded.encode("ascii", "ignore").decode("ascii").lower()
    plain = "-".join(re.findall("[a-z0-9]+", ascii_only))
    if len(plain) > longest:
        plain = plain[: longest + 1].rpartition("-")[0] or plain[:longest]
    return plain if plain and plain not in RESERVED else digest(words)


def digest(words: str) -> str:
    """Six letters of a hash: enough to tell two apart, and it says nothing."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def distinct(wishes: Mapping[str, Wish], taken: Iterable[str] = ()) -> dict[str, str]:
    """A slug for each key. All that want the same one get a hash of their words, so that none looks like the first."""
    wanted = {key: slug(wish.words) for key, wish in wishes.items()}
    often = Counter([*wanted.values(), *taken])
    used = set(taken)
    given: dict[str, str] = {}
    for key, stem in wanted.items():
        name, mark = stem, wishes[key].words + "\n" + wishes[key].more
        while name in used or (often[stem] > 1 and name == stem):
            mark = digest(mark)
            name = f"{slug(wishes[key].words, LONGEST - 7)}-{mark}"
        used.add(name)
        given[key] = name
    return given


def spoken(value: object) -> str:
    """All the words in a value of the model, to know it by. File names are not words."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "\n".join(filter(None, map(spoken, value)))
    if is_dataclass(value):
        return "\n".join(filter(None, (spoken(getattr(value, f.name)) for f in fields(value) if f.name != "file")))
    return ""


def relative(address: str, here: str) -> str:
    """``address`` (a path from the book's folder, perhaps with ``#``) as written on the page ``here``."""
    path, mark, anchor = address.partition("#")
    if path == here and anchor:
        return mark + anchor
    return quote(posixpath.relpath(path, posixpath.dirname(here) or ".")) + mark + anchor
