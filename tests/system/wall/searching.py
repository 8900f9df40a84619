"""Canaries in a finished book: every byte of it, its file names, and its pages as a reader's eyes see them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

CANARY = re.compile(r"qz[a-z]+\d+z")
_CODED = re.compile(r"(?:base64,|sha256-)[A-Za-z0-9+/=]+")
"""Letters of a typeface, and digests. In so many letters in any order stands what looks like a canary now and then."""
_DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b")


def canaries_of_story(folder: Path) -> set[str]:
    """Every canary in the files of a story, and in their names."""
    files = [file for file in folder.rglob("*") if file.is_file() and ".lsbook" not in file.parts]
    texts = (file.read_text(encoding="utf-8") for file in files if file.suffix in {".yaml", ".md", ".vtt"})
    return canaries([*texts, *(file.relative_to(folder).as_posix() for file in files)])


def canaries_of_book(book: Mapping[str, bytes]) -> set[str]:
    """Every canary in the bytes of a book, in its file names, and in what its escaped characters mean."""
    return canaries([*book, *_texts(book)])


def canaries(texts: Iterable[str]) -> set[str]:
    """The canary words in ``texts``."""
    return {word for text in texts for word in CANARY.findall(text.casefold())}


def days_of_story(folder: Path) -> set[str]:
    """Whole dates as a book would print them."""
    texts = (file.read_text(encoding="utf-8") for file in folder.rglob("*") if file.suffix in {".yaml", ".md"})
    return {day for text in texts for day in _DAY.findall(text)}


def days_of_book(book: Mapping[str, bytes]) -> set[str]:
    """Whole dates that a book prints."""
    return {day for text in _texts(book) for day in _DAY.findall(text)}


def _texts(book: Mapping[str, bytes]) -> Iterable[str]:
    for content in book.values():
        text = _CODED.sub("", content.decode("utf-8", errors="replace"))
        yield text
        yield html.unescape(text)
