"""One worker process, and the line to it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, BinaryIO, TypeAlias

from lsbook.media.faults import Fault
from lsbook.media.transcoded import TranscodedMedium
from lsbook.media.workers.limits import Limits
from lsbook.media.workers.messages import Progress, decode_answer, decode_ready, receive, send
from lsbook.media.workers.sandbox import Protection
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.books import NO_HELPER
from lsbook.model.vocabulary import MediumKind

_START_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import {module} as w; "
    "w.work({memory}, w.Locks({landlock}, {seccomp}))"
)
_START_TIMEOUT = 60.0
"""Seconds."""

OnProgress: TypeAlias = Callable[[float], None]
"""Told now and then which part of a medium is done, between 0 and 1."""


class _WorkerProcess:
    """A process of its own, with nothing of this one in it but where Python looks for code."""

    kinds: frozenset[MediumKind]
    """What it may make of a medium."""

    def __init__(self, start: str, source: int | IO[bytes], target: int | IO[bytes], errors: int) -> None:
        # -I: nothing in the environment or in the folder that lsbook is run from can change what is started.
        command = [sys.executable, "-I", "-c", start, json.dumps(sys.path)]
        try:
            self.process = subprocess.Popen(
                command,
                stdin=source,
                stdout=target,
                stderr=errors,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise _make_start_error() from error
        answers = self.process.stdout if target == subprocess.PIPE else self.process.stderr
        assert answers
        self._answers: IO[bytes] = answers
        self._is_late = False
        self.protection: Protection | None = None
        """What holds the process in, once it is ready."""

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    def wait_until_ready(self) -> None:
        """Raise ``ProblemsFound`` where the process does not come up: this computer's fault, and no photo's."""
        with self._limit_time(_START_TIMEOUT):
            if ready := decode_ready(receive(self._answers)):
                self.protection = ready.protection
                return
        self.close()
        raise _make_start_error()

    def wait_for_answer(self, limits: Limits, on_progress: OnProgress) -> TranscodedMedium | Fault:
        """The last answer; where none comes in time, the process is gone.

        It may be in the hands of somebody who made a file for that. So what it says is taken for nothing but a medium
        of the ``kinds`` that it was asked for, or the reason why there is none.
        """
        end = time.monotonic() + limits.total_seconds
        while True:
            answer = None
            with self._limit_time(min(limits.seconds, max(0.0, end - time.monotonic()))), suppress(OSError):
                answer = receive(self._answers)
            if answer is None:
                self.close()
                return Fault.TOO_SLOW if self._is_late else Fault.STOPPED
            understood = decode_answer(answer)
            if isinstance(understood, TranscodedMedium) and understood.kind not in self.kinds:
                return Fault.STOPPED
            if not isinstance(understood, Progress):
                return understood
            on_progress(understood.fraction)

    def close(self) -> None:
        """End the process at once. A thread that waits for its answer then waits no more."""
        self.process.kill()
        self.process.wait()

    def release(self) -> None:
        """Give the line back to the system, once no thread waits at it."""
        for end in (self.process.stdin, self.process.stdout, self.process.stderr):
            with suppress(OSError):  # what was still to be sent is sent to nobody
                if end:
                    end.close()

    @contextmanager
    def _limit_time(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(seconds, self._give_up)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _give_up(self) -> None:
        self._is_late = True
        self.close()


class PhotoWorker(_WorkerProcess):
    """A process that opens photos and documents, one after another."""

    kinds = frozenset({MediumKind.PHOTO, MediumKind.DOCUMENT})

    def __init__(self, limits: Limits, module: str = "lsbook.media.workers.photo_worker") -> None:
        """Start it. Raises ``ProblemsFound``."""
        super().__init__(_format_start_code(module, limits), subprocess.PIPE, subprocess.PIPE, subprocess.DEVNULL)

    def transcode(self, source: bytes, limits: Limits, on_progress: OnProgress) -> TranscodedMedium | Fault:
        """Have a medium developed."""
        assert self.process.stdin
        with self._limit_time(limits.seconds), suppress(OSError):
            send(self.process.stdin, source)
        outcome = self.wait_for_answer(limits, on_progress)
        return Fault.STOPPED if outcome is Fault.NO_ROOM else outcome  # it writes nothing


class FilmWorker(_WorkerProcess):
    """A process that makes one film or sound anew, from an open file into an open file."""

    kinds = frozenset({MediumKind.FILM, MediumKind.SOUND})

    def __init__(
        self, limits: Limits, source: BinaryIO, target: BinaryIO, module: str = "lsbook.media.workers.film_worker"
    ) -> None:
        """Start it. Raises ``ProblemsFound``."""
        source.seek(0)
        super().__init__(_format_start_code(module, limits), source, target, subprocess.PIPE)


def _format_start_code(module: str, limits: Limits) -> str:
    locks = limits.locks
    return _START_CODE.format(module=module, memory=limits.memory, landlock=locks.landlock, seccomp=locks.seccomp)


def _make_start_error() -> ProblemsFound:
    what = "This computer would not start the part of lsbook that opens photos and films."
    remedy = "Close other programs to free memory, and build again. If it happens again, restart the computer."
    return NO_HELPER.make_error(Location("media"), what, remedy)
