"""The processes that this one has started, as Linux tells them."""

from __future__ import annotations

import os
from pathlib import Path


def children() -> set[int]:
    """Their numbers."""
    tasks = Path("/proc", str(os.getpid()), "task")
    return {int(number) for task in tasks.iterdir() for number in (task / "children").read_text().split()}
