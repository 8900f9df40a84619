"""A letter by itself, as data: what stands on paper or in a Word file, line by line."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct


class LetterStyle(StrEnum):
    """How a paragraph of a letter looks."""

    TITLE = "title"
    HEADING = "heading"
    PLAIN = "plain"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"
    SMALL = "small"


class LetterRun(Struct, frozen=True):
    """Words of one kind; ``\\n`` within them begins a new line."""

    text: str
    bold: bool = False
    italic: bool = False


class LetterParagraph(Struct, frozen=True):
    runs: tuple[LetterRun, ...]
    style: LetterStyle = LetterStyle.PLAIN
    number: int = 0
    """Of a numbered line."""


class LetterPicture(Struct, frozen=True):
    """A picture in the letter: where it lies now, and what it shows."""

    file: Path
    alt: str


LetterPart: TypeAlias = "LetterParagraph | LetterPicture"


class LetterDocument(Struct, frozen=True):
    """One or several letters to one reader. ``direction`` is ltr or rtl."""

    title: str
    language: str
    direction: str
    made_on: date
    parts: tuple[LetterPart, ...]
