"""The worker for films and sounds, taken over: it starts, locks itself in and answers as the real one does."""

from __future__ import annotations

from lsbook.media.workers import film_worker
from lsbook.media.workers.sandbox import Locks
from tests.unit.media.probing import taken

__all__ = ["Locks", "work"]


def work(memory: int, locks: Locks) -> None:
    """Take the place of ``film_worker.work``."""
    record = lambda source, _target, tell: taken.obey(source.read(), tell)  # noqa: E731
    setattr(film_worker, "transcode_film", record)  # noqa: B010 (a type checker knows that this is not the real one)
    setattr(film_worker, "encode_answer", taken.encode)  # noqa: B010
    film_worker.work(memory, locks)
