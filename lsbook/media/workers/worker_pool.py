"""The processes that open media: as many as there are cores and memory for, and none can harm more than its own medium.

Each thread here looks after one process. A process that dies, or takes too long, loses the photo it had; another takes
its place. (``ProcessPoolExecutor`` would lose every photo that waits, cannot say which one was the cause, and loads the
whole program into each process.)
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import BinaryIO, TypeAlias, TypeVar

from msgspec import Struct

from lsbook.media.faults import Fault, MediaError
from lsbook.media.transcoded import TranscodedMedium
from lsbook.media.verify.verify_mp4 import is_clean
from lsbook.media.workers.limits import DEFAULT_LIMITS, Limits
from lsbook.media.workers.processes import count_processes
from lsbook.media.workers.sandbox import Protection
from lsbook.media.workers.worker_process import FilmWorker, PhotoWorker

Outcome: TypeAlias = TranscodedMedium | Fault

T = TypeVar("T", PhotoWorker, FilmWorker)

_REPORT_INTERVAL = 0.5
"""Seconds from one word of how far all is to the next."""


class Job(Struct, frozen=True):
    """A photo or a document to transcode. ``read`` gives its bytes, or raises ``MediaError``."""

    key: str
    read: Callable[[], bytes]


class FilmJob(Struct, frozen=True):
    """A film or a sound to make anew into the file ``target``. ``open_source`` opens it, or raises ``MediaError``."""

    key: str
    open_source: Callable[[], AbstractContextManager[BinaryIO]]
    target: Path


AnyJob: TypeAlias = Job | FilmJob


def transcode_all(
    jobs: Iterable[AnyJob],
    limits: Limits = DEFAULT_LIMITS,
    worker_count: int = 0,
    on_progress: Callable[[float], None] = lambda _: None,
    on_start: Callable[[Protection | None], None] = lambda _: None,
) -> Iterator[tuple[AnyJob, Outcome]]:
    """Transcode every job, and give each with its outcome as it is done. ``worker_count`` 0: as many as fit.

    ``on_progress`` is called now and then with how much is done of those that are not done yet, in media (1.5: one and
    a half), and ``on_start`` for every process with what holds it in.
    Raises ``ProblemsFound`` where this computer cannot start such a process, and ``OSError`` where it cannot write.
    """
    waiting = list(jobs)
    if not waiting:
        return
    pool = _WorkerPool(limits, on_start)
    threads = ThreadPoolExecutor(min(len(waiting), worker_count or count_processes()))
    try:
        done = SimpleQueue[Future[Outcome]]()
        futures = {threads.submit(pool.transcode, job): job for job in waiting}
        for future in futures:
            future.add_done_callback(done.put)
        while futures:
            if (finished := _take(done)) is not None:
                yield futures.pop(finished), finished.result()
            if pool.progress:
                on_progress(sum(pool.progress.values()))
    finally:
        pool.close()
        threads.shutdown(cancel_futures=True)
        pool.release()


def _take(done: SimpleQueue[Future[Outcome]]) -> Future[Outcome] | None:
    """The next that is done, or ``None`` where it is time to report. (``wait`` would look at all that are not done.)"""
    try:
        return done.get(timeout=_REPORT_INTERVAL)
    except Empty:
        return None


class _WorkerPool:
    """The processes at hand. Used by several threads at once."""

    def __init__(self, limits: Limits, on_start: Callable[[Protection | None], None]) -> None:
        self._limits = limits
        self._on_start = on_start
        self._lock = threading.Lock()
        self._all: set[PhotoWorker | FilmWorker] = set()
        self._idle: list[PhotoWorker] = []
        self._closed = False
        self.progress: dict[str, float] = {}
        """How much is done of each medium at work, between 0 and 1, by its key."""

    def transcode(self, job: AnyJob) -> Outcome:
        try:
            return self._transcode_photo(job) if isinstance(job, Job) else self._transcode_film(job)
        except MediaError as refused:
            return refused.fault
        finally:
            self._set_progress(job, None)

    def close(self) -> None:
        """End every process; the threads that wait for them then end by themselves."""
        with self._lock:
            self._closed = True
            for process in self._all:
                process.close()

    def release(self) -> None:
        """Leave nothing open, once every thread is done."""
        for process in self._all:
            process.release()

    def _transcode_photo(self, job: Job) -> Outcome:
        source = job.read()
        worker = self._acquire_worker()
        outcome = worker.transcode(source, self._limits, lambda part: self._set_progress(job, part))
        with self._lock:
            if worker.is_alive:
                self._idle.append(worker)
        return outcome

    def _transcode_film(self, job: FilmJob) -> Outcome:
        job.target.parent.mkdir(parents=True, exist_ok=True)
        with job.target.open("w+b") as target, job.open_source() as source:
            worker = self._start_worker(lambda: FilmWorker(self._limits, source, target))
            outcome = worker.wait_for_answer(self._limits, lambda part: self._set_progress(job, part))
            worker.close()
            if outcome is Fault.NO_ROOM:
                _try_to_write(target)
                outcome = Fault.STOPPED
        if isinstance(outcome, TranscodedMedium) and not is_clean(job.target):
            return Fault.STOPPED
        return outcome

    def _acquire_worker(self) -> PhotoWorker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.is_alive:
                    return worker
        return self._start_worker(lambda: PhotoWorker(self._limits))

    def _start_worker(self, start: Callable[[], T]) -> T:
        with self._lock:
            process = start()
            self._all.add(process)
            if self._closed:
                process.close()
        process.wait_until_ready()
        self._on_start(process.protection)
        return process

    def _set_progress(self, job: AnyJob, fraction: float | None) -> None:
        with self._lock:
            self.progress.pop(job.key, None)
            if fraction is not None:
                self.progress[job.key] = fraction


def _try_to_write(target: BinaryIO) -> None:
    """Prove that there is no room, as a process says: were it believed, one film could stop every book.

    Raises ``OSError`` where there is none indeed.
    """
    target.seek(0, os.SEEK_END)
    target.write(bytes(1 << 20))
    target.flush()
    os.fsync(target.fileno())
