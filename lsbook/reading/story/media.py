"""The entries of media.yaml."""

from __future__ import annotations

from lsbook.model.item import Gate
from lsbook.model.problem import Location
from lsbook.model.story import Medium, Permission
from lsbook.reading.rules.files import NO_DESCRIPTION
from lsbook.reading.story.gates import read_gate, read_heads_up
from lsbook.reading.yaml.entry import YamlEntry


def read_medium(entry: YamlEntry) -> Medium | None:
    """Read one entry of media.yaml; ``None`` where its file is not there."""
    photo = entry.get_photo("file")
    if not entry.has_value("file"):
        entry.report_missing_key("file")
    captions = entry.get_captions("captions")
    decorative = entry.get_flag("decorative")
    shows = entry.get_text_by_age("shows")
    if photo and shows is None and not decorative:
        entry.report(
            "file",
            "Nobody has written what this shows, so someone who cannot see it is told nothing.",
            "Add shows: and say in one sentence what is to be seen; or decorative: true.",
            warning=True,
            rule=NO_DESCRIPTION,
        )
    medium = Medium(
        at=entry.at,
        gate=read_gate(entry),
        heads_up=read_heads_up(entry),
        file=photo.file if photo else "",
        shows=shows,
        caption=entry.get_prose_by_age("caption"),
        people=entry.get_refs("people"),
        when=entry.get_date("when"),
        permission=entry.read_entries("permission", _read_permission),
        captions=captions,
        transcript=entry.get_prose_by_age("transcript"),
        decorative=decorative,
        listed=True,
        look_for=entry.get_prose_by_age("look-for"),
    )
    return medium if photo else None


def _read_permission(entry: YamlEntry) -> Permission:
    return Permission(entry.get_text("by"), entry.get_date("on"))


def make_unlisted_medium(file: str) -> Medium:
    """Return the medium of a file that the story names, but media.yaml does not."""
    return Medium(
        at=Location(f"media/{file}"),
        gate=Gate(),
        heads_up=None,
        file=file,
        shows=None,
        caption=None,
        people=(),
        when=None,
        permission=(),
        captions=(),
        transcript=None,
        decorative=False,
        listed=False,
    )
