"""A worker process: it is handed the bytes of a photo and hands back finished pictures, or the reason why not.

It opens no file and is told no name. Only this process ever loads a decoder.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import BinaryIO

from PIL import Image

from lsbook.media.faults import Fault, Refused
from lsbook.media.messages import READY, receive, say, send
from lsbook.media.photo import develop, get_ready
from lsbook.media.picture import Picture


def work(memory: int) -> None:
    """Answer on standard output what comes in on standard input. ``memory``, in bytes, is what one photo may use."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the one that asked deals with it
    answers = _private_output()
    get_ready()
    _limit(memory)
    send(answers, READY)
    while (source := receive(sys.stdin.buffer)) is not None:
        send(answers, say(_outcome(source)))


def _outcome(source: bytes) -> tuple[Picture, ...] | Fault:
    """Everything that a file can provoke is caught here: one broken photo never stops the book."""
    try:
        return develop(source)
    except Refused as refused:
        return refused.fault
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Fault.TOO_MANY_PIXELS
    except MemoryError:
        return Fault.TOO_MUCH_MEMORY
    except EOFError:
        return Fault.TRUNCATED
    except Exception as error:  # decoders raise anything at all
        return Fault.TRUNCATED if "truncated" in str(error).lower() else Fault.BROKEN


def _private_output() -> BinaryIO:
    """Standard output for answers alone: decoders print what they think of a file, and that goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    return answers


def _limit(memory: int) -> None:
    """Linux keeps to the limit of memory; other systems have the limit of time alone."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (not on Windows)

    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):  # a core dump would hold the photo
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):
            continue
