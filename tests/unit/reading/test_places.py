"""What is read knows where each of its words stands, however its file is written."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lsbook.model.located_text import (
    LocatedText,
    collapse_spaces,
    cut_text,
    expand_tabs,
    find_location,
    join_texts,
    place_text,
    split_lines,
    strip_text,
)
from lsbook.model.problem import Location
from lsbook.model.walk import find_all
from lsbook.reading.yaml.locate_text import locate_text
from lsbook.reading.yaml.nodes import Map, Scalar
from lsbook.reading.yaml.parse import read_tree
from tests.building import HEAD
from tests.sharing import count_examples
from tests.unit.reading.conftest import ReadStory

NOWHERE = Location("")
_WORD = re.compile(r"[^\W_]+")
_CHANGES: tuple[Callable[[LocatedText], str], ...] = (
    collapse_spaces,
    strip_text,
    lambda text: cut_text(text, 3, len(text) - 2),
    lambda text: expand_tabs(text, 4),
    lambda text: join_texts("\n", split_lines(text)),
    lambda text: join_texts("", (cut_text(text, 0, 4), cut_text(text, 4, len(text)))),
)


def _place_words(text: str) -> LocatedText:
    """Return ``text``, each letter of which stands on the line that is its number in Unicode."""
    return join_texts("", (place_text(letter, Location("a", ord(letter))) for letter in text))


@pytest.mark.parametrize("change", _CHANGES)
@given(text=st.text(alphabet="abc \t\n", max_size=20))
def test_words_keep_their_places(change: Callable[[LocatedText], str], text: str) -> None:
    """What is cut, joined and put on one line stands where it stood."""
    changed = change(_place_words(text))
    places = [find_location(changed, at, NOWHERE).line for at, letter in enumerate(changed) if letter.isalpha()]
    assert places == [ord(letter) for letter in changed if letter.isalpha()]


def _locate_words(source: str) -> dict[str, int]:
    """Return the words of the one text in a YAML ``source``, each with its line."""
    tree = read_tree(source, "a.yaml").value
    assert isinstance(tree.root, Map)
    [(_, node)] = tree.root.pairs
    assert isinstance(node, Scalar)
    text = locate_text(node, tree)
    assert text == node.value
    return {match[0]: find_location(text, match.start(), NOWHERE).line for match in _WORD.finditer(text)}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("a: one two", {"one": 1, "two": 1}),
        ("a: one\n  two\n\n  three", {"one": 1, "two": 2, "three": 4}),
        ("a:\n  one\n  two # a remark\n", {"one": 2, "two": 3}),
        ("a: |\n  one\n\n    two\n  three\n", {"one": 2, "two": 4, "three": 5}),
        ("a: >-\n\n  one\n  two\n\n  three\n\n\n# a remark", {"one": 3, "two": 4, "three": 6}),
        ("a: |2+\n   one\n  two\n\n", {"one": 2, "two": 3}),
        ("a: 'it''s one\n  o''clock'", {"it": 1, "s": 1, "one": 1, "o": 2, "clock": 2}),
        ('a: "one \\\n  two\\n three\n\n  \\x66our"', {"one": 1, "two": 2, "three": 2, "four": 4}),
        ('{a: "one\n  two"}', {"one": 1, "two": 2}),
    ],
)
def test_each_word_of_a_yaml_text_knows_its_line(source: str, lines: dict[str, int]) -> None:
    """A text over several lines of YAML stands on all of them, in each way of writing it."""
    assert _locate_words(source) == lines


_LINES = st.lists(st.sampled_from(("w", "w w", "", "  w", "w'w", "w #w", "w: w", "\\w", "-w")), min_size=1, max_size=8)


def _number_words(lines: list[str], join: Callable[[list[str]], str]) -> tuple[str, dict[str, int]]:
    numbers = iter(range(1000))
    source = re.sub("w", lambda _: f"x{next(numbers)}x", join(lines))
    places = {
        match[0]: number for number, line in enumerate(source.split("\n"), 1) for match in re.finditer("x[0-9]+x", line)
    }
    return source, places


@pytest.mark.parametrize("sign", ["|", ">", ">+", "|-"])
@settings(max_examples=count_examples(100))
@given(lines=_LINES)
def test_each_word_of_a_block_knows_its_line(sign: str, lines: list[str]) -> None:
    """Words below ``|`` or ``>`` stand on their own lines, whatever becomes of these."""
    source, places = _number_words(["w", *lines], lambda each: f"a: {sign}\n" + "".join(f"  {line}\n" for line in each))
    assert _locate_words(source) == places


@pytest.mark.parametrize("quote", ["'", '"'])
@settings(max_examples=count_examples(100))
@given(lines=_LINES)
def test_each_word_in_quotes_knows_its_line(quote: str, lines: list[str]) -> None:
    """Words in quotes over several lines stand on their own lines, whatever is escaped."""
    escaped = [line.replace("'", "''") if quote == "'" else line.replace("\\", "\\\\") for line in lines]
    source, places = _number_words(escaped, lambda each: f"a: {quote}" + "\n  ".join(each) + quote)
    assert _locate_words(source) == places


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_in_every_kind_of_file(story: ReadStory, encoding: str, line_end: str) -> None:
    """In a file of any encoding, with any line ends, each word of a chapter stands on the line that it says."""
    written = f"{HEAD}Héllo and\n*then\nmore*  \nat ![a dog\nand cat](dog.png) last.\n\n- item\n  over two\n\n# End\n"
    files: dict[str, str | bytes] = {
        "chapters/01.md": written.replace("\n", line_end).encode(encoding),
        "media/dog.png": b"",
    }
    [chapter] = story(files).chapters
    lines = written.split("\n")
    seen = []
    for text in find_all(LocatedText, chapter.inside):
        for match in _WORD.finditer(text):
            seen.append(match[0])
            assert match[0] in lines[find_location(text, match.start(), NOWHERE).line - 1]
    assert seen == [
        "Héllo",
        "and",
        "then",
        "more",
        "at",
        "a",
        "dog",
        "and",
        "cat",
        "last",
        "item",
        "over",
        "two",
        "End",
    ]
