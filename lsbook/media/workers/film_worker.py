"""The worker for one film or sound: a file comes in and a file goes out, so that an hour of film needs no memory."""

from __future__ import annotations

import os
from functools import partial
from typing import BinaryIO

from lsbook.media.transcode.film import load_readers, transcode_film
from lsbook.media.transcoded import TranscodedMedium
from lsbook.media.workers.messages import ReportProgress, encode_answer, send
from lsbook.media.workers.sandbox import Locks
from lsbook.media.workers.worker import (
    capture_outcome,
    enter_sandbox,
    make_progress_reporter,
    prepare_process,
    set_limit,
)

_LARGEST_FILM = (4 << 30) - 1
"""Bytes: a stick's file system holds no file of 4 GiB (security.md)."""


def work(memory: int, locks: Locks) -> None:
    """Read the film that is standard input, and write it anew into the file that is standard output.

    Both are open already, so that no path is needed. The answers go out on standard error. ``memory`` is in bytes.
    """
    source, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "w+b")
    source.seek(0)
    answers = prepare_process(2, memory)
    load_readers()
    set_limit("RLIMIT_FSIZE", _LARGEST_FILM)
    enter_sandbox(answers, locks)
    send(
        answers,
        encode_answer(capture_outcome(partial(_transcode_to_disk, source, target, make_progress_reporter(answers)))),
    )


def _transcode_to_disk(source: BinaryIO, target: BinaryIO, report_progress: ReportProgress) -> TranscodedMedium:
    """The film is made once its last byte is on the disk."""
    with target:
        return transcode_film(source, target, report_progress)
