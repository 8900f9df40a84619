"""The entries of schools.yaml."""

from __future__ import annotations

from msgspec.structs import asdict

from lsbook.model.named_items import School
from lsbook.reading.story.order import read_period
from lsbook.reading.story.people import read_named_item
from lsbook.reading.yaml.entry import YamlEntry


def read_school(entry: YamlEntry) -> School:
    """Read one entry of schools.yaml."""
    from_, until = read_period(entry)
    return School(**asdict(read_named_item(entry)), from_=from_, until=until, people=entry.get_refs("people"))
