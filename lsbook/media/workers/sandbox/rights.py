"""What a process gives up of its own rights: root's too, since a build may be run by root."""

from __future__ import annotations

import ctypes
import struct

from lsbook.media.workers.sandbox import kernel

_DUMPABLE, _NO_NEW_PRIVILEGES = 4, 38  # options of prctl(2)
_CAPABILITY_VERSION = 0x20080522  # include/uapi/linux/capability.h
_CAPSET_NUMBERS = {62: 126, 183: 91}
"""The number of ``capset`` by processor (ELF)."""


def drop_privileges(machine: int) -> None:
    """No program that is started can have more rights than this one, no other process looks in, and root is nobody.

    The first is what Landlock and seccomp ask for. Raises ``OSError`` where Linux is too old even for that.
    """
    kernel.set_process_option(_NO_NEW_PRIVILEGES, 1)
    kernel.set_process_option(_DUMPABLE, 0)
    if number := _CAPSET_NUMBERS.get(machine):
        header, none = struct.pack("=Ii", _CAPABILITY_VERSION, 0), bytes(24)
        kernel.make_system_call(
            number, ctypes.create_string_buffer(header, len(header)), ctypes.create_string_buffer(none, 24)
        )
