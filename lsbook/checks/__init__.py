"""Rules over a Story: one rule, one function, its docstring is its documentation.

A rule yields Problems; those marked as warnings do not stop a book. A new rule needs ``@rule`` and a story of its own
under ``tests/bad`` or ``tests/checks``.
"""

from __future__ import annotations

from lsbook.checks import holds, photos  # noqa: F401 (their rules come in by being imported)
from lsbook.checks.rules import check

__all__ = ["check"]
