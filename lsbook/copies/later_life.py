"""``lsbook letter``: the later life letter of a child as one document, which goes out apart from every book."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lsbook import editions, media
from lsbook.cache.folder import locate_cache
from lsbook.checks import BOOK_RULES, Subject, find_problems
from lsbook.checks.later_life import LETTER_RULES, LetterSubject
from lsbook.checks.subject import EditionSubject
from lsbook.copies import log
from lsbook.editions import Choice
from lsbook.history.copy_contents import list_copy_names
from lsbook.model.book import Book, LetterBlock, MediaBlock, PictureLink
from lsbook.model.book import Letter as BookLetter
from lsbook.model.copy import Copy
from lsbook.model.item import Item
from lsbook.model.letter import LetterDocument
from lsbook.model.problem import Location, Problem, ProblemsFound, select_errors
from lsbook.model.prose import PictureRef
from lsbook.model.rules.copies import NO_LETTER
from lsbook.model.story import Letter
from lsbook.model.story_text import LetterBlock as StoryLetterBlock
from lsbook.model.story_text import PhotoRef
from lsbook.model.vocabulary import LetterKind
from lsbook.model.walk import find_all
from lsbook.pages.language.catalog import load_catalog
from lsbook.pages.language.dates import DateFormatter
from lsbook.pages.language.language_tags import find_direction, resolve_locale
from lsbook.pipeline import Project
from lsbook.reading import quote_sources
from lsbook.reading.copy_log import read_copies
from lsbook.story_writing.letter_document import FindPictures, LetterWriter

EDITION = "later-life-letter"
"""What stands in the log of copies in the place of an edition."""
_GROWN_UP = 18
_TITLE = "A letter for {}"


class LetterForReader(Struct, frozen=True):
    """One document for one child. ``reader`` is the child's name, ``is_for_child`` true for the child of the story."""

    reader: str
    is_for_child: bool
    document: LetterDocument


class PreparedLetters(Struct, frozen=True):
    """The documents that may go, the child's own first, and what can be lived with."""

    letters: tuple[LetterForReader, ...]
    warnings: tuple[Problem, ...]


def prepare_letters(project: Project, today: date, second_reader: str) -> PreparedLetters:
    """Return the later life letters, one document for each child to whom one is written.

    Nothing that is the child's own, or held, is in one. Raises ``ProblemsFound`` with all that speaks against them.
    """
    choice = _choose(project, today)
    pairs = tuple(_list_later_life_letters(project, choice))
    if not pairs:
        what = "There is no later life letter that may be given."
        remedy = "Write one in letters/, with kind: later-life among its keys. What is held, or only-me, is in none."
        raise NO_LETTER.make_error(Location("letters"), what, remedy)
    problems = tuple(_check(project, choice, tuple(letter for letter, _ in pairs), today, second_reader))
    if select_errors(problems):
        raise ProblemsFound(problems)
    return PreparedLetters(tuple(_make_documents(project, choice, pairs, today)), problems)


def make_log_entry(story: Path, copy_format: str, content: bytes, reader: LetterForReader, row: Copy) -> Copy:
    """Return the row of one letter for the log of copies. ``row`` has who hands it over, to whom, and who read it."""
    copies = read_copies(story)
    taken = {copy.id for copy in copies} | list_copy_names(story)
    given_to = row.given_to or reader.reader
    return replace(
        row,
        id=log.make_copy_id(taken, EDITION, row.on),
        edition=EDITION,
        copy_format=copy_format,
        copy_digest=hashlib.sha256(content).hexdigest(),
        given_to=given_to,
    )


def _choose(project: Project, today: date) -> Choice:
    """Return what a grown-up reader of the child's own book is told, without what is the child's own."""
    story, policy = project.story, project.policy
    letters = (letter for letter in story.letters if letter.category is LetterKind.LATER_LIFE)
    later = [letter.open_when or 0 for letter in letters if not letter.gate.only_me and not letter.gate.hold]
    age = max(_GROWN_UP, *later, 0)
    edition = editions.make_unapproved_edition(story, policy, policy.find_band(age).name)
    edition = replace(editions.make_second_reader_edition(edition), letters_apart=(), age=max(edition.age, age))
    return editions.make_choice(story, edition, today)


