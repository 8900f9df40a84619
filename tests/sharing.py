"""What takes long to make is made once for all tests, whichever of the processes that share them asks first."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Container, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

from lsbook.files.resources import find_resources
from lsbook.model.build import BuildRequest
from lsbook.pipeline import Project, build, load

T = TypeVar("T")
HOME = Path(__file__).parents[1]
WHOLE, QUARTER = 100, 25
"""Examples that a test tries which says nothing else: with ``--slow``, and in every run."""
MADE = date(2026, 11, 21)
EDITIONS = ("under-5", "5-8", "9-12", "13-17", "18-plus", "carers", "record")
"""The books that the example child's story may be made into."""


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder that ``make`` has filled, in a process whose lines are not counted.

    Tests only read it; one that changes something takes a copy.
    """
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    place = root / name
    with Path(root, f"{name}.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            making = root / f"{name}.making"
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir()
            script = f"import pathlib, {make.__module__} as m; m.{make.__name__}(pathlib.Path({str(making)!r}))"
            made = subprocess.run(
                [sys.executable, "-c", script], cwd=HOME, capture_output=True, encoding="utf-8", check=False
            )
            assert made.returncode == 0, made.stderr
            making.rename(place)
    return place


def make_example(place: Path) -> None:
    """The example child's story, and in ``books`` every book of it."""
    story = place / "story"
    shutil.copytree(find_resources("example-child"), story, ignore=shutil.ignore_patterns("books", ".lsbook"))
    outcome = build(load(story, None), BuildRequest(story, EDITIONS, story / "books", MADE), lambda _done, _total: None)
    assert outcome.refusals == ()


@cache
def load_example() -> Project:
    """The example child's story as it is read, once a process: none of its values can be changed."""
    return load(find_resources("example-child"), None)


def count_examples(whole: int) -> int:
    """How many made-up values a test tries: ``whole`` of them with ``--slow``, a quarter in every run."""
    return max(10, whole * settings().max_examples // WHOLE)


def in_every_run(values: Iterable[T], kept: Container[T]) -> list[object]:
    """Parameters of a test, of which those ``kept`` are tried in every run and the others with the slow tests."""
    return [pytest.param(value, marks=[] if value in kept else [pytest.mark.slow]) for value in values]
