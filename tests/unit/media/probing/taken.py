"""What a worker does once a file has taken it over: whatever the file says behind its first line."""

from __future__ import annotations

import ctypes
import json
import stat
from contextlib import suppress
from typing import Any

from lsbook.media.workers.messages import ReportProgress
from lsbook.media.workers.sandbox import kernel
from tests.unit.media.probing.attempts import Targets, attempt_all

_MOST = 64
_FSTAT, _MODE = (5, 24) if kernel.detect_machine() == 62 else (80, 16)
"""The number of the call, and where in its answer the kind of file stands, on x86_64 and on aarch64."""


def obey(source: bytes, tell: ReportProgress) -> Any:
    """Take the place of a decoder: try everything, give the answer that is asked for, or talk for ever."""
    orders = json.loads(source.partition(b"\n")[2])
    while "talk" in orders:
        tell(1, 2)
    if "answer" in orders:
        return orders["answer"]
    return {"open": _in_hand(), "tried": attempt_all(Targets(**orders))}


def encode(answer: object) -> bytes:
    """Take the place of ``messages.say``: an answer that may be anything."""
    return json.dumps(answer).encode() + b"\n"


def _in_hand() -> list[str]:
    """What the process has open: ``0 file``, ``3 pipe``."""
    kinds = []
    for number in range(_MOST):
        answer = ctypes.create_string_buffer(256)
        with suppress(OSError):
            kernel.make_system_call(_FSTAT, number, answer)  # Python's own would ask by a path
            mode = int.from_bytes(answer.raw[_MODE : _MODE + 4], "little")
            kinds.append(f"{number} {'file' if stat.S_ISREG(mode) else 'pipe' if stat.S_ISFIFO(mode) else 'other'}")
    return kinds
