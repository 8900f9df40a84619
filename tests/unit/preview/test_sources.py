"""Which files a book is made from, and so which saves a preview follows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lsbook.preview.saves import iterate_saves
from lsbook.preview.sources import BookSources
from tests.building import put, write_files

SOURCES = ("story.yaml", "people.yaml", "chapters/01.md", "media/2019/beach.jpg", "work/copies.yaml", "policy.yaml")
OTHERS = (
    "books/9-12/Open my book.html",
    ".lsbook/preview/9-12/pages/home.html",
    ".lsbook/renditions/a/record.json",
    "chapters/.01.md.swp",
    "chapters/~$01.md",
    "media/Thumbs.db",
    ".git/index",
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write_files(tmp_path / "all" / "robin", dict.fromkeys((*SOURCES, *OTHERS), "words"))


def test_what_lsbook_and_systems_leave_is_no_source(story: Path) -> None:
    """Of a story every file counts but what lsbook makes, what is hidden and what systems leave."""
    sources = BookSources.find(story, None)
    assert set(sources.look()) == {story / path for path in SOURCES}
    assert all(sources.contains(story / path) for path in SOURCES)
    assert not any(sources.contains(story / path) for path in OTHERS)


def test_the_policy_in_the_folder_above_counts_with_its_templates(story: Path) -> None:
    """An authority's policy and its templates count as soon as they are there, and its other stories do not."""
    above = story.parent
    write_files(above, {"templates/pages/cover.html": "words", "sam/story.yaml": "words"})
    sources = BookSources.find(story, None)
    assert not {file for file in sources.look() if story not in file.parents}
    put(above / "policy.yaml", "bands: []\n")
    outside = {file for file in sources.look() if story not in file.parents}
    assert outside == {above / "policy.yaml", above / "templates" / "pages" / "cover.html"}
    assert all(map(sources.contains, outside)) and not sources.contains(above / "sam" / "story.yaml")


def test_the_nearest_policy_above_counts_for_the_templates(story: Path) -> None:
    """A policy two folders above counts too, until there is a nearer one; a save of either is seen."""
    put(story.parent.parent / "policy.yaml", "bands: []\n")
    write_files(story.parent.parent, {"templates/look/far.css": "words", "all/templates/look/near.css": "words"})
    sources = BookSources.find(story, None)
    assert {file.name for file in sources.look() if story not in file.parents} == {"policy.yaml", "far.css"}
    put(story.parent / "policy.yaml", "bands: []\n")
    outside = {file for file in sources.look() if story not in file.parents}
    assert {file.name for file in outside} == {"policy.yaml", "near.css"} and len(outside) == 3
    assert all(map(sources.contains, outside))


def test_a_policy_that_is_named_counts_with_its_templates(story: Path, tmp_path: Path) -> None:
    """The policy of --policy is followed in place of the one in the folder above, with the templates beside it."""
    write_files(tmp_path / "authority", {"ours.yaml": "words", "templates/look/a.css": "words"})
    put(story.parent / "policy.yaml", "words")
    sources = BookSources.find(story, tmp_path / "authority" / "ours.yaml")
    outside = {file.name for file in sources.look() if story not in file.parents}
    assert outside == {"ours.yaml", "a.css"}


def test_a_save_on_a_drive_without_reports_is_seen_by_size_and_by_time(story: Path) -> None:
    """Where nothing is ever reported, other words, and as many words with another time, are both seen."""
    sources = BookSources.find(story, None)
    saves = iterate_saves(sources.look, lambda _seconds: False)
    chapter = story / "chapters" / "01.md"
    first = next(saves)[chapter]
    chapter.write_text("more words", encoding="utf-8")
    second = next(saves)[chapter]
    os.utime(chapter, ns=(1, 1))
    third = next(saves)[chapter]
    assert first[0] != second[0] == third[0] and third[1] == 1


def test_a_story_that_is_not_there_has_no_sources(tmp_path: Path) -> None:
    """A stick that was pulled out is seen as a story without files, and nothing fails."""
    assert BookSources.find(tmp_path / "gone", None).look() == {}
