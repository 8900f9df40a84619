"""The entries of keepsakes.yaml."""

from __future__ import annotations

from msgspec.structs import asdict

from lsbook.model.named_items import Keepsake
from lsbook.reading.story.people import read_named_item
from lsbook.reading.story.statements import read_statement
from lsbook.reading.yaml.entry import YamlEntry


def read_keepsake(entry: YamlEntry) -> Keepsake:
    """Read one entry of keepsakes.yaml."""
    return Keepsake(
        **asdict(read_named_item(entry)),
        given_by=entry.get_person("given-by"),
        when=entry.get_date("when"),
        where_now=read_statement(entry, "where-now"),
        looked_for_by=entry.get_person("looked-for-by"),
    )
