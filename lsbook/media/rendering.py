"""The way of every medium that a Book shows: looked at, remembered or developed, and handed on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from lsbook.media.cache import Memory
from lsbook.media.faults import Fault, Refused, unusable
from lsbook.media.probe.source import Looked, exists, look, opened, read
from lsbook.media.recipes import Recorded
from lsbook.media.workers.limits import STANDARD, Limits
from lsbook.media.workers.sandbox import Protection
from lsbook.media.workers.worker_pool import AnyJob, FilmJob, Job, Outcome, develop_all
from lsbook.model.book import Book
from lsbook.model.media import Rendered, Renditions
from lsbook.model.problem import NotMade, Place, Problem

Tick: TypeAlias = Callable[[float, int], None]
_Result: TypeAlias = "tuple[tuple[str, ...], Rendered | Refused]"
_Develop: TypeAlias = Callable[[Sequence[AnyJob]], Iterator[tuple[AnyJob, Outcome]]]

_NOT_LOCKED_IN = Problem(
    Place("media"),
    "This computer's Linux has no way to lock in the part of lsbook that opens photos and films. A file that was made"
    " to do harm could do here what you may do yourself.",
    "Show only photos and films that come from people you trust, or build on a computer with a newer Linux.",
    warning=True,
)


@dataclass(frozen=True)
class _Source:
    """One content, and the files that have it: two copies of a photo are developed once."""

    looked: Looked
    files: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.looked.key


def render(books: Sequence[Book], folder: Path, memory: Path, tick: Tick, limits: Limits = STANDARD) -> Renditions:
    """Make the renditions of every medium in ``books``, each decoded once for all its widths and all the books.

    ``folder`` is the story (media lie under its ``media/``), ``memory`` its ``.lsbook``. ``tick(done, total)`` is
    called for each file, and in between as films go on. What cannot be shown is ``unusable`` and stops nothing.

    Raises ``NotMade`` only where this computer cannot do the work: nowhere to write, no process to be had.
    """
    files = sorted({medium.file for book in books for medium in book.media})
    made: dict[str, Rendered] = {}
    failed: dict[str, Refused] = {}
    protections: set[Protection | None] = set()
    develop = partial(develop_all, limits=limits, started=protections.add)

    def partly(done: float) -> None:
        tick(len(made) + len(failed) + done, len(files))

    try:
        for names, outcome in _results(files, folder, Memory(memory / "renditions"), partial(develop, partly=partly)):
            for name in names:
                if isinstance(outcome, Refused):
                    failed[name] = outcome
                else:
                    made[name] = outcome
                tick(len(made) + len(failed), len(files))
    except OSError as error:
        raise _cannot_remember() from error
    return Renditions(
        {file: made[file] for file in files if file in made},
        tuple(unusable(file, failed[file]) for file in files if file in failed),
        (_NOT_LOCKED_IN,) if any(each and each.is_missing for each in protections) else (),
    )


def _results(files: list[str], folder: Path, memory: Memory, develop: _Develop) -> Iterator[_Result]:
    """The outcome for each file or, where several have the same content, for all of them together."""
    with ThreadPoolExecutor() as threads:  # hashing leaves the interpreter free, so that threads use every core
        looks = list(threads.map(partial(_look, folder), files))
    for file, looked in zip(files, looks, strict=True):
        if isinstance(looked, Refused):
            yield (file,), looked
    fresh: dict[str, _Source] = {}
    for source in _sources([looked for looked in looks if isinstance(looked, Looked)]):
        if rendered := memory.recall(source.key, source.files):
            yield source.files, rendered
        else:
            fresh[source.key] = source
    jobs = [_job(source.looked, folder, memory) for source in fresh.values()]
    try:
        for job, outcome in develop(jobs):
            source = fresh.pop(job.key)
            if isinstance(outcome, Fault):
                memory.drop(job.key)
                yield source.files, Refused(outcome, source.looked.what)
            else:
                yield source.files, memory.keep(job.key, source.files, outcome)
    finally:
        for key in fresh:  # half a film, where the build was stopped
            memory.drop(key)
    keys = {file: looked.key if isinstance(looked, Looked) else "" for file, looked in zip(files, looks, strict=True)}
    memory.forget(keys, partial(exists, folder))


def _look(folder: Path, file: str) -> Looked | Refused:
    try:
        return look(folder, file)
    except Refused as refused:
        return refused


def _job(looked: Looked, folder: Path, memory: Memory) -> AnyJob:
    if isinstance(looked.recipe, Recorded):
        return FilmJob(looked.key, partial(opened, folder, looked), memory.workplace(looked.key))
    return Job(looked.key, partial(read, folder, looked))


def _sources(seen: Sequence[Looked]) -> Iterator[_Source]:
    together: dict[str, list[Looked]] = defaultdict(list)
    for looked in seen:
        together[looked.key].append(looked)
    for same in together.values():
        yield _Source(same[0], tuple(looked.file for looked in same))


def _cannot_remember() -> NotMade:
    what = "lsbook could not write the finished photos and films into the story's .lsbook folder."
    remedy = "Make sure that the disk is not full and that you may write in the story folder. Then build again."
    return NotMade((Problem(Place(".lsbook/renditions"), what, remedy),))
