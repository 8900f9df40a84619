"""What the pages of a preview have more than the real ones: one script, and what lets it run."""

from __future__ import annotations

import pytest

from lsbook.model.site import PREVIEW_FILE, Site, make_page
from lsbook.output.markup import read_page
from lsbook.preview.reload_pages import find_reload_pages
from tests.unit.preview.stripping import strip_page

PAGES = find_reload_pages()
RULES = (
    "default-src 'none'; script-src 'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='; img-src 'self'",
    "default-src 'none'; script-src 'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=' 'self'; img-src 'self'",
    "default-src 'none'; script-src 'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='",
    "default-src 'none'; style-src 'self'; base-uri 'none'",
)
"""Of a page with a script, of one that loads its data, of one whose last rule that is, and of the one for paper."""


def _page(rules: str) -> str:
    return (
        f'<!doctype html>\n<html lang="en"><head><meta http-equiv="Content-Security-Policy" content="{rules}">'
        "<title>Home</title></head>\n<body><p>Home</p>\n</body>\n</html>\n"
    )


def _add(text: str, path: str = "pages/home.html") -> Site:
    return PAGES.add_to_site(Site((make_page(path, text), make_page("look/a.css", "a {}")), (), (path,)), "9-12")


@pytest.mark.parametrize("rules", RULES)
def test_a_page_without_its_script_is_the_real_one(rules: str) -> None:
    """What a preview puts into a page can be taken out again, and every byte is as it was."""
    [page, *_] = _add(_page(rules)).pages
    assert page.text != _page(rules)
    assert strip_page(page.text) == _page(rules)


@pytest.mark.parametrize("rules", RULES)
def test_a_page_may_run_its_script_and_nothing_else(rules: str) -> None:
    """The page is one that output lets pass, and its policy has the script by its hash and the files beside it."""
    [page, *_] = _add(_page(rules)).pages
    assert read_page(page.text).faults == ()
    policy = page.text.split('content="')[1].split('"')[0]
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src")).split()
    assert scripts[-1] == "'self'" and not {"'unsafe-inline'", "data:", "blob:", "'none'"} & set(scripts)
    assert policy.split("; ")[0] == "default-src 'none'"


def test_a_page_knows_where_it_stands() -> None:
    """The cover and a page in a folder each know the way to the preview's folder, and from there to themselves."""
    [page, *_] = _add(_page(RULES[0])).pages
    [cover, *_] = _add(_page(RULES[0]), "Open my book.html").pages
    assert 'data-preview="../../" data-page="9-12/pages/home.html"' in page.text
    assert 'data-preview="../" data-page="9-12/Open my book.html"' in cover.text


def test_only_pages_are_changed_and_the_mark_is_added() -> None:
    """Styles and drawings are those of the book, and a file that one opens first says that this is a preview."""
    site = _add(_page(RULES[0]))
    assert site.pages[1] == make_page("look/a.css", "a {}")
    assert site.pages[2].path == PREVIEW_FILE == site.start_files[-1]
    assert "preview" in site.pages[2].text


def test_a_page_without_a_policy_gets_no_script_that_could_run() -> None:
    """An authority's template that forgot the policy is refused by output as it is in a real book."""
    [page, *_] = _add("<!doctype html><title>x</title><p>x</p>").pages
    faults = [what for _, what in read_page(page.text).faults]
    assert any("no Content-Security-Policy" in what for what in faults)


def test_a_policy_without_any_script_lets_in_this_one() -> None:
    """A page whose own template forbids all scripts has the one of the preview, and is as it was without it."""
    [page, *_] = _add(_page("default-src 'none'; script-src 'none'; img-src 'self'")).pages
    assert f"script-src{PAGES.rule}; img-src 'self'" in page.text
    assert read_page(page.text).faults == ()


def test_the_page_that_waits_runs_the_same_script() -> None:
    """Before there is a book, a page that is as clean as a book's waits for it."""
    page = PAGES.make_waiting_page()
    assert read_page(page).faults == ()
    assert 'data-preview="" data-page=""' in page and PAGES.script in page
