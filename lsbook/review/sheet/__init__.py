"""The page for whoever signs: all that a story tells, side by side for every age, and what is still open in it.

Everything on it is made from the story without what is only the child's, so nothing of that can be on it. It names
files and no lines: by a line one could count what stands above it.
"""

from __future__ import annotations

from lsbook.review.sheet.sheet import ReviewSheet, make_review_sheet
from lsbook.review.sheet.writing import check_place, render_review, write_review

__all__ = ["ReviewSheet", "check_place", "make_review_sheet", "render_review", "write_review"]
