"""A new story: files that build at once and show how to go on."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lsbook.files.resources import shipped
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.when import Dated, Point, When, age_then
from lsbook.reading import read_one_date


@dataclass(frozen=True)
class Beginning:
    """What is known on the first day. ``born`` is a date as a worker writes it."""

    name: str
    born: str
    today: date


def begin(place: Path, beginning: Beginning) -> None:
    """Write the files of a new story into ``place``, which is made. Raises ``NotMade``; nothing is ever overwritten."""
    _must_be_free(place)
    born = read_one_date(beginning.born)
    values = {
        "name": json.dumps(beginning.name, ensure_ascii=False),  # a JSON text is a quoted YAML text
        "born": json.dumps(beginning.born, ensure_ascii=False),
        "today": beginning.today.isoformat(),
        "telling_age": str(_age_today(born, beginning.today)),
    }
    source = shipped("templates") / "new"
    environment = Environment(  # plain text files for a worker, never HTML
        loader=FileSystemLoader(source), undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False
    )
    try:
        for template in sorted(source.rglob("*.j2")):
            path = template.relative_to(source).as_posix()
            target = place / path.removesuffix(".j2")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(environment.get_template(path).render(values), encoding="utf-8")
        (place / "media").mkdir(exist_ok=True)
    except OSError as error:
        raise _cannot_write(place, error) from error


def copy_example(place: Path) -> None:
    """Copy the example child's story to ``place``. Raises ``NotMade``; nothing is ever overwritten."""
    _must_be_free(place)
    try:
        shutil.copytree(
            shipped("example-child"), place, ignore=shutil.ignore_patterns("books", ".*"), dirs_exist_ok=True
        )
    except OSError as error:
        raise _cannot_write(place, error) from error


def _age_today(born: When, today: date) -> int:
    ages = age_then(Dated(Point(today.year, today.month, today.day)), born)
    return ages[0] if ages else 5


def _must_be_free(place: Path) -> None:
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise NotMade(
            (
                Problem(
                    Place(str(place)),
                    "There is something here already, and lsbook writes over nothing.",
                    "Choose a name that is free, or an empty folder.",
                ),
            )
        )


def _cannot_write(place: Path, error: OSError) -> NotMade:
    reason = (error.strerror or "no reason given").lower()
    return NotMade(
        (Problem(Place(str(place)), f"The computer cannot write here ({reason}).", "Choose another place."),)
    )
