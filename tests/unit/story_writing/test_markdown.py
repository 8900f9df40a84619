"""Prose becomes Markdown that is read as the same prose, whatever signs stand in its words."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lsbook.model.book import Card, NameLink, PictureLink
from lsbook.model.problem import Location
from lsbook.model.prose import (
    Code,
    Emphasis,
    Heading,
    LineBreak,
    Link,
    Listing,
    Mention,
    PageBreak,
    Paragraph,
    PictureRef,
    Preformatted,
    Quote,
    Strong,
    Text,
)
from lsbook.model.vocabulary import ItemKind
from lsbook.reading.markdown.read_prose import read_markdown
from lsbook.reading.parsed import Parsed
from lsbook.story_writing.markdown import format_prose
from lsbook.story_writing.name_table import NameTable
from tests.sharing import count_examples

AT = Location("chapters/01.md", 1)
JAN = Card(ItemKind.PEOPLE, 0)
NAMES = NameTable({JAN: "jan"}, ("garden.jpg",), (), ())
SIGNS = [
    "*",
    "_",
    "`",
    "\\",
    "#",
    ">",
    "-",
    "+",
    "1.",
    "!",
    "<b>",
    "&amp;",
    "(",
    ")",
    "~",
    "|",
    "=",
    "[",
    "]",
    "<",
    "ż",
]
WORDS = st.lists(st.sampled_from([*SIGNS, "Jan", "and", "12.", "c_d", "a*b", "#1"]), min_size=1, max_size=5).map(
    " ".join
)


def _read(text: str) -> tuple[Any, ...]:
    """What is read from ``text``: names and pictures as a Book has them, and pieces of words put together."""
    lines = [(AT, line) for line in text.split("\n")]
    parsed = read_markdown(lines, lambda name, _at: Parsed(name))
    assert not [problem for problem in parsed.problems if not problem.is_warning], parsed.problems
    return _settle_blocks(parsed.value)


def _settle_blocks(blocks: tuple[Any, ...]) -> tuple[Any, ...]:
    """``blocks`` without headings that say nothing, which no book has."""
    return tuple(block for block in map(_settle, blocks) if block != Heading(1, ()))


def _settle(value: Any) -> Any:
    match value:
        case Mention(identity):
            return NameLink("Robin", me=True) if identity == "me" else NameLink("Jan", JAN)
        case PictureRef(_, alt):
            return PictureLink(0, alt)
        case Listing(start, entries):
            return Listing(start, tuple(map(_settle_blocks, entries)))
        case Paragraph(inside):
            return Paragraph(_merge(inside))
        case Heading(level, inside):
            return Heading(level, _merge(inside))
        case Strong(inside):
            return Strong(_merge(inside))
        case Emphasis(inside):
            return Emphasis(_merge(inside))
        case Link(inside, address):
            return Link(_merge(inside), address)
        case Quote(blocks):
            return Quote(_settle_blocks(blocks))
    return value


def _merge(inside: tuple[Any, ...]) -> tuple[Any, ...]:
    merged: list[Any] = []
    for part in map(_settle, inside):
        if isinstance(part, Text) and merged and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].text + part.text)
        else:
            merged.append(part)
    return tuple(merged)


def _spaced(parts: list[Any]) -> tuple[Any, ...]:
    """``parts`` as a sentence, with words between any two that are none."""
    row: list[Any] = []
    for part in parts:
        row += [part] if not row else [Text(" and "), part] if not isinstance(part, LineBreak) else [part]
    return tuple(row)


SIMPLE = st.one_of(
    WORDS.map(Text),
    st.sampled_from([NameLink("Jan", JAN), NameLink("Robin", me=True)]),
    st.sampled_from(["a*b", "`", "x `` y", "<b>", "\\", "[[jan]]", "a_b_"]).map(Code),
    WORDS.map(lambda words: PictureLink(0, words)),
    WORDS.map(lambda words: Link((Text(words),), "https://example.org/a_b(c)?d=1&e=*")),
    st.just(Link((Text("https://example.org/x"),), "https://example.org/x")),
)
NESTED = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        inner.map(lambda part: Strong((part,))),
        inner.map(lambda part: Emphasis((part,))),
        inner.map(lambda part: Strong((Text("so "), part))),
    ),
    max_leaves=3,
)
SENTENCES = st.lists(NESTED, min_size=1, max_size=4).map(_spaced).map(_merge)
PARAGRAPHS = st.one_of(
    SENTENCES.map(Paragraph),
    st.tuples(SENTENCES, SENTENCES).map(lambda two: Paragraph((*two[0], LineBreak(), *two[1]))),
)
BLOCKS = st.recursive(
    st.one_of(
        PARAGRAPHS,
        st.tuples(st.integers(1, 6), SENTENCES).map(lambda pair: Heading(*pair)),
        st.sampled_from(["x = 1", "a\n\n  b\nc *d*", "- no list"]).map(Preformatted),
        st.just(PageBreak()),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(tuple).map(Quote),
        st.tuples(
            st.sampled_from([None, 1, 3]),
            st.lists(
                st.tuples(PARAGRAPHS, st.lists(inner, max_size=2)).map(lambda pair: (pair[0], *pair[1])),
                min_size=1,
                max_size=3,
            ).map(tuple),
        ).map(lambda pair: Listing(*pair)),
    ),
    max_leaves=4,
)


@settings(max_examples=count_examples(120), deadline=None, derandomize=True)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple))
def test_sentences_are_read_as_they_were(prose: tuple[Any, ...]) -> None:
    """Words with any signs in them, names, pictures, links and emphasis come back as they went."""
    assert _read(format_prose(prose, NAMES)) == prose


@settings(max_examples=count_examples(120), deadline=None, derandomize=True)
@given(st.lists(BLOCKS, min_size=1, max_size=4).map(tuple))
def test_blocks_are_read_as_they_were(prose: tuple[Any, ...]) -> None:
    """Lists, quotes, headings and words as they stand come back as they went, also right behind each other."""
    assert _read(format_prose(prose, NAMES)) == prose
