"""The entries of words.yaml."""

from __future__ import annotations

from lsbook.model.item import Telling
from lsbook.model.story import Word
from lsbook.model.vocabulary import WordKind
from lsbook.reading.story.gates import read_gate, read_heads_up
from lsbook.reading.yaml.entry import YamlEntry


def read_word(entry: YamlEntry) -> Word:
    """Read one entry of words.yaml."""
    return Word(
        entry.at,
        read_gate(entry),
        read_heads_up(entry),
        entry.get_text_by_age("word") or Telling(()),
        entry.get_prose_by_age("means") or Telling(()),
        entry.get_choice("about", WordKind),
    )
