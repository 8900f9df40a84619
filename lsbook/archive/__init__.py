"""The archive, for the 75 or 100 years: a BagIt bag of a story's sources, its record edition and its log of copies."""

from lsbook.archive.create import Archived, ArchiveWish, archive
from lsbook.archive.restore import Restored, restore

__all__ = ["ArchiveWish", "Archived", "Restored", "archive", "restore"]
