"""The worker for photos and documents: one after another, for as long as there are any."""

from __future__ import annotations

import sys
from functools import partial

from lsbook.media.faults import Fault, MediaError
from lsbook.media.probe.kinds import HEAD_SIZE, detect_kind
from lsbook.media.recipes import RECIPES, NoRecipe, PdfRecipe, PhotoRecipe
from lsbook.media.transcode import pdf_pages, photo
from lsbook.media.transcoded import TranscodedMedium
from lsbook.media.workers.messages import ReportProgress, encode_answer, receive, send
from lsbook.media.workers.sandbox import Locks
from lsbook.media.workers.worker import (
    capture_outcome,
    enter_sandbox,
    make_progress_reporter,
    prepare_process,
    set_limit,
)


def work(memory: int, locks: Locks) -> None:
    """Answer on standard output what comes in on standard input. ``memory``, in bytes, is what one medium may use."""
    answers = prepare_process(1, memory)
    photo.configure_pillow()
    set_limit("RLIMIT_FSIZE", 0)  # a photo goes out through a pipe: nothing is written into a file
    enter_sandbox(answers, locks)
    while source := receive(sys.stdin.buffer):
        send(
            answers, encode_answer(capture_outcome(partial(transcode_medium, source, make_progress_reporter(answers))))
        )


def transcode_medium(source: bytes, report_progress: ReportProgress) -> TranscodedMedium:
    """Make what a book shows of ``source``. Raises ``MediaError``, and whatever a damaged file provokes."""
    recipe = RECIPES[detect_kind(source[:HEAD_SIZE])]
    if isinstance(recipe, PhotoRecipe):
        return photo.transcode_photo(source, recipe)
    if isinstance(recipe, PdfRecipe):
        return pdf_pages.transcode_pdf(source, report_progress)
    raise MediaError(recipe.fault if isinstance(recipe, NoRecipe) else Fault.CHANGED)
