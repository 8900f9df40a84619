"""A worker process: it is handed the bytes of a photo and hands back finished pictures, or the reason why not.

It opens no file and is told no name. What it answers is plain bytes and never a pickle, so that a photo made to take
over its decoder gains nothing in the process that asked.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from multiprocessing.connection import Connection

from PIL import Image

from lsbook.media.faults import Fault, Refused
from lsbook.media.photo import Picture, develop, get_ready
from lsbook.media.segments import is_clean

READY = b"ready"
LONGEST_ANSWER = 100_000_000
"""Bytes."""


def work(requests: Connection, memory: int) -> None:
    """Answer requests until there are no more. ``memory``, in bytes, is what one photo may use."""
    _be_quiet()
    get_ready()
    _limit(memory)
    requests.send_bytes(READY)
    while True:
        try:
            source = requests.recv_bytes()
        except EOFError:
            return
        requests.send_bytes(_answer(source))


def read_answer(answer: bytes) -> tuple[Picture, ...] | Fault:
    """What a worker said. An answer that makes no sense counts as a worker that stopped."""
    try:
        head, _, rest = answer.partition(b"\n")
        said = json.loads(head)
        if "fault" in said:
            return Fault(said["fault"])
        pictures = []
        for width, height, length in said["pictures"]:
            pictures.append(Picture(rest[:length], int(width), int(height)))
            rest = rest[length:]
    except (ValueError, KeyError, TypeError):
        return Fault.STOPPED
    return tuple(pictures) if pictures and all(is_clean(picture.jpeg) for picture in pictures) else Fault.STOPPED


def _answer(source: bytes) -> bytes:
    """Everything that a file can provoke is caught here: one broken photo never stops the book."""
    try:
        pictures = develop(source)
    except Refused as refused:
        return _say_fault(refused.fault)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _say_fault(Fault.TOO_MANY_PIXELS)
    except MemoryError:
        return _say_fault(Fault.TOO_MUCH_MEMORY)
    except EOFError:
        return _say_fault(Fault.TRUNCATED)
    except Exception as error:  # decoders raise anything at all
        return _say_fault(Fault.TRUNCATED if "truncated" in str(error).lower() else Fault.BROKEN)
    sizes = [[picture.width, picture.height, len(picture.jpeg)] for picture in pictures]
    return json.dumps({"pictures": sizes}).encode() + b"\n" + b"".join(picture.jpeg for picture in pictures)


def _say_fault(fault: Fault) -> bytes:
    return json.dumps({"fault": fault.value}).encode() + b"\n"


def _be_quiet() -> None:
    """Decoders print what they think of a file, and Ctrl-C reaches every process: neither is for here to show."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


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
