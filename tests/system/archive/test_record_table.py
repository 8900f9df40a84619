"""The record as a table for a request to see it: all that the record tells, and nothing of the child's own."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.building import put
from tests.system.copies.steps import run

OWN = "- {kind: like, what: qzown7z, only-me: true}\n"
ABOUT_ME = "- {kind: like, what: Beans, said-by: jan}\n- {kind: hope, what: To fly, hold: qzreason8z}\n"


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _make(story: Path, name: str = "record.csv") -> list[dict[str, str]]:
    result = run("explain", story, "--edition", "record", "--csv", story.parent / name)
    assert result.exit_code == 0, result.output
    return _read(story.parent / name)


def test_each_item_is_a_row_with_room_for_a_decision(story: Path) -> None:
    """A row says where an item stands, whom it is about, whose words it has and whether it is held."""
    put(story / "about-me.yaml", ABOUT_ME)
    rows = _make(story)
    beans, fly = (row for row in rows if row["file"] == "about-me.yaml")
    assert (beans["line"], beans["about"], beans["whose words"], beans["held"]) == ("1", "Robin", "Jan", "no")
    assert "Beans" in beans["words"] and fly["held"] == "held: qzreason8z"
    assert {row["decision"] for row in rows} == {""}
    assert any(row["file"] == "chapters/01-garden.md" for row in rows)


def test_what_is_the_childs_own_is_in_no_row(story: Path) -> None:
    """The table is the same bytes as without what is only-me, where that stood behind all else."""
    put(story / "about-me.yaml", ABOUT_ME)
    _make(story, "without.csv")
    put(story / "about-me.yaml", ABOUT_ME + OWN)
    _make(story, "with.csv")
    assert (story.parent / "with.csv").read_bytes() == (story.parent / "without.csv").read_bytes()


def test_words_are_never_a_sum(story: Path) -> None:
    """What a table program would take for a sum stands there as words."""
    put(story / "about-me.yaml", '- {kind: like, what: "=1+1"}\n')
    [row] = [row for row in _make(story) if row["file"] == "about-me.yaml"]
    assert row["words"].startswith("'=") or not row["words"].startswith("=")


def test_a_table_with_decisions_in_it_is_not_written_over(story: Path) -> None:
    """A file of that name stays, and other editions have no table."""
    _make(story)
    again = run("explain", story, "--edition", "record", "--csv", story.parent / "record.csv")
    assert again.exit_code == 1 and "decisions" in again.output
    assert run("explain", story, "--edition", "9-12", "--csv", story.parent / "x.csv").exit_code == 2
