"""The bar that moves while photos and films get ready."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from typing import Protocol

import click

_STEPS = 100
"""Of the bar, for each photo or film: a long film moves it too."""


class _Bar(Protocol):
    pos: int

    def update(self, n_steps: int) -> None: ...


def make_progress(bars: contextlib.ExitStack) -> Callable[[float, int], None]:
    """Return what moves a bar, which stands there once there is something to wait for, until ``bars`` ends."""
    bar: _Bar | None = None

    def update_bar(done: float, total: int) -> None:
        nonlocal bar
        if bar is None and total and sys.stderr.isatty():
            label = "Getting photos and films ready"
            bar = bars.enter_context(click.progressbar(length=total * _STEPS, label=label, file=sys.stderr))
        if bar is not None:
            bar.update(round(done * _STEPS) - bar.pos)

    return update_bar
