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
from types import MappingProxyType

from msgspec import Struct

from lsbook.media.workers.sandbox import bpf, kernel
from lsbook.media.workers.sandbox.bpf import Instruction
from lsbook.media.workers.sandbox.calls import (
    CLONE,
    FCNTL,
    MMAP,
    MPROTECT,
    PRCTL,
    PRLIMIT64,
    SECCOMP,
    TGKILL,
    UNRESTRICTED,
    SystemCall,
)

ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
_DENY, _DENY_AS_UNKNOWN = REFUSE | errno.EPERM, REFUSE | errno.ENOSYS
_FIRST_COMMON_NUMBER = 424
"""From here on calls have the same numbers on every processor. They are new, so that a C library which tries one of
them takes "unknown" for an older kernel, and does what it needs in the old way; so it starts threads by ``clone``."""

_PROT_EXEC = 0x4  # PROT_EXEC
_CLONE_THREAD = 0x10000
_CLONE_NAMESPACES = 0x7E020000  # CLONE_NEWNS to CLONE_NEWNET
_ALLOWED_FCNTL = (1, 2, 3)  # F_GETFD, F_SETFD, F_GETFL; another would let a file's events signal the parent
_ALLOWED_PRCTL = (15, 16, 0x53564D41)  # PR_SET_NAME, PR_GET_NAME, PR_SET_VMA: threads and memory get names
_SET_FILTER, _ALL_THREADS = 1, 1


class Processor(Struct, frozen=True):
    """``machine`` is its number in ELF, from which ``audit``, the number in a filter's data, is made."""

    name: str
    machine: int

    @property
    def audit(self) -> int:
        return self.machine | 0xC0000000  # 64 bits, little-endian

    def get_number(self, call: SystemCall) -> int | None:
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
    steps = build_filter(processor, os.getpid())
    code = bpf.assemble(steps)
    kept = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("@HP", len(steps), ctypes.addressof(kept))
    number = processor.get_number(SECCOMP)
    assert number is not None
    try:
        return (
            kernel.make_system_call(
                number, _SET_FILTER, _ALL_THREADS, ctypes.create_string_buffer(program, len(program))
            )
            == 0
        )
    except OSError:
        return False


def build_filter(processor: Processor, process_id: int) -> tuple[Instruction, ...]:
    """The filter for ``processor``; ``process_id`` is the only process that may be signalled."""
    # A call by the numbers of another processor (32 bits, say) would mean something else: there is no harmless one.
    head = (
        bpf.load(bpf.ARCHITECTURE_OFFSET),
        *bpf.run_if_unequal(processor.audit, (bpf.return_verdict(KILL),)),
        bpf.load(bpf.NUMBER_OFFSET),
    )
    free = tuple(
        step
        for call in UNRESTRICTED.values()
        for step in _match_call(processor.get_number(call), (bpf.return_verdict(ALLOW),))
    )
    bound = tuple(
        step
        for call, steps in _build_conditions(process_id).items()
        for step in _match_call(processor.get_number(call), steps)
    )
    # The calls of x32 on x86_64 carry a bit that makes their numbers larger than all others.
    new = bpf.run_if_at_least(_FIRST_COMMON_NUMBER, (bpf.return_verdict(_DENY_AS_UNKNOWN),))
    return (*head, *free, *bound, *new, bpf.return_verdict(_DENY))


def _match_call(number: int | None, instructions: tuple[Instruction, ...]) -> tuple[Instruction, ...]:
    return () if number is None else bpf.run_if_equal(number, instructions)


def _build_conditions(process_id: int) -> Mapping[SystemCall, tuple[Instruction, ...]]:
    """What a call's arguments must be, for those that could do harm."""
    no_program = (
        bpf.load_argument(2),
        *bpf.run_if_any_bit(_PROT_EXEC, (bpf.return_verdict(_DENY),)),
        bpf.return_verdict(ALLOW),
    )
    return {
        MMAP: no_program,  # what was read from a medium is never run
        MPROTECT: no_program,
        CLONE: _allow_only(0, (_CLONE_THREAD,), _CLONE_THREAD | _CLONE_NAMESPACES),
        FCNTL: _allow_only(1, _ALLOWED_FCNTL),
        PRCTL: _allow_only(0, _ALLOWED_PRCTL),
        TGKILL: _allow_only(0, (process_id,)),  # abort() signals its own process
        PRLIMIT64: _allow_limit_query(),
    }


def _allow_only(argument: int, values: tuple[int, ...], bits: int = 0xFFFFFFFF) -> tuple[Instruction, ...]:
    allowed = tuple(step for value in values for step in bpf.run_if_equal(value, (bpf.return_verdict(ALLOW),)))
    return (bpf.load_argument(argument), bpf.mask(bits), *allowed, bpf.return_verdict(_DENY))


def _allow_limit_query() -> tuple[Instruction, ...]:
    """A limit may be asked for, its own only, and never set: root could raise what it was given."""
    checks = (bpf.load_argument(0), bpf.load_argument(2), bpf.load_argument(2, high=True))
    refused = (bpf.return_verdict(_DENY),)
    return (*(step for check in checks for step in (check, *bpf.run_if_unequal(0, refused))), bpf.return_verdict(ALLOW))
