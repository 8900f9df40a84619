"""A death that has a gate of its own: until it is told, no book says that somebody died."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.when import Dated, Point
from tests.building import STORY, book_of, story_in

PERSON = "- {{id: pat, name: Nana Pat, is: nan, group: family, also-for: [carers]{died}}}\n"
DATED = ", died: {{on: 2025-01-11, {gate}}}"


def tell(folder: Path, died: str, edition: str) -> object:
    """The book of ``edition`` where Nana Pat has ``died``."""
    return book_of(story_in(folder, {"story.yaml": STORY, "people.yaml": PERSON.format(died=died)}), edition)


@pytest.mark.parametrize(
    ("gate", "told", "withheld"),
    [
        ("from-age: 9", ("9-12", "18-plus", "carers", "record"), ("under-5", "5-8")),
        ("hold: not yet", ("record",), ("under-5", "9-12", "18-plus", "carers")),
        ("only-me: true", ("under-5", "9-12"), ("carers", "record")),
        ("also-for: [adopters]", ("9-12", "record"), ("carers",)),
    ],
)
def test_a_death_is_told_where_its_gate_opens(
    tmp_path: Path, gate: str, told: tuple[str, ...], withheld: tuple[str, ...]
) -> None:
    """Where a death is withheld, the book is the same as if nobody had written it down; elsewhere it has the day."""
    written = DATED.format(gate=gate)
    for edition in told:
        assert tell(tmp_path, written, edition) == tell(tmp_path, ", died: 2025-01-11", edition)
        assert f"{Dated(Point(2025, 1, 11))!r}" in repr(tell(tmp_path, written, edition))
    for edition in withheld:
        assert tell(tmp_path, written, edition) == tell(tmp_path, "", edition)
