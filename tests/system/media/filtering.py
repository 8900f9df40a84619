"""A small machine that runs a seccomp filter as the kernel does, for processors that are not at hand."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_STEP, _DATA = struct.Struct("=HBBI"), struct.Struct("=IIQ6Q")


def verdict(filter_code: bytes, number: int, architecture: int, arguments: Sequence[int] = ()) -> int:
    """What the packed filter says to a call. Raises ``ValueError`` for what no kernel would run."""
    padded = (*arguments, 0, 0, 0, 0, 0, 0)[:6]
    data = _DATA.pack(number & 0xFFFFFFFF, architecture, 0, *(value & (1 << 64) - 1 for value in padded))
    steps = list(_STEP.iter_unpack(filter_code))
    seen = at = 0
    while at < len(steps):
        code, then, otherwise, value = steps[at]
        at += 1
        if code == 0x06:
            return int(value)
        if code == 0x20:
            if value % 4 or value >= len(data):
                raise ValueError(f"nothing can be looked at there: {value}")
            seen = int.from_bytes(data[value : value + 4], "little")
        elif code == 0x54:
            seen &= value
        elif code in (0x15, 0x35, 0x45):
            holds = {0x15: seen == value, 0x35: seen >= value, 0x45: bool(seen & value)}[code]
            at += then if holds else otherwise
        else:
            raise ValueError(f"no such step: {code}")
    raise ValueError("the filter ends without an answer")
