"""The work around the book, beside the story and never in a child's book."""

from lsbook.practice.contributions import write_contribution
from lsbook.practice.my_pages import SavedPages, read_my_pages

__all__ = ["SavedPages", "read_my_pages", "write_contribution"]
