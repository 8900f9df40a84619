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

from lsbook.media.faults import Fault, Refused
from lsbook.media.picture import Developed
from lsbook.media.workers.messages import Answer, Partly, Tell, say, say_ready, send
from lsbook.media.workers.sandbox import Locks, confine

_WRITING = {errno.ENOSPC: Fault.NO_ROOM, errno.EDQUOT: Fault.NO_ROOM, errno.EFBIG: Fault.TOO_LONG}
_BETWEEN = 0.3
"""Seconds from one word of how far it is to the next."""


def outcome(make: Callable[[], Developed]) -> Answer:
    """Everything that a file can provoke is caught here: one broken photo never stops the book."""
    try:
        return make()
    except Refused as refused:
        return refused.fault
    except _NobodyListens:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Fault.TOO_MANY_PIXELS
    except MemoryError:
        return Fault.TOO_MUCH_MEMORY
    except EOFError:
        return Fault.TRUNCATED
    except OSError as error:  # of writing; only a film is written by a worker
        return _WRITING.get(error.errno or 0, Fault.BROKEN)
    except Exception as error:  # decoders raise anything at all
        return Fault.TRUNCATED if "truncated" in str(error).lower() else Fault.BROKEN


class _NobodyListens(Exception):
    """The process that asked is gone, so that there is nobody to go on for."""


def teller(answers: BinaryIO) -> Tell:
    """Something to tell now and then how far a medium is; the process that asked hears it on ``answers``."""
    last = time.monotonic()

    def tell(done: float, total: float) -> None:
        nonlocal last
        if time.monotonic() - last < _BETWEEN:
            return
        last = time.monotonic()
        try:
            send(answers, say(Partly(done / total if total > 0 else 0.0)))
        except OSError as error:
            raise _NobodyListens from error

    return tell


def begin(answers: int, memory: int) -> BinaryIO:
    """Get ready, and give back the way for answers: a copy of stream ``answers``.

    Decoders print what they think of a file, and that goes nowhere.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the one that asked deals with it
    private = os.fdopen(os.dup(answers), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    limit("RLIMIT_AS", memory)
    limit("RLIMIT_CORE", 0)  # a core dump would hold the photo
    return private


def lock_in(answers: BinaryIO, locks: Locks) -> None:
    """Give up all that a decoder does not need, and only then ask for a medium, by saying so on ``answers``.

    Every reader must be loaded by now: afterwards no file is opened any more.
    """
    send(answers, say_ready(confine(locks)))


def limit(what: str, most: int) -> None:
    """Linux keeps to the limit of memory; other systems have the limit of time alone."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (not on Windows)

    if what == "RLIMIT_FSIZE":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(getattr(resource, what), (most, most))
    except (OSError, ValueError):
        return
