"""A film that goes wrong costs its own place in the book, and nothing else."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest
from msgspec.structs import replace

from lsbook.media import render
from lsbook.media.faults import Fault, MediaError
from lsbook.media.transcoded import TranscodedMedium
from lsbook.media.verify.verify_mp4 import is_clean
from lsbook.media.workers.limits import Limits
from lsbook.media.workers.worker_pool import FilmJob, Job, transcode_all
from lsbook.media.workers.worker_process import FilmWorker
from tests.system.media.films import Film, made
from tests.unit.media.photos import encoded, scene
from tests.unit.media.processes import children
from tests.unit.media.stories import book_of, finished, put, render_media

LONG = made(Film(size=(1280, 720), seconds=20, audio="", options={"preset": "ultrafast"}))
SHORT = made(Film())


def job(folder: Path, content: bytes) -> FilmJob:
    """A film to make anew in ``folder``."""

    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        (folder / "source").write_bytes(content)
        with (folder / "source").open("rb") as source:
            yield source

    return FilmJob("film", opened, folder / "target")


def outcomes(
    folder: Path, limits: Limits, partly: Callable[[float], None] = lambda _done: None
) -> dict[str, Fault | str]:
    """What became of a long film, and of a photo beside it."""
    jobs: list[Job | FilmJob] = [job(folder, LONG), Job("photo", lambda: encoded(scene(64, 64), "JPEG"))]
    made = transcode_all(jobs, limits, on_progress=partly)
    return {one.key: outcome if isinstance(outcome, Fault) else "shown" for one, outcome in made}


def _at_work(what: signal.Signals) -> Callable[[float], None]:
    """Send a signal to the process that makes the film, as soon as it says that it has begun to."""
    sent: list[int] = []

    def send(_done: float) -> None:
        busy = [pid for pid in children() if "film_worker" in _command(pid)]
        if busy and not sent:
            sent.append(busy[0])
            os.kill(busy[0], what)

    return send


def _command(pid: int) -> str:
    try:
        return Path("/proc", str(pid), "cmdline").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


@pytest.mark.parametrize(
    ("what", "fault"),
    [(signal.SIGKILL, Fault.STOPPED), pytest.param(signal.SIGSTOP, Fault.TOO_SLOW, marks=pytest.mark.slow)],
)
def test_a_film_whose_process_dies_or_hangs_is_given_up(tmp_path: Path, what: signal.Signals, fault: Fault) -> None:
    """Where the process that makes a film dies, or says nothing more, the film is given up and the rest is made."""
    assert outcomes(tmp_path, Limits(seconds=10), _at_work(what)) == {"film": fault, "photo": "shown"}


@pytest.mark.slow
def test_a_film_may_take_long_as_long_as_it_goes_on(tmp_path: Path) -> None:
    """The limit of time is from one word to the next: a film that takes longer than that is made all the same."""
    heard: list[float] = []
    with job(tmp_path, LONG).open_source() as source, (tmp_path / "target").open("w+b") as target:
        cutter = FilmWorker(Limits(), source, target)
        cutter.wait_until_ready()

        def hold(part: float) -> None:
            """Keep the process from work for a while, which it then says at once: more often than the limit is long."""
            heard.append(part)
            if len(heard) <= 6:
                cutter.process.send_signal(signal.SIGSTOP)
                time.sleep(6)  # not for something to happen: it is the time that passes of which this test is
                cutter.process.send_signal(signal.SIGCONT)

        hold(0)
        outcome = cutter.wait_for_answer(Limits(seconds=30), hold)
        cutter.close()
        cutter.release()
    assert isinstance(outcome, TranscodedMedium)
    assert len(heard) > 6
    assert heard == sorted(heard)
    assert 0 < heard[-1] <= 1


def test_a_film_that_needs_too_much_memory_is_refused(tmp_path: Path) -> None:
    """A film that asks for more memory than is safe gets none, and the photo beside it is made."""
    said = outcomes(tmp_path, Limits(memory=700_000_000))
    assert said["photo"] == "shown"
    assert said["film"] in (Fault.TOO_MUCH_MEMORY, Fault.STOPPED, Fault.BROKEN)


def test_a_film_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    """What is written over while it is made is not shown: nobody knows which film that would be."""
    put(tmp_path, {"a.mp4": LONG})
    ticks = 0

    def change(_done: float, _total: int) -> None:
        nonlocal ticks
        ticks += 1
        with (tmp_path / "media" / "a.mp4").open("r+b") as film:
            film.seek(-100, os.SEEK_END)
            film.write(os.urandom(50))

    renditions = render([book_of("a.mp4")], tmp_path, tmp_path / ".lsbook", change)
    assert ticks
    assert [one.reason for one in renditions.unusable] == ["The file was changed while lsbook was reading it."]
    assert not finished(renditions)


def test_a_build_that_is_stopped_leaves_no_half_film_and_goes_on(tmp_path: Path) -> None:
    """Stopped in the middle of a film, a build leaves no process and no half; the next makes only what is missing."""
    put(tmp_path, {"a.mp4": SHORT, "b.mp4": LONG})

    def stop(_done: float, _total: int) -> None:
        if list((tmp_path / ".lsbook").rglob("record.json")):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render([book_of("a.mp4", "b.mp4")], tmp_path, tmp_path / ".lsbook", stop)
    assert not children()
    [first] = (tmp_path / ".lsbook").rglob("*.mp4")
    written = first.stat().st_mtime_ns
    renditions = render([book_of("a.mp4", "b.mp4")], tmp_path, tmp_path / ".lsbook", lambda _done, _total: None)
    assert len(renditions.by_file) == 2
    assert first.stat().st_mtime_ns == written


def test_the_last_check_of_a_film_lets_nothing_pass(tmp_path: Path) -> None:
    """A film with a note, a place, a day, another track or something behind it is never taken for a clean one."""
    good = tmp_path / "good"
    [good] = [file for name, file in finished(render_media(good, {"a.mp4": SHORT})).items() if name.endswith(".mp4")]
    content = good.read_bytes()
    assert is_clean(good)
    day = content.index(b"mvhd") + 8
    name = content.index(b"VideoHandler")
    harms = {
        "original": SHORT,
        "behind": content + b"\0\0\0\x0cnotekept",
        "free": content.replace(b"\0\0\0\x08free", b"\0\0\0\x10free12345678"),
        "day": content[:day] + b"\x01" + content[day + 1 :],
        "name": content[:name] + b"AnnasHandler" + content[name + 12 :],
        "track": content.replace(b"avc1\0\0", b"tx3g\0\0"),
        "short": content[:-10],
    }
    for what, harmed in harms.items():
        file = tmp_path / what
        file.write_bytes(harmed)
        assert harmed != content
        assert not is_clean(file), what


@pytest.mark.parametrize("target", ["/dev/full", "/proc/lsbook/film"])
def test_a_full_disk_is_not_the_films_fault(tmp_path: Path, target: str) -> None:
    """Where a film cannot be written, that is told as this computer's trouble; no film is called damaged."""
    film = replace(job(tmp_path, SHORT), target=Path(target))
    with pytest.raises(OSError, match=r"No space left|No such file"):
        list(transcode_all([film]))
    assert not children()


def test_a_film_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    """A film that cannot be read any more when its turn comes is refused with its own reason."""

    @contextmanager
    def gone() -> Iterator[BinaryIO]:
        raise MediaError(Fault.MISSING)
        yield

    [(_, outcome)] = transcode_all([FilmJob("film", gone, tmp_path / "target")])
    assert outcome is Fault.MISSING
