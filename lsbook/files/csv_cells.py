"""Cells of a table that somebody may open in a spreadsheet."""

from __future__ import annotations

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def protect_cell(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet runs it as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
