"""Stories written, read and built in this process, as ``lsbook build`` does it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lsbook import editions
from lsbook import pipeline as build
from lsbook.cache.folder import CACHE_FOLDER
from lsbook.history.copy_contents import CopyRecord, write_copy_record
from lsbook.model.book import Book
from lsbook.model.build import BuildRequest
from lsbook.model.inventory import Inventory
from lsbook.model.problem import Problem, ProblemsFound
from tests.system.wall.data import Tale, Wanted
from tests.system.wall.pool import ENDINGS, pool
from tests.system.wall.reducing import reduced
from tests.system.wall.writing import as_it_is, renamed, write

MADE = date(2026, 3, 1)
EMPTY = {"child": {"name": "Maya", "born": "2017"}, "telling-age": "9"}


@dataclass(frozen=True)
class Pair:
    """The same edition of a whole story, and of the story from which all that is withheld was deleted first."""

    whole: Path
    reduced: Path

    @classmethod
    def written(cls, tale: Tale, wanted: Wanted, folder: Path, pictures: list[bytes]) -> Pair:
        """Both stories as files; the reduced one with other ids and file names."""
        pair = cls(folder / "whole", folder / "reduced")
        write(tale, pair.whole, pictures, as_it_is)
        write(reduced(tale, wanted), pair.reduced, pictures, renamed)
        return pair


class Workshop:
    """Pictures are developed once: every story begins with what lsbook remembers of them."""

    def __init__(self, folder: Path) -> None:
        self.pictures = pool()
        self._folder = folder
        self._count = 0
        story = folder / "pool"
        files = {f"{number}.{ending}": number for number, ending in enumerate(ENDINGS)}
        media = [{"file": file, "shows": "A picture"} for file in files]
        write(Tale(EMPTY, {"media.yaml": list(media)}, [], [], files), story, self.pictures)
        built(story, "9-12")
        self._memory = story / CACHE_FOLDER

    def pair(self, tale: Tale, wanted: Wanted) -> Pair:
        """The files of both stories, in place of the last ones."""
        shutil.rmtree(self._folder / "now", ignore_errors=True)
        pair = Pair.written(tale, wanted, self._folder / "now", self.pictures)
        for story in (pair.whole, pair.reduced):
            shutil.copytree(self._memory, story / CACHE_FOLDER)
            _everything_is_new(story)
        return pair


def _everything_is_new(story: Path) -> None:
    """Each reader has a copy of a book that held nothing: all that is whole in the book is named as new."""
    for edition in ("9-12", "carers", "adopters", "birth-family", "record"):
        day = date(2026, 2, 1)
        write_copy_record(story, CopyRecord(f"{day}-{edition}-1", day, Inventory(edition, "", "", ())))


def chosen(story: Path, edition: str) -> Book:
    """The Book of ``edition``. Generated stories are legal: to refuse one is a failure."""
    try:
        read = build.load(story, None)
        return editions.choose(read.story, editions.make_edition(read.story, read.policy, edition, MADE), MADE)
    except ProblemsFound as stopped:
        raise AssertionError(_refusal(stopped.problems)) from None


def built(story: Path, edition: str, *, to_read: bool = False) -> dict[str, bytes]:
    """The finished folder of ``edition``: every file with its bytes. ``to_read``: as a second reader reads it."""
    wish = BuildRequest(story, (edition,), story / "books", MADE, to_read=to_read)
    outcome = build.build(build.load(story, None), wish, lambda _done, _total: None)
    assert not outcome.refusals, _refusal(outcome.refusals)
    return contents(outcome.books[0].output.folder)


def contents(place: Path) -> dict[str, bytes]:
    """Every file below ``place`` with its bytes."""
    return {file.relative_to(place).as_posix(): file.read_bytes() for file in place.rglob("*") if file.is_file()}


def _refusal(problems: tuple[Problem, ...]) -> str:
    return "\n".join(
        f"{problem.at}: {problem.source}\n  {problem.what}" for problem in problems if not problem.is_warning
    )
