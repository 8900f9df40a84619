"""The few steps of the kernel's packet filter (classic BPF) of which a seccomp filter is made."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from msgspec import Struct

NUMBER_OFFSET, ARCHITECTURE_OFFSET = 0, 4
"""Where in ``struct seccomp_data`` the call's number and the processor stand."""

_LOAD, _AND, _RETURN = 0x20, 0x54, 0x06
_EQUAL, _AT_LEAST, _ANY_BIT = 0x15, 0x35, 0x45
_ARGUMENTS_OFFSET = 16
_LONGEST_JUMP = 255


class Instruction(Struct, frozen=True):
    """One ``struct sock_filter``: ``then`` and ``otherwise`` say how many steps are skipped after a question."""

    code: int
    value: int
    then: int = 0
    otherwise: int = 0

    def __post_init__(self) -> None:
        if max(self.then, self.otherwise) > _LONGEST_JUMP:
            raise ValueError("a filter step cannot jump so far")

    @property
    def machine_code(self) -> bytes:
        return struct.pack("=HBBI", self.code, self.then, self.otherwise, self.value)


def load(offset: int) -> Instruction:
    """Look at the 32 bits at ``offset`` of the call's data."""
    return Instruction(_LOAD, offset)


def load_argument(number: int, high: bool = False) -> Instruction:
    """Look at the lower (or ``high``) half of an argument, counted from 0, on a little-endian processor."""
    return load(_ARGUMENTS_OFFSET + 8 * number + 4 * high)


def mask(bits: int) -> Instruction:
    """Keep only ``bits`` of what is looked at."""
    return Instruction(_AND, bits)


def return_verdict(verdict: int) -> Instruction:
    """End the filter."""
    return Instruction(_RETURN, verdict)


def run_if_equal(value: int, instructions: tuple[Instruction, ...]) -> tuple[Instruction, ...]:
    """Run ``instructions`` only where what is looked at is ``value``."""
    return (Instruction(_EQUAL, value, 0, len(instructions)), *instructions)


def run_if_unequal(value: int, instructions: tuple[Instruction, ...]) -> tuple[Instruction, ...]:
    """Run ``instructions`` only where what is looked at is not ``value``."""
    return (Instruction(_EQUAL, value, len(instructions), 0), *instructions)


def run_if_at_least(value: int, instructions: tuple[Instruction, ...]) -> tuple[Instruction, ...]:
    """Run ``instructions`` only where what is looked at is ``value`` or more."""
    return (Instruction(_AT_LEAST, value, 0, len(instructions)), *instructions)


def run_if_any_bit(bits: int, instructions: tuple[Instruction, ...]) -> tuple[Instruction, ...]:
    """Run ``instructions`` only where any of ``bits`` is set in what is looked at."""
    return (Instruction(_ANY_BIT, bits, 0, len(instructions)), *instructions)


def assemble(instructions: Iterable[Instruction]) -> bytes:
    """The filter as the kernel reads it."""
    return b"".join(step.machine_code for step in instructions)
