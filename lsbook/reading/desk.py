"""What every reader of a file needs at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lsbook.model.problem import Place
from lsbook.model.story_text import Caption, PhotoRef
from lsbook.reading.complaints import Complaints, did_you_mean
from lsbook.reading.story.captions import ENDINGS, read_captions
from lsbook.reading.story.folder import MediaNames


@dataclass(frozen=True)
class Desk:
    """Handed from file to file. ``readers`` and ``bands`` are the policy's names."""

    complaints: Complaints
    media: MediaNames
    letters: tuple[str, ...]
    months: dict[str, int]
    readers: tuple[str, ...]
    bands: tuple[str, ...]
    text_of: Callable[[str], str | None]
    """The words of a text file under ``media/``, or ``None`` with a complaint."""
    named_files: list[PhotoRef] = field(default_factory=list)
    """Every medium that the story names, in the order of reading."""

    def medium(self, written: str, at: Place) -> PhotoRef | None:
        """The file that ``written`` means, or ``None`` with a complaint."""
        file = self.media.find(written, at, self.complaints)
        if file is None:
            return None
        found = PhotoRef(file, at)
        self.named_files.append(found)
        return found

    def captions(self, written: str, at: Place) -> tuple[Caption, ...]:
        """The captions in the file that ``written`` means."""
        file = self.media.find(written, at, self.complaints)
        if file is None:
            return ()
        if not file.lower().endswith(ENDINGS):
            self.complaints.add(
                at,
                f'"{written}" is no file of captions that lsbook knows.',
                "Name a .vtt or an .srt file here. What is said in a film can also be written as its transcript.",
            )
            return ()
        text = self.text_of(file)
        return () if text is None else read_captions(text, f"media/{file}", self.complaints)

    def file(self, written: str, at: Place) -> str | None:
        found = self.medium(written, at)
        return found.file if found else None

    def letter(self, written: str, at: Place) -> str | None:
        """The path of the letter that a ``letter`` block names."""
        name = written.removeprefix("letters/")
        name = name if name.endswith(".md") else f"{name}.md"
        if f"letters/{name}" in self.letters:
            return f"letters/{name}"
        known = [letter.removeprefix("letters/") for letter in self.letters]
        self.complaints.add(
            at, f'There is no letter "{written}" in letters/.{did_you_mean(name, known)}', "Correct the name."
        )
        return None
