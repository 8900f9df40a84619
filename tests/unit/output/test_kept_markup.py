"""What was read in a finished book: kept as JSON, and the same again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lsbook.output import MarkupMemory, format_markup, parse_markup, write
from lsbook.output.markup import Address, Markup
from tests.unit.output.sites import page, site


def test_what_was_read_comes_back_the_same(tmp_path: Path) -> None:
    """Pages, drawings, styles and the sheets of the page of the whole book are as they were read."""
    sheets = "".join(f'<article id="a{at}"><a href="#a0">{at}</a></article>\n' for at in range(5))
    memory = MarkupMemory()
    link = page('<a href="print.html">Paper</a>')
    made = site(tmp_path / "sources", pages__print_html=page(f"\n{sheets}"), pages__still_html=link)
    write(made, tmp_path / "9-12", memory=memory)
    assert memory.files
    assert memory.pieces
    assert parse_markup(json.loads(json.dumps(format_markup(memory)))) == memory


def test_what_has_a_flaw_is_not_kept() -> None:
    """A file in which something is wrong is read again."""
    faulty = Markup((), frozenset(), ((1, "There may be no <base> in a book."),))
    assert parse_markup(format_markup(MarkupMemory({("html", "a"): faulty}, {"b": faulty}))) == MarkupMemory()


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"files": {"html a": [[1], [0], [], False]}, "pieces": {}, "texts": []},
        {"files": {"html a": [[1], [], [], False]}, "pieces": {}, "texts": []},
        {"files": {"html a": [1, 2, 3, 4]}, "pieces": {}, "texts": []},
        {"files": {"html a": 7}, "pieces": {}, "texts": []},
        {"files": [], "pieces": 3, "texts": []},
    ],
)
def test_what_lsbook_would_not_write_is_nothing(data: object) -> None:
    """A record that makes no sense counts as none, and the book is read again."""
    assert parse_markup(data) == MarkupMemory()


def test_each_address_is_written_once() -> None:
    """Hundreds of pages name the same pages."""
    markup = Markup((Address(1, "a.html"), Address(2, "a.html")), frozenset(), ())
    assert json.dumps(format_markup(MarkupMemory({("html", "a"): markup}, {"b": markup}))).count("a.html") == 1
