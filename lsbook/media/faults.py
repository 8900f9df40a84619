"""Why a medium cannot be shown, in the words that its worker reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from lsbook.model.media import Unusable


class Fault(StrEnum):
    """Every way in which a file fails to become a picture. The values travel between processes."""

    MISSING = "missing"
    OUTSIDE = "outside"
    UNREADABLE = "unreadable"
    CHANGED = "changed"
    EMPTY = "empty"
    TOO_HEAVY = "too heavy"
    TRUNCATED = "truncated"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too many pixels"
    TOO_SLOW = "too slow"
    TOO_MUCH_MEMORY = "too much memory"
    STOPPED = "stopped"
    FILM = "film"
    SOUND = "sound"
    DOCUMENT = "document"
    DRAWING = "drawing"
    TEXT = "text"
    OTHER_PICTURE = "other picture"
    UNKNOWN = "unknown"


class Refused(Exception):
    """A medium that cannot be shown."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class _Words:
    why: str
    remedy: str


_COPY_AGAIN = "Copy the photo again from the phone, the camera or the person it came from."
_SAVE_AS_JPEG = "Open it in a photo program, save it as a JPEG photo, and put that file in its place."
_SMALLER = "Open it in a photo program, save a smaller copy as a JPEG photo, and put that file in its place."
_TAKE_OUT = "Show a photo in its place for now, or leave it out of the story."

_WORDS: Mapping[Fault, _Words] = MappingProxyType(
    {
        Fault.MISSING: _Words("There is no such file in the media folder.", "Put the file into the media folder."),
        Fault.OUTSIDE: _Words(
            "This is a shortcut to a file that lies somewhere else. lsbook reads only what lies in the media folder.",
            "Put the file itself into the media folder.",
        ),
        Fault.UNREADABLE: _Words(
            "This computer would not let lsbook read the file.",
            "Make sure that you can open it yourself and that no other program is using it. Then build again.",
        ),
        Fault.CHANGED: _Words("The file was changed while lsbook was reading it.", "Build again."),
        Fault.EMPTY: _Words("The file is empty: there is no picture in it.", _COPY_AGAIN),
        Fault.TOO_HEAVY: _Words("The file is far larger than a photo should be (over 500 MB).", _SMALLER),
        Fault.TRUNCATED: _Words("Part of the photo is missing: the file ends too early.", _COPY_AGAIN),
        Fault.BROKEN: _Words("The photo is damaged and cannot be opened.", _COPY_AGAIN),
        Fault.TOO_MANY_PIXELS: _Words("The photo is too large to open safely (over 260 megapixels).", _SMALLER),
        Fault.TOO_SLOW: _Words("The photo took too long to open (over a minute).", _SAVE_AS_JPEG),
        Fault.TOO_MUCH_MEMORY: _Words("The photo needs more of this computer's memory than is safe.", _SMALLER),
        Fault.STOPPED: _Words("Opening the photo failed suddenly. The file is damaged or too large.", _SAVE_AS_JPEG),
        Fault.FILM: _Words("This is a film. This version of lsbook cannot show films yet.", _TAKE_OUT),
        Fault.SOUND: _Words("This is a sound. This version of lsbook cannot play sounds yet.", _TAKE_OUT),
        Fault.DOCUMENT: _Words("This is a document. This version of lsbook cannot show documents yet.", _TAKE_OUT),
        Fault.DRAWING: _Words(
            "This is a drawing made of lines (SVG). This version of lsbook cannot show such drawings yet.",
            "Save the drawing as a PNG picture, and put that file in its place.",
        ),
        Fault.TEXT: _Words("There are words in this file, not a picture.", "Put the photo itself in its place."),
        Fault.OTHER_PICTURE: _Words("This is a kind of picture that lsbook cannot open.", _SAVE_AS_JPEG),
        Fault.UNKNOWN: _Words("lsbook cannot tell what this file is: it is not a photo that it knows.", _SAVE_AS_JPEG),
    }
)


def unusable(file: str, fault: Fault) -> Unusable:
    """Put ``fault`` into words for the person who put ``file`` into the story."""
    words = _WORDS[fault]
    return Unusable(file, words.why, words.remedy)
