"""Folders with far more in them than anybody meant, and trees deeper than a path may be long."""

from __future__ import annotations

import os
import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.building import put
from tests.system.hostile.stories import build, picture, story

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """A story with a photo 900 folders down, where no path reaches, and one 300 folders down."""
    folder = story(tmp_path / "story")
    at = os.open(folder / "media", os.O_RDONLY)
    for depth in range(900):
        if depth == 300:
            os.close(os.open("down.png", os.O_CREAT, dir_fd=at))
        os.mkdir("abcdefgh", dir_fd=at)
        below = os.open("abcdefgh", os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(os.open("lost.png", os.O_CREAT, dir_fd=at))
    os.close(at)
    yield folder
    while (folder / "media" / "abcdefgh").exists():  # from the top, because no path reaches the end
        top = folder / "media" / "abcdefgh"
        if (top / "abcdefgh").exists():
            (top / "abcdefgh").rename(folder / "media" / "next")
        shutil.rmtree(top)
        if (folder / "media" / "next").exists():
            (folder / "media" / "next").rename(top)


def test_a_tree_deeper_than_a_path_may_be_long_is_listed_as_far_as_it_goes(deep: Path) -> None:
    """Hundreds of folders inside each other are no traceback: what lies too deep is said not to be in the book."""
    said = build(deep)
    assert said.exit_code == 0
    assert "cannot look into this folder (file name too long)" in said.stderr
    assert len(said.stderr) < 2000
    put(deep / "media.yaml", "- {file: lost.png, shows: A}\n- {file: a.png, shows: A}\n")
    assert 'There is no file "lost.png"' in build(deep).stderr
    put(deep / "media.yaml", "- {file: down.png, shows: A}\n- {file: a.png, shows: A}\n")
    assert "down.png" in build(deep).stderr  # found, and with nothing in it


def test_a_path_as_long_as_a_path_may_be(tmp_path: Path) -> None:
    """A photo whose path has nearly as many letters as the system allows comes into the book."""
    folder = story(tmp_path / "story")
    steps = ["x" * 250] * ((4060 - len(str(folder))) // 251)
    put(folder.joinpath("media", *steps, "far.png"), picture())
    put(folder / "media.yaml", "- {file: far.png, shows: A}\n- {file: a.png, shows: A}\n")
    said = build(folder)
    assert (said.exit_code, said.stderr) == (0, "")


@pytest.mark.slow
def test_ten_thousand_files_are_listed_in_no_time(tmp_path: Path) -> None:
    """A media folder of ten thousand photos, of which the story names two, costs little memory and ends in time."""
    folder = story(tmp_path / "story")
    for number in range(10_000):
        put(folder / "media" / f"{number % 100}" / f"photo-{number}.jpg", b"")
    os.link(folder / "media" / "a.png", folder / "media" / "77" / "the-one.png")
    put(folder / "media.yaml", "- {file: the-one.png, shows: A}\n- {file: a.png, shows: A}\n")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert build(folder).exit_code == 0
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # KiB
    put(folder / "media.yaml", "".join(f"- {{file: foto-{number}.jpg, shows: A}}\n" for number in range(1000)))
    said = build(folder).stderr
    assert (said.count("There is no file"), said.count("Did you mean")) == (1000, 20)
