"""What every worker process keeps to: limits, one private way for answers, and nothing that a file does gets out.

A worker is handed a medium and hands back what a book shows of it, or the reason why not. It opens no file and is told
no name; where it runs on Linux it could not if it wanted to (``sandbox``). Only workers ever load a decoder.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import BinaryIO

from PIL import Image

from lsbook.media.faults import Fault, MediaError
from lsbook.media.transcoded import TranscodedMedium
from lsbook.media.workers.messages import Answer, Progress, ReportProgress, encode_answer, encode_ready, send
from lsbook.media.workers.sandbox import Locks, confine

_WRITE_FAULTS = {errno.ENOSPC: Fault.NO_ROOM, errno.EDQUOT: Fault.NO_ROOM, errno.EFBIG: Fault.TOO_LONG}
_REPORT_INTERVAL = 0.3
"""Seconds from one word of how far it is to the next."""


def capture_outcome(make: Callable[[], TranscodedMedium]) -> Answer:
    """Everything that a file can provoke is caught here: one broken photo never stops the book."""
    try:
        return make()
    except MediaError as refused:
        return refused.fault
    except _ReceiverGoneError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Fault.TOO_MANY_PIXELS
    except MemoryError:
        return Fault.TOO_MUCH_MEMORY
    except EOFError:
        return Fault.TRUNCATED
    except OSError as error:  # of writing; only a film is written by a worker
        return _WRITE_FAULTS.get(error.errno or 0, Fault.BROKEN)
    except Exception as error:  # decoders raise anything at all
        return Fault.TRUNCATED if "truncated" in str(error).lower() else Fault.BROKEN


class _ReceiverGoneError(Exception):
    """The process that asked is gone, so that there is nobody to go on for."""


def make_progress_reporter(answers: BinaryIO) -> ReportProgress:
    """Something to tell now and then how far a medium is; the process that asked hears it on ``answers``."""
    last = time.monotonic()

    def report_progress(done: float, total: float) -> None:
        nonlocal last
        if time.monotonic() - last < _REPORT_INTERVAL:
            return
        last = time.monotonic()
        try:
            send(answers, encode_answer(Progress(done / total if total > 0 else 0.0)))
        except OSError as error:
            raise _ReceiverGoneError from error

    return report_progress


def prepare_process(answers: int, memory: int) -> BinaryIO:
    """Get ready, and give back the way for answers: a copy of stream ``answers``.

    Decoders print what they think of a file, and that goes nowhere.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the one that asked deals with it
    private = os.fdopen(os.dup(answers), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    set_limit("RLIMIT_AS", memory)
    set_limit("RLIMIT_CORE", 0)  # a core dump would hold the photo
    return private


def enter_sandbox(answers: BinaryIO, locks: Locks) -> None:
    """Give up all that a decoder does not need, and only then ask for a medium, by saying so on ``answers``.

    Every reader must be loaded by now: afterwards no file is opened any more.
    """
    send(answers, encode_ready(confine(locks)))


def set_limit(name: str, maximum: int) -> None:
    """Linux keeps to the limit of memory; other systems have the limit of time alone."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (not on Windows)

    if name == "RLIMIT_FSIZE":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(getattr(resource, name), (maximum, maximum))
    except (OSError, ValueError):
        return
