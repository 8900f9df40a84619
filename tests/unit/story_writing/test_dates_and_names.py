"""Dates, names of files and policies of a story that is made from a book."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lsbook.model.book import Cue
from lsbook.model.when import AtAge, Dated, Nearness, Point, Season, Span, UnknownDate, When
from lsbook.reading.dates import read_english_date
from lsbook.reading.story.captions import read_captions
from lsbook.story_writing.dates import format_date
from lsbook.story_writing.lists import format_captions
from lsbook.story_writing.policy_file import format_policy_file
from lsbook.story_writing.slugs import make_unique_slugs
from lsbook.story_writing.yaml_text import format_yaml
from tests.building import policy

DATES: tuple[When, ...] = (
    Dated(Point(2019)),
    Dated(Point(2019, 7)),
    Dated(Point(2019, 7, 3)),
    Dated(Point(2019, season=Season.WINTER)),
    Dated(Point(2019, 7), Nearness.ABOUT),
    Dated(Point(2019), Nearness.BEFORE),
    Dated(Point(2019, 7, 3), Nearness.AFTER),
    Span(Point(2018), Point(2019, 7)),
    Span(Point(2018, season=Season.SPRING), Point(2019, 7, 3)),
    AtAge(3),
    UnknownDate(),
)


@pytest.mark.parametrize("when", DATES, ids=format_date)
def test_a_date_is_read_as_it_was(when: When) -> None:
    """Every kind of date is written so that it is read as the same date."""
    assert read_english_date(format_date(when)) == when


def test_names_come_from_the_words_shown_and_meet_nowhere() -> None:
    """Files and ids are called by the words shown; what is alike gets a number, other scripts get a plain word."""
    pairs = [
        ("Nana Pat's House!", "home"),
        ("nana pat’s house", "home"),
        ("Бабуся", "person"),
        ("me", "person"),
        ("con", "x"),
    ]
    assert make_unique_slugs(pairs, ("me",)) == ("nana-pat-s-house", "nana-pats-house", "person", "me-2", "x")
    [long] = make_unique_slugs([("a word " * 20, "x")])
    assert len(long) <= 32 and not long.endswith("-")


def test_captions_are_read_as_they_were() -> None:
    """Times to the thousandth and words with any signs in them come back as they went."""
    cues = (Cue(0.0, 1.5, "Tom & Jo <laugh>"), Cue(3661.001, 3662.25, "{\\an8} --> so"))
    read = read_captions(format_captions(cues), "a.vtt").value
    assert tuple(Cue(each.begins, each.ends, each.text) for each in read) == cues


def test_a_policy_that_changes_nothing_is_not_written() -> None:
    """Numbers to ring stay those of lsbook, and newer with a newer one, unless the authority has others."""
    shipped = policy()
    assert format_policy_file(shipped, shipped, "") == ""
    other = replace(shipped, helplines=shipped.helplines[1:])
    text = format_policy_file(other, shipped, "")
    assert "helplines:" in text and "bands:" not in text


def test_words_that_yaml_could_take_for_something_else_stay_words() -> None:
    """A text that begins oddly, holds a colon or a number sign, or has several lines, stands so that it is kept."""
    text = format_yaml([{"a": "x: y", "b": "- no list", "c": "a #1", "d": "two\n\nlines", "e": "No"}])
    assert text == "- a: 'x: y'\n  b: '- no list'\n  c: \"a #1\"\n  d: |-\n    two\n\n    lines\n  e: No\n"
