"""How long a program takes, and how much memory: each run a process of its own, as the system itself counts it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


class Failed(Exception):
    """A program ended with something else than success. Holds what it said."""


@dataclass(frozen=True)
class Run:
    """One run: seconds on the wall, and the most megabytes that its largest process had."""

    seconds: float
    peak: float


@dataclass(frozen=True)
class Work:
    """Something to be timed: a command line, where it runs, and what is done before each run and not timed."""

    name: str
    line: Sequence[str]
    folder: Path
    prepare: Callable[[], object] = lambda: None
    environment: Mapping[str, str] | None = None


def run(work: Work) -> Run:
    """Do ``work`` once. Raises ``Failed``."""
    work.prepare()
    log = work.folder / "benchmark.log"
    with log.open("wb") as out:
        environment = {**os.environ, **(work.environment or {})}
        started = time.perf_counter()
        process = subprocess.Popen(work.line, cwd=work.folder, env=environment, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{work.name}: {' '.join(work.line)}\n{log.read_text('utf-8', 'replace')[-2000:]}")
    return Run(seconds, usage.ru_maxrss / 1024)


def run_in_turn(works: Sequence[Work], runs: int) -> dict[str, Run]:
    """Do each of ``works`` ``runs`` times, in turn, so that a slow moment of the machine meets all; the medians."""
    results: dict[str, list[Run]] = {work.name: [] for work in works}
    for _ in range(runs):
        for work in works:
            results[work.name].append(run(work))
    return {
        name: Run(median(each.seconds for each in done), max(each.peak for each in done))
        for name, done in results.items()
    }
