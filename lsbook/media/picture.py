"""A finished picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """``jpeg`` is the whole file."""

    jpeg: bytes
    width: int
    height: int
    """Both in pixels."""
