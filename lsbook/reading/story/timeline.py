"""The entries of timeline.yaml."""

from __future__ import annotations

from lsbook.model.item import Telling
from lsbook.model.story import Moment
from lsbook.model.vocabulary import MomentKind
from lsbook.model.when import UnknownDate
from lsbook.reading.story.gates import read_gate, read_heads_up
from lsbook.reading.story.statements import read_statement, read_told_in
from lsbook.reading.yaml.entry import YamlEntry


def read_moment(entry: YamlEntry) -> Moment:
    """Read one entry of timeline.yaml."""
    return Moment(
        at=entry.at,
        gate=read_gate(entry),
        heads_up=read_heads_up(entry),
        when=entry.get_date("when") or UnknownDate(),
        what=entry.get_prose_by_age("what") or Telling(()),
        category=entry.get_choice("kind", MomentKind),
        about=read_statement(entry, "about"),
        people=entry.get_refs("people"),
        photos=entry.get_photos("photos"),
        told_in=read_told_in(entry),
    )
