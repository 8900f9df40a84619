"""Links, pipes, sockets, devices and folders where a story has files."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cli import main
from tests.building import put
from tests.system.hostile.stories import build, everything, refused, story

ELSEWHERE = {
    "story.yaml": "list.yaml",
    "people.yaml": "list.yaml",
    "policy.yaml": "list.yaml",
    "media.yaml": "list.yaml",
    "chapters": ".",
    "chapters/01.md": "words.md",
    "chapters/02.md": "words.md",
    "letters": ".",
    "letters/hello.md": "words.md",
    "media": ".",
    "media/a.png": "photo.png",
    "work": ".",
    "books": ".",
    ".lsbook": ".",
    ".lsbook/renditions": ".",
    ".lsbook/held-9-12.json": "words.md",
}


def clear(file: Path) -> Path:
    """The same place, with nothing in it."""
    if file.is_dir():
        shutil.rmtree(file)
    file.unlink(missing_ok=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


@pytest.mark.parametrize("path", ELSEWHERE)
def test_a_link_to_somewhere_else_is_never_followed(tmp_path: Path, path: str) -> None:
    """A link anywhere in a story is named with what to do, and nothing behind it is read, written or deleted."""
    folder = story(tmp_path / "story")
    clear(folder / path).symlink_to(tmp_path / "outside" / ELSEWHERE[path])
    os.utime(tmp_path / "outside", (0, 0))  # what is old and not lsbook's would be cleared out of its memory
    said = refused(folder)
    assert "link" in said
    assert (f"\n{path}:" in f"\n{said}") != (path == "media/a.png")


@pytest.mark.parametrize(("path", "target"), [("media/loop", ".."), ("media/self", "self"), ("media/far", "/")])
def test_a_link_that_nothing_names_is_no_part_of_the_story(tmp_path: Path, path: str, target: str) -> None:
    """A link under media/ that no word of the story names is passed over, also one that leads round in a circle."""
    folder = story(tmp_path / "story")
    (folder / path).symlink_to(target)
    assert build(folder).exit_code == 0


@pytest.mark.parametrize("path", ["story.yaml", "media/a.png", "chapters/01.md"])
def test_a_link_to_itself_is_a_link(tmp_path: Path, path: str) -> None:
    """A link that leads to itself is named as a link, and not as a file that is not there."""
    folder = story(tmp_path / "story")
    clear(folder / path).symlink_to(Path(path).name)
    assert "link" in refused(folder)


@pytest.mark.parametrize("name", ["a.png.lnk", "a.png.LNK"])
def test_a_shortcut_of_windows_is_named_as_one(tmp_path: Path, name: str) -> None:
    """Where a story names a photo and only a shortcut to it lies there, that is what is said."""
    folder = story(tmp_path / "story")
    (folder / "media" / "a.png").rename(folder / "media" / name)
    assert "shortcut" in refused(folder)


def test_a_file_behind_a_linked_folder_is_named_as_behind_a_link(tmp_path: Path) -> None:
    """A photo named with a folder that is a link is not called missing."""
    folder = story(tmp_path / "story")
    (folder / "media" / "album").symlink_to(tmp_path / "outside")
    put(folder / "media.yaml", "- {file: album/photo.png, shows: A}\n")
    assert '"album/photo.png" is a link' in refused(folder)


def test_the_story_itself_may_be_reached_by_a_link(tmp_path: Path) -> None:
    """A worker whose folder lies behind a link makes the book all the same."""
    folder = story(tmp_path / "story")
    (tmp_path / "link").symlink_to(folder)
    assert build(tmp_path / "link").exit_code == 0
    assert (folder / "books" / "9-12" / "Open my book.html").is_file()


def _socket(file: Path) -> None:
    here = Path.cwd()
    os.chdir(file.parent)  # a socket's whole path may have no more than a hundred letters
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(file.name)
    finally:
        os.chdir(here)


KINDS: dict[str, Callable[[Path], object]] = {"pipe": os.mkfifo, "socket": _socket, "folder": Path.mkdir}


def test_what_a_browser_links_while_it_prints_is_no_problem(tmp_path: Path) -> None:
    """Folders of one run, in which a browser keeps links of its own, neither stop nor worry a window beside it."""
    folder = story(tmp_path / "story")
    for bench in ("paper-a1b2", "copy-a1b2/paper-c3d4"):
        profile = folder / ".lsbook" / bench / "profile"
        profile.mkdir(parents=True)
        (profile / "SingletonLock").symlink_to("somewhere-12345")
    result = build(folder)
    assert result.exit_code == 0 and "SingletonLock" not in result.stderr
    (folder / ".lsbook" / "paper-e5f6").symlink_to(tmp_path)
    assert "paper-e5f6" in build(folder).stderr


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "path", ["story.yaml", "people.yaml", "policy.yaml", "chapters/01.md", "media/a.png", "books", "media", ".lsbook"]
)
def test_no_pipe_socket_or_folder_is_read_as_a_file(tmp_path: Path, path: str, kind: str) -> None:
    """What is no file, where a file belongs, is named at once: nothing waits for ever, and there is no traceback."""
    folder = story(tmp_path / "story")
    KINDS[kind](clear(folder / path))
    result = build(folder)
    if not (kind == "folder" and path in ("books", ".lsbook")):
        assert path.removesuffix("/a.png") in result.stderr


def test_a_device_is_not_opened(tmp_path: Path) -> None:
    """A device with a photo's name is never read: only root can make one, so anybody else sees to a pipe."""
    folder = story(tmp_path / "story")
    file = clear(folder / "media" / "a.png")
    try:
        os.mknod(file, 0o20666, os.makedev(1, 5))  # endless zeros
    except PermissionError:
        os.mkfifo(file)
    result = build(folder)
    assert (result.exit_code, "media/a.png" in result.stderr) == (0, True)


@pytest.mark.parametrize("place", ["media", "chapters/new", ".lsbook", "work/a/b", "media/../letters"])
def test_no_book_is_made_among_the_storys_own_files(tmp_path: Path, place: str) -> None:
    """--out in a folder that the story is read from is wrong use, and nothing is written there."""
    folder = story(tmp_path / "story")
    before = everything(folder)
    result = CliRunner().invoke(main, ["build", str(folder), "--out", str(folder / place)])
    assert (result.exit_code, "a folder of the story itself" in result.stderr) == (2, True)
    assert everything(folder) == before
