"""The words that ``lsbook new`` writes, by which it is known what nobody has written anew."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from lsbook.files.resources import find_resources
from lsbook.model.passage import fold_text

_TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)


@cache
def load_starter_text() -> frozenset[str]:
    """Return the lines of the chapters and of about-me.yaml that ``lsbook new`` writes."""
    about = (_find_folder() / "about-me.yaml.j2").read_text(encoding="utf-8")
    lines = [line for text in _load_chapters() for line in _read_lines(text) if not line.startswith(":::")]
    return frozenset(map(fold_text, (*lines, *re.findall(r"^  what: (.+)$", about, re.MULTILINE))))


@cache
def load_starter_chapters() -> frozenset[frozenset[str]]:
    """Return all that each of those chapters says, its title among it."""
    return frozenset(
        frozenset(map(fold_text, (*_TITLE.findall(text), *(line for line in _read_lines(text) if line[:1] != ":"))))
        for text in _load_chapters()
    )


def _find_folder() -> Path:
    return find_resources("templates") / "new"


def _load_chapters() -> tuple[str, ...]:
    return tuple(file.read_text(encoding="utf-8") for file in sorted((_find_folder() / "chapters").glob("*.j2")))


def _read_lines(text: str) -> list[str]:
    return [line for line in text.split("---", 2)[2].splitlines() if line.strip()]
