"""Landlock: Linux (5.13 or later) takes all files, and later also the network and signals, away from a process.

Numbers and rights are those of the kernel's ``include/uapi/linux/landlock.h``.
"""

from __future__ import annotations

import ctypes
import os
import struct

from lsbook.media.workers.sandbox import kernel

NEWEST_VERSION = 6
"""The newest version of Landlock from which something is used here."""

_CREATE_RULESET, _RESTRICT_SELF = 444, 446  # the same numbers on every processor
_ASK_VERSION = 1
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
"""How many rights over files each version knows: 2 adds moving between folders, 3 cutting short, 5 device calls."""
_NETWORK_SINCE, _BIND_AND_CONNECT = 4, 0b11
_SCOPES_SINCE, _SOCKETS_AND_SIGNALS = 6, 0b11


def restrict_files(newest: int = NEWEST_VERSION) -> int:
    """Take from this thread, for ever, every file that is not open yet, and what else Landlock can.

    ``newest``: the newest version to use; 0 uses none. Returns the version that is in force, 0 where there is none.
    """
    try:
        version = min(kernel.make_system_call(_CREATE_RULESET, None, 0, _ASK_VERSION), newest, NEWEST_VERSION)
        if version < 1:
            return 0
        rules = build_ruleset(version)
        # No rule follows: what the rules handle and nothing allows is refused.
        lock = kernel.make_system_call(_CREATE_RULESET, ctypes.create_string_buffer(rules, len(rules)), len(rules), 0)
        try:
            kernel.make_system_call(_RESTRICT_SELF, lock, 0)
        finally:
            os.close(lock)
    except OSError:
        return 0
    return version


def build_ruleset(version: int) -> bytes:
    """The ``struct landlock_ruleset_attr`` that handles all that ``version`` of Landlock can."""
    files = (1 << max(count for since, count in _FILE_RIGHTS.items() if since <= version)) - 1
    attributes = struct.pack("=Q", files)
    if version >= _NETWORK_SINCE:
        attributes += struct.pack("=Q", _BIND_AND_CONNECT)
    if version >= _SCOPES_SINCE:
        attributes += struct.pack("=Q", _SOCKETS_AND_SIGNALS)
    return attributes
