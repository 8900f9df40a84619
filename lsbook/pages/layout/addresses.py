"""Addresses: every one in the book is made here, from the words shown. A number in a row would tell of a gap."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote

from msgspec import Struct

from lsbook.model.walk import list_fields

COVER = "Open my book.html"
READ_ME = "READ ME FIRST.txt"
MAX_SLUG_LENGTH = 35
"""Letters in the stem of a file name: 40 with ``.html``, as old sticks want it."""
RESERVED_NAMES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
PAGE_ANCHORS = frozenset({"story", "talk", "talk-head", "contents", "contents-head", "title"})
"""Anchors that every page has."""
FOLDED_ANCHOR = "story"
"""What a page as a whole is called where it stands within another."""


class Href(str):
    """An address as one page writes it; ``target`` is the same from the book's folder, with its ``#``."""

    target: str

    def __new__(cls, written: str, target: str) -> Href:
        href = super().__new__(cls, written)
        href.target = target
        return href

    @property
    def links(self) -> tuple[str, ...]:
        """The target, or nothing where it leads nowhere."""
        return (self.target,) if self.target else ()


NO_HREF = Href("", "")
"""Where there is nothing to lead to."""


class SourceSet(str):
    """All renditions of a picture as an ``<img>`` names them; ``links`` are their addresses from the book's folder."""

    links: tuple[str, ...]

    def __new__(cls, written: str, links: tuple[str, ...]) -> SourceSet:
        srcset = super().__new__(cls, written)
        srcset.links = links
        return srcset


class AddressRequest(Struct, frozen=True):
    """What wants an address: the words shown, and a value whose words tell it from another with the same."""

    text: str
    value: object = ""


def slugify(text: str, max_length: int = MAX_SLUG_LENGTH) -> str:
    """``text`` in ``[a-z0-9-]``; where nothing remains (another script), a short hash of them."""
    folded = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    ascii_only = folded.encode("ascii", "ignore").decode("ascii").lower()
    plain = "-".join(re.findall("[a-z0-9]+", ascii_only))
    if len(plain) > max_length:
        plain = plain[: max_length + 1].rpartition("-")[0] or plain[:max_length]
    return plain if plain and plain not in RESERVED_NAMES else hash_text(text)


def hash_text(text: str) -> str:
    """Six letters of a hash: enough to tell two apart, and it says nothing."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def assign_slugs(requests: Mapping[str, AddressRequest], taken: Iterable[str] = ()) -> dict[str, str]:
    """A slug for each key. All that want the same one get a hash of their words, so that none looks like the first."""
    wanted = {key: slugify(wish.text) for key, wish in requests.items()}
    often = Counter([*wanted.values(), *taken])
    used = set(taken)
    given: dict[str, str] = {}
    for key, stem in wanted.items():
        name, mark = stem, ""
        while name in used or (often[stem] > 1 and name == stem):
            mark = hash_text(mark or f"{requests[key].text}\n{collect_text(requests[key].value)}")
            name = f"{slugify(requests[key].text, MAX_SLUG_LENGTH - 7)}-{mark}"
        used.add(name)
        given[key] = name
    return given


def make_stem(address: str) -> str:
    """The name of the file at ``address``, without its ending."""
    return posixpath.basename(address).removesuffix(".html")


def prefix_anchor(address: str, anchor: str = "") -> str:
    """What ``anchor`` of the page at ``address`` is called where that page stands within another; else the whole page.

    No slug has two hyphens together, so that it is no anchor of the page around it.
    """
    return f"{make_stem(address)}--{anchor or FOLDED_ANCHOR}"


def collect_text(value: object) -> str:
    """All the words in a value of the model, to know it by. File names are not words."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "\n".join(filter(None, map(collect_text, value)))
    return "\n".join(filter(None, (collect_text(inner) for name, inner in list_fields(value) if name != "file")))


def make_relative(address: str, page_address: str) -> Href:
    """``address`` (a path from the book's folder, perhaps with ``#``) as written on the page ``page_address``."""
    path, mark, anchor = address.partition("#")
    if path == page_address and anchor:
        return Href(mark + anchor, address)
    return Href(_relate(path, posixpath.dirname(page_address)) + mark + anchor, address)


@lru_cache(maxsize=1 << 14)
def _relate(path: str, folder: str) -> str:
    """``path`` as it is written in a page of ``folder``. Every page names the same ones: it is worked out once."""
    return quote(posixpath.relpath(path, folder or "."))
