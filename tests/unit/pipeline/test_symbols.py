"""An authority's own symbols, from their list to the book."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from lsbook.media import render_symbols
from lsbook.model.build import BuildRequest, BuildResult
from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import build, load
from lsbook.reading import raise_for_errors, read_symbols
from tests.building import HEAD, STORY, write_files

DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>\n'
LIST = """\
- {word: house, picture: house.svg}
- {word: dog, also: [hound], picture: dog.png}
- {word: Lorcan, picture: l.svg}
"""
CHAPTER = f"{HEAD}You live in a house with [[jan]] and a hound.\n\n::: from-age 13\nLorcan had a castle.\n:::\n"


def write_story(folder: Path, symbols: str = "[9-12, 13-17]") -> None:
    write_files(
        folder,
        {
            "story.yaml": f"{STORY}symbols: {symbols}\n",
            "policy.yaml": "{}\n",
            "people.yaml": "- {id: jan, name: Jan, is: foster mum, group: home}\n",
            "chapters/01.md": CHAPTER,
            "templates/symbols/symbols.yaml": f"{LIST}- {{word: Jan, picture: l.svg}}\n",
            "templates/symbols/house.svg": DRAWN,
            "templates/symbols/l.svg": DRAWN.replace("7z", "6z"),
        },
    )
    Image.new("RGBA", (40, 40), (90, 60, 30, 120)).save(folder / "templates/symbols/dog.png")


def make(folder: Path, *editions: str) -> BuildResult:
    made_on = date(2026, 11, 21)
    return build(load(folder, None), BuildRequest(folder, editions, folder / "books", made_on), lambda _a, _b: None)


def read_pages(folder: Path) -> str:
    return "".join(page.read_text(encoding="utf-8") for page in folder.rglob("*.html"))


def test_the_books_that_ask_for_symbols_have_them_above_their_words(tmp_path: Path) -> None:
    """Words and names of the list have their picture in those books, on screen and paper, and no other book has any."""
    write_story(tmp_path)
    assert make(tmp_path, "5-8", "9-12", "13-17").refusals == ()
    pages = {name: read_pages(tmp_path / "books" / name) for name in ("5-8", "9-12", "13-17")}
    assert 'class="symbol"' not in pages["5-8"]
    assert {pages[name].count('alt="">hound.</span>') for name in ("9-12", "13-17")} == {2}
    assert pages["9-12"].count('alt="">Jan</span></a>') == 2
    assert "Lorcan" not in pages["9-12"] and pages["13-17"].count('alt="">Lorcan</span>') == 2
    endings = sorted(file.suffix for file in (tmp_path / "books/9-12/media").iterdir())
    assert endings == [".jpg", ".svg", ".svg"]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("templates/symbols/symbols.yaml", LIST.replace("dog.png", "dgo.png"), "symbols.yaml:2"),
        ("templates/symbols/symbols.yaml", f"{LIST}- {{word: Hound, picture: l.svg}}\n", "symbols.yaml:4"),
        ("templates/symbols/symbols.yaml", "- {word: dog, picture: dog.png, colour: red}\n", "symbols.yaml:1"),
        ("templates/symbols/house.svg", DRAWN.replace("<path", "\n<script/><path"), "house.svg:2"),
    ],
)
def test_a_slip_in_the_symbols_stops_the_book(tmp_path: Path, path: str, text: str, expected: str) -> None:
    """A picture that is missing, a word twice, a key nobody knows and an unsafe drawing are said with file and line."""
    write_story(tmp_path)
    write_files(tmp_path, {path: text})
    symbols = read_symbols([tmp_path / "templates"])
    with pytest.raises(ProblemsFound) as stopped:
        raise_for_errors(symbols.problems)
        render_symbols(symbols.value, tmp_path / ".lsbook")
    assert [f"{problem.at}".rpartition("/")[2] for problem in stopped.value.problems] == [expected]


def test_a_book_that_asks_for_symbols_is_made_without_a_list(tmp_path: Path) -> None:
    """Where no list is beside the policy, the worker is told, and the book is made as it is."""
    write_story(tmp_path)
    (tmp_path / "templates/symbols/symbols.yaml").unlink()
    result = make(tmp_path, "9-12")
    assert [book.edition for book in result.books] == ["9-12"]
    assert "no-symbols" in {problem.rule for problem in result.warnings}


def test_only_a_book_of_the_child_is_named_for_symbols(tmp_path: Path) -> None:
    """A name that is no book of the child is refused, with the one that was meant."""
    write_story(tmp_path, "[9-21]")
    with pytest.raises(ProblemsFound) as stopped:
        load(tmp_path, None)
    assert stopped.value.problems[0].what == '"9-21" is no book of the child. Did you mean "9-12"?'
