"""Folder -> Story -> Book -> Site -> folder: the whole of lsbook as a table of contents."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateError

from lsbook import editions, media, output, pages, reading
from lsbook.checks import check, check_birth, check_making, check_said
from lsbook.files.resources import shipped
from lsbook.history import changes as news
from lsbook.history.copy_records import Handed, handed, handed_last
from lsbook.history.inventory import Digest, content_of, digests_in, facts_of, items_of
from lsbook.model.book import Book
from lsbook.model.edition import CHILD, Policy
from lsbook.model.inventory import Holdings
from lsbook.model.media import Renditions
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.site import Site, Written
from lsbook.model.story import Story
from lsbook.model.when import bounds

MEMORY = reading.MEMORY
TO_READ_FOLDER = "to-read"
"""Beside the books, for what only a second reader reads: no command looks for a book in it."""


@dataclass(frozen=True)
class Wish:
    """What a worker asks for. ``editions`` empty: the one that holds the telling age."""

    story: Path
    editions: tuple[str, ...]
    out: Path
    made: date
    reader: str = ""
    """To whom the book will be given: what is new in it is new since the copy that they have."""
    to_read: bool = False
    """Make it for a second reader: without what is the child's own, apart from the books, and remembered nowhere."""

    @property
    def folder(self) -> Path:
        """Where the books are made."""
        return self.out / TO_READ_FOLDER if self.to_read else self.out


@dataclass(frozen=True)
class Read:
    """A story with the policy that applies to it, and what can be lived with."""

    story: Story
    policy: Policy
    templates: tuple[Path, ...]
    """Where templates are looked for: an authority's own beside its policy first, then lsbook's."""
    warnings: tuple[Problem, ...]


@dataclass(frozen=True)
class Made:
    """One finished book."""

    edition: str
    written: Written
    new: tuple[str, ...] | None
    not_yet_told: tuple[str, ...]
    to_read: bool = False


@dataclass(frozen=True)
class Outcome:
    made: tuple[Made, ...]
    refused: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def read(folder: Path, policy_file: Path | None) -> Read:
    """The story in ``folder`` with its policy. Raises ``NotMade`` with every problem."""
    policy, own = policy_for(folder, policy_file)
    story, warnings = reading.read(folder, policy)
    found = reading.with_lines((*check(story), *check_birth(story, date.today())), folder)
    if stops := tuple(problem for problem in found if not problem.warning):
        raise NotMade((*stops, *warnings))
    beside = (own.file.parent / "templates",) if own and (own.file.parent / "templates").is_dir() else ()
    return Read(story, policy, (*beside, shipped("templates")), (*warnings, *found))


def policy_for(folder: Path, policy_file: Path | None) -> tuple[Policy, reading.PolicyFile | None]:
    """The policy that applies to the story in ``folder``, and the file that was laid over ours. Raises ``NotMade``."""
    own = reading.find_policy(folder, policy_file)
    return reading.read_policy(shipped("templates") / "policy.yaml", own), own


def build(read_story: Read, wish: Wish, tick: Callable[[float, int], None]) -> Outcome:
    """Make every book that is wished for. An edition that is refused does not stop the others.

    ``tick(done, total)`` is called as photos and films get ready. What a run that died has left goes first.
    """
    with output.join_work(wish.story / MEMORY):
        return _build(read_story, wish, tick)


def _build(read_story: Read, wish: Wish, tick: Callable[[float, int], None]) -> Outcome:
    words = pages.check_words(read_story.story.language, read_story.templates)
    unborn = reading.with_lines(check_birth(read_story.story, wish.made, wish.made), wish.story)
    if stops := tuple(problem for problem in (*unborn, *words) if not problem.warning):
        raise NotMade(stops)
    names = wish.editions or (editions.default_edition(read_story.story, read_story.policy),)
    owner = _owner(read_story, wish)
    output.clear_interrupted(wish.folder, read_story.policy.names)
    chosen, refused, said = choose_books(read_story, names, wish.made, to_read=wish.to_read)
    memory, digest = wish.story / MEMORY, digests_in(wish.story)
    copies = handed(wish.story)
    before = [_last_copy(one.book, copies, read_story.policy, wish.reader) for one in chosen]
    books = [_with_news(one.book, last, digest) for one, last in zip(chosen, before, strict=True)]
    renditions = media.render(books, wish.story, memory, tick)
    made = []
    for book, choice, last in zip(books, chosen, before, strict=True):
        try:
            site = _site(book, renditions, read_story.templates)
            written = output.write(site, wish.folder / book.edition.name, owner)
        except NotMade as stopped:
            refused.extend(stopped.problems)
            continue
        sight = editions.look(read_story.story, book.edition)
        name, holdings = book.edition.name, _holdings(choice, written, digest, last if book.news else None)
        new = () if wish.to_read else news.new_for_worker(holdings.items, news.last_made(memory, name))
        made.append(Made(name, written, new, editions.not_yet_told(sight), wish.to_read))
        if owner is None and not wish.to_read:  # the books that are handed over
            news.remember(holdings, memory)
    making = check_making(read_story.story, tuple(book.edition for book in books))
    lined = reading.with_lines(making, wish.story)
    left = (problem for book in made for problem in book.written.forms_left)
    warnings = (*read_story.warnings, *words, *said, *lined, *_without(renditions), *left)
    return Outcome(tuple(made), tuple(refused), warnings)


