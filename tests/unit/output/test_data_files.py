"""Files of what can be found: nothing but texts stands in them, and one page alone loads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.problem import ProblemsFound
from lsbook.model.search_file import format_search_file, parse_search_file
from lsbook.output import write
from tests.unit.output.sites import page, site

ROWS = (("jan.html#top", "Jan </script>", "", 'She sings. “ż”\u2028\\ "x"'), ("still.html", "Still", "Home", ""))
LOAD = '<script src="abc.dat"></script>'


def _write(folder: Path, data: str, load: str = LOAD, **more: str) -> None:
    """Write a little book with a page that loads ``data``; ``more`` pages as for ``site``."""
    find = page(f'<a href="jan.html">Jan</a>{load}')
    still = page('<a href="find.html">Find</a>')
    pages = {"pages__find_html": find, "pages__still_html": still, "pages__abc_dat": data, **more}
    write(site(folder / "workshop", **pages), folder / "book")


def test_what_is_written_is_read_back() -> None:
    """Any text comes back as it was, and none of it could end the script that it stands in."""
    text = format_search_file(ROWS)
    assert parse_search_file(text) == ROWS
    assert "<" not in text and "\u2028" not in text


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text + "alert(1)\n",
        lambda text: "alert(1);" + text,
        lambda text: text.replace('""', "alert(1)"),
        lambda text: text.replace('""', "1"),
        lambda text: text.replace('""', "null"),
        lambda text: text.replace('"Home",', ""),
        lambda text: text.replace('"still.html"', '"still.html" '),
        lambda text: text.replace("\\u003c", "<"),
        lambda text: text.replace("lsbookPlaces", "lsbookplaces"),
        lambda text: text.replace("[[", "[" * 100_000),
        lambda text: text.rstrip("\n"),
        lambda text: "",
    ],
)
def test_a_file_that_holds_anything_else_is_refused(tmp_path: Path, spoil: object) -> None:
    """A call, a number, a missing text, a space too many: a browser would run it, so no book has it."""
    assert callable(spoil)
    with pytest.raises(ProblemsFound) as stopped:
        _write(tmp_path, spoil(format_search_file(ROWS)))
    assert any("more than a list of texts" in problem.what for problem in stopped.value.problems)


def test_a_page_may_load_what_can_be_found(tmp_path: Path) -> None:
    """A book with such a file, and one page that loads it, is written."""
    _write(tmp_path, format_search_file(ROWS))
    assert (tmp_path / "book" / "pages" / "abc.dat").read_text("utf-8") == format_search_file(ROWS)


@pytest.mark.parametrize(
    ("to", "words"),
    [("https://example.org/", "leads out of the book"), ("missing.html", "not in the book"), ("jan.html#x", "not on")],
)
def test_an_address_in_it_leads_into_the_book(tmp_path: Path, to: str, words: str) -> None:
    """What is found leads to a place that is there, as every link does."""
    with pytest.raises(ProblemsFound) as stopped:
        _write(tmp_path, format_search_file([(to, "Jan", "", "")]))
    assert any(words in problem.what for problem in stopped.value.problems)


@pytest.mark.parametrize(
    "script",
    [
        '<script src="../pages/abc.dat"></script>',
        '<script src="abc.dat" type="module"></script>',
        '<script src="abc.dat" src="still.html"></script>',
        '<script src="abc.dat" async></script>',
        '<svg><script src="abc.dat"></script></svg>',
    ],
)
def test_it_is_loaded_in_one_way_alone(tmp_path: Path, script: str) -> None:
    """A script from a file has the name of data beside the page, and nothing else."""
    with pytest.raises(ProblemsFound):
        _write(tmp_path, format_search_file(ROWS), script)


def test_no_second_page_loads_any(tmp_path: Path) -> None:
    """The page to find things on is the only one that takes anything from a file."""
    jan = page('<h1 id="top">Jan</h1><script src="abc.dat"></script>')
    with pytest.raises(ProblemsFound) as stopped:
        _write(tmp_path, format_search_file(ROWS), pages__jan_html=jan)
    assert [problem.what for problem in stopped.value.problems] == [
        "Only one page of a book may take data from files beside it."
    ]
