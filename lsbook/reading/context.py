"""What the readers of all files of a story need to know of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from lsbook.model.problem import Location, Problem
from lsbook.model.story_text import Caption, PhotoRef
from lsbook.model.suggestions import format_suggestion
from lsbook.reading.dates import load_month_names
from lsbook.reading.parsed import Parsed, make_failure, quote_lines
from lsbook.reading.rules.files import CAPTIONS, FILE_NOT_FOUND
from lsbook.reading.story.captions import CAPTION_SUFFIXES, read_captions
from lsbook.reading.story.media_index import MediaIndex


class ReadContext(Struct, frozen=True):
    """The names that a text may mention. ``readers`` and ``bands`` are the policy's."""

    media: MediaIndex
    letters: tuple[str, ...]
    """Paths of the letters, as ``letters/jan-hello.md``."""
    chapters: tuple[str, ...]
    """Paths of the chapters, as ``chapters/03-why.md``."""
    months: Mapping[str, int]
    """The number of each month by its name, in lower case."""
    readers: tuple[str, ...]
    bands: tuple[str, ...]
    read_media_text: Callable[[str], Parsed[str | None]]
    """Reads a text file under ``media/``."""

    def find_file(self, name: str, at: Location) -> Parsed[str | None]:
        """Find the path below ``media/`` of the file that is called ``name`` at ``at``."""
        return self.media.find(name, at)

    def find_medium(self, name: str, at: Location) -> Parsed[PhotoRef | None]:
        """Find the medium that is called ``name`` at ``at``."""
        file = self.media.find(name, at)
        return Parsed(PhotoRef(file.value, at) if file.value is not None else None, file.problems)

    def load_captions(self, name: str, at: Location) -> Parsed[tuple[Caption, ...]]:
        """Read the captions in the file that is called ``name`` at ``at``."""
        file = self.media.find(name, at)
        if file.value is None:
            return Parsed((), file.problems)
        if not file.value.lower().endswith(CAPTION_SUFFIXES):
            what = f'"{name}" is no file of captions that lsbook knows.'
            remedy = "Name a .vtt or an .srt file here. What is said in a film can also be written as its transcript."
            return Parsed((), (Problem(at, what, remedy, rule=CAPTIONS.id),))
        return self._read_captions(file.value)

    def _read_captions(self, file: str) -> Parsed[tuple[Caption, ...]]:
        path, text = f"media/{file}", self.read_media_text(file)
        if text.value is None:
            return Parsed((), text.problems)
        captions = read_captions(text.value, path)
        problems = quote_lines(text.problems, {path: text.value.split("\n")})
        return Parsed(captions.value, (*problems, *captions.problems))

    def find_letter(self, name: str, at: Location) -> Parsed[str | None]:
        """Find the path of the letter that a ``letter`` block calls ``name``."""
        return _find_text("letter", name, self.letters, at)

    def find_chapter(self, name: str, at: Location) -> Parsed[str | None]:
        """Find the path of the chapter that is called ``name`` at ``at``."""
        return _find_text("chapter", name, self.chapters, at)


def _find_text(kind: str, name: str, paths: tuple[str, ...], at: Location) -> Parsed[str | None]:
    """Find that of ``paths``, each of them in the folder of its ``kind``, which is called ``name``."""
    folder = f"{kind}s/"
    file = name.removeprefix(folder)
    file = file if file.endswith(".md") else f"{file}.md"
    if f"{folder}{file}" in paths:
        return Parsed(f"{folder}{file}")
    hint = format_suggestion(file, [path.removeprefix(folder) for path in paths])
    return make_failure(at, f'There is no {kind} "{name}" in {folder}.{hint}', "Correct the name.", rule=FILE_NOT_FOUND)


def make_bare_context(language: str = "en") -> ReadContext:
    """Return the context of a file that mentions no media and no letters, with month names of ``language`` too."""
    return ReadContext(
        media=MediaIndex(()),
        letters=(),
        chapters=(),
        months=load_month_names(language),
        readers=(),
        bands=(),
        read_media_text=lambda _: Parsed(None),
    )
