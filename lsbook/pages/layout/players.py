"""Films and sounds: what plays them on screen, and what is said in them for those who cannot hear."""

from __future__ import annotations

from urllib.parse import quote

from lsbook.model.book import Cue, Medium
from lsbook.model.vocabulary import MediumKind
from lsbook.pages.language.numbers import localize_digits
from lsbook.pages.layout.components import Player
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.pictures import make_src

TRACK_PREFIX = "data:text/vtt;charset=utf-8,"
"""Captions stand in the page itself: from a file beside it, browsers do not take them on file:// (security.md)."""

_TAG_KEYS = {MediumKind.FILM: "film-of-length", MediumKind.SOUND: "sound-of-length"}


def make_player(context: PageContext, medium: Medium, alt: str | None = None) -> Player | None:
    """The player of a medium that is a film or a sound, without its caption; ``None`` of any other."""
    rendered = context.images.get_rendered(medium)
    if rendered.recording is None:
        return None
    tag = context.say(
        _TAG_KEYS[rendered.kind],
        length=localize_digits(_format_length(rendered.recording.seconds), context.catalog.locale),
    )
    return Player(
        rendered.kind,
        make_src(rendered.recording, context.address),
        alt or medium.shows or tag,
        tag,
        context.images.make_poster(medium, context.address, alt),
        TRACK_PREFIX + quote(_make_track(medium.captions)) if medium.captions else "",
        caption_lines=() if medium.transcript else tuple(cue.text for cue in medium.captions),
    )


def _format_length(seconds: int) -> str:
    """Minutes and seconds, as every player writes them: 0:07, 12:30, 1:02:00."""
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def _make_track(cues: tuple[Cue, ...]) -> str:
    """Captions as WebVTT, with nothing in them that a player would take for more than words."""
    return "WEBVTT\n\n" + "".join(f"{cue.timing}\n{_escape_cue(cue.text)}\n\n" for cue in cues)


def _escape_cue(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
