"""The worker for one film or sound: a file comes in and a file goes out, so that an hour of film needs no memory."""

from __future__ import annotations

import os
from functools import partial
from typing import BinaryIO

from lsbook.media.picture import Developed
from lsbook.media.transcode.film import load_readers, record
from lsbook.media.workers.messages import Tell, say, send
from lsbook.media.workers.sandbox import Locks
from lsbook.media.workers.worker import begin, limit, lock_in, outcome, teller

_LARGEST = (4 << 30) - 1
"""Bytes: a stick's file system holds no file of 4 GiB (security.md)."""


def work(memory: int, locks: Locks) -> None:
    """Read the film that is standard input, and write it anew into the file that is standard output.

    Both are open already, so that no path is needed. The answers go out on standard error. ``memory`` is in bytes.
    """
    source, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "w+b")
    source.seek(0)
    answers = begin(2, memory)
    load_readers()
    limit("RLIMIT_FSIZE", _LARGEST)
    lock_in(answers, locks)
    send(answers, say(outcome(partial(_written, source, target, teller(answers)))))


def _written(source: BinaryIO, target: BinaryIO, tell: Tell) -> Developed:
    """The film is made once its last byte is on the disk."""
    with target:
        return record(source, target, tell)
