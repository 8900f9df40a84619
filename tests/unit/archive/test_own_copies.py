"""A copy of the child's own picture is the child's own."""

from __future__ import annotations

from pathlib import Path

from lsbook.archive.private.private_items import find_private_items
from tests.building import story_in


def test_a_copy_under_another_name_is_left_out_with_it(tmp_path: Path) -> None:
    """What an archive leaves out as the child's own are all files with the content of an only-me picture."""
    listed = (
        "- {file: mine.jpg, shows: A den, only-me: true}\n- {file: 2019/same.jpg, shows: A hut}\n"
        "- {file: other.jpg, shows: A tree}\n"
    )
    media = {"media/mine.jpg": "a den", "media/2019/same.jpg": "a den", "media/other.jpg": "a oak"}
    assert find_private_items(story_in(tmp_path, {"media.yaml": listed, **media})).media == {
        "mine.jpg",
        "2019/same.jpg",
    }
