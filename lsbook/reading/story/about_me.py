"""The entries of about-me.yaml."""

from __future__ import annotations

from lsbook.model.item import Telling
from lsbook.model.story import AboutMe
from lsbook.model.vocabulary import AboutMeKind
from lsbook.reading.story.gates import read_gate, read_heads_up
from lsbook.reading.yaml.entry import YamlEntry


def read_about_me(entry: YamlEntry) -> AboutMe:
    """Read one entry of about-me.yaml."""
    return AboutMe(
        at=entry.at,
        gate=read_gate(entry),
        heads_up=read_heads_up(entry),
        category=entry.get_choice("kind", AboutMeKind) or AboutMeKind.OTHER,
        what=entry.get_prose_by_age("what") or Telling(()),
        said_by=entry.get_person("said-by"),
        when=entry.get_date("when"),
    )
