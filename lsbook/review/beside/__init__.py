"""Two stories beside each other, as brothers and sisters compare their books.

Only what each child's book of today says is compared, and nothing that is only a child's. Nothing is written anywhere.
"""

from __future__ import annotations

from lsbook.review.beside.compare import Comparison, compare_stories
from lsbook.review.beside.screen_text import format_comparison
from lsbook.review.beside.side import StorySide, make_side

__all__ = ["Comparison", "StorySide", "compare_stories", "format_comparison", "make_side"]
