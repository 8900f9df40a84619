"""Which releases are installed: those that are written down, and none that are not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[3]
LISTS = ROOT / ".ci" / "requirements"
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; (.+?))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _declared() -> Iterator[Requirement]:
    project = _project()["project"]
    yield from map(Requirement, (*project["dependencies"], *project["optional-dependencies"]["test"]))


def _pinned(name: str) -> dict[str, Version]:
    lines = (LISTS / f"{name}.txt").read_text("utf-8").splitlines()
    return {found[1]: Version(found[2]) for line in lines if (found := PINNED.match(line))}


@pytest.mark.parametrize("name", ["build", "book", "tests", "lowest"])
def test_every_release_that_is_installed_has_its_hashes(name: str) -> None:
    """Each line of a list is one release, a hash of one of its files, or a remark, and no release is without a hash."""
    lines = (LISTS / f"{name}.txt").read_text("utf-8").splitlines()
    kept = [line for line in lines if not re.match(r"\s*#", line)]
    assert kept and all(PINNED.match(line) or HASH.match(line) for line in kept)
    assert all(HASH.match(after) for line, after in zip(kept, [*kept[1:], ""], strict=True) if PINNED.match(line))


def test_what_is_declared_is_what_is_installed() -> None:
    """Each release that is written down is one that pyproject.toml allows, for books and tests alike."""
    book, tests, build = (_pinned(name) for name in ("book", "tests", "build"))
    assert book.items() <= tests.items()
    assert all(build[name] == tests[name] for name in build.keys() & tests.keys())
    needed = {canonicalize_name(one.name): one for one in _declared()}
    assert {name for name, one in needed.items() if tests[name] not in one.specifier} == set()
    own = {canonicalize_name(Requirement(one).name) for one in _project()["project"]["dependencies"]}
    assert own <= book.keys()


def test_the_lowest_releases_are_those_that_are_declared() -> None:
    """What is tried as lowest is what pyproject.toml says is enough, and each says from which release on."""
    lowest, build = _pinned("lowest"), _pinned("build")
    for one in _declared():
        [bound] = one.specifier
        assert bound.operator == ">="
        if (name := canonicalize_name(one.name)) not in build:  # what builds is the same in every environment
            assert lowest[name] == Version(bound.version), name
