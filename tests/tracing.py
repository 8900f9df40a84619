"""Threads and coverage: keep a thread alive that begins while another sets its trace function.

Up to Python 3.11 one flag of the whole process guards ``sys.settrace``, so that the second of two threads is told
``RuntimeError`` and dies before its work has begun (python/cpython#98257).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TypeVar

Function = TypeVar("Function")
TRIES = 1000


def retry(set_trace: Callable[[Function], None]) -> Callable[[Function], None]:
    """Return *set_trace* as a function that gives way to other threads and tries again, up to ``TRIES`` times."""

    def set_trace_again(function: Function) -> None:
        for _ in range(TRIES):
            try:
                return set_trace(function)
            except RuntimeError:
                os.sched_yield()
        return set_trace(function)

    return set_trace_again


def guard_threads() -> None:
    """Let every thread of this process set its trace function, where Python does not see to that itself."""
    if sys.version_info < (3, 12):
        vars(sys)["settrace"] = retry(sys.settrace)
