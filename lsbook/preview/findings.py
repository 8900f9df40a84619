"""What a second reader would say of the book that is shown, found by a process of its own: no save waits for it."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple


class PageFinding(NamedTuple):
    """One thing that was found. ``words`` are the sentence by which an open page knows that it is its own."""

    at: str
    rule: str
    words: str
    why: str
    remedy: str


class FindingsProcess:
    """Runs ``lsbook check`` after each save, as a context; what an earlier save started is stopped.

    ``make_command`` gives the command for an edition, and ``keep`` takes what it found.
    """

    def __init__(
        self, make_command: Callable[[str], list[str]] | None, keep: Callable[[tuple[PageFinding, ...]], None]
    ) -> None:
        self._make_command = make_command
        self._keep = keep
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> FindingsProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def restart(self, edition: str) -> None:
        """Look at the story as it is now, for the book ``edition``."""
        self.stop()
        if self._make_command is not None:
            with suppress(OSError):  # then there are no findings beside the page, and the book is shown all the same
                quiet = subprocess.DEVNULL
                command = self._make_command(edition)
                self._process = subprocess.Popen(command, stdin=quiet, stdout=subprocess.PIPE, stderr=quiet)
                self._thread = threading.Thread(target=self._read, args=(self._process,), daemon=True)
                self._thread.start()

    def stop(self) -> None:
        """End what runs, and wait until it is over."""
        process, thread, self._process, self._thread = self._process, self._thread, None, None
        if process is not None:
            process.kill()
            process.wait()
        if thread is not None and thread.ident is not None:  # Ctrl-C may come before it was started
            thread.join()

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        output, _ = process.communicate()
        if process.returncode in (0, 1) and self._process is process:
            self._keep(parse_findings(output))


def parse_findings(output: bytes) -> tuple[PageFinding, ...]:
    """Return what ``lsbook check --format json`` says, without what refuses a book: that stands in its way already."""
    try:
        listed = json.loads(output)
        return tuple(
            PageFinding(
                f"{each['file']}:{each['line']}" if each["line"] else str(each["file"]),
                *(str(each[key]) for key in ("rule", "words", "why", "remedy")),
            )
            for each in listed
            if each["severity"] != "refuse"
        )
    except (ValueError, KeyError, TypeError):
        return ()
