"""The few steps of the kernel's packet filter (classic BPF) of which a seccomp filter is made."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass

NUMBER, ARCHITECTURE = 0, 4
"""Where in ``struct seccomp_data`` the call's number and the processor stand."""

_LOAD, _AND, _RETURN = 0x20, 0x54, 0x06
_EQUAL, _AT_LEAST, _ANY_BIT = 0x15, 0x35, 0x45
_ARGUMENTS = 16
_FARTHEST = 255


@dataclass(frozen=True)
class Step:
    """One ``struct sock_filter``: ``then`` and ``otherwise`` say how many steps are skipped after a question."""

    code: int
    value: int
    then: int = 0
    otherwise: int = 0

    def __post_init__(self) -> None:
        if max(self.then, self.otherwise) > _FARTHEST:
            raise ValueError("a filter step cannot jump so far")

    @property
    def packed(self) -> bytes:
        return struct.pack("=HBBI", self.code, self.then, self.otherwise, self.value)


def load(offset: int) -> Step:
    """Look at the 32 bits at ``offset`` of the call's data."""
    return Step(_LOAD, offset)


def load_argument(number: int, high: bool = False) -> Step:
    """Look at the lower (or ``high``) half of an argument, counted from 0, on a little-endian processor."""
    return load(_ARGUMENTS + 8 * number + 4 * high)


def mask(bits: int) -> Step:
    """Keep only ``bits`` of what is looked at."""
    return Step(_AND, bits)


def answer(verdict: int) -> Step:
    """End the filter."""
    return Step(_RETURN, verdict)


def if_equal(value: int, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Take ``steps`` only where what is looked at is ``value``."""
    return (Step(_EQUAL, value, 0, len(steps)), *steps)


def if_other(value: int, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Take ``steps`` only where what is looked at is not ``value``."""
    return (Step(_EQUAL, value, len(steps), 0), *steps)


def if_at_least(value: int, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Take ``steps`` only where what is looked at is ``value`` or more."""
    return (Step(_AT_LEAST, value, 0, len(steps)), *steps)


def if_any_bit(bits: int, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Take ``steps`` only where any of ``bits`` is set in what is looked at."""
    return (Step(_ANY_BIT, bits, 0, len(steps)), *steps)


def pack(steps: Iterable[Step]) -> bytes:
    """The filter as the kernel reads it."""
    return b"".join(step.packed for step in steps)
