"""Words of Markdown know their lines, and what tells them changes nothing of how Markdown is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lsbook.model.located_text import LocatedText, find_location
from lsbook.model.problem import Location
from lsbook.model.prose import Reference
from lsbook.model.replace_references import replace_references
from lsbook.model.story_text import StoryPlain
from lsbook.model.walk import find_all
from lsbook.reading.markdown import line_marks, read_prose
from lsbook.reading.parsed import Parsed
from tests.sharing import count_examples

NOWHERE = Location("")
_WORD = re.compile(r"w[0-9]+w")
_SIGNS = (
    "W", " W", "W ", "*", "**", "_", "__", "`", "``", " ", "  ", "\t", "    ", "\n", "\n\n", "  \n", "# ", "## ", "#",
    "> ", "- ", "1. ", "* ", "---", "[", "]", "[[", "]]", "(", ")", "](", "][", "![", "!", "<", ">", "http://W.example",
    "\\", "\"", "'", ":", "]: ", "&", "&amp;", "é", "\u0663", ".", "<!-- ", "=", "~~~", "```\n",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_SIGNS), max_size=40).map("".join)
"""Texts of every sign that Markdown knows, in any order. Each W is a word of its own."""


def _read(text: str) -> tuple[StoryPlain, ...]:
    lines = [(Location("a.md", number), line) for number, line in enumerate(text.split("\n"), 1)]
    return read_prose.read_markdown(lines, lambda name, _: Parsed(name)).value


def _forget_places(blocks: tuple[StoryPlain, ...]) -> tuple[StoryPlain, ...]:
    def forget(reference: Reference) -> tuple[Reference]:
        return (replace(reference, at=NOWHERE),)

    return replace_references(blocks, forget)


def _number_words(text: str) -> str:
    numbers = count()
    return re.sub("W", lambda _: f"w{next(numbers)}w", text)


def _list_texts(blocks: tuple[StoryPlain, ...]) -> Iterator[LocatedText]:
    return find_all(LocatedText, blocks)


@settings(max_examples=count_examples(1000))
@given(_TEXTS)
def test_marks_change_nothing(text: str) -> None:
    """Markdown says the same with marks of its lines as with those of its references alone."""
    numbered = _number_words(text)
    marked = _read(numbered)
    with patch.object(line_marks, "find_mark_position", lambda _piece, has_labels: None):
        assert _forget_places(marked) == _forget_places(_read(numbered))


@settings(max_examples=count_examples(1000))
@example("\n[W]: ")
@example("\n[W]:\nW W")
@example("[W]:\nhttp://W.example\n\n[W]")
@given(_TEXTS)
def test_every_word_knows_its_line(text: str) -> None:
    """Each word of any Markdown stands on the line that it says."""
    numbered = _number_words(text)
    lines = {word: number for number, line in enumerate(numbered.split("\n"), 1) for word in _WORD.findall(line)}
    for words in _list_texts(_read(numbered)):
        places = {match[0]: find_location(words, match.start(), NOWHERE).line for match in _WORD.finditer(words)}
        assert places == {word: lines[word] for word in places}
