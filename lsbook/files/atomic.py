"""Writing a small file so that whoever reads it, also after a crash, finds the whole of it or what was there before."""

from __future__ import annotations

import os
from pathlib import Path

PARTIAL_MARK = ".new-"
"""Stands in the name of a file that is not yet whole, behind the name that it will have."""


def write_atomically(file: Path, content: bytes) -> None:
    """Write ``content`` to ``file`` with its folders. Raises ``OSError``, and the old file is then as it was."""
    beside = file.with_name(f"{file.name}{PARTIAL_MARK}{os.getpid()}")
    try:
        try:
            beside.write_bytes(content)
        except FileNotFoundError:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(content)
        beside.replace(file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
