"""What an open page is told: what changed since it was loaded, and what is in the way of the next book."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lsbook.files.digests import compute_digest
from lsbook.files.manifest import MANIFEST, format_manifest
from lsbook.model.problem import Location, Problem
from lsbook.preview.state import PreviewState, write_state
from tests.building import put

COVER, HOME, STYLE = "Open my book.html", "pages/home.html", "look/a.css"
FILES = {COVER: "<title>Robin</title>", HOME: "<title>Jan &amp; Dave</title>", STYLE: "a {}"}
WRONG = Problem(
    Location("people.yaml", 3), 'There is no "kely".', "Did you mean kelly?", "  - id: kely</script>", rule="x"
)


def _add_book(state: PreviewState, folder: Path, moment: int, changed: Mapping[str, str] | None = None) -> PreviewState:
    """``state`` after a book of ``FILES`` with what is ``changed`` in them; empty words take a file away."""
    files = {path: words for path, words in {**FILES, **(changed or {})}.items() if words}
    for path, words in files.items():
        put(folder / "9-12" / path, words)
    digests = {path: compute_digest(folder / "9-12" / path) for path in files}
    put(folder / "9-12" / MANIFEST, format_manifest(digests))
    return state.add_book(folder, "9-12", moment)


def _read(state: PreviewState) -> dict[str, Any]:
    call = state.format()
    assert call.startswith("lsbookPreview(") and call.endswith(")\n")
    values: dict[str, Any] = json.loads(call.removeprefix("lsbookPreview(").removesuffix(")\n"))
    return values


def test_of_the_first_book_nothing_has_changed(tmp_path: Path) -> None:
    """The first book is where a page that waits goes, and no page of it is listed as changed."""
    told = _read(_add_book(PreviewState(), tmp_path, 5))
    assert told["book"] == "9-12/Open%20my%20book.html"
    assert (told["changed"], told["changes"], told["everything"], told["problems"]) == ([], {}, 0, [])


def test_a_page_that_changed_is_listed_with_its_moment(tmp_path: Path) -> None:
    """Only what differs is listed, with its title in plain letters, and earlier changes keep their moments."""
    state = _add_book(PreviewState(), tmp_path, 5)
    state = _add_book(state, tmp_path, 6, {COVER: "<title>Robin!</title>"})
    told = _read(_add_book(state, tmp_path, 7, {COVER: "<title>Robin!</title>", HOME: "<title>Jan &amp; Al</title>"}))
    assert told["changed"] == [{"href": "9-12/pages/home.html", "title": "Jan & Al"}]
    assert told["changes"] == {"9-12/Open my book.html": 6, "9-12/pages/home.html": 7}
    assert (told["everything"], told["number"]) == (0, 3)


def test_a_style_that_changed_changes_every_page(tmp_path: Path) -> None:
    """A file that pages share makes every page new, and no page is listed for it."""
    told = _read(_add_book(_add_book(PreviewState(), tmp_path, 5), tmp_path, 6, {STYLE: "b {}"}))
    assert (told["everything"], told["changed"]) == (6, [])


def test_a_page_that_is_gone_is_known_as_gone_until_it_comes_back(tmp_path: Path) -> None:
    """An open page that the book no longer has can tell that it has to leave."""
    state = _add_book(_add_book(PreviewState(), tmp_path, 5), tmp_path, 6, {HOME: ""})
    assert _read(state)["gone"] == ["9-12/pages/home.html"]
    assert _read(_add_book(state, tmp_path, 7))["gone"] == []


def test_problems_leave_the_last_good_book_where_it_is(tmp_path: Path) -> None:
    """What is in the way is told with file, line, source and remedy, and goes with the next good book."""
    state = _add_book(PreviewState(), tmp_path, 5).add_problems((WRONG,))
    told = _read(state)
    assert told["book"] == "9-12/Open%20my%20book.html" and told["changes"] == {}
    expected = {"at": "people.yaml:3", "source": WRONG.source, "what": WRONG.what, "remedy": WRONG.remedy}
    assert told["problems"] == [expected]
    assert _read(_add_book(state, tmp_path, 6))["problems"] == []


def test_a_long_list_of_pages_is_cut_and_counted(tmp_path: Path) -> None:
    """Of hundreds of pages that a save has changed the first are named, and the others are counted."""
    state = _add_book(PreviewState(), tmp_path, 5)
    told = _read(_add_book(state, tmp_path, 6, {f"pages/p{number}.html": "<title>P</title>" for number in range(60)}))
    assert len(told["changed"]) + told["more"] == 60 == len(told["changes"])
    assert told["more"] > 0


def test_the_state_is_whole_in_its_place(tmp_path: Path) -> None:
    """A page that looks in at any moment finds a whole state, in letters that every browser reads alike."""
    write_state(PreviewState().add_problems((WRONG,)), tmp_path / "state.txt")
    write_state(
        PreviewState().add_problems((Problem(Location("a\u2028é"), "w", "r", rule="x"),)), tmp_path / "state.txt"
    )
    text = (tmp_path / "state.txt").read_text(encoding="utf-8")
    assert text.isascii() and '"at":"a\\u2028\\u00e9"' in text
    assert [file.name for file in tmp_path.iterdir()] == ["state.txt"]
