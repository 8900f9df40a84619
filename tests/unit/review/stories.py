"""Stories written down in one text each: ``=== PATH`` begins a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lsbook.review import RuleFinding, check_story
from tests.building import describe_child, write_files

GOOD = Path(__file__).parent / "good"
TODAY = date(2026, 11, 21)


def write_told_story(folder: Path, text: str) -> Path:
    """Write the files of a story that stands in one text."""
    parts = text.split("=== ")[1:]
    return write_files(folder, {part.split("\n", 1)[0]: part.split("\n", 1)[1] for part in parts})


def find_in(
    folder: Path, files: dict[str, str], *, age: int = 9, names: tuple[str, ...] = ()
) -> tuple[RuleFinding, ...]:
    """What is found in the story of Robin with ``files``; ``story.yaml`` may stand among them."""
    write_files(folder, {"story.yaml": describe_child(age), **files})
    return check_story(folder, None, names, TODAY).findings


def find_rules(folder: Path, files: dict[str, str], *, age: int = 9) -> list[str]:
    """The ids of the rules that find something in the story of Robin with ``files``."""
    return [finding.rule.id for finding in find_in(folder, files, age=age)]
