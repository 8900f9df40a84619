"""What is said between lsbook and the processes that open media: plain bytes, and never a pickle.

So a photo that was made to take over its decoder gains nothing in the process that asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import IO, Any, TypeAlias

from msgspec import Struct
from msgspec.structs import asdict

from lsbook.media.faults import Fault
from lsbook.media.sizes import BOXES, MOST_PAGES
from lsbook.media.transcoded import JpegPicture, PictureWidths, TranscodedMedium
from lsbook.media.verify.verify_jpeg import is_clean, read_size
from lsbook.media.workers.sandbox import Protection
from lsbook.model.vocabulary import MediumKind

_READY_KEY = "ready"
LARGEST_MESSAGE = 1_000_000_000
"""Bytes of the longest message that is believed."""

ReportProgress: TypeAlias = Callable[[float, float], None]
"""Told how far one medium is: seconds or pages done, and in all (0 where nobody knows)."""

_LARGEST_HEAD = 100_000
"""Bytes of the line before the pictures: a document of 300 pages needs a tenth of that."""
_MOST_SECONDS = 24 * 3600
"""Longer than any film that is made."""
_BRIGHTEST = 255
_LENGTH_SIZE = 8  # bytes in which a message first says how long it is


class WorkerReady(Struct, frozen=True):
    """``protection`` is what holds the worker in; ``None``: on this system nothing can be asked for that."""

    protection: Protection | None


class Progress(Struct, frozen=True):
    """Not done yet. ``fraction`` is between 0 and 1."""

    fraction: float


Answer: TypeAlias = TranscodedMedium | Fault | Progress


def send(stream: IO[bytes], message: bytes) -> None:
    """Raises ``OSError`` where nobody listens any more."""
    stream.write(len(message).to_bytes(_LENGTH_SIZE, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message; ``None`` where there is none, or no whole one. Raises ``OSError``."""
    length = int.from_bytes(stream.read(_LENGTH_SIZE), "big")
    if not 0 < length <= LARGEST_MESSAGE:
        return None
    message = stream.read(length)
    return message if len(message) == length else None


def encode_ready(protection: Protection | None) -> bytes:
    """Put into bytes that a worker is ready, and what holds it in; ``None`` where nothing is to be expected."""
    return _encode_line({_READY_KEY: asdict(protection) if protection else None})


def decode_ready(message: bytes | None) -> WorkerReady | None:
    """What a worker says first, before it has seen a medium; ``None`` where it says anything but that it is ready."""
    try:
        protection = json.loads(message or b"")[_READY_KEY]
        return WorkerReady(Protection(int(protection["landlock"]), bool(protection["seccomp"])) if protection else None)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def encode_answer(answer: Answer) -> bytes:
    """Put an answer into bytes: a line of JSON, then the pictures one behind the other."""
    if isinstance(answer, Fault):
        return _encode_line({"fault": answer.value})
    if isinstance(answer, Progress):
        return _encode_line({"part": answer.fraction})
    sizes = [
        [[picture.width, picture.height, len(picture.jpeg), picture.brightness] for picture in widths]
        for widths in answer.pictures
    ]
    pictures = b"".join(picture.jpeg for widths in answer.pictures for picture in widths)
    return _encode_line({"kind": answer.kind, "seconds": answer.seconds, "pictures": sizes}) + pictures


def decode_answer(message: bytes) -> Answer:
    """The answer in ``message``. One that makes no sense, or holds anything but clean pictures, is ``STOPPED``."""
    head, _, rest = message.partition(b"\n")
    try:
        if len(head) > _LARGEST_HEAD:
            return Fault.STOPPED
        fields = json.loads(head)
        if "fault" in fields:
            return Fault(fields["fault"])
        if "part" in fields:
            return Progress(min(1.0, max(0.0, float(fields["part"]))))
        medium = _decode_medium(fields, rest)
    except (ValueError, KeyError, TypeError, RecursionError):
        return Fault.STOPPED
    clean = len(medium.pictures) <= MOST_PAGES and all(map(_is_clean_picture, medium.pictures))
    return medium if clean and (medium.pictures or medium.kind is MediumKind.SOUND) else Fault.STOPPED


def _is_clean_picture(widths: PictureWidths) -> bool:
    """Whether these are one picture in its widths: each clean, as large as it says, and no larger than is shown."""
    return 0 < len(widths) <= len(BOXES) and all(
        is_clean(picture.jpeg)
        and read_size(picture.jpeg) == (picture.width, picture.height)
        and 0 < picture.width <= BOXES[-1][0]
        and 0 < picture.height <= BOXES[-1][1]
        for picture in widths
    )


def _decode_medium(values: dict[str, Any], jpegs: bytes) -> TranscodedMedium:
    """Raises ``ValueError``, ``KeyError`` and ``TypeError``."""
    kind, seconds = MediumKind(values["kind"]), float(values["seconds"])
    if not 0 <= seconds <= _MOST_SECONDS:
        raise ValueError(seconds)
    pictures, at = [], 0
    for sizes in values["pictures"]:
        widths = []
        for width, height, length, brightness in sizes:
            if int(length) < 0 or not 0 <= int(brightness) <= _BRIGHTEST:
                raise ValueError(length, brightness)
            jpeg = jpegs[at : at + int(length)]
            widths.append(JpegPicture(jpeg, int(width), int(height), int(brightness)))
            at += int(length)
        pictures.append(tuple(widths))
    return TranscodedMedium(kind, tuple(pictures), seconds)


def _encode_line(values: dict[str, Any]) -> bytes:
    return json.dumps(values).encode() + b"\n"
