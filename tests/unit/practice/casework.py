"""Small stories about Maya with the work around them, as the contract's examples have it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result

from lsbook.cli import main
from tests.building import write_files

TODAY = date(2026, 11, 21)
STORY = (
    "child: {name: Maya, born: 2017-02-14, pronouns: she/her}\n"
    "telling-age: {age: 9, decided-by: Priya, on: 2026-02-20}\nplan: long-term-fostering\n"
)
PLAN = "worker: Priya\nlooked-after-since: 20 December 2019\nteam: North\n"
PEOPLE = (
    "- {id: jan, name: Jan, is: foster mum, group: home}\n- {id: kelly, name: Mum, is: birth mum, group: family, "
    "parent-of: [me]}\n"
)
SESSION = (
    "when: 12 March 2026\nby: Priya\ndid: Looked at the farm photos and drew who was there.\npart-of: visit\n"
    "with: [jan]\nwords: [I want to know if she is OK.]\n"
)
NEW = {"about-me.yaml": "- {kind: like, what: Goats., when: 2026-10}\n"}
COPY = "- {id: a, on: 2026-10-01, edition: 9-12, form: folder, given-to: Maya, by: Priya}\n"
CALM = {**NEW, "work/copies.yaml": COPY}
"""Nothing of All About Me or of a new book is due."""


def write_case(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write Maya's story with her plan and ``files`` over them."""
    base: dict[str, str | bytes] = {"story.yaml": STORY, "people.yaml": PEOPLE, "work/plan.yaml": PLAN}
    return write_files(folder, {**base, **files})


def run(*words: str | Path, day: date | None = TODAY, given: str = "") -> Result:
    """Run lsbook as on ``day``."""
    dated = ["--date", day.isoformat()] if day else []
    return CliRunner().invoke(main, [*map(str, words), *dated], input=given, catch_exceptions=False)


def locate_report(caseload: Path) -> Path:
    """Where the report of a made-up caseload lies: beside it, and of no other."""
    return caseload.with_name(f"{caseload.name}-report")


def list_lines(result: Result) -> list[str]:
    """The lines that a command printed, when it did what it was asked."""
    assert result.exit_code == 0, result.output
    return result.output.splitlines()
