"""What is said between lsbook and the processes that open photos: plain bytes, and never a pickle.

So a photo that was made to take over its decoder gains nothing in the process that asked.
"""

from __future__ import annotations

import json
from typing import IO

from lsbook.media.faults import Fault
from lsbook.media.picture import Picture
from lsbook.media.segments import is_clean

READY = b"ready"
LONGEST = 1_000_000_000
"""Bytes of the longest message that is believed."""

_LENGTH = 8  # bytes in which a message first says how long it is


def send(stream: IO[bytes], message: bytes) -> None:
    """Raises ``OSError`` where nobody listens any more."""
    stream.write(len(message).to_bytes(_LENGTH, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message; ``None`` where there is none, or no whole one. Raises ``OSError``."""
    length = int.from_bytes(stream.read(_LENGTH), "big")
    if not 0 < length <= LONGEST:
        return None
    message = stream.read(length)
    return message if len(message) == length else None


def say(outcome: tuple[Picture, ...] | Fault) -> bytes:
    """Put an outcome into bytes: a line of JSON, then the pictures one behind the other."""
    if isinstance(outcome, Fault):
        return json.dumps({"fault": outcome.value}).encode() + b"\n"
    sizes = [[picture.width, picture.height, len(picture.jpeg)] for picture in outcome]
    return json.dumps({"pictures": sizes}).encode() + b"\n" + b"".join(picture.jpeg for picture in outcome)


def understand(message: bytes) -> tuple[Picture, ...] | Fault:
    """The outcome in ``message``. One that makes no sense, or holds anything but clean pictures, is ``STOPPED``."""
    head, _, rest = message.partition(b"\n")
    try:
        said = json.loads(head)
        if "fault" in said:
            return Fault(said["fault"])
        pictures = []
        for width, height, length in said["pictures"]:
            pictures.append(Picture(rest[:length], int(width), int(height)))
            rest = rest[length:]
    except (ValueError, KeyError, TypeError):
        return Fault.STOPPED
    return tuple(pictures) if pictures and all(is_clean(picture.jpeg) for picture in pictures) else Fault.STOPPED
