"""Rules over a Story, and over what a Book says: one rule, one function, its docstring is its documentation.

A rule yields Problems; those marked as warnings do not stop a book. A new rule needs ``@rule`` and a story of its own
under ``tests/bad`` or ``tests/checks``; a new kind of identifier needs ``@identifier`` and lines in
``tests/checks/corpus``.
"""

from __future__ import annotations

from lsbook.checks import holds, photos, questions  # noqa: F401 (their rules come in by being imported)
from lsbook.checks.identifying import check_said
from lsbook.checks.making import check_making
from lsbook.checks.rules import check

__all__ = ["check", "check_making", "check_said"]
