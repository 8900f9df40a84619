"""The way of every medium that a Book shows: looked at, remembered or developed, and handed on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from lsbook.media.crew import Job, develop_all
from lsbook.media.faults import Fault, Refused, unusable
from lsbook.media.memory import Memory
from lsbook.media.recipes import recipe_version
from lsbook.media.source import Looked, exists, look, read
from lsbook.model.book import Book
from lsbook.model.media import Rendition, Renditions
from lsbook.model.place import NotMade, Place, Problem

Tick: TypeAlias = Callable[[int, int], None]
_Result: TypeAlias = "tuple[tuple[str, ...], tuple[Rendition, ...] | Fault]"


@dataclass(frozen=True)
class _Photo:
    """One content, and the files that have it: two copies of a photo are developed once."""

    key: str
    files: tuple[str, ...]


def render(books: Sequence[Book], folder: Path, memory: Path, tick: Tick) -> Renditions:
    """Make the renditions of every medium in ``books``, each decoded once for all its widths and all the books.

    ``folder`` is the story (media lie under its ``media/``), ``memory`` its ``.lsbook``. ``tick(done, total)`` is
    called once for each file. What cannot be shown is ``unusable`` and stops nothing. Raises ``NotMade`` only where
    this computer cannot do the work: nowhere to write, no process to be had.
    """
    files = sorted({medium.file for book in books for medium in book.media})
    made: dict[str, tuple[Rendition, ...]] = {}
    failed: dict[str, Fault] = {}
    try:
        for names, outcome in _results(files, folder, Memory(memory / "renditions")):
            for name in names:
                if isinstance(outcome, Fault):
                    failed[name] = outcome
                else:
                    made[name] = outcome
                tick(len(made) + len(failed), len(files))
    except OSError as error:
        raise _cannot_remember() from error
    return Renditions(
        {file: made[file] for file in files if file in made},
        tuple(unusable(file, failed[file]) for file in files if file in failed),
    )


def _results(files: list[str], folder: Path, memory: Memory) -> Iterator[_Result]:
    """The outcome for each file or, where several have the same content, for all of them together."""
    version = recipe_version()
    with ThreadPoolExecutor() as threads:  # hashing leaves the interpreter free, so that threads use every core
        looks = list(threads.map(partial(_look, folder, version), files))
    for file, looked in zip(files, looks, strict=True):
        if isinstance(looked, Fault):
            yield (file,), looked
    seen = [looked for looked in looks if isinstance(looked, Looked)]
    fresh: dict[str, _Photo] = {}
    for photo in _photos(seen):
        if renditions := memory.recall(photo.key, photo.files):
            yield photo.files, renditions
        else:
            fresh[photo.key] = photo
    sources = {looked.key: looked for looked in seen}
    for job, outcome in develop_all([Job(key, partial(read, folder, sources[key], version)) for key in fresh]):
        photo = fresh[job.key]
        yield photo.files, outcome if isinstance(outcome, Fault) else memory.keep(photo.key, photo.files, outcome)
    keys = {file: looked.key if isinstance(looked, Looked) else "" for file, looked in zip(files, looks, strict=True)}
    memory.forget(keys, partial(exists, folder))


def _look(folder: Path, version: str, file: str) -> Looked | Fault:
    try:
        return look(folder, file, version)
    except Refused as refused:
        return refused.fault


def _photos(seen: Sequence[Looked]) -> Iterator[_Photo]:
    together: dict[str, list[str]] = defaultdict(list)
    for looked in seen:
        together[looked.key].append(looked.file)
    for key, files in together.items():
        yield _Photo(key, tuple(files))


def _cannot_remember() -> NotMade:
    what = "lsbook could not write the finished photos into the story's .lsbook folder."
    remedy = "Make sure that the disk is not full and that you may write in the story folder. Then build again."
    return NotMade((Problem(Place(".lsbook/renditions"), what, remedy),))
