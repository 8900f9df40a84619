"""The processes in which this one has photos developed, as Linux tells them."""

from __future__ import annotations

import os
from pathlib import Path


def children() -> set[int]:
    """Their numbers. Other children (a browser that another test keeps open) do not count."""
    tasks = Path("/proc", str(os.getpid()), "task")
    started = {number for task in tasks.iterdir() for number in _read(task / "children").split()}
    return {int(number) for number in started if "import lsbook.media." in _read(Path("/proc", number, "cmdline"))}


def bytes_read(pid: int) -> int:
    """How many bytes a process has read from anywhere; 0 for one that has ended."""
    said = _read(Path("/proc", str(pid), "io"))
    return int(said.split()[1]) if said.startswith("rchar:") else 0


def _read(file: Path) -> str:
    """Nothing where the thread or process has ended meanwhile."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
