"""What was proved of finished media in a process that stays: a file that is as it was is not proved again."""

from __future__ import annotations

from pathlib import Path

from lsbook.cache.folder import RENDITIONS
from lsbook.cache.known_files import KnownFiles


class RenditionProofs:
    """The finished files in ``cache_folder``, the story's ``.lsbook``, that were found clean; by their content."""

    def __init__(self, cache_folder: Path) -> None:
        self._known = KnownFiles(cache_folder / RENDITIONS, cache_folder)
        self._clean: set[str] = set()

    def begin_build(self) -> None:
        """Look again at all that may have changed."""
        self._known = self._known.look_again()

    def add(self, digest: str) -> None:
        """Remember that content with the SHA-256 ``digest`` is clean."""
        self._clean.add(digest)

    def is_proved(self, file: str, digest: str) -> bool:
        """Return whether ``digest`` was proved, and is still that of ``file``, a path from the finished media."""
        return digest in self._clean and self._known.digest(file) == digest
