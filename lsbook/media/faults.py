"""Why a medium cannot be shown, in the words that its worker reads."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from lsbook.model.media import UnusableMedium


class Fault(StrEnum):
    """Every way in which a file fails to become what a book shows. The values travel between processes."""

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
    NO_ROOM = "no room"
    """This computer's fault and no medium's: the disk on which a film is written is full."""
    TOO_LONG = "too long"
    TOO_MANY_PAGES = "too many pages"
    NOTHING_TO_PLAY = "nothing to play"
    OTHER_FILM = "other film"
    LOCKED = "locked"
    OTHER_DOCUMENT = "other document"
    DRAWING = "drawing"
    TEXT = "text"
    OTHER_PICTURE = "other picture"
    UNKNOWN = "unknown"


PASSING_FAULTS = frozenset(
    {
        Fault.MISSING,
        Fault.UNREADABLE,
        Fault.CHANGED,
        Fault.TOO_SLOW,
        Fault.TOO_MUCH_MEMORY,
        Fault.STOPPED,
        Fault.NO_ROOM,
    }
)
"""Those that are not of the file alone: the same file may be shown another time."""


class MediaError(Exception):
    """A medium that cannot be shown. ``what`` is what people call such a file."""

    def __init__(self, fault: Fault, what: str = "photo") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.what = what


class _Explanation(Struct, frozen=True):
    """``{it}`` is a photo, film, recording or document. ``remedy`` may depend on which of them."""

    why: str
    remedy: str | Mapping[str, str]


_COPY_AGAIN_REMEDY = "Copy the {it} again from the phone, the camera or the person it came from."
_SAVE_REMEDIES = {
    "photo": "Open it in a photo program, save it as a JPEG photo, and put that file in its place.",
    "film": "Open it in a film program, save it as an MP4 film, and put that file in its place.",
    "recording": "Open it in a sound program, save it as an MP3 recording, and put that file in its place.",
    "document": "Open it, print it into a new PDF file, and put that file in its place.",
}
_SHRINK_REMEDIES = {
    "photo": "Open it in a photo program, save a smaller copy as a JPEG photo, and put that file in its place.",
    "film": "Cut it into shorter films, or save a smaller copy as an MP4 film, and put that in its place.",
    "recording": "Cut it into shorter recordings, and put those in its place.",
    "document": "Save the pages that belong in the book as a PDF of their own, and put that file in its place.",
}

_EXPLANATIONS: Mapping[Fault, _Explanation] = MappingProxyType(
    {
        Fault.MISSING: _Explanation(
            "There is no such file in the media folder.", "Put the file into the media folder."
        ),
        Fault.OUTSIDE: _Explanation(
            "This is a shortcut to a file that lies somewhere else. lsbook reads only what lies in the media folder.",
            "Put the file itself into the media folder.",
        ),
        Fault.UNREADABLE: _Explanation(
            "This computer would not let lsbook read the file.",
            "Make sure that you can open it yourself and that no other program is using it. Then build again.",
        ),
        Fault.CHANGED: _Explanation("The file was changed while lsbook was reading it.", "Build again."),
        Fault.EMPTY: _Explanation(
            "The file is empty: there is nothing in it. It may be online only, and this a stand-in for it.",
            f"Choose to keep it always on this device, and wait until it has come. Or: {_COPY_AGAIN_REMEDY}",
        ),
        Fault.TOO_HEAVY: _Explanation("The file is far larger than a {it} should be.", _SHRINK_REMEDIES),
        Fault.TRUNCATED: _Explanation("Part of the {it} is missing: the file ends too early.", _COPY_AGAIN_REMEDY),
        Fault.BROKEN: _Explanation("The {it} is damaged and cannot be opened.", _COPY_AGAIN_REMEDY),
        Fault.TOO_MANY_PIXELS: _Explanation(
            "The {it} is too large to open safely (over 260 megapixels).", _SHRINK_REMEDIES
        ),
        Fault.TOO_MANY_PAGES: _Explanation(
            "The {it} has more pages than a book can show (over 300).", _SHRINK_REMEDIES
        ),
        Fault.TOO_LONG: _Explanation("The {it} is longer than a book can show (over four hours).", _SHRINK_REMEDIES),
        Fault.TOO_SLOW: _Explanation(
            "The {it} took too long to open (over a minute without going on).", _SAVE_REMEDIES
        ),
        Fault.TOO_MUCH_MEMORY: _Explanation(
            "The {it} needs more of this computer's memory than is safe.", _SHRINK_REMEDIES
        ),
        Fault.STOPPED: _Explanation(
            "Opening the {it} failed suddenly. The file is damaged or too large.", _SAVE_REMEDIES
        ),
        Fault.NOTHING_TO_PLAY: _Explanation("There is neither a picture nor a sound in this {it}.", _COPY_AGAIN_REMEDY),
        Fault.OTHER_FILM: _Explanation("This is a kind of {it} that lsbook cannot open.", _SAVE_REMEDIES),
        Fault.LOCKED: _Explanation(
            "The document is locked with a password.",
            "Open it with its password, print it into a new PDF file, and put that file in its place.",
        ),
        Fault.OTHER_DOCUMENT: _Explanation(
            "This is a document of a kind that lsbook does not show: of documents it shows PDF files.",
            "Open it in the program it was written with, save it as a PDF, and put that file in its place.",
        ),
        Fault.DRAWING: _Explanation(
            "This is a drawing made of lines (SVG). lsbook does not show such drawings.",
            "Save the drawing as a PNG picture, and put that file in its place.",
        ),
        Fault.TEXT: _Explanation("There are words in this file, not a picture.", "Put the photo itself in its place."),
        Fault.OTHER_PICTURE: _Explanation("This is a kind of picture that lsbook cannot open.", _SAVE_REMEDIES),
        Fault.UNKNOWN: _Explanation(
            "lsbook cannot tell what this file is: no photo, film, sound or document that it knows.",
            "Save it as a JPEG photo, an MP4 film, an MP3 recording or a PDF, and put that file in its place.",
        ),
    }
)


def explain_fault(file: str, error: MediaError) -> UnusableMedium:
    """Put what is wrong into words for the person who put ``file`` into the story."""
    words, what = _EXPLANATIONS[error.fault], error.what
    remedy = words.remedy if isinstance(words.remedy, str) else words.remedy[what]
    passes = error.fault in PASSING_FAULTS
    return UnusableMedium(file, words.why.format(it=what), remedy.format(it=what), passes)
