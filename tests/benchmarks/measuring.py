"""How long a program takes, and how much memory: each run a process of its own, as the system itself counts it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


class Failed(Exception):
    """A program ended with something else than success. Holds what it said."""


@dataclass(frozen=True)
class Run:
    """One run: seconds on the wall, the most megabytes that its largest process had, and seconds of the processor."""

    seconds: float
    peak: float
    processor: float = 0.0


@dataclass(frozen=True)
class Work:
    """Something to be timed: a command line, where it runs, and what is done before each run and not timed."""

    name: str
    line: Sequence[str]
    folder: Path
    prepare: Callable[[], object] = lambda: None
    environment: Mapping[str, str] | None = None


_NORMAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As a program is run by people: Python compiles what it imports once, and not in every run."""


def run(work: Work) -> Run:
    """Do ``work`` once. Raises ``Failed``."""
    work.prepare()
    log = work.folder / "benchmark.log"
    with log.open("wb") as out:
        environment = {**_NORMAL, **(work.environment or {})}
        started = time.perf_counter()
        process = subprocess.Popen(work.line, cwd=work.folder, env=environment, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{work.name}: {' '.join(work.line)}\n{log.read_text('utf-8', 'replace')[-2000:]}")
    return Run(seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def run_in_turn(works: Sequence[Work], runs: int) -> dict[str, Run]:
    """Do each of ``works`` ``runs`` times, in turn, so that a slow moment of the machine meets all; the medians.

    The first is lsbook's. Another that fails is said and left out. Raises ``Failed`` where the first does.
    """
    results: dict[str, list[Run]] = {work.name: [] for work in works}
    for _ in range(runs):
        for work in works:
            if work.name not in results:
                continue
            try:
                results[work.name].append(run(work))
            except Failed as failed:
                if work is works[0]:
                    raise
                print(f"{work.name} is left out. {failed}", file=sys.stderr)
                del results[work.name]
    return {name: _find_median(done) for name, done in results.items()}


def _find_median(runs: Sequence[Run]) -> Run:
    seconds, processor = (median(getattr(each, field) for each in runs) for field in ("seconds", "processor"))
    return Run(seconds, max(each.peak for each in runs), processor)
