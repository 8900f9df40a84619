"""Handing over, as a worker does it: the command line on a small made-up story."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner, Result

from lsbook.cli import main
from tests.building import make_book

APPROVED = "approvals:\n- {edition: carers, by: Sam, on: 2026-02-20}\n"


def run(*arguments: object, typed: str = "") -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)


def handover(story: Path, *more: str, edition: str = "9-12", typed: str = "") -> Result:
    return run(
        "handover", story, "--as", "plain", "--edition", edition, "--to", story.parent / "stick", *more, typed=typed
    )


def log(story: Path) -> list[dict[str, Any]]:
    file = story / "work" / "copies.yaml"
    return list(yaml.load(file.read_text("utf-8"), yaml.BaseLoader)) if file.exists() else []


def change(story: Path, file: str, old: str, new: str) -> None:
    text = (story / file).read_text("utf-8")
    assert old in text
    (story / file).write_text(text.replace(old, new), "utf-8")


def for_carers(story: Path) -> None:
    """A book for the carers, approved."""
    change(story, "story.yaml", "talk-to:", f"{APPROVED}talk-to:")
    make_book(story, "carers")
