"""How many processes may open media at once: as many as there are cores, and memory for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

BYTES_PER_PROCESS = 3 << 30
"""Bytes for each: a PNG of 16,000 x 16,200 pixels, 4.6 MB long, took 2.2 GB (security.md)."""

_UNLIMITED = 1 << 60
"""Bytes: where a group has no limit, its file says "max", or a number as large as this."""
_CGROUPS = PurePosixPath("sys/fs/cgroup")
_CGROUP_FILES = {
    "memory": ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
    "": ("memory.max", "memory.current", "inactive_file"),
}
"""By the group's kind (the second version has no name): its limit, what it uses, and what of that it can give back."""


def count_processes(root: Path = Path("/")) -> int:
    """Processes that fit into this computer: min(cores, free memory / 3 GiB), at least 1. ``root`` is for tests."""
    return compute_process_count(_count_cores(), measure_free_memory(root))


def compute_process_count(cores: int, free: int | None) -> int:
    """The same from what is known: ``free`` is in bytes, ``None`` where nobody knows."""
    return max(1, cores if free is None else min(cores, free // BYTES_PER_PROCESS))


def measure_free_memory(root: Path = Path("/")) -> int | None:
    """Bytes that processes may still take: of the computer, or of the group this process is kept in where that is less.

    ``None`` where the system does not say, as on Windows and macOS: there the number of cores decides alone.
    """
    known = [*_read_free_on_computer(root), *_read_free_in_groups(root)]
    return max(0, min(known)) if known else None


def _read_free_on_computer(root: Path) -> Iterator[int]:
    for line in _read_lines(root / "proc/meminfo"):
        name, _, amount = line.partition(":")
        if name == "MemAvailable" and amount.endswith(" kB"):
            yield int(amount.removesuffix(" kB")) << 10


def _read_free_in_groups(root: Path) -> Iterator[int]:
    """What is left in each group around this process: a container has its memory from one of them."""
    for line in _read_lines(root / "proc/self/cgroup"):
        kind, _, path = line.partition(":")[2].partition(":")
        for name in kind.split(","):
            if name in _CGROUP_FILES:
                yield from _read_free_around(root / _CGROUPS / name, PurePosixPath(path), _CGROUP_FILES[name])


def _read_free_around(top: Path, group: PurePosixPath, files: tuple[str, str, str]) -> Iterator[int]:
    """The same in one tree of groups. In a container the path may lead outside it; what is not there does not count."""
    inside = group.relative_to("/") if group.is_absolute() and ".." not in group.parts else PurePosixPath()
    limit, used, returned = files
    for folder in (top / inside, *(top / parent for parent in inside.parents)):
        with suppress(OSError, ValueError):
            most = int((folder / limit).read_text(encoding="ascii"))
            if most < _UNLIMITED:
                kept = int((folder / used).read_text(encoding="ascii")) - _read_amount(folder / "memory.stat", returned)
                yield most - max(0, kept)


def _read_amount(stat: Path, name: str) -> int:
    return next((int(line.split()[1]) for line in _read_lines(stat) if line.startswith(f"{name} ")), 0)


def _read_lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []


def _count_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
