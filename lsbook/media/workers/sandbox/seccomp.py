"""Seccomp: Linux refuses every system call but those of a short list, for this process and for ever.

It alone carries all that security.md asks for, on every Linux of the last ten years and where Landlock is off: since a
worker may open nothing at all, no path need be looked at. The kernel's ``include/uapi/linux/seccomp.h`` and
``audit.h`` have the numbers.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lsbook.media.workers.sandbox import bpf, kernel
from lsbook.media.workers.sandbox.bpf import Step
from lsbook.media.workers.sandbox.calls import (
    ASK_FOR_FILTER,
    CLONE,
    FCNTL,
    FREE,
    MMAP,
    MPROTECT,
    PRCTL,
    PRLIMIT64,
    TGKILL,
    Call,
)

ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
_MAY_NOT, _UNKNOWN = REFUSE | errno.EPERM, REFUSE | errno.ENOSYS
_FIRST_OF_THE_NEW = 424
"""From here on calls have the same numbers on every processor. They are new, so that a C library which tries one of
them takes "unknown" for an older kernel, and does what it needs in the old way; so it starts threads by ``clone``."""

_RUN = 0x4  # PROT_EXEC
_THREAD = 0x10000
_NEW_SPACES = 0x7E020000  # CLONE_NEWNS to CLONE_NEWNET
_GET_FLAGS = (1, 2, 3)  # F_GETFD, F_SETFD, F_GETFL; another would let a file's events signal the parent
_NAMES = (15, 16, 0x53564D41)  # PR_SET_NAME, PR_GET_NAME, PR_SET_VMA: threads and memory get names
_SET_FILTER, _EVERY_THREAD = 1, 1


@dataclass(frozen=True)
class Processor:
    """``machine`` is its number in ELF, from which ``audit``, the number in a filter's data, is made."""

    name: str
    machine: int

    @property
    def audit(self) -> int:
        return self.machine | 0xC0000000  # 64 bits, little-endian

    def number(self, call: Call) -> int | None:
        """The number of ``call`` on this processor."""
        number: int | None = getattr(call, self.name)
        return number


PROCESSORS: Mapping[int, Processor] = MappingProxyType(
    {each.machine: each for each in (Processor("x86_64", 62), Processor("aarch64", 183))}
)


def restrict_calls(machine: int) -> bool:
    """Close the lock on every thread of this process, which runs on ``machine`` (ELF).

    Returns whether it is closed: it is not on other processors, nor where the kernel has no seccomp.
    """
    processor = PROCESSORS.get(machine)
    if processor is None:
        return False
    steps = filter_steps(processor, os.getpid())
    code = bpf.pack(steps)
    kept = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("@HP", len(steps), ctypes.addressof(kept))
    number = processor.number(ASK_FOR_FILTER)
    assert number is not None
    try:
        return kernel.call(number, _SET_FILTER, _EVERY_THREAD, ctypes.create_string_buffer(program, len(program))) == 0
    except OSError:
        return False


def filter_steps(processor: Processor, process: int) -> tuple[Step, ...]:
    """The filter for ``processor``; ``process`` is the only one that may be signalled."""
    # A call by the numbers of another processor (32 bits, say) would mean something else: there is no harmless one.
    head = (bpf.load(bpf.ARCHITECTURE), *bpf.if_other(processor.audit, (bpf.answer(KILL),)), bpf.load(bpf.NUMBER))
    free = tuple(step for call in FREE.values() for step in _for_call(processor.number(call), (bpf.answer(ALLOW),)))
    bound = tuple(
        step for call, steps in _conditions(process).items() for step in _for_call(processor.number(call), steps)
    )
    # The calls of x32 on x86_64 carry a bit that makes their numbers larger than all others.
    new = bpf.if_at_least(_FIRST_OF_THE_NEW, (bpf.answer(_UNKNOWN),))
    return (*head, *free, *bound, *new, bpf.answer(_MAY_NOT))


def _for_call(number: int | None, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return () if number is None else bpf.if_equal(number, steps)


def _conditions(process: int) -> Mapping[Call, tuple[Step, ...]]:
    """What a call's arguments must be, for those that could do harm."""
    no_program = (bpf.load_argument(2), *bpf.if_any_bit(_RUN, (bpf.answer(_MAY_NOT),)), bpf.answer(ALLOW))
    return {
        MMAP: no_program,  # what was read from a medium is never run
        MPROTECT: no_program,
        CLONE: _allow_only(0, (_THREAD,), _THREAD | _NEW_SPACES),
        FCNTL: _allow_only(1, _GET_FLAGS),
        PRCTL: _allow_only(0, _NAMES),
        TGKILL: _allow_only(0, (process,)),  # abort() signals its own process
        PRLIMIT64: _only_ask(),
    }


def _allow_only(argument: int, values: tuple[int, ...], bits: int = 0xFFFFFFFF) -> tuple[Step, ...]:
    allowed = tuple(step for value in values for step in bpf.if_equal(value, (bpf.answer(ALLOW),)))
    return (bpf.load_argument(argument), bpf.mask(bits), *allowed, bpf.answer(_MAY_NOT))


def _only_ask() -> tuple[Step, ...]:
    """A limit may be asked for, its own only, and never set: root could raise what it was given."""
    checks = (bpf.load_argument(0), bpf.load_argument(2), bpf.load_argument(2, high=True))
    refused = (bpf.answer(_MAY_NOT),)
    return (*(step for check in checks for step in (check, *bpf.if_other(0, refused))), bpf.answer(ALLOW))
