"""What was read of the files of a story, by their content, in a process that stays: what is the same is not read again.

What a file comes to depends on its text and on what all readers know (``ReadContext``): the names of media and letters,
the language, the words of the policy. Where any of that changes, everything is forgotten. A file with an error is read
each time, for the words of a problem may depend on those of others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from msgspec import Struct

from lsbook.reading.parsed import Parsed, is_error

T = TypeVar("T")
ReadMediaText = Callable[[str], Parsed[str | None]]


class _ReadFile(Struct, frozen=True):
    """What came of a file: ``content`` is what was read, ``media_texts`` what was read of others on the way."""

    content: object
    parsed: Parsed[object]
    media_texts: tuple[tuple[str, Parsed[str | None]], ...]


class ReadMemory:
    """The files of one story as they were read last. One thread uses it at a time."""

    def __init__(self) -> None:
        self._shared: object = None
        self._files: dict[str, _ReadFile] = {}
        self._asked: set[str] = set()
        self._media_texts: list[tuple[str, Parsed[str | None]]] = []

    def begin(self, shared: object) -> None:
        """Begin to read a story again. ``shared`` is what every file is read with, to be compared with the last."""
        if shared != self._shared:
            self._files = {}
        self._files = {name: file for name, file in self._files.items() if name in self._asked}
        self._shared, self._asked = shared, set()

    def watch(self, read_media_text: ReadMediaText) -> ReadMediaText:
        """Return a reader of texts under ``media/`` that is remembered to have been asked."""

        def read(file: str) -> Parsed[str | None]:
            text = read_media_text(file)
            self._media_texts.append((file, text))
            return text

        return read

    def recall(
        self, name: str, content: object, read: Callable[[], Parsed[T]], read_media_text: ReadMediaText
    ) -> Parsed[T]:
        """Return what ``read`` makes of ``content``, from the last time if that was the same. ``name`` is its own."""
        self._asked.add(name)
        kept = self._files.get(name)
        if (
            kept is not None
            and kept.content == content
            and all(read_media_text(file) == text for file, text in kept.media_texts)
        ):
            return cast(Parsed[T], kept.parsed)
        self._media_texts = []
        parsed = read()
        self._files.pop(name, None)
        if not any(map(is_error, parsed.problems)):
            self._files[name] = _ReadFile(content, parsed, tuple(self._media_texts))
        return parsed
