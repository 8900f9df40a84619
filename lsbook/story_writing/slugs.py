"""Names for files and ids, made from words that the reader sees anyway, and never from those of the first story."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 32
"""Letters: with a number before it and an ending behind, a name still fits on every stick (security.md)."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")


def make_slug(words: str, fallback: str) -> str:
    """Return ``words`` in small letters, digits and hyphens; ``fallback`` where none of these is left of them."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode("ascii")
    slug = re.sub("[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) > _LONGEST:
        slug = slug[:_LONGEST].rsplit("-", 1)[0].strip("-")
    return fallback if not slug or _RESERVED.fullmatch(slug) else slug


def make_unique_slugs(pairs: Iterable[tuple[str, str]], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """Return a slug for each pair of words and a fallback; of two that are alike, the second gets a number."""
    used = set(taken)
    slugs: list[str] = []
    for words, fallback in pairs:
        slug = base = make_slug(words, fallback)
        number = 2
        while slug in used:
            slug, number = f"{base}-{number}", number + 1
        used.add(slug)
        slugs.append(slug)
    return tuple(slugs)
