"""Watches a story, makes its book again at each save, and lets the open page of it follow.

Read in this order: ``session`` (the steps), ``sources`` and ``saves`` (how a save is noticed), ``remake`` (the book,
made again), ``reload_pages`` (what its pages have more than the real ones), and ``state`` (what an open page is told).
"""

from lsbook.preview.remake import Remake, RemakeRequest
from lsbook.preview.session import PreviewReport, run_preview

__all__ = ["PreviewReport", "Remake", "RemakeRequest", "run_preview"]
