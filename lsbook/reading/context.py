"""What every reader of a file needs at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lsbook.model.problem import Location
from lsbook.model.story_text import Caption, PhotoRef
from lsbook.model.suggestions import format_suggestion
from lsbook.reading.problems import ProblemCollector
from lsbook.reading.story.captions import CAPTION_SUFFIXES, read_captions
from lsbook.reading.story.folder import MediaIndex


@dataclass(frozen=True)
class ReadContext:
    """Handed from file to file. ``readers`` and ``bands`` are the policy's names."""

    problems: ProblemCollector
    media: MediaIndex
    letters: tuple[str, ...]
    months: dict[str, int]
    readers: tuple[str, ...]
    bands: tuple[str, ...]
    read_media_text: Callable[[str], str | None]
    """The words of a text file under ``media/``, or ``None`` with a complaint."""
    media_refs: list[PhotoRef] = field(default_factory=list)
    """Every medium that the story names, in the order of reading."""

    def find_medium(self, written: str, at: Location) -> PhotoRef | None:
        """The file that ``written`` means, or ``None`` with a complaint."""
        file = self.media.find(written, at, self.problems)
        if file is None:
            return None
        found = PhotoRef(file, at)
        self.media_refs.append(found)
        return found

    def load_captions(self, written: str, at: Location) -> tuple[Caption, ...]:
        """The captions in the file that ``written`` means."""
        file = self.media.find(written, at, self.problems)
        if file is None:
            return ()
        if not file.lower().endswith(CAPTION_SUFFIXES):
            self.problems.add(
                at,
                f'"{written}" is no file of captions that lsbook knows.',
                "Name a .vtt or an .srt file here. What is said in a film can also be written as its transcript.",
            )
            return ()
        text = self.read_media_text(file)
        return () if text is None else read_captions(text, f"media/{file}", self.problems)

    def find_file(self, written: str, at: Location) -> str | None:
        found = self.find_medium(written, at)
        return found.file if found else None

    def find_letter(self, written: str, at: Location) -> str | None:
        """The path of the letter that a ``letter`` block names."""
        name = written.removeprefix("letters/")
        name = name if name.endswith(".md") else f"{name}.md"
        if f"letters/{name}" in self.letters:
            return f"letters/{name}"
        known = [letter.removeprefix("letters/") for letter in self.letters]
        self.problems.add(
            at, f'There is no letter "{written}" in letters/.{format_suggestion(name, known)}', "Correct the name."
        )
        return None
