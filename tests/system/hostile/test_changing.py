"""Files that change while a book is made of them."""

from __future__ import annotations

import contextlib
import os
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lsbook.reading.decode_text import read_text
from lsbook.reading.parsed import is_error
from tests.building import put
from tests.sharing import in_every_run
from tests.system.hostile.stories import SECRET, build, story

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

ROUNDS = 12
SPOILT = ("", "{}", "[[]]", "7", "null", "[" * 100_000, "\x00", '["a"')


def _grow(file: Path) -> None:
    with file.open("ab") as opened:
        opened.write(b"\n# more" * 20_000)


def _link(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.parents[1].parent / "outside" / "words.md")


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


HARM: dict[str, Callable[[Path], object]] = {
    "grow": _grow,
    "shrink": lambda file: os.truncate(file, 7),
    "vanish": Path.unlink,
    "become a link": _link,
    "become a pipe": _pipe,
    "become a folder": _folder,
    "become another": lambda file: put(file, b"\xff\xd8 nonsense \x00\x01"),
}


@pytest.mark.parametrize("harm", HARM)
def test_a_file_that_changes_between_listing_and_reading(tmp_path: Path, harm: str) -> None:
    """A file that was listed and is no longer what it was is read as it is now, or said to be unreadable."""
    file = story(tmp_path / "story") / "chapters" / "01.md"
    HARM[harm](file)
    parsed = read_text(file, "chapters/01.md")
    text = parsed.value
    assert (text is None) == any(is_error(problem) for problem in parsed.problems)
    assert (text is not None) == (harm in ("grow", "shrink"))
    assert SECRET not in (text or "")


def test_a_file_that_grows_beyond_measure_is_never_read_whole(tmp_path: Path) -> None:
    """However long a text file has become, one byte more than may be is read of it."""
    file = tmp_path / "long.yaml"
    with file.open("wb") as opened:
        opened.truncate(1 << 40)
    parsed = read_text(file, "long.yaml")
    assert parsed.value is None
    assert [is_error(problem) for problem in parsed.problems] == [True]


@contextmanager
def harmed(folder: Path, seed: int) -> Iterator[None]:
    """Meanwhile somebody changes the files of the story, one after the other and back again."""
    chance = random.Random(seed)
    whole = {file: file.read_bytes() for file in folder.rglob("*.*") if file.is_file() and ".lsbook" not in file.parts}
    done = threading.Event()

    def harm() -> None:
        while not done.wait(chance.random() / 50):
            file = chance.choice(sorted(whole))
            with contextlib.suppress(OSError):
                HARM[chance.choice(sorted(HARM))](file)
            done.wait(chance.random() / 100)
            _mend(file, whole[file])

    worker = threading.Thread(target=harm)
    worker.start()
    try:
        yield
    finally:
        done.set()
        worker.join()


def _mend(file: Path, content: bytes) -> None:
    if file.is_dir() and not file.is_symlink():
        file.rmdir()
    with contextlib.suppress(FileNotFoundError):
        file.unlink()
    put(file, content)


@pytest.mark.parametrize("seed", in_every_run(range(ROUNDS), range(4)))
def test_a_story_that_changes_all_the_time_makes_a_book_or_a_sentence(tmp_path: Path, seed: int) -> None:
    """While files grow, shrink, vanish and become links or pipes, a whole book is made or a reason given, in time."""
    folder = story(tmp_path / "story")
    for number in range(10):
        put(folder / "chapters" / f"1{number}.md", (folder / "chapters" / "01.md").read_bytes())
    with harmed(folder, seed):
        build(folder)
    assert build(folder).exit_code == 0


@pytest.mark.parametrize("memory", in_every_run(SPOILT, SPOILT[::3]))
def test_a_memory_that_somebody_spoilt_is_none(tmp_path: Path, memory: str) -> None:
    """Whatever has become of what lsbook remembers of the last book, the next is made."""
    folder = story(tmp_path / "story")
    assert build(folder).exit_code == 0
    put(folder / ".lsbook" / "held-9-12.json", memory)
    assert build(folder).exit_code == 0
