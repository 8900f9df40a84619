"""How Linux is asked for what Python has no function for."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

_ELF_64_BIT_LITTLE_ENDIAN = b"\x7fELF\x02\x01"
_MACHINE_FIELD = slice(18, 20)
_HEADER_SIZE = 20  # bytes


def make_system_call(number: int, *args: Any) -> int:
    """Make system call ``number`` with whole numbers, buffers or ``None``. Raises ``OSError`` where Linux refuses."""
    return _check_result(_load_libc().syscall(ctypes.c_long(number), *_convert_arguments(args)))


def set_process_option(option: int, *args: Any) -> int:
    """Call ``prctl(2)``; what is left out is 0. Raises ``OSError``."""
    padded = (*args, 0, 0, 0, 0)[:4]
    return _check_result(_load_libc().prctl(ctypes.c_int(option), *_convert_arguments(padded)))


def detect_machine() -> int:
    """The processor that this very program was built for, as its own file says (the field e_machine of ELF).

    0 where that is unknown, or no processor of 64 bits. ``uname`` would not do: it names the kernel's processor, and
    a program of 32 bits has other system calls on the same one.
    """
    for program in ("/proc/self/exe", sys.executable):
        with suppress(OSError), Path(program).open("rb") as file:
            head = file.read(_HEADER_SIZE)
            if head.startswith(_ELF_64_BIT_LITTLE_ENDIAN):
                return int.from_bytes(head[_MACHINE_FIELD], "little")
    return 0


@cache
def _load_libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _convert_arguments(args: tuple[Any, ...]) -> list[Any]:
    return [ctypes.c_ulong(arg) if isinstance(arg, int) else arg for arg in args]


def _check_result(result: int) -> int:
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result
