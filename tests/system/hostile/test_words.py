"""Words that would run, or reach out: in a chapter, a letter and every kind of YAML value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lsbook.output.markup import read_page
from tests.building import put
from tests.sharing import once
from tests.system.hostile.stories import CHAPTER, build, refused, story
from tests.system.hostile.tricked import elements, list_loaded_scripts, make_tricked
from tests.system.hostile.tricks import CANARY, HOST, PICTURES

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more


def test_no_trick_becomes_an_element_an_attribute_or_an_address(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A book full of tricks has the elements and attributes of a harmless one, and shows their words as words."""
    place = once(tmp_path_factory, "tricked", make_tricked)
    allowed = elements(place / "harmless" / "books" / "9-12")
    book = place / "all" / "books" / "9-12"
    assert elements(book) - allowed <= {("script", "src")}
    loading = list_loaded_scripts(book)  # a long book finds its words in files of data beside one page
    assert len({page for page, _ in loading}) <= 1
    assert [src for _, src in loading if not re.fullmatch(r"[a-z0-9-]+\.dat", src)] == []
    pages = {page: page.read_text(encoding="utf-8") for page in book.rglob("*.html")}
    for text in pages.values():
        assert not [one for one in read_page(text).addresses if HOST in one.address or ":" in one.address]
    words = "".join(pages.values())
    assert words.count("&lt;script&gt;document.title") > 100
    assert "{{ 7*1911 }}" in words and "13377" not in re.sub(r"[0-9a-f]{6,}", "", words)


@pytest.mark.parametrize("trick", PICTURES)
def test_a_picture_from_elsewhere_stops_the_book(tmp_path: Path, trick: str) -> None:
    """A picture that is no file of the story is refused with its line, wherever its address leads."""
    folder = story(tmp_path / "story")
    put(folder / "chapters" / "01.md", f"{CHAPTER}{trick}\n")
    said = refused(folder)
    assert "There is no file" in said
    assert "chapters/01.md:5:" in said


@pytest.mark.parametrize("encoding", ["utf-7", "utf-16", "overlong", "null"])
def test_no_encoding_hides_a_script(tmp_path: Path, encoding: str) -> None:
    """Bytes that some program would read as other letters are words in a book, or no text at all."""
    folder = story(tmp_path / "story")
    script = f"<script>{CANARY}</script>"
    data = {
        "utf-7": (CHAPTER + script).encode("utf-7"),
        "utf-16": (CHAPTER + script).encode("utf-16"),
        "overlong": f"{CHAPTER}{script}".encode().replace(b"<", b"\xc0\xbc"),
        "null": f"{CHAPTER}{script}".encode().replace(b"<", b"<\0"),
    }
    put(folder / "chapters" / "01.md", data[encoding])
    build(folder)
    for page in folder.glob("books/9-12/**/*.html"):
        text = page.read_text(encoding="utf-8")
        assert set(re.findall("<script[^>]*>", text)) <= {"<script>", '<script type="application/json" id="places">'}
        assert not any(CANARY in script for script in re.findall("<script>(.*?)</script>", text, re.DOTALL))
