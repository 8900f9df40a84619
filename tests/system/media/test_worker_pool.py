"""A photo that hangs, swallows memory or kills its process harms only itself."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PIL import Image

from lsbook.media.faults import Fault, MediaError
from lsbook.media.transcoded import TranscodedMedium
from lsbook.media.workers.limits import Limits
from lsbook.media.workers.worker_pool import Job, transcode_all
from tests.unit.media.photos import encoded, scene, slow
from tests.unit.media.processes import bytes_read, children

GOOD = encoded(scene(64, 64), "JPEG")
SLOW = slow()
LONG = SLOW + bytes(128 << 20)
"""The same with so much behind it that whoever has it has read more than anybody else ever does."""


def outcomes(jobs: dict[str, Callable[[], bytes]], limits: Limits, size: int = 1) -> dict[str, Fault | str]:
    """What became of each job: a fault, or "shown"."""
    done = transcode_all([Job(key, read) for key, read in jobs.items()], limits, size)
    return {job.key: outcome if isinstance(outcome, Fault) else "shown" for job, outcome in done}


@contextmanager
def to_whoever_receives(photo: bytes, what: signal.Signals) -> Iterator[None]:
    """Send a signal to the process that has read all of ``photo``, before it can have developed it."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.01):
            for pid in children():
                if bytes_read(pid) > len(photo):
                    os.kill(pid, what)
                    return

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def test_a_photo_that_takes_too_long_is_given_up() -> None:
    """After its time a photo is given up, and the photos behind it are made."""
    with to_whoever_receives(LONG, signal.SIGSTOP):
        result = outcomes({"slow": lambda: LONG, "good": lambda: GOOD}, Limits(seconds=10))
    assert result == {"slow": Fault.TOO_SLOW, "good": "shown"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit of memory")
def test_a_photo_that_needs_too_much_memory_is_refused() -> None:
    """A photo that asks for more memory than is safe gets none, and the photos behind it are made."""
    result = outcomes({"slow": lambda: SLOW, "good": lambda: GOOD}, Limits(memory=250_000_000))
    assert result == {"slow": Fault.TOO_MUCH_MEMORY, "good": "shown"}


@pytest.mark.parametrize("size", [1, 2])
def test_a_process_that_dies_loses_only_its_photo(size: int) -> None:
    """When the system kills a process at work, its photo is unusable and every other one is made."""
    jobs: dict[str, Callable[[], bytes]] = {"slow": lambda: LONG}
    jobs |= {f"good {number}": lambda: GOOD for number in range(5)}
    with to_whoever_receives(LONG, signal.SIGKILL):
        result = outcomes(jobs, Limits(), size)
    assert result.pop("slow") is Fault.STOPPED
    assert set(result.values()) == {"shown"}
    assert len(result) == 5


def test_a_file_that_cannot_be_read_is_refused() -> None:
    """A file that goes away before its turn is refused with its own reason."""

    def gone() -> bytes:
        raise MediaError(Fault.MISSING)

    assert outcomes({"gone": gone, "good": lambda: GOOD}, Limits()) == {"gone": Fault.MISSING, "good": "shown"}


def test_a_very_large_photo_is_shown() -> None:
    """A photo of 200 megapixels from a phone is shown, within the limits."""
    out = io.BytesIO()
    Image.new("RGB", (16320, 12240), "teal").save(out, "JPEG")
    [(_, outcome)] = transcode_all([Job("phone", out.getvalue)], Limits(memory=400_000_000))
    assert isinstance(outcome, TranscodedMedium)
    [widths] = outcome.pictures
    assert [(picture.width, picture.height) for picture in widths] == [(640, 480), (1600, 1200)]


def test_no_process_is_left_behind() -> None:
    """When all is done, or the build is stopped in the middle, no process stays."""
    done = transcode_all([Job("slow", lambda: SLOW), Job("good", lambda: GOOD)], Limits(), 2)
    next(done)
    assert children()
    done.close()  # type: ignore[attr-defined]
    assert not children()
