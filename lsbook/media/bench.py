"""One worker process, and the line to it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, BinaryIO, TypeAlias

from lsbook.media.faults import Fault
from lsbook.media.messages import Partly, receive, send, understand, understand_ready
from lsbook.media.picture import Developed
from lsbook.media.sandbox import Locks, Protection
from lsbook.model.place import NotMade, Place, Problem

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import {module} as w; "
    "w.work({memory}, w.Locks({landlock}, {seccomp}))"
)
_TIME_TO_START = 60.0
"""Seconds."""

Hear: TypeAlias = Callable[[float], None]
"""Told now and then which part of a medium is done, between 0 and 1."""


class _Process:
    """A process of its own, with nothing of this one in it but where Python looks for code."""

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
            raise _no_process() from error
        answers = self.process.stdout if target == subprocess.PIPE else self.process.stderr
        assert answers
        self._answers: IO[bytes] = answers
        self._late = False
        self.protection: Protection | None = None
        """What holds the process in, once it is ready."""

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def wait_until_ready(self) -> None:
        """Raises ``NotMade`` where the process does not come up: this computer's fault, and no photo's."""
        with self._time(_TIME_TO_START):
            if ready := understand_ready(receive(self._answers)):
                self.protection = ready.protection
                return
        self.close()
        raise _no_process()

    def answer(self, seconds: float, hear: Hear) -> Developed | Fault:
        """The last answer. ``seconds`` may go by without any; where that fails, the process is gone."""
        while True:
            answer = None
            with self._time(seconds), suppress(OSError):
                answer = receive(self._answers)
            if answer is None:
                self.close()
                return Fault.TOO_SLOW if self._late else Fault.STOPPED
            understood = understand(answer)
            if not isinstance(understood, Partly):
                return understood
            hear(understood.part)

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
    def _time(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(seconds, self._give_up)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _give_up(self) -> None:
        self._late = True
        self.close()


class Bench(_Process):
    """A process that opens photos and documents, one after another."""

    def __init__(self, memory: int, locks: Locks, module: str = "lsbook.media.photo_worker") -> None:
        """Start it. ``memory``, in bytes, is what one photo may use. Raises ``NotMade``."""
        start = _start_line(module, memory, locks)
        super().__init__(start, subprocess.PIPE, subprocess.PIPE, subprocess.DEVNULL)

    def develop(self, source: bytes, seconds: float, hear: Hear) -> Developed | Fault:
        """Have a medium developed. ``seconds`` may go by without a word of it."""
        assert self.process.stdin
        with self._time(seconds), suppress(OSError):
            send(self.process.stdin, source)
        return self.answer(seconds, hear)


class Cutter(_Process):
    """A process that makes one film or sound anew, from an open file into an open file."""

    def __init__(
        self,
        memory: int,
        locks: Locks,
        source: BinaryIO,
        target: BinaryIO,
        module: str = "lsbook.media.film_worker",
    ) -> None:
        """Start it. ``memory`` is in bytes. Raises ``NotMade``."""
        source.seek(0)
        super().__init__(_start_line(module, memory, locks), source, target, subprocess.PIPE)


def _start_line(module: str, memory: int, locks: Locks) -> str:
    return _START.format(module=module, memory=memory, landlock=locks.landlock, seccomp=locks.seccomp)


def _no_process() -> NotMade:
    what = "This computer would not start the part of lsbook that opens photos and films."
    remedy = "Close other programs to free memory, and build again. If it happens again, restart the computer."
    return NotMade((Problem(Place("media"), what, remedy),))