def _list_later_life_letters(project: Project, choice: Choice) -> Iterator[tuple[Letter, BookLetter]]:
    visible = (letter for letter in project.story.letters if choice.visibility.is_visible(letter))
    for letter, selected in zip(visible, choice.draft.letters, strict=True):
        if letter.category is LetterKind.LATER_LIFE:
            yield letter, selected


def _check(
    project: Project, choice: Choice, letters: tuple[Letter, ...], today: date, second_reader: str
) -> Iterator[Problem]:
    """Yield what speaks against the letters: withheld names and identifiers in them, then what their rules find."""
    problems: list[Problem] = []
    for letter in letters:
        shown = tuple(_list_shown_items(project, letter))
        passages = tuple(
            passage
            for passage in choice.passages
            if passage.ancestors and any(passage.ancestors[0] is item for item in shown)
        )
        places, files = (
            {passage.at for passage in passages},
            {item.at.path for item in shown if isinstance(item, Letter)},
        )
        against = (*choice.refusals, *choice.warnings)
        problems.extend(problem for problem in against if problem.at in places or problem.at.path in files)
        book = EditionSubject(edition=choice.visibility.edition, passages=passages)
        subject = Subject(story=project.story, policy=project.policy, today=today, books=(book,))
        problems.extend(find_problems(BOOK_RULES, subject))
        own = LetterSubject(story=project.story, letter=letter, passages=passages, second_reader=second_reader)
        problems.extend(find_problems(LETTER_RULES, own))
    yield from dict.fromkeys(quote_sources(problems, Path(project.story.folder)))


def _list_shown_items(project: Project, letter: Letter) -> Iterator[Item]:
    """Yield a letter, the letters that stand in it, and the media that any of them shows; none stands in itself."""
    media_files = {photo.file for photo in find_all(PhotoRef, letter)}
    media_files |= {picture.file for picture in find_all(PictureRef, letter.inside)}
    inner = {block.file for block in find_all(StoryLetterBlock, letter.inside)}
    yield letter
    yield from (medium for medium in project.story.media if medium.file in media_files)
    for other in project.story.letters:
        if other.file in inner:
            yield from _list_shown_items(project, other)


def _make_documents(
    project: Project, choice: Choice, pairs: Iterable[tuple[Letter, BookLetter]], today: date
) -> Iterator[LetterForReader]:
    book = choice.draft
    by_reader: dict[str, list[BookLetter]] = {}
    for _, letter in pairs:
        by_reader.setdefault(letter.to.label if letter.to else "", []).append(letter)
    formatter = DateFormatter(
        load_catalog(book, project.templates), resolve_locale(book.language), book.child.born, today
    )
    for label in sorted(by_reader, key=bool):  # the child's own first
        reader = label or book.child.name
        language = by_reader[label][0].language or book.language
        writer = LetterWriter(book, _find_pictures(project, book, by_reader[label]), formatter.format_when)
        title = _TITLE.format(reader)
        parts = writer.write(by_reader[label])
        yield LetterForReader(
            reader, not label, LetterDocument(title, language, find_direction(language), today, parts)
        )


def _find_pictures(project: Project, book: Book, letters: list[BookLetter]) -> FindPictures:
    """Return what finds the pictures of a medium that ``letters`` show: those alone are made."""
    positions = sorted(set(_list_media(letters, book)))
    shown = replace(book, media=tuple(book.media[at] for at in positions))
    story = Path(project.story.folder)
    rendered = media.render([shown], story, locate_cache(story), lambda _done, _total: None).by_file

    def find(position: int) -> tuple[Path, ...]:
        medium = rendered.get(book.media[position].file)
        return tuple(widths[-1].file for widths in medium.pictures) if medium else ()

    return find


def _list_media(letters: Iterable[BookLetter], book: Book) -> Iterator[int]:
    for letter in letters:
        yield from letter.scan
        yield from (picture.medium for picture in find_all(PictureLink, letter.inside))
        yield from (position for block in find_all(MediaBlock, letter.inside) for position in block.media)
        yield from _list_media((book.letters[block.letter] for block in find_all(LetterBlock, letter.inside)), book)
