"""The book as a PDF, through a real browser."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from lsbook.exports import FinishedBook, PaperFormat, find_browser, make_pdf
from lsbook.exports.pdf.booklet import arrange_spreads
from lsbook.model.problem import ProblemsFound
from tests.building import HARD, LATER, TOLD


def _texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def _things(pdf: bytes) -> Iterator[DictionaryObject]:
    reader = PdfReader(io.BytesIO(pdf))
    for number in range(1, int(str(reader.trailer["/Size"]))):
        thing = reader.get_object(number)
        if isinstance(thing, DictionaryObject):
            yield thing


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("memory")


@pytest.fixture(scope="module")
def small(robin: FinishedBook, memory: Path) -> bytes:
    """The small book on paper."""
    [pdf] = make_pdf(robin, PaperFormat(), find_browser(None), memory)
    return pdf


def test_the_contents_carry_the_numbers_of_the_sheets(small: bytes) -> None:
    """The number beside a topic in the contents is that of the sheet on which its title stands."""
    texts = _texts(small)
    contents = next(text for text in texts if "In this book" in text)
    for title in ("Your garden", "People who can help", "The night you left"):
        found = re.search(rf"{title}[^\d]*(\d+)", contents)
        assert found, title
        sheet = texts[int(found[1]) - 1]
        assert title.lower().removeprefix("the ") in sheet.lower()


def test_hard_news_is_after_the_story_and_behind_its_heads_up(small: bytes) -> None:
    """Hard news stands behind a sheet that says what it is about, nowhere else, and never last."""
    texts = _texts(small)
    [at] = [at for at, text in enumerate(texts) if HARD in text]
    assert at < len(texts) - 1
    assert "The next page is about the night you left." in " ".join(texts[at - 1].split())
    assert "Jan" in texts[at]
    assert max(at for at, text in enumerate(texts) if TOLD in text) < at - 1


def test_it_says_what_it_is_and_nothing_of_this_computer(small: bytes, robin: FinishedBook) -> None:
    """Title, language and the book's own day stand in it; no path, no user, no browser, nothing withheld."""
    reader = PdfReader(io.BytesIO(small))
    about = {key: str(value) for key, value in (reader.metadata or {}).items()}
    assert about["/Title"] == "Robin: the story so far"
    assert about["/CreationDate"] == about["/ModDate"] == "D:20260301000000Z"
    assert str(reader.root_object["/Lang"]) == "en-GB"
    words = "\n".join([*_texts(small), *about.values(), *(str(one) for one in _things(small))])
    for never in (LATER, "Chrom", "Skia", "file:", robin.folder.parent.name, str(robin.folder.parents[2])):
        assert never not in words, never


def test_the_same_book_gives_the_same_bytes_and_leaves_nothing(robin: FinishedBook, small: bytes, memory: Path) -> None:
    """A second run gives the same PDF, and nothing of either stays behind."""
    assert make_pdf(robin, PaperFormat(), find_browser(None), memory) == (small,)
    assert list(memory.iterdir()) == []


def test_what_a_run_left_that_was_killed_goes_with_the_next(robin: FinishedBook, memory: Path) -> None:
    """A folder to print in of more than an hour ago is nobody's; one of now may be another window's."""
    old, new = memory / "paper-old" / "profile", memory / "paper-new" / "profile"
    for folder in (old, new):
        folder.mkdir(parents=True)
    os.utime(old.parent, (0, 0))
    make_pdf(robin, PaperFormat(), find_browser(None), memory)
    assert [one.name for one in memory.iterdir()] == ["paper-new"]
    new.rmdir()
    new.parent.rmdir()


@pytest.mark.browser
@pytest.mark.slow
def test_every_picture_of_the_example_has_its_words(maya: FinishedBook, memory: Path) -> None:
    """The example's PDF is tagged: headings, an outline, and words for every figure."""
    [pdf] = make_pdf(maya, PaperFormat(), find_browser(None), memory)
    root = PdfReader(io.BytesIO(pdf)).root_object
    assert {"/MarkInfo", "/StructTreeRoot", "/Outlines"} <= set(root)
    tags = [(str(thing["/S"]), str(thing.get("/Alt", ""))) for thing in _things(pdf) if "/S" in thing and "/P" in thing]
    figures = [words for tag, words in tags if tag == "/Figure"]
    assert len(figures) > 20 and all(figures)
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/Link"} <= {tag for tag, _ in tags}
    sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in PdfReader(io.BytesIO(pdf)).pages}
    assert sizes == {(595, 842)}
    texts = [" ".join(text.split()) for text in _texts(pdf)]
    doors = [at for at, text in enumerate(texts, 1) if "The next page is about" in text]
    assert len(doors) > 5 and all(at % 2 for at in doors), "a heads-up whose hard news stands beside it"
    assert not [at for at, text in enumerate(texts, 1) if len(text.split()) < 8], "a sheet with next to nothing on it"
    assert len(texts) <= 110
    bare = [text for text in texts[1:] if len(text.split()) < 30]
    assert not [text for text in bare if "Your own pages" not in text and not text.endswith(tuple("0123456789"))], (
        "a sheet to read with next to nothing on it"
    )


def test_a_folded_booklet_reads_in_order() -> None:
    """The first side holds the last page and the first; from right to left they change places."""
    assert list(arrange_spreads(8, "ltr")) == [(7, 0), (1, 6), (5, 2), (3, 4)]
    assert list(arrange_spreads(4, "rtl")) == [(0, 3), (2, 1)]


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_without_a_browser_a_plain_sentence_says_what_to_do(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a computer without Edge, Chrome or Chromium the remedy names them and the way without."""
    monkeypatch.setenv("PATH", "")
    for name in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData"):
        monkeypatch.setenv(name, "/nowhere")
    with pytest.raises(ProblemsFound) as stopped:
        find_browser(None, system)
    assert "--browser" in stopped.value.problems[0].remedy
    assert "Print this book" in stopped.value.problems[0].remedy


def test_a_browser_that_makes_no_pdf_is_named(robin: FinishedBook, memory: Path) -> None:
    """A program that is no browser ends in a sentence, and nothing stays behind."""
    with pytest.raises(ProblemsFound) as stopped:
        make_pdf(robin, PaperFormat(), find_browser(Path("/bin/true")), memory)
    assert stopped.value.problems[0].at.path == "/bin/true"
    assert list(memory.iterdir()) == []
