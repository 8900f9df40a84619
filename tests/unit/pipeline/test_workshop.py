"""A story at hand in a process that stays: the same books as a process that begins anew makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.build import BuildRequest
from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import Workshop, publish
from tests.building import BUILT, HEAD, STORY, write_files


def _ignore_progress(_done: float, _total: int) -> None:
    """Tell nobody."""


def _read_book(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _begin(folder: Path) -> BuildRequest:
    write_files(folder, {"story.yaml": STORY, "chapters/01.md": HEAD + "You ran.\n"})
    return BuildRequest(folder, ("9-12",), folder / "books", BUILT)


def test_a_workshop_publishes_what_changed(tmp_path: Path) -> None:
    """The second book of a workshop is the one that another workshop makes first."""
    request = _begin(tmp_path / "story")
    workshop = Workshop(request.story)
    workshop.rebuild(request, _ignore_progress)
    (request.story / "chapters" / "01.md").write_text(HEAD + "You swam.\n", encoding="utf-8")
    again = workshop.rebuild(request, _ignore_progress).books[0].output.folder
    afresh = BuildRequest(request.story, ("9-12",), tmp_path / "elsewhere", BUILT)
    other = Workshop(request.story).rebuild(afresh, _ignore_progress).books[0].output.folder
    assert "You swam." in (again / "pages" / "print.html").read_text(encoding="utf-8")
    assert _read_book(again) == _read_book(other)


def test_sites_are_made_and_nothing_is_published(tmp_path: Path) -> None:
    """The book as data is published wherever it is wanted, and nothing of it is recorded."""
    request = _begin(tmp_path / "story")
    before = sorted(request.story.rglob("*"))
    made = Workshop(request.story).make_sites(request, _ignore_progress)
    assert sorted(request.story.rglob("*")) == before
    assert [site.edition for site in made.sites] == ["9-12"]
    assert made.policy == "the policy that comes with lsbook"
    published = publish(made.sites[0].site, tmp_path / "elsewhere" / "9-12")
    assert published.pages_written == len(made.sites[0].site.pages)


def test_a_workshop_says_every_problem_and_goes_on(tmp_path: Path) -> None:
    """A story with a mistake is refused as ever, and made once it is mended."""
    request = _begin(tmp_path / "story")
    workshop = Workshop(request.story)
    chapter = request.story / "chapters" / "01.md"
    chapter.write_text(HEAD + "[[nobody]] ran.\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as stopped:
        workshop.make_sites(request, _ignore_progress)
    assert [str(problem.at) for problem in stopped.value.problems] == ["chapters/01.md:5"]
    chapter.write_text(HEAD + "You ran.\n", encoding="utf-8")
    assert len(workshop.make_sites(request, _ignore_progress).sites) == 1
