"""What came of the last build is said again only where all is as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from lsbook.files.manifest import MANIFEST
from lsbook.history import last_build
from lsbook.history.last_build import digest_order_sources, recall_result, remember_result
from lsbook.model.build import BuildOrder, BuildRequest, BuildResult, WorkerNews
from lsbook.model.problem import Location, Problem, Severity
from lsbook.pipeline import Workshop
from tests.building import BUILT, HEAD, STORY, put, write_files

CHAPTER = "chapters/01.md"
WARNING = Problem(
    Location("words.yaml", 2), "This is odd.", "Look.", "- word: x", severity=Severity.WARNING, rule="odd"
)


def _build(story: Path, edition: str = "9-12", *warnings: Problem) -> tuple[BuildOrder, BuildResult]:
    order = BuildOrder(story, edition, BUILT, "", None)
    sources = digest_order_sources(order)
    workshop = Workshop(story)
    result = workshop.rebuild(BuildRequest(story, (edition,), story / "books", BUILT), lambda _done, _total: None)
    said = BuildResult(result.books, (), result.warnings, result.policy, result.media, warnings or ())
    remember_result(order, sources, said, workshop.memory.known)
    return order, result


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story of one chapter, with nothing made of it."""
    files = {"story.yaml": STORY, CHAPTER: HEAD + "You ran.\n", "words.yaml": "- {word: dog, means: An animal.}\n"}
    return write_files(tmp_path / "story", files)


def test_what_was_said_is_said_again(story: Path) -> None:
    """Where nothing has changed, the books, the warnings and the policy are those of the build."""
    order, result = _build(story, "9-12", WARNING)
    again = recall_result(order)
    assert again is not None
    assert (again.warnings, again.policy, again.refusals) == ((WARNING,), result.policy, ())
    assert [book.output.digest for book in again.books] == [book.output.digest for book in result.books]
    assert [(book.edition, book.news) for book in again.books] == [("9-12", WorkerNews())]


EDITS: dict[str, Callable[[Path], object]] = {
    "a text": lambda story: put(story / CHAPTER, HEAD + "You ram.\n"),
    "a new text": lambda story: put(story / "chapters" / "02.md", HEAD),
    "a name in media": lambda story: put(story / "media" / "deep" / "a.jpg", b"a"),
    "captions": lambda story: put(story / "media" / "a.vtt", b"WEBVTT"),
    "a folder of another name": lambda story: (story / "chaptres").mkdir(),
    "a policy": lambda story: put(story / "policy.yaml", "bands: []\n"),
    "a policy above": lambda story: put(story.parent / "policy.yaml", "bands: []\n"),
    "a copy that was handed over": lambda story: put(story / "work" / "copies" / "a.json", b"{}"),
    "a page": lambda story: put(story / "books" / "9-12" / "pages" / "print.html", b"x"),
    "the list of the book": lambda story: put(story / "books" / "9-12" / MANIFEST, b""),
    "a file beside the pages": lambda story: put(story / "books" / "9-12" / "pages" / "x.html", b"x"),
    "a folder in the book": lambda story: (story / "books" / "9-12" / "more").mkdir(),
    "no book": lambda story: shutil.rmtree(story / "books" / "9-12"),
    "a form of the book": lambda story: put(story / "books" / ".9-12.forms", b"[]"),
    "a build that died": lambda story: (story / "books" / ".9-12.new").mkdir(),
    "what the book held": lambda story: (story / ".lsbook" / "held-9-12.json").unlink(),
    "work that died": lambda story: (story / ".lsbook" / "paper-0123").mkdir(),
}


@pytest.mark.parametrize("name", EDITS)
def test_nothing_is_said_again_where_something_changed(name: str, story: Path) -> None:
    """Whatever decides about a book, or is the book itself, is looked at."""
    order, _ = _build(story)
    assert recall_result(order) is not None
    EDITS[name](story)
    assert recall_result(order) is None


def test_nothing_is_said_of_another_order(story: Path) -> None:
    """Another edition, day, reader or policy is another order."""
    known, _ = _build(story)
    assert recall_result(known) is not None
    for order in (
        replace(known, edition="5-8"),
        replace(known, edition=None),
        replace(known, edition="9-12 "),
        replace(known, made_on=date(2026, 3, 2)),
        replace(known, reader="Jan"),
        replace(known, policy_file=Path("policy.yaml")),
    ):
        assert recall_result(order) is None, order


def test_another_day_of_today_is_another_build(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is overdue goes by the day on which it is looked at."""

    class _Tomorrow(date):
        @classmethod
        def today(cls) -> _Tomorrow:
            return cls(2050, 1, 1)

    order, _ = _build(story)
    assert recall_result(order) is not None
    monkeypatch.setattr(last_build, "date", _Tomorrow)
    assert recall_result(order) is None


def test_another_lsbook_is_another_build(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer lsbook makes each book anew."""
    order, _ = _build(story)
    assert recall_result(order) is not None
    monkeypatch.setattr("lsbook.cache.installation.__version__", "0.0.0")
    assert recall_result(order) is None


def test_a_build_that_may_go_otherwise_is_not_remembered(story: Path) -> None:
    """Where a photo may be shown another time, or a text changed meanwhile, the next build does all its work."""
    order, result = _build(story)
    for file in (story / ".lsbook").glob("built-*"):
        file.unlink()
    workshop = Workshop(story)
    passing = BuildResult(result.books, (), (), result.policy, (), None)
    remember_result(order, digest_order_sources(order), passing, workshop.memory.known)
    lasting = BuildResult(result.books, (), (), result.policy, (), ())
    remember_result(order, "0" * 64, lasting, workshop.memory.known)
    remember_result(order, "", lasting, workshop.memory.known)
    refused = BuildResult(result.books, (WARNING,), (), result.policy, (), ())
    remember_result(order, digest_order_sources(order), refused, workshop.memory.known)
    assert recall_result(order) is None
    remember_result(order, digest_order_sources(order), lasting, workshop.memory.known)
    assert recall_result(order) is not None


def test_nothing_is_written_where_nothing_is_remembered(story: Path) -> None:
    """To look whether something has changed makes no folder and no file."""
    before = sorted(story.rglob("*"))
    assert recall_result(BuildOrder(story, None, BUILT, "", None)) is None
    assert sorted(story.rglob("*")) == before
