"""Captions: what programs write, and what people break in it."""

from __future__ import annotations

import pytest

from lsbook.model.problem import Location
from lsbook.reading.story.captions import read_captions
from tests.unit.reading.conftest import ReadStory, ReadWrong

VTT = """WEBVTT - made by a program

NOTE qzsecret: Anna made these on her telephone

STYLE
::cue { color: lime }

intro
00:01.000 --> 00:02.500 align:start position:10%
<v Jan>Look, <i>Biscuit</i>!</v>

00:00:03.000 --> 00:00:04.000
- Where &amp; when?
<c.yellow>- Here.</c>
"""
SRT = """1
00:00:01,000 --> 00:00:02,500
Jan: Look, {\\an8}<b>Biscuit</b>!

2
00:00:03,000 --> 00:00:04,000
- Where & when?
- Here.
"""


@pytest.mark.parametrize("text", [VTT, SRT, SRT.replace("\n", "\n").strip()])
def test_both_formats_say_the_same(text: str) -> None:
    """WebVTT and SubRip give the same captions: times and words, with no note, style or mark of a program."""
    captions = read_captions(text, "media/a.vtt")
    assert [(caption.begins, caption.ends, caption.text) for caption in captions.value] == [
        (1.0, 2.5, "Jan: Look, Biscuit!"),
        (3.0, 4.0, "- Where & when? - Here."),
    ]
    assert not captions.problems


@pytest.mark.parametrize(
    "times",
    ["00:01 -> 00:02 --> ?", "00:00:05.000 --> 00:00:04.000", "1.5 --> 2.5", "00:00:99.000 --> 00:02:00.000", "-->"],
)
def test_a_caption_without_times_is_told_with_its_line(times: str) -> None:
    """A caption that nobody can place is a warning with its line, and the others are kept."""
    captions = read_captions(f"WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\n{times}\nTwo\n", "media/a.vtt")
    assert [caption.text for caption in captions.value] == ["One"]
    assert [problem.at for problem in captions.problems] == [Location("media/a.vtt", 6)]


def test_a_file_without_captions_is_told() -> None:
    """A file in which there is no caption at all is a warning."""
    captions = read_captions("WEBVTT\n\nDear Maya\n", "media/a.vtt")
    assert (captions.value, [problem.is_warning for problem in captions.problems]) == ((), [True])


def test_captions_come_with_their_film(story: ReadStory) -> None:
    """Captions stand in media.yaml beside their film, and are no medium of their own."""
    listed = "- {file: a.mp4, shows: A dog runs, captions: a.vtt}\n"
    [film] = story({"media.yaml": listed, "media/a.mp4": b"film", "media/a.vtt": VTT}).media
    assert [(caption.at.line, caption.text) for caption in film.captions] == [
        (9, "Jan: Look, Biscuit!"),
        (12, "- Where & when? - Here."),
    ]


def test_captions_of_another_kind_are_refused(wrong: ReadWrong) -> None:
    """Captions in a file that is neither .vtt nor .srt are a problem, with the line that names it."""
    [problem] = wrong({"media.yaml": "- file: a.mp4\n  captions: a.jpg\n", "media/a.mp4": b"1", "media/a.jpg": b"2"})
    assert (problem.at.line, "captions" in problem.what) == (2, True)
