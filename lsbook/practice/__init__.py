"""The work around the book, beside the story and never in a child's book."""

from lsbook.practice.contributions import keep
from lsbook.practice.my_pages import MyPages, read_my_pages

__all__ = ["MyPages", "keep", "read_my_pages"]
