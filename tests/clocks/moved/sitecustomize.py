"""A clock that is set to another day, for every Python whose ``PYTHONPATH`` holds this folder.

Python imports a module of this name before all else. The clock goes on, as any clock: only where it began is another
place. Files keep the days that the disk gives them, and programs that are not Python go by the real clock.
"""

from __future__ import annotations

import ctypes
import datetime
import gc
import os
import time
from collections.abc import Callable

AHEAD = "TESTS_CLOCK_AHEAD"
"""Names how many seconds this clock is ahead of the computer's."""


def move(seconds: int) -> None:
    """Let all that asks Python for the time hear one that is ``seconds`` ahead; ``time.monotonic`` stays."""
    real_time, real_ns = time.time, time.time_ns
    time.time = lambda: real_time() + seconds
    time.time_ns = lambda: real_ns() + seconds * 10**9
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, _of_now(getattr(time, name)))
    strftime = time.strftime
    time.strftime = lambda form, *moment: strftime(form, *(moment or (time.localtime(),)))
    # date.today() and datetime.today() ask time.time(); these two go round it, and can be set from C alone
    names = gc.get_referents(datetime.datetime.__dict__)[0]
    names["now"] = classmethod(lambda cls, tz=None: cls.fromtimestamp(time.time(), tz))
    names["utcnow"] = classmethod(lambda cls: cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None))
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(datetime.datetime))


def _of_now(ask: Callable[..., object]) -> Callable[..., object]:
    """``ask`` with the moment that is now on this clock, where it is asked for none."""
    return lambda moment=None: ask(time.time() if moment is None else moment)


if AHEAD in os.environ and __name__ == "sitecustomize":  # a test that imports it moves no clock a second time
    move(int(os.environ[AHEAD]))
