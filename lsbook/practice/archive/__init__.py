"""The archive, for the 75 or 100 years: a BagIt bag of a story's sources, its record edition and its log of copies."""

from lsbook.practice.archive.making import Archived, ArchiveWish, archive
from lsbook.practice.archive.restoring import Restored, restore

__all__ = ["ArchiveWish", "Archived", "Restored", "archive", "restore"]
