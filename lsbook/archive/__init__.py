"""The archive, for the 75 or 100 years: a BagIt bag of a story's sources, its record edition and its log of copies."""

from lsbook.archive.create import ArchiveRequest, ArchiveResult, create_archive
from lsbook.archive.restore import RestoreResult, restore

__all__ = ["ArchiveRequest", "ArchiveResult", "RestoreResult", "create_archive", "restore"]
