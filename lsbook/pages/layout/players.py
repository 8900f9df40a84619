"""Films and sounds: what plays them on screen, and what is said in them for those who cannot hear."""

from __future__ import annotations

from urllib.parse import quote

from lsbook.model.book import Cue, Medium
from lsbook.pages.language.numbers import digits
from lsbook.pages.layout.components import Player
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.pictures import src

TRACK = "data:text/vtt;charset=utf-8,"
"""Captions stand in the page itself: from a file beside it, browsers do not take them on file:// (security.md)."""

_TAGS = {"film": "film-of-length", "sound": "sound-of-length"}


def player(desk: Desk, medium: Medium, alt: str | None = None) -> Player | None:
    """The player of a medium that is a film or a sound, without its caption; ``None`` of any other."""
    made = desk.pictures.made(medium)
    if made.recording is None:
        return None
    tag = desk.say(_TAGS[made.kind], length=digits(_length(made.recording.seconds), desk.words.locale))
    return Player(
        made.kind,
        src(made.recording, desk.here),
        alt or medium.shows or tag,
        tag,
        desk.pictures.poster(medium, desk.here, alt),
        TRACK + quote(_track(medium.captions)) if medium.captions else "",
        says=() if medium.transcript else tuple(cue.words for cue in medium.captions),
    )


def _length(seconds: int) -> str:
    """Minutes and seconds, as every player writes them: 0:07, 12:30, 1:02:00."""
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def _track(cues: tuple[Cue, ...]) -> str:
    """Captions as WebVTT, with nothing in them that a player would take for more than words."""
    return "WEBVTT\n\n" + "".join(f"{_time(cue.begins)} --> {_time(cue.ends)}\n{_words(cue.words)}\n\n" for cue in cues)


def _words(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _time(seconds: float) -> str:
    whole, part = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{part:03}"
