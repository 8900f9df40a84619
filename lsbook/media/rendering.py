"""The way of every medium that a Book shows: looked at, remembered or developed, and handed on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from lsbook.cache.folder import RENDITIONS
from lsbook.media.cache import RenditionCache
from lsbook.media.faults import Fault, MediaError, explain_fault
from lsbook.media.probe.source import Digester, ProbedFile, exists, open_source, probe_file, read_source
from lsbook.media.proofs import RenditionProofs
from lsbook.media.recipes import RecordingRecipe
from lsbook.media.rules import UNPROTECTED
from lsbook.media.workers.limits import DEFAULT_LIMITS, Limits
from lsbook.media.workers.sandbox import Protection
from lsbook.media.workers.worker_pool import AnyJob, FilmJob, Job, Outcome, transcode_all
from lsbook.model.book import Book
from lsbook.model.media import RenderedMedium, Renditions
from lsbook.model.problem import Location, Problem, ProblemsFound, Severity
from lsbook.model.rules.places import UNWRITABLE

ProgressCallback: TypeAlias = Callable[[float, int], None]
_Result: TypeAlias = "tuple[tuple[str, ...], RenderedMedium | MediaError]"
_Probe: TypeAlias = "Callable[[str], ProbedFile | MediaError]"
_TranscodeAll: TypeAlias = Callable[[Sequence[AnyJob]], Iterator[tuple[AnyJob, Outcome]]]

_NO_SANDBOX = Problem(
    Location("media"),
    "This computer's Linux has no way to lock in the part of lsbook that opens photos and films. A file that was made"
    " to do harm could do here what you may do yourself.",
    "Show only photos and films that come from people you trust, or build on a computer with a newer Linux.",
    severity=Severity.WARNING,
    rule=UNPROTECTED.id,
)


class _UniqueSource(Struct, frozen=True):
    """One content, and the files that have it: two copies of a photo are developed once."""

    probed: ProbedFile
    files: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.probed.key


def render(
    books: Sequence[Book],
    folder: Path,
    cache_folder: Path,
    progress: ProgressCallback,
    limits: Limits = DEFAULT_LIMITS,
    digest: Digester | None = None,
    proofs: RenditionProofs | None = None,
) -> Renditions:
    """Make the renditions of every medium in ``books``, each decoded once for all its widths and all the books.

    ``folder`` is the story (media lie under its ``media/``), ``cache_folder`` its ``.lsbook``.
    ``progress(done, total)`` is called for each file, and in between as films go on; ``digest`` gives the SHA-256 of a
    file that need not be read for it, and ``proofs`` tells what was proved before. What cannot be shown is among the
    faults and stops nothing. Raises ``ProblemsFound`` only where this computer cannot do the work: nowhere to write, no
    process to be had.
    """
    files = {medium.file for book in books for medium in book.media}
    return render_files(files, folder, cache_folder, progress, limits, digest, proofs)


def render_files(
    names: Iterable[str],
    folder: Path,
    cache_folder: Path,
    progress: ProgressCallback,
    limits: Limits = DEFAULT_LIMITS,
    digest: Digester | None = None,
    proofs: RenditionProofs | None = None,
    *,
    with_films: bool = True,
) -> Renditions:
    """Make the renditions of the files ``names`` under ``media/``, as ``render`` does.

    Without ``with_films`` a film or a sound that no book was made of yet is passed over: it takes minutes.
    """
    files = sorted(set(names))
    rendered: dict[str, RenderedMedium] = {}
    failed: dict[str, MediaError] = {}
    protections: set[Protection | None] = set()
    cache, probe = RenditionCache(cache_folder / RENDITIONS, proofs), partial(_try_probe, folder, digest)

    def report(done: float = 0) -> None:
        progress(len(rendered) + len(failed) + done, len(files))

    transcode = partial(transcode_all, limits=limits, on_progress=report, on_start=protections.add)
    try:
        for same, outcome in _render_files(files, folder, cache, probe, transcode, with_films=with_films):
            for name in same:
                if isinstance(outcome, MediaError):
                    failed[name] = outcome
                else:
                    rendered[name] = outcome
                report()
    except OSError as error:
        raise _make_cache_error() from error
    return Renditions(
        {file: rendered[file] for file in files if file in rendered},
        tuple(explain_fault(file, failed[file]) for file in files if file in failed),
        (_NO_SANDBOX,) if any(each and each.is_missing for each in protections) else (),
    )


def _render_files(
    files: list[str],
    folder: Path,
    cache: RenditionCache,
    probe: _Probe,
    transcode: _TranscodeAll,
    *,
    with_films: bool,
) -> Iterator[_Result]:
    """The outcome for each file or, where several have the same content, for all of them together."""
    with ThreadPoolExecutor() as threads:  # hashing leaves the interpreter free, so that threads use every core
        looks = list(threads.map(probe, files))
    for file, looked in zip(files, looks, strict=True):
        if isinstance(looked, MediaError):
            yield (file,), looked
    fresh: dict[str, _UniqueSource] = {}
    for source in _group_by_content([looked for looked in looks if isinstance(looked, ProbedFile)]):
        if rendered := cache.load(source.key, source.files):
            yield source.files, rendered
        elif with_films or not isinstance(source.probed.recipe, RecordingRecipe):
            fresh[source.key] = source
    jobs = [_make_job(source.probed, folder, cache) for source in fresh.values()]
    try:
        for job, outcome in transcode(jobs):
            source = fresh.pop(job.key)
            if isinstance(outcome, Fault):
                cache.discard(job.key)
                yield source.files, MediaError(outcome, source.probed.kind_label)
            else:
                yield source.files, cache.store(job.key, source.files, outcome)
    finally:
        for key in fresh:  # half a film, where the build was stopped
            cache.discard(key)
    keys = {
        file: looked.key if isinstance(looked, ProbedFile) else "" for file, looked in zip(files, looks, strict=True)
    }
    cache.prune(keys, partial(exists, folder))


def _try_probe(folder: Path, digest: Digester | None, file: str) -> ProbedFile | MediaError:
    try:
        return probe_file(folder, file, digest)
    except MediaError as refused:
        return refused


def _make_job(probed: ProbedFile, folder: Path, cache: RenditionCache) -> AnyJob:
    if isinstance(probed.recipe, RecordingRecipe):
        return FilmJob(probed.key, partial(open_source, folder, probed), cache.get_partial_path(probed.key))
    return Job(probed.key, partial(read_source, folder, probed))


def _group_by_content(probed: Sequence[ProbedFile]) -> Iterator[_UniqueSource]:
    together: dict[str, list[ProbedFile]] = defaultdict(list)
    for looked in probed:
        together[looked.key].append(looked)
    for same in together.values():
        yield _UniqueSource(same[0], tuple(looked.file for looked in same))


def _make_cache_error() -> ProblemsFound:
    what = "lsbook could not write the finished photos and films into the story's .lsbook folder."
    remedy = "Make sure that the disk is not full and that you may write in the story folder. Then build again."
    return UNWRITABLE.make_error(Location(".lsbook/renditions"), what, remedy)
