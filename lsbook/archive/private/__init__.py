"""The names of what is ``only-me``, looked for in text that is to leave the child's book (security.md)."""

from lsbook.archive.private.names import PrivateMatch, PrivateNames, fold
from lsbook.archive.private.terms import collect_private_names

__all__ = ["PrivateMatch", "PrivateNames", "collect_private_names", "fold"]
