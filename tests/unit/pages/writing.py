"""The few words it takes to write a Book by hand."""

from __future__ import annotations

from typing import TypeAlias

from lsbook.model.book import Conversation, HeadsUp, Prose, Reference, Statement
from lsbook.model.prose import Inline, Paragraph, Text
from lsbook.model.vocabulary import Certainty
from lsbook.model.when import Dated, Point, When

Words: TypeAlias = "str | Inline[Reference]"


def para(*words: Words) -> Paragraph[Reference]:
    return Paragraph(tuple(Text(word) if isinstance(word, str) else word for word in words))


def prose(*paragraphs: str) -> Prose:
    return tuple(para(words) for words in paragraphs)


def says(*paragraphs: str, source: str = "", decided_by: str = "", certainty: Certainty | None = None) -> Statement:
    return Statement(prose(*paragraphs), source, decided_by, certainty)


def day(year: int, month: int | None = None, on: int | None = None) -> When:
    return Dated(Point(year, month, on))


def hard(about: str, by: str = "", on: When | None = None) -> HeadsUp:
    return HeadsUp(about, Conversation(by, on) if by else None)