def _owner(read_story: Read, wish: Wish) -> output.Owner | None:
    """The child, where books are made anywhere but in the story's own folder. Raises ``NotMade``: another's are."""
    try:
        if wish.out.resolve() == (wish.story / "books").resolve():
            return None
        child = read_story.story.child
        owner = output.identify_owner(child.name, " ".join(str(day) for day in bounds(child.born)))
        output.check_folder(wish.out, wish.story, owner, read_story.policy.names)
    except (OSError, RuntimeError) as error:  # a link that leads to itself
        reason = (getattr(error, "strerror", None) or "it leads to itself").lower()
        what = f"The computer cannot use this folder ({reason})."
        raise NotMade((Problem(Place(wish.out.as_posix()), what, "Name another folder with --out."),)) from error
    return owner


def _site(book: Book, renditions: Renditions, templates: tuple[Path, ...]) -> Site:
    """The pages. An authority's own template may hold a slip: that is a problem with a place like any other."""
    try:
        return pages.make(book, renditions, templates)
    except (TemplateError, pages.NoLook) as error:
        name = getattr(error, "name", None) or getattr(error, "filename", None) or "templates"
        problem = Problem(
            Place(str(name), getattr(error, "lineno", None) or 0),
            f"This template cannot be used: {error}",
            "Compare it with the one of the same name that comes with lsbook.",
        )
    except Exception as error:
        at = _in_a_template(error, templates[:-1])
        if at is None:
            raise
        problem = Problem(at, f"This template fails here: {error}", "Mend it, or take it away: lsbook has its own.")
    raise NotMade((problem,))


def _in_a_template(error: Exception, own: tuple[Path, ...]) -> Place | None:
    """The line of an authority's template in which ``error`` came up; ``None`` where the mistake is lsbook's."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if any(Path(frame.filename).is_relative_to(folder) for folder in own):
            return Place(frame.filename, frame.lineno or 0)
    return None


class Chosen(NamedTuple):
    """What readers may see, all that speaks against other editions, and what is to be looked at in either."""

    books: list[editions.Choice]
    refused: list[Problem]
    warnings: list[Problem]


def choose_books(read_story: Read, names: tuple[str, ...], made: date, *, to_read: bool = False) -> Chosen:
    """What the readers of the editions ``names`` may see, and all that speaks against the others.

    ``to_read``: as a second reader reads them.
    """
    story, policy = read_story.story, read_story.policy
    books: list[editions.Choice] = []
    refused: list[Problem] = []
    warnings: list[Problem] = []
    for name in names:
        try:
            edition = editions.make_edition(story, policy, name)
            chosen = editions.choice(story, editions.edition_to_read(edition) if to_read else edition, made)
            problems = check_said(chosen.said, story, policy)
            warnings.extend((*chosen.warnings, *(problem for problem in problems if problem.warning)))
            if stops := [problem for problem in problems if not problem.warning]:
                raise NotMade((*chosen.refusals, *stops))
            if chosen.book:
                books.append(chosen)
        except NotMade as stopped:
            refused.extend(reading.with_lines(stopped.problems, Path(story.folder)))
    seen = reading.with_lines(dict.fromkeys(warnings), Path(story.folder))
    return Chosen(books, list(dict.fromkeys(refused)), list(dict.fromkeys(seen)))


def _last_copy(book: Book, copies: tuple[Handed, ...], policy: Policy, reader: str) -> Handed | None:
    """The copy that its reader has. A child's five editions have one reader; of others it is told by ``reader``.

    Where nobody says for whom it is, and more than one has, or had, a copy, it is nobody's: of two families neither is
    told what the other has.
    """
    bands = frozenset(band.name for band in policy.bands)
    for_child = book.edition.reader == CHILD
    same = bands if for_child else frozenset({book.edition.name})
    there = tuple(one for one in copies if one.holdings.edition in same)
    if reader:
        there = tuple(one for one in there if one.given_to.casefold() == reader.casefold())
    elif not for_child:
        unnamed = [one for one in there if not one.given_to]
        if len({one.given_to.casefold() for one in there if one.given_to}) + len(unnamed) > 1:
            return None
    return handed_last(there, same, book.made)


def _with_news(book: Book, last: Handed | None, digest: Digest) -> Book:
    """``book`` with what is new in it since the copy that its reader has."""
    if last is None:
        return book
    return replace(book, since=last.on, news=news.new_for_reader(book, last.holdings, digest))


def _holdings(choice: editions.Choice, written: Written, digest: Digest, last: Handed | None) -> Holdings:
    """What the finished book holds, by the Book it was made from. ``last``: since which it says what is new."""
    items = items_of(choice.book, choice.own, digest)
    facts = facts_of(choice.book, choice.own)
    name, content = choice.book.edition.name, content_of(choice.book, digest)
    since, reader = (last.on.isoformat(), last.given_to) if last else ("", "")
    return Holdings(name, written.digest, content, items, facts, since, reader)


def _without(renditions: Renditions) -> tuple[Problem, ...]:
    """Warnings about the media that the books are made without, and about how the others were made."""
    unusable = tuple(
        Problem(Place(f"media/{medium.file}"), medium.why, medium.remedy, warning=True)
        for medium in renditions.unusable
    )
    return (*renditions.warnings, *unusable)
