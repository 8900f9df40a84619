"""Letters of a Book as a document that stands by itself: who wrote, when, the words, and the pictures in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.book import (
    Account,
    Book,
    BookItem,
    LanguageBlock,
    Letter,
    LetterBlock,
    MediaBlock,
    NameLink,
    ParallelText,
    PictureLink,
    Placeholder,
    Prose,
)
from lsbook.model.letter import LetterParagraph, LetterPart, LetterPicture, LetterRun, LetterStyle
from lsbook.model.prose import (
    Code,
    Emphasis,
    Heading,
    LineBreak,
    Link,
    Listing,
    PageBreak,
    Paragraph,
    Preformatted,
    Quote,
    Strong,
    Text,
)
from lsbook.model.when import When

FindPictures = Callable[[int], tuple[Path, ...]]
"""The pictures of a medium by its position in the Book: none for what could not be opened."""


class LetterWriter(Struct, frozen=True):
    """Writes letters of ``book``. ``format_date`` says a date in the book's language."""

    book: Book
    find_pictures: FindPictures
    format_date: Callable[[When], str]

    def write(self, letters: Sequence[Letter]) -> tuple[LetterPart, ...]:
        """Return the parts of a document in which ``letters`` stand one below the other."""
        return tuple(part for letter in letters for part in self._write_letter(letter))

    def _write_letter(self, letter: Letter) -> Iterator[LetterPart]:
        if letter.title:
            yield _make_line(letter.title, LetterStyle.TITLE)
        about = ", ".join(filter(None, (letter.from_.label, self.format_date(letter.when) if letter.when else "")))
        yield _make_line(about, LetterStyle.SMALL)
        yield from self._write_prose(letter.inside)
        for position in letter.scan:
            yield from self._write_picture(position)

    def _write_prose(self, prose: Prose) -> Iterator[LetterPart]:
        for block in prose:
            if isinstance(block, BookItem) and block.heads_up:
                yield _make_line(block.heads_up.about, LetterStyle.HEADING)
            yield from self._write_block(block)

    def _write_block(self, block: object) -> Iterator[LetterPart]:
        match block:
            case Account(by, says):
                yield _make_line(by.label, LetterStyle.SMALL)
                yield from _set_style(self._write_prose(says), LetterStyle.QUOTE)
            case ParallelText(sides):
                for side in sides:
                    yield from self._write_prose(side.says if isinstance(side, Placeholder) else side.inside)
            case Placeholder(says):
                yield from self._write_prose(says)
            case LetterBlock(letter):
                yield from self._write_letter(self.book.letters[letter])
            case MediaBlock(_, media):
                for position in media:
                    yield from self._write_picture(position)
            case LanguageBlock(_, inside):
                yield from self._write_prose(inside)
            case BookItem():
                yield from self._write_prose(getattr(block, "inside", ()))
            case _:
                yield from self._write_plain(block)

    def _write_plain(self, block: object) -> Iterator[LetterPart]:
        match block:
            case Paragraph(inside):
                yield from self._write_sentence(inside, LetterStyle.PLAIN)
            case Heading(_, inside):
                yield from self._write_sentence(inside, LetterStyle.HEADING)
            case Listing(start, entries):
                for at, entry in enumerate(entries):
                    style = LetterStyle.BULLET if start is None else LetterStyle.NUMBER
                    lines = (part for inner in entry for part in self._write_plain(inner))
                    yield from _set_style(lines, style, (start or 0) + at)
            case Quote(quoted):
                lines = (part for inner in quoted for part in self._write_plain(inner))
                yield from _set_style(lines, LetterStyle.QUOTE)
            case Preformatted(text):
                yield _make_line(text, LetterStyle.PLAIN)
            case PageBreak():
                return

    def _write_sentence(self, inside: Sequence[object], style: LetterStyle) -> Iterator[LetterPart]:
        runs = tuple(_write_runs(inside, LetterRun("")))
        if any(run.text.strip() for run in runs):
            yield LetterParagraph(runs, style)
        for picture in _find_pictures(inside):
            yield from self._write_picture(picture.medium, picture.alt)

    def _write_picture(self, position: int, alt: str = "") -> Iterator[LetterPart]:
        shown = alt or self.book.media[position].shows
        yield from (LetterPicture(file, shown) for file in self.find_pictures(position))


def _make_line(text: str, style: LetterStyle) -> LetterParagraph:
    return LetterParagraph((LetterRun(text),), style)


def _set_style(parts: Iterator[LetterPart], style: LetterStyle, number: int = 0) -> Iterator[LetterPart]:
    """Yield ``parts``, the plain lines among them in another style."""
    for part in parts:
        if isinstance(part, LetterParagraph) and part.style is LetterStyle.PLAIN:
            yield replace(part, style=style, number=number)
        else:
            yield part


def _write_runs(inside: Sequence[object], run: LetterRun) -> Iterator[LetterRun]:
    for inline in inside:
        match inline:
            case Text(text) | Code(text):
                yield replace(run, text=text)
            case NameLink(label):
                yield replace(run, text=label)
            case LineBreak():
                yield replace(run, text="\n")
            case Strong(inner):
                yield from _write_runs(inner, replace(run, bold=True))
            case Emphasis(inner):
                yield from _write_runs(inner, replace(run, italic=True))
            case Link(inner, address):
                yield from _write_runs(inner, run)
                if inner != (Text(address),):
                    yield replace(run, text=f" ({address})")


def _find_pictures(inside: Sequence[object]) -> Iterator[PictureLink]:
    for inline in inside:
        if isinstance(inline, PictureLink):
            yield inline
        elif isinstance(inline, Strong | Emphasis | Link):
            yield from _find_pictures(inline.inside)
