"""What one medium may cost, and what holds the process in that opens it."""

from __future__ import annotations

from msgspec import Struct

from lsbook.media.workers.sandbox import EVERY_LOCK, Locks


class Limits(Struct, frozen=True):
    """What one medium may cost."""

    seconds: float = 60
    """From one word of it to the next. A photo has one word; a film has many, as long as it goes on."""
    memory: int = 4 << 30
    """Bytes of address space. 260 megapixels with transparency, the most that is opened, need some 3 GiB."""
    locks: Locks = EVERY_LOCK
    """What may be used to hold a process in: everything that Linux has, but in tests."""
    total_seconds: float = 24 * 3600
    """Seconds, however many words there are: a process that was taken over could go on for ever."""


DEFAULT_LIMITS = Limits()
