"""The names of what is ``only-me``, looked for in text that is to leave the child's book (security.md)."""

from lsbook.practice.private.names import Finding, PrivateNames, fold
from lsbook.practice.private.terms import names_of

__all__ = ["Finding", "PrivateNames", "fold", "names_of"]
