"""The page for whoever signs: all that a story tells, side by side for every age, and what is still open in it.

Everything on it is made from the story without what is only the child's, so nothing of that can be on it. It names
files and no lines: by a line one could count what stands above it.
"""

from __future__ import annotations

from lsbook.review.page.review_page import ReviewPage, make_review_page
from lsbook.review.page.write_page import check_place, render_review, write_review

__all__ = ["ReviewPage", "check_place", "make_review_page", "render_review", "write_review"]
