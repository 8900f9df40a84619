"""The processes that open photos: as many as there are cores, and none can harm more than its own photo.

Each thread here looks after one process. A process that dies, or takes too long, loses the photo it had; another takes
its place. (``ProcessPoolExecutor`` would lose every photo that waits, cannot say which one was the cause, and loads the
whole program into each process.)
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import TypeAlias

from lsbook.media.bench import Bench
from lsbook.media.faults import Fault, Refused
from lsbook.media.picture import Picture

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
    waiting = list(jobs)
    if not waiting:
        return
    crew = _Crew(limits)
    threads = ThreadPoolExecutor(min(len(waiting), size or _cores()))
    try:
        futures = {threads.submit(crew.develop, job): job for job in waiting}
        for done in as_completed(futures):
            yield futures.pop(done), done.result()
    finally:
        crew.close()
        threads.shutdown(cancel_futures=True)
        crew.release()


class _Crew:
    """The processes at hand. Used by several threads at once."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._all: set[Bench] = set()
        self._idle: list[Bench] = []
        self._closed = False

    def develop(self, job: Job) -> Outcome:
        try:
            source = job.read()
        except Refused as refused:
            return refused.fault
        bench = self._take()
        outcome = bench.develop(source, self._limits.seconds)
        with self._lock:
            if bench.alive:
                self._idle.append(bench)
        return outcome

    def close(self) -> None:
        """End every process; the threads that wait for them then end by themselves."""
        with self._lock:
            self._closed = True
            for bench in self._all:
                bench.close()

    def release(self) -> None:
        """Leave nothing open, once every thread is done."""
        for bench in self._all:
            bench.release()

    def _take(self) -> Bench:
        with self._lock:
            while self._idle:
                bench = self._idle.pop()
                if bench.alive:
                    return bench
            bench = Bench(self._limits.memory)
            self._all.add(bench)
            if self._closed:
                bench.close()
        bench.wait_until_ready()
        return bench


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
