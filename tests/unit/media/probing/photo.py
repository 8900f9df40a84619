"""The worker for photos and documents, taken over: it starts, locks itself in and answers as the real one does."""

from __future__ import annotations

from lsbook.media.transcode import pdf_pages as paper
from lsbook.media.transcode import photo
from lsbook.media.workers import photo_worker
from lsbook.media.workers.sandbox import Locks
from tests.unit.media.probing import taken

__all__ = ["Locks", "work"]


def work(memory: int, locks: Locks) -> None:
    """Take the place of ``photo_worker.work``."""
    setattr(paper, "transcode_pdf", taken.obey)  # noqa: B010 (a type checker knows that this is not the real one)
    setattr(photo, "transcode_photo", lambda source, _recipe: taken.obey(source, lambda _done, _total: None))  # noqa: B010
    setattr(photo_worker, "encode_answer", taken.encode)  # noqa: B010
    photo_worker.work(memory, locks)
