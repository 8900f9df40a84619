"""A new story: files that build at once and show how to go on."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from lsbook.files.resources import find_resources
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.places import PLACE_TAKEN, UNWRITABLE
from lsbook.model.when import Dated, Point, When, compute_age
from lsbook.reading import read_english_date


class NewStory(Struct, frozen=True):
    """What is known on the first day. ``born`` is a date as a worker writes it."""

    name: str
    born: str
    today: date


def create_story(place: Path, new_story: NewStory) -> None:
    """Write the files of a new story into ``place``, which is made.

    Nothing is ever overwritten. Raises ``ProblemsFound``.
    """
    _check_free(place)
    born = read_english_date(new_story.born)
    values = {
        "name": json.dumps(new_story.name, ensure_ascii=False),  # a JSON text is a quoted YAML text
        "born": json.dumps(new_story.born, ensure_ascii=False),
        "today": new_story.today.isoformat(),
        "telling_age": str(_compute_age(born, new_story.today)),
    }
    source = find_resources("templates") / "new"
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
        raise _make_write_error(place, error) from error


def copy_example(place: Path) -> None:
    """Copy the example child's story to ``place``. Raises ``ProblemsFound``; nothing is ever overwritten."""
    _check_free(place)
    try:
        shutil.copytree(
            find_resources("example-child"), place, ignore=shutil.ignore_patterns("books", ".*"), dirs_exist_ok=True
        )
    except OSError as error:
        raise _make_write_error(place, error) from error


def _compute_age(born: When, today: date) -> int:
    ages = compute_age(Dated(Point(today.year, today.month, today.day)), born)
    return ages[0] if ages else 5


def _check_free(place: Path) -> None:
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise PLACE_TAKEN.make_error(
            Location(str(place)),
            "There is something here already, and lsbook writes over nothing.",
            "Choose a name that is free, or an empty folder.",
        )


def _make_write_error(place: Path, error: OSError) -> ProblemsFound:
    reason = (error.strerror or "no reason given").lower()
    return UNWRITABLE.make_error(
        Location(str(place)), f"The computer cannot write here ({reason}).", "Choose another place."
    )
