"""What a process keeps between two builds of one story."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lsbook.cache.page_store import StoredPage, locate_pages
from lsbook.files.resources import find_resources
from lsbook.history.memory import BuildMemory
from lsbook.model.problem import ProblemsFound
from lsbook.output import MarkupMemory
from lsbook.output.markup import Address, Markup
from tests.building import put

SHIPPED = find_resources("templates")
KEY, PAGE = "c" * 64, StoredPage("<p>x</p>", frozenset(), "x")
PAGE_MARKUP = Markup((Address(3, "a.html#top"),), frozenset({"top"}), ())


def test_a_template_that_changed_is_seen_by_the_next_build(tmp_path: Path) -> None:
    """An authority's own templates are read for every build, and once for all editions of it."""
    own = tmp_path / "templates"
    put(own / "pages" / "closed.html", "a")
    memory = BuildMemory(tmp_path)
    state = memory.describe_templates((own, SHIPPED))
    put(own / "pages" / "closed.html", "b")
    assert memory.describe_templates((own, SHIPPED)) == state
    memory.begin_build()
    assert memory.describe_templates((own, SHIPPED)) not in ("", state)
    assert memory.describe_templates((SHIPPED,)) not in ("", state)


def test_templates_behind_a_link_to_a_folder_are_not_described(tmp_path: Path) -> None:
    """Where nobody can tell what the templates are, nothing is said of them, and so no page is kept."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "pages").symlink_to(tmp_path)
    assert BuildMemory(tmp_path).describe_templates((tmp_path / "templates", SHIPPED)) == ""


def test_a_second_readers_pages_are_written_nowhere(tmp_path: Path) -> None:
    """Pages of the child's book lie in its edition's folder; those of a second reader's are in no file."""
    for to_read in (True, False):
        BuildMemory(tmp_path).open_pages("9-12", to_read=to_read, writes=True).store(KEY, PAGE)
        assert locate_pages(tmp_path / ".lsbook", "9-12").exists() is not to_read


def test_a_process_that_stays_keeps_what_it_read(tmp_path: Path) -> None:
    """A process that stays has at hand what it took apart of each book, and its pages; none is on the disk."""
    staying = BuildMemory(tmp_path, stays=True)
    with (
        staying.open_markup(tmp_path / "9-12", (SHIPPED,), writes=True) as markup,
        staying.open_markup(tmp_path / "9-12", (SHIPPED,), writes=True) as again,
        staying.open_markup(tmp_path / "5-8", (SHIPPED,), writes=True) as other,
    ):
        assert markup is again is not other
    assert not (tmp_path / ".lsbook").exists()
    pages = staying.open_pages("9-12", to_read=False, writes=False)
    assert pages is staying.open_pages("9-12", to_read=False, writes=False)


def _read_markup(story: Path, *templates: Path, writes: bool = True) -> MarkupMemory | None:
    with BuildMemory(story).open_markup(story / "9-12", (*templates, SHIPPED), writes=writes) as markup:
        return markup


def test_what_was_read_in_a_book_is_known_to_the_next_process(tmp_path: Path) -> None:
    """It comes back where lsbook and the templates are the same; another edition, and other templates, have none."""
    put(tmp_path / "own" / "pages" / "closed.html", "a")
    with BuildMemory(tmp_path).open_markup(tmp_path / "9-12", (SHIPPED,), writes=True) as markup:
        assert markup == MarkupMemory()
        markup.files["html", KEY] = PAGE_MARKUP
    assert _read_markup(tmp_path, writes=False) is None
    assert _read_markup(tmp_path) == MarkupMemory({("html", KEY): PAGE_MARKUP})
    assert [file.parent.name for file in (tmp_path / ".lsbook").rglob("*.read")] == ["9-12"]
    assert _read_markup(tmp_path, tmp_path / "own") == MarkupMemory()


def test_a_story_from_elsewhere_brings_no_proof_of_its_own(tmp_path: Path) -> None:
    """In a copy of a story's folder, its cache with it, what was read in the book is not believed."""
    story = tmp_path / "robin"
    story.mkdir()
    with BuildMemory(story).open_markup(story / "9-12", (SHIPPED,), writes=True) as markup:
        assert markup is not None
        markup.files["html", KEY] = PAGE_MARKUP
    assert _read_markup(Path(shutil.copytree(story, tmp_path / "copy"))) == MarkupMemory()
    assert _read_markup(story) == MarkupMemory({("html", KEY): PAGE_MARKUP})


def test_nothing_is_remembered_of_a_book_that_was_not_made(tmp_path: Path) -> None:
    """What stops a book leaves no record of what was read in it."""
    with (
        pytest.raises(ProblemsFound),
        BuildMemory(tmp_path).open_markup(tmp_path / "9-12", (SHIPPED,), writes=True),
    ):
        raise ProblemsFound(())
    assert not (tmp_path / ".lsbook").exists()
