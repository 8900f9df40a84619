"""``lsbook preview`` in a process of its own, as a worker has it, and editors that save as real ones do."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lsbook.cache.folder import PREVIEW, locate_cache
from lsbook.preview.reload_pages import STATE_FILE

PATIENCE = 500
"""Seconds for whatever a preview does, on however slow a machine; then something is wrong."""
DAY = "2026-03-01"


@dataclass(frozen=True)
class RunningPreview:
    """A preview of ``story``; what it says goes into ``log``."""

    story: Path
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def folder(self) -> Path:
        return locate_cache(self.story) / PREVIEW

    @property
    def state(self) -> str:
        """What open pages are told; empty before there is anything."""
        try:
            return (self.folder / STATE_FILE).read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def read_log(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def wait_until(self, is_so: Callable[[], object]) -> None:
        """Wait for something that the preview should bring about. Fails where the preview has ended before."""
        wait_until(lambda: is_so() or self.process.poll() is not None)
        assert is_so(), self.read_log()


def wait_until(is_so: Callable[[], object]) -> None:
    """Wait for what is sure to come."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, is_so
        time.sleep(0.02)


@contextmanager
def run_preview(story: Path, log: Path, *options: str) -> Iterator[RunningPreview]:
    """A preview that shows its first book, or what is in its way; it is ended in the end, if nobody has done so."""
    line = [sys.executable, "-m", "lsbook", "preview", str(story), "--no-open", "--date", DAY, *options]
    with log.open("wb") as out, subprocess.Popen(line, stdout=out, stderr=subprocess.STDOUT) as process:
        running = RunningPreview(story, process, log)
        try:
            running.wait_until(lambda: running.state and "Press Ctrl-C" in running.read_log())
            yield running
        finally:
            process.terminate()
            process.wait(PATIENCE)


def save_in_place(file: Path, text: str) -> None:
    """Save as VS Code does: the same file, its words written over."""
    with file.open("r+b") as out:
        out.write(text.encode())
        out.truncate()


def save_by_replacing(file: Path, text: str) -> None:
    """Save as VS Code can be told to, and many others do: a new file beside it, renamed over the old one."""
    beside = file.with_name(f"{file.name}.tmp")
    beside.write_bytes(text.encode())
    beside.replace(file)


def save_with_a_backup(file: Path, text: str) -> None:
    """Save as vim does: try whether a file can be made, rename the old one, write a new one, delete the old one."""
    trial, backup = file.with_name("4913"), file.with_name(f"{file.name}~")
    trial.touch()
    trial.unlink()
    file.rename(backup)
    file.write_bytes(text.encode())
    backup.unlink()


def save_emptied(file: Path, text: str) -> None:
    """Save as Notepad does: the file is emptied, then written, with the line ends of Windows."""
    with file.open("wb") as out:
        out.flush()
        out.write(text.replace("\n", "\r\n").encode())


EDITORS = (save_in_place, save_by_replacing, save_with_a_backup, save_emptied)
