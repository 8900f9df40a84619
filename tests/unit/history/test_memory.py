"""What a process keeps between two builds of one story."""

from __future__ import annotations

from pathlib import Path

from lsbook.cache.page_store import StoredPage, locate_pages
from lsbook.files.resources import find_resources
from lsbook.history.memory import BuildMemory
from tests.building import put

SHIPPED = find_resources("templates")
KEY, PAGE = "c" * 64, StoredPage("<p>x</p>", frozenset(), "x")


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


def test_only_a_process_that_stays_keeps_what_it_read(tmp_path: Path) -> None:
    """A command that ends has no use for what it has taken apart; a process that stays has it for each book."""
    assert BuildMemory(tmp_path).get_markup(tmp_path) is None
    staying = BuildMemory(tmp_path, stays=True)
    markup = staying.get_markup(tmp_path / "9-12")
    assert markup is staying.get_markup(tmp_path / "9-12")
    assert markup is not staying.get_markup(tmp_path / "5-8")
    pages = staying.open_pages("9-12", to_read=False, writes=False)
    assert pages is staying.open_pages("9-12", to_read=False, writes=False)
