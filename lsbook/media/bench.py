"""One process that opens photos, and the line to it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from lsbook.media.faults import Fault
from lsbook.media.messages import READY, receive, send, understand
from lsbook.media.picture import Picture
from lsbook.model.place import NotMade, Place, Problem

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import lsbook.media.worker as w; w.work({memory})"
_TIME_TO_START = 60.0
"""Seconds."""


class Bench:
    """A process of its own, with nothing of this one in it but where Python looks for code."""

    def __init__(self, memory: int) -> None:
        """Start it. ``memory``, in bytes, is what one photo may use. Raises ``NotMade``."""
        # -I: nothing in the environment or in the folder that lsbook is run from can change what is started.
        command = [sys.executable, "-I", "-c", _START.format(memory=memory), json.dumps(sys.path)]
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise _no_process() from error
        self._late = False

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def wait_until_ready(self) -> None:
        """Raises ``NotMade`` where the process does not come up: this computer's fault, and no photo's."""
        with self._time(_TIME_TO_START):
            if receive(self._output) == READY:
                return
        self.close()
        raise _no_process()

    def develop(self, source: bytes, seconds: float) -> tuple[Picture, ...] | Fault:
        """Have a photo developed within ``seconds``. Where that fails, the process is gone."""
        answer = None
        with self._time(seconds), suppress(OSError):
            send(self._input, source)
            answer = receive(self._output)
        if answer is not None:
            return understand(answer)
        self.close()
        return Fault.TOO_SLOW if self._late else Fault.STOPPED

    def close(self) -> None:
        """End the process at once. A thread that waits for its answer then waits no more."""
        self._process.kill()
        self._process.wait()

    def release(self) -> None:
        """Give the line back to the system, once no thread waits at it."""
        for end in (self._input, self._output):
            with suppress(OSError):  # what was still to be sent is sent to nobody
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

    @property
    def _input(self) -> IO[bytes]:
        assert self._process.stdin
        return self._process.stdin

    @property
    def _output(self) -> IO[bytes]:
        assert self._process.stdout
        return self._process.stdout


def _no_process() -> NotMade:
    what = "This computer would not start the part of lsbook that opens photos."
    remedy = "Close other programs to free memory, and build again. If it happens again, restart the computer."
    return NotMade((Problem(Place("media"), what, remedy),))
