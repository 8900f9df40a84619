"""A preview from its beginning to its end: make the book, show it, and make it again at each save."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct

from lsbook.cache.work import preview_folder
from lsbook.files.disk_errors import make_disk_problem
from lsbook.model.problem import ProblemsFound
from lsbook.preview.findings import FindingsProcess, PageFinding
from lsbook.preview.reload_pages import STATE_FILE, WAITING_PAGE, find_reload_pages
from lsbook.preview.remake import BookMaker, Remake, RemakeRequest
from lsbook.preview.saves import SaveReports, iterate_saves
from lsbook.preview.sources import BookSources
from lsbook.preview.state import COVER, PreviewState, write_state


class PreviewReport(Struct, frozen=True):
    """What came of a save, in ``seconds``. ``first_page`` is what to open: the book, or what waits for it."""

    remake: Remake
    state: PreviewState
    seconds: float
    first_page: Path


def run_preview(
    request: RemakeRequest,
    report: Callable[[PreviewReport], None],
    progress: Callable[[float, int], None],
    make_check: Callable[[str], list[str]] | None = None,
) -> None:
    """Show the book that ``request`` asks for until somebody interrupts; then nothing of it is left.

    ``report`` is called when the book was made, and after each save; ``progress(done, total)`` as media get ready.
    ``make_check`` gives the command that finds what stands beside the pages of an edition.
    Raises ``ProblemsFound`` where another preview of this story runs, or the disk refuses.
    """
    try:
        with preview_folder(request.story) as folder:
            _follow_saves(request, _Board(folder), report, progress, make_check)
    except OSError as error:
        raise ProblemsFound((make_disk_problem(error, request.story),)) from error


class _Board:
    """What open pages are told, in the file where they look. Two threads may change it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = PreviewState()
        self._lock = threading.Lock()

    def update(self, change: Callable[[PreviewState], PreviewState]) -> PreviewState:
        with self._lock:
            self.state = change(self.state)
            write_state(self.state, self.folder / STATE_FILE)
            return self.state

    def add_findings(self, findings: tuple[PageFinding, ...]) -> None:
        with contextlib.suppress(OSError):  # the disk is full, or the preview is over
            self.update(lambda state: state.add_findings(findings))


def _follow_saves(
    request: RemakeRequest,
    board: _Board,
    report: Callable[[PreviewReport], None],
    progress: Callable[[float, int], None],
    make_check: Callable[[str], list[str]] | None,
) -> None:
    pages, folder = find_reload_pages(), board.folder
    (folder / WAITING_PAGE).write_text(pages.make_waiting_page(), encoding="utf-8")
    sources = BookSources.find(request.story, request.policy)
    maker = BookMaker(request, folder, pages.add_to_site)
    with SaveReports(sources) as reports, FindingsProcess(make_check, board.add_findings) as findings:
        for _ in iterate_saves(sources.look, reports.wait):
            findings.stop()
            started = time.monotonic()
            remake = maker.make_again(progress)
            state = board.update(partial(_add_remake, remake=remake, folder=folder))
            first_page = folder / state.edition / COVER if state.edition else folder / WAITING_PAGE
            report(PreviewReport(remake, state, time.monotonic() - started, first_page))
            if remake.edition:
                findings.restart(remake.edition)


def _add_remake(state: PreviewState, remake: Remake, folder: Path) -> PreviewState:
    if remake.problems:
        return state.add_problems(remake.problems)
    return state.add_book(folder, remake.edition, time.time_ns() // 1_000_000)
