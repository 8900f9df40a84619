"""A small story to do harm to, and what ``lsbook build`` says of it."""

from __future__ import annotations

import functools
import subprocess
from pathlib import Path

from click.testing import CliRunner, Result

from lsbook.cli import main
from tests.building import HEAD, describe_child, put, write_files
from tests.system.wall.pool import pool

STORY = describe_child()
CHAPTER = HEAD
SECRET = "Qzsecret"
"""Stands in files outside the story. It may never be in a book or in what lsbook says."""


@functools.cache
def picture() -> bytes:
    return pool()[0]


def story(folder: Path) -> Path:
    """A story with a chapter, a person and a photo, and beside it a folder of somebody else's."""
    files = {
        "story.yaml": STORY,
        "people.yaml": "- {id: jan, name: Jan, is: foster mum, group: home}\n",
        "media.yaml": "- {file: a.png, shows: A garden}\n",
        "chapters/01.md": f"{CHAPTER}Words with ![a garden](a.png).\n",
        "letters/hello.md": "---\nfrom: jan\nkind: hello\n---\nHello.\n",
        "../outside/words.md": f"{CHAPTER}{SECRET}\n",
        "../outside/list.yaml": f"- {{id: zed, name: {SECRET}, is: {SECRET}, group: home}}\n",
    }
    write_files(folder, files)
    put(folder / "media" / "a.png", picture())
    put(folder.parent / "outside" / "photo.png", picture())
    return folder


def build(folder: Path, *options: str) -> Result:
    """What ``lsbook build`` says: made or not made, in words, never with a traceback or a secret."""
    before = everything(folder.parent / "outside")
    result = CliRunner().invoke(main, ["build", str(folder), "--date", "2026-03-01", *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code in (0, 1)
    assert (result.exit_code == 1) == ("ot made:" in result.stderr or "Not every book is made" in result.stderr)
    assert SECRET not in result.output
    assert everything(folder.parent / "outside") == before
    books = folder / "books"
    for book in () if books.is_symlink() else books.glob("[!.]*"):
        assert not any(SECRET.encode() in content for content in everything(book).values())
        subprocess.run(["sha256sum", "-c", "--quiet", "--strict", "book.sha256"], cwd=book, check=True)
    return result


def refused(folder: Path, *options: str) -> str:
    """What is said of a story that no book is made of."""
    result = build(folder, *options)
    assert result.exit_code == 1
    assert not (folder / "books" / "9-12").exists()
    return result.stderr


def everything(folder: Path) -> dict[str, bytes]:
    """Every plain file below ``folder``, without following links."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_symlink())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
