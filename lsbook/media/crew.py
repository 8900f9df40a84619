"""The processes that develop photos: as many as there are cores, and none can harm more than its own photo.

A process that dies, or takes too long, loses the photo it had; another takes its place. (``ProcessPoolExecutor`` would
lose every photo that waits, and cannot say which one was the cause.)
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeAlias

from lsbook.media.faults import Fault, Refused
from lsbook.media.photo import Picture
from lsbook.media.worker import LONGEST_ANSWER, READY, read_answer, work
from lsbook.model.place import NotMade, Place, Problem

Outcome: TypeAlias = "tuple[Picture, ...] | Fault"


@dataclass(frozen=True)
class Limits:
    """What one photo may cost."""

    seconds: float = 60
    memory: int = 4 << 30
    """Bytes of address space. 260 megapixels with transparency, the most that is opened, need some 3 GiB."""


@dataclass(frozen=True)
class Job:
    """A photo to develop. ``read`` gives its bytes, or raises ``Refused``."""

    key: str
    read: Callable[[], bytes]


def develop_all(jobs: Iterable[Job], limits: Limits = Limits(), size: int = 0) -> Iterator[tuple[Job, Outcome]]:
    """Develop every job, in the order in which they are done. ``size`` is a number of processes; 0: one a core.

    Raises ``NotMade`` where this computer cannot start such a process at all.
    """
    waiting = deque(jobs)
    benches = [_Bench(limits) for _ in range(min(len(waiting), size or _cores()))]
    try:
        while waiting or any(bench.job for bench in benches):
            for bench in benches:
                if bench.ready and not bench.job and waiting:
                    yield from bench.give(waiting.popleft())
            yield from _collect(benches, more=bool(waiting))
    finally:
        for bench in benches:
            bench.close()


def _collect(benches: list[_Bench], more: bool) -> Iterator[tuple[Job, Outcome]]:
    """Wait for the next process that has something to say, or has run out of time."""
    busy = [bench for bench in benches if bench.job or (more and not bench.ready)]
    if not busy:
        return
    first = min(bench.deadline for bench in busy)
    spoke = wait([bench.line for bench in busy], timeout=max(0.0, first - time.monotonic()))
    for bench in busy:
        if bench.line in spoke:
            yield from bench.hear()
        elif time.monotonic() >= bench.deadline:
            yield from bench.lose(Fault.TOO_SLOW)


@dataclass
class _Bench:
    """A place at which one process works, then the next where that one is lost."""

    limits: Limits
    line: Connection = field(init=False)
    process: BaseProcess = field(init=False)
    job: Job | None = None
    ready: bool = False
    deadline: float = 0.0

    def __post_init__(self) -> None:
        self._start()

    def _start(self) -> None:
        # "spawn" works alike everywhere and inherits nothing: no open files and no locks held by other threads.
        context = multiprocessing.get_context("spawn")
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs, self.limits.memory), daemon=True)
        try:
            self.process.start()
        except OSError as error:
            raise _no_process() from error
        finally:
            theirs.close()  # so that the line ends when the process does
        self.job, self.ready = None, False
        self.deadline = time.monotonic() + Limits.seconds

    def give(self, job: Job) -> Iterator[tuple[Job, Outcome]]:
        try:
            source = job.read()
        except Refused as refused:
            yield job, refused.fault
            return
        self.job, self.deadline = job, time.monotonic() + self.limits.seconds
        try:
            self.line.send_bytes(source)
        except OSError:
            yield from self.lose(Fault.STOPPED)

    def hear(self) -> Iterator[tuple[Job, Outcome]]:
        try:
            said = self.line.recv_bytes(LONGEST_ANSWER)
        except (EOFError, OSError):
            yield from self.lose(Fault.STOPPED)
            return
        if not self.ready:
            self.ready = said == READY
        elif self.job:
            done, self.job = self.job, None
            yield done, read_answer(said)

    def lose(self, fault: Fault) -> Iterator[tuple[Job, Outcome]]:
        """Give up the process and the photo it had. That one never got ready is this computer's fault, no photo's."""
        lost = self.job
        self.close()
        if not lost:
            raise _no_process()
        self._start()
        yield lost, fault

    def close(self) -> None:
        self.process.kill()
        self.process.join()
        self.line.close()


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _no_process() -> NotMade:
    what = "This computer would not start the part of lsbook that opens photos."
    remedy = "Close other programs to free memory, and build again. If it happens again, restart the computer."
    return NotMade((Problem(Place("media"), what, remedy),))
