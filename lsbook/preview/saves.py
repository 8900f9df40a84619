"""When something was saved: by what the system reports, and by a look at times and sizes each second besides.

Nobody can tell that reports do not come (a network drive, a watch that the system refused), so the look always goes on.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from lsbook.preview.sources import BookSources, Snapshot, is_half_saved

BETWEEN_LOOKS = 1.0
"""Seconds."""
_QUIET, _MOST_GATHERED = 20, 200
"""Milliseconds without another report after which a save is whole, and those after which it is looked at anyway."""
_BETWEEN_SETTLING_LOOKS, _MOST_SETTLING_LOOKS = 0.05, 10
"""Seconds, and how often: half a second for an editor that has taken a file away to put another in its place."""


def iterate_saves(look: Callable[[], Snapshot], wait: Callable[[float], bool]) -> Iterator[Snapshot]:
    """Yield the sources as they are now, and again after each save, however long the caller takes between two.

    ``wait(seconds)`` returns at once, and true, when a save was reported since it last returned, else false in the end.
    A save that comes while the caller is at work is yielded next; of several, the last.
    """
    known = look()
    while True:
        yield known
        known = _wait_for_save(known, look, wait)


def _wait_for_save(known: Snapshot, look: Callable[[], Snapshot], wait: Callable[[float], bool]) -> Snapshot:
    while True:
        is_reported = wait(BETWEEN_LOOKS)
        seen = look()
        if is_reported or seen != known:
            return _settle(known, seen, look, wait, is_reported=is_reported)


def _settle(
    before: Snapshot,
    seen: Snapshot,
    look: Callable[[], Snapshot],
    wait: Callable[[float], bool],
    *,
    is_reported: bool,
) -> Snapshot:
    """Return the sources once no editor is in the middle of a save; ``is_reported``: they have been quiet already."""
    for _ in range(_MOST_SETTLING_LOOKS):
        if is_reported and not is_half_saved(before, seen):
            break
        wait(_BETWEEN_SETTLING_LOOKS)
        earlier, seen = seen, look()
        is_reported = seen == earlier
    return seen


class SaveReports:
    """What the system reports of saves, as a context: outside of it nothing is watched."""

    def __init__(self, sources: BookSources) -> None:
        self._sources = sources
        self._saved, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._watch, name="preview", daemon=True)

    def __enter__(self) -> SaveReports:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def wait(self, seconds: float) -> bool:
        """Wait for a save; return whether one was reported since this last returned."""
        is_saved = self._saved.wait(seconds)
        self._saved.clear()
        return is_saved

    def _watch(self) -> None:
        from watchfiles import watch  # noqa: PLC0415 (in its own thread, while the first book is made)
        from watchfiles._rust_notify import WatchfilesRustInternalError  # noqa: PLC0415

        with contextlib.suppress(OSError, WatchfilesRustInternalError):  # then the look each second is all there is
            for _ in watch(
                *self._sources.folders,
                watch_filter=lambda _, path: self._sources.contains(Path(path)),
                debounce=_MOST_GATHERED,
                step=_QUIET,
                stop_event=self._over,
                rust_timeout=int(BETWEEN_LOOKS * 1000),
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                self._saved.set()
