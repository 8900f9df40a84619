"""A small Book and the HTML that it makes, word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from lsbook.model.book import Book
from lsbook.pages import make_site
from tests.unit.pages.cast import GARDEN, MAYA_FACE, WELLIES
from tests.unit.pages.sample import ROOT, TEMPLATES, book, renditions

GOLDEN = ROOT / "tests" / "unit" / "pages" / "golden"


def small(look: str, reader: str = "child") -> Book:
    """A few things of each kind."""
    whole = book(look, reader=reader)
    return replace(
        whole,
        people=tuple(replace(one, facts=one.facts[:2], family_time=()) for one in whole.people),
        homes=(replace(whole.homes[0], photo=None, accounts=()),),
        schools=(),
        moments=whole.moments[:3],
        keepsakes=whole.keepsakes[:1],
        questions=whole.questions[:2],
        words=whole.words[:1],
        chapters=(whole.chapters[1], whole.chapters[2]),
        letters=whole.letters[:1],
        media=tuple(
            replace(one, heads_up=None, listed=at in (GARDEN, WELLIES, MAYA_FACE)) for at, one in enumerate(whole.media)
        ),
        talk_to=whole.talk_to[:2],
        about_me=whole.about_me[:4],
        placeholders={},
    )


BOOKS = {"child-5-8": small("5-8"), "child-13-17": small("13-17"), "carers": small("18-plus", "carers")}


@pytest.mark.parametrize("name", BOOKS)
def test_a_small_book_makes_the_pages_that_were_agreed(name: str, request: pytest.FixtureRequest) -> None:
    """A small Book makes exactly the pages that stand in its golden folder, no more and no fewer."""
    whole, folder = BOOKS[name], GOLDEN / name
    made = {page.path: _shortened(page.text) for page in make_site(whole, renditions(whole), TEMPLATES).pages}
    if request.config.getoption("--rewrite-golden"):
        _rewrite(folder, made)
    expected = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    assert set(made) == set(expected)
    for path, text in made.items():
        assert text == expected[path], path


def _shortened(text: str) -> str:
    """A page without its scripts and what names them, and a drawing without its typefaces: others look at them."""
    unscripted = re.sub(r"(<script>).*?(</script>)", r"\1\2", re.sub(r" 'sha256-[^']*'", "", text), flags=re.DOTALL)
    return re.sub(r"(data:font/woff2;base64,)[A-Za-z0-9+/=]+", r"\1", unscripted)


def _rewrite(folder: Path, made: dict[str, str]) -> None:
    for old in folder.rglob("*"):
        if old.is_file():
            old.unlink()
    for path, text in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
