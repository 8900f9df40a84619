"""What a page declares before it is HTML is what its HTML has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from lsbook.model.book import Book
from lsbook.model.media import Recording, Renditions
from lsbook.model.site import Asset, Page, Site
from lsbook.model.vocabulary import MediumKind, PageLook
from lsbook.pages import SitePlan, make_site, plan_site
from lsbook.pages.layout import album_components, components
from lsbook.pages.layout.component_text import TEXT_READERS
from lsbook.pages.layout.fonts import select_fonts
from lsbook.pages.page_inputs import PageInputs
from lsbook.pages.search import SKIPPED_TEMPLATES, TITLE_ONLY_TEMPLATES
from lsbook.pipeline import choose_books
from tests.sharing import in_every_run, load_example
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.page_text_reading import read_passages
from tests.unit.pages.sample import ROOT, TEMPLATES, book, renditions
from tests.unit.pages.site_reading import Read, pages

LANGUAGES = ("cy", "pl", "ar", "ur", "uk", "ro", "fa", "so")
FRAME_IDS = frozenset({"story", "talk", "talk-head", "beside-head", "ease", "ease-head", "larger"})
"""What every page has within its frame; the pages of the same part only where there are any."""
NOTE_ID = re.compile(r"(?:note|ref)-\d+")
"""The ids of notes, which are numbered when the page is whole."""
RECORDINGS = {"mp4": MediumKind.FILM, "mp3": MediumKind.SOUND, "m4a": MediumKind.SOUND}
"""What plays, by the ending of its file."""
TEMPLATE_IDS = {
    "cover.html": {"title", "contents", "contents-head"},
    "picture-cover.html": {"title"},
    "grown-up.html": {"contents", "contents-head"},
    "find.html": {"seek", "places"},
    "my-pages.html": {"mine-page", "mine-question", "mine-words", "mine-file"},
}
"""What a kind of page has of its own."""


def _example() -> Iterator[Book]:
    project = load_example()
    names = ("under-5", "5-8", "9-12", "13-17", "18-plus", "carers", "adopters", "birth-family", "record")
    for name in names:
        yield from (choice.book for choice in choose_books(project, (name,), date(2026, 11, 21)).books)


def _samples() -> Iterator[Book]:
    for look in PageLook:
        yield book(look)
    yield book("18-plus", reader="carers")
    yield book("18-plus", reader="record")
    for language in LANGUAGES:
        yield replace(book("9-12"), language=language)


def _few() -> Iterator[Book]:
    """A book with all there is, and one that differs from it in its look, its reader and its direction."""
    project = load_example()
    yield from (choice.book for choice in choose_books(project, ("9-12",), date(2026, 11, 21)).books)
    yield replace(book("18-plus", reader="record"), language="ar")


BOOKS = {"few": _few, "samples": _samples, "example": _example}
Declared = tuple[SitePlan, Site, dict[str, Read]]
"""A book as it is declared, as it was made, and as its pages read."""


def _renditions(of: Book) -> Renditions:
    """Pictures of everything; what is called a film or a sound plays as well."""
    pictures = renditions(of)
    files = dict(pictures.by_file)
    for file, rendered in files.items():
        if (kind := RECORDINGS.get(file.rpartition(".")[2])) is not None:
            recording = Recording(ROOT / "pyproject.toml", f"{len(file):02}c.mp4", 12)
            files[file] = replace(rendered, kind=kind, recording=recording)
    return Renditions(files)


@pytest.fixture(scope="module", params=in_every_run(BOOKS, ("few",)))
def books(request: pytest.FixtureRequest) -> list[Declared]:
    """Books as they are declared, and as they were made."""
    return [_declare(chosen) for chosen in BOOKS[request.param]()]


def _declare(chosen: Book) -> Declared:
    shown = _renditions(chosen)
    site = make_site(chosen, shown, TEMPLATES)
    return plan_site(chosen, shown, TEMPLATES), site, pages(site)


def _pairs(books: list[Declared]) -> Iterator[tuple[SitePlan, PageInputs, Page, Read]]:
    for plan, site, read in books:
        texts = {page.path: page for page in site.pages}
        for inputs in plan.screen:
            yield plan, inputs, texts[inputs.address], read[inputs.address]


def test_a_page_declares_each_of_its_links_and_no_other(books: list[Declared]) -> None:
    """The pages, pictures and style sheets that a page declares are those that its HTML names."""
    for _, inputs, _, read in _pairs(books):
        named = {link.partition("#")[0] for link in read.links}
        assert named - {inputs.address} == inputs.links - {inputs.address}, inputs.address


def test_a_page_declares_each_of_its_anchors_and_no_other(books: list[Declared]) -> None:
    """The places on a page that a link may lead to are the ids in its HTML."""
    for _, inputs, _, read in _pairs(books):
        fixed = FRAME_IDS | TEMPLATE_IDS.get(inputs.model.template, set())
        ids = {name for name in read.ids if not NOTE_ID.fullmatch(name)}
        assert ids - fixed == inputs.anchors - fixed, inputs.address


def test_a_page_declares_its_text_word_for_word(books: list[Declared]) -> None:
    """What can be searched on a page is what its HTML says, line by line and heading by heading."""
    for plan, inputs, page, _ in _pairs(books):
        if inputs.model.template not in SKIPPED_TEMPLATES | TITLE_ONLY_TEMPLATES:
            declared = [one for one in inputs.collect_text(plan.context.say) if one.name or not one.anchor]
            assert declared == list(read_passages(page.text)), inputs.address


def test_a_book_has_the_typefaces_of_its_letters(books: list[Declared]) -> None:
    """The typefaces chosen from what pages declare are those that their finished text needs."""
    for plan, site, _ in books:
        letters = frozenset[str]().union(*(page.text for page in site.pages if not page.path.endswith(".css")))
        assert select_fonts(TEMPLATES, plan.letters) == select_fonts(TEMPLATES, letters)


def test_a_book_holds_the_media_that_its_pages_declare(books: list[Declared]) -> None:
    """The pictures, recordings and drawings in a book are those that its pages name."""
    for plan, site, read in books:
        assert set(plan.media) <= set(site.assets)
        named = {link for each in read.values() for link in each.links if link.startswith("media/")}
        files: tuple[Asset | Page, ...] = (*site.assets, *site.pages)
        held = {file.path for file in files if file.path.startswith("media/")}
        assert named == held


def test_a_template_that_shows_less_leaves_its_pictures_out_of_the_book(tmp_path: Path) -> None:
    """Where an authority's own template shows no pictures, those that stand on its page alone are not in the book."""
    own = tmp_path / "pages"
    own.mkdir()
    (own / "photos.html").write_text('{% extends "pages/base.html" %}{% block main %}{% endblock %}', encoding="utf-8")
    whole = replace(book(), moments=())
    site = make_site(whole, renditions(whole), (tmp_path, *TEMPLATES))
    named = {link for read in pages(site).values() for link in read.links}
    held, before = (
        {asset.path for asset in each.assets if asset.path.startswith("media/")} for each in (site, site_of(whole))
    )
    assert held == before & named
    assert held < before


def test_every_kind_of_component_says_what_its_text_is() -> None:
    """No component can be added whose words nobody would find."""
    named = (*vars(components).values(), *vars(album_components).values())
    kinds = {kind for kind in named if isinstance(kind, type) and "kind" in vars(kind)}
    assert kinds == set(TEXT_READERS)
