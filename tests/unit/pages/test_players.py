"""Films, sounds and documents on a page."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from lsbook.model.book import Book, Chapter, Cue, MediaBlock, Medium, PictureLink
from lsbook.model.media import Recording, RenderedMedium, Rendition, Renditions
from lsbook.model.theme import Theme
from lsbook.model.vocabulary import BookOrder, BookVoice, MediaBlockKind, MediumKind, Part
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import ROOT, book
from tests.unit.pages.site_reading import Read, pages
from tests.unit.pages.writing import hard, para, prose

FILE = ROOT / "pyproject.toml"
CUES = (Cue(1, 2.5, "Look <b>here</b> & there --> now"), Cue(3661.25, 3662, "Żółw"))
FILM = Medium("film.mp4", "A dog runs", prose("Biscuit runs."), (), None, False, True, CUES)


def widths(name: str) -> tuple[Rendition, ...]:
    """One picture, as the media room would make it."""
    return (Rendition(FILE, f"{name}.jpg", 640, 360), Rendition(FILE, f"{name}-wide.jpg", 1280, 720))


MADE = {
    "film": RenderedMedium(MediumKind.FILM, (widths("poster"),), Recording(FILE, "film.mp4", 125)),
    "sound": RenderedMedium(MediumKind.SOUND, (), Recording(FILE, "sound.m4a", 3725)),
    "document": RenderedMedium(MediumKind.DOCUMENT, (widths("one"), widths("two"))),
}


def shown(kind: str, medium: Medium = FILM, look: str = "9-12") -> tuple[Book, Renditions]:
    """A Book whose one chapter shows this medium."""
    chapter = Chapter("A day", Part.WHO_AM_I, (MediaBlock(MediaBlockKind.FILM, (0,)),))
    full = book(look)
    child = replace(full.child, photo=0, names=())
    bare = Book(full.edition, full.made_on, child, BookVoice.YOU, "en-GB", BookOrder.PRESENT_FIRST, Theme(), 0, (), ())
    return replace(bare, chapters=(chapter,), media=(medium,)), Renditions({medium.file: MADE[kind]})


def page(kind: str, medium: Medium = FILM, path: str = "pages/a-day.html") -> Read:
    """The page of that chapter."""
    return pages(site_of(*shown(kind, medium)))[path]


def one(read: Read, tag: str) -> dict[str, str | None]:
    """The attributes of the one element of this kind."""
    [found] = [element for element in read.elements if element.tag == tag]
    return found.attributes


def test_a_film_has_controls_a_poster_its_length_and_its_words() -> None:
    """A film plays without a program in the page; its poster, caption, length and what it shows stand with it."""
    read = page("film")
    video = one(read, "video")
    assert (video["src"], video["poster"]) == ("../media/film.mp4", "../media/poster-wide.jpg")
    assert "controls" in video
    assert video["aria-label"] == "A dog runs"
    assert "2:05" in read.words
    assert "Biscuit runs." in read.words
    [paper] = read.with_class("on-paper")
    assert (paper.attributes["src"], paper.attributes["alt"]) == ("../media/poster-wide.jpg", "A dog runs")


def test_captions_stand_in_the_page_and_beside_the_film() -> None:
    """Captions are a track that no file and no network is needed for, and lines to read; nothing in them is markup."""
    read = page("film")
    track = one(read, "track")
    head, _, said = unquote(track["src"] or "").partition(",")
    assert head == "data:text/vtt;charset=utf-8"
    assert said == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nLook &lt;b&gt;here&lt;/b&gt; &amp; there --&gt; now\n\n"
        "01:01:01.250 --> 01:01:02.000\nŻółw\n\n"
    )
    assert "Look <b>here</b> & there --> now" in read.words
    assert "Żółw" in read.words


def test_a_transcript_stands_in_the_place_of_captions_to_read() -> None:
    """Where somebody has written down the whole, that is what is read beside the film, and the track stays."""
    read = page("film", replace(FILM, transcript=prose("Jan calls Biscuit.")))
    assert "Jan calls Biscuit." in read.words
    assert "Żółw" not in read.words
    assert one(read, "track")


def test_a_sound_is_played_and_is_no_picture() -> None:
    """A sound has a player and its length; where a picture is wanted, there is none in its place."""
    site = site_of(*shown("sound"))
    read = pages(site)["pages/a-day.html"]
    audio = one(read, "audio")
    assert (audio["src"], audio["aria-label"]) == ("../media/sound.m4a", "A dog runs")
    assert "1:02:05" in read.words
    assert not [element for each in pages(site).values() for element in each.elements if element.tag == "img"]


def test_a_document_shows_every_page_and_what_is_written_there() -> None:
    """All pages of a document stand in their order, each with words for those who cannot see it, and the transcript."""
    read = page("document", replace(FILM, captions=(), transcript=prose("Dear Maya")))
    [figure] = read.with_class("document")
    assert figure.tag == "figure"
    alts = [element.attributes["alt"] or "" for element in read.elements if element.tag == "img"]
    assert alts[0] == "A dog runs"
    assert alts[1].startswith("A dog runs (")
    assert "Dear Maya" in read.words


def test_a_transcript_may_show_what_it_is_the_transcript_of() -> None:
    """A transcript in which its own document stands is written once, and the pages come to an end."""
    own = para("Look: ", PictureLink(0, "The letter"))
    read = page("document", replace(FILM, captions=(), transcript=(own, *prose("Dear Maya"))))
    assert read.words.count("Dear Maya") == 1


@pytest.mark.parametrize("kind", ["film", "sound", "document"])
def test_every_medium_stands_on_the_page_of_photos(kind: str) -> None:
    """What is listed and may be seen is on the page of photos, whatever kind it is; the title says what is there."""
    read = page(kind, path="pages/photos.html")
    assert "Biscuit runs." in read.words
    assert ("Photos, films and sounds" in read.words) == (kind != "document")


@pytest.mark.parametrize("kind", ["film", "sound"])
def test_hard_news_in_a_film_stands_behind_its_heads_up(kind: str) -> None:
    """A film or a sound that is hard news plays on a page of its own, and nothing of it stands anywhere else."""
    medium = replace(FILM, heads_up=hard("about a goodbye"))
    found = pages(site_of(*shown(kind, medium)))
    holding = [
        path for path, read in found.items() if any(one.tag in ("video", "audio", "img") for one in read.elements)
    ]
    assert holding == ["pages/a-goodbye.html"]
    assert [path for path, read in found.items() if "Żółw" in read.words] == holding
