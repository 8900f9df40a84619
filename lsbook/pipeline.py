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
from lsbook.cache.folder import locate_cache
from lsbook.cache.work import build_lock
from lsbook.checks import check_birth_date, check_editions, check_passages, check_story
from lsbook.files.resources import find_resources
from lsbook.history import changes
from lsbook.history.copy_records import CopyRecord, find_last_copy, read_copy_records
from lsbook.history.inventory import Digester, digest_content, list_facts, list_items, make_digester
from lsbook.model.book import Book
from lsbook.model.edition import CHILD, Policy
from lsbook.model.inventory import Inventory
from lsbook.model.media import Renditions
from lsbook.model.problem import Location, Problem, ProblemsFound, Severity
from lsbook.model.site import PublishedBook, Site
from lsbook.model.story import Story
from lsbook.model.when import find_bounds

TO_READ_FOLDER = "to-read"
"""Beside the books, for what only a second reader reads: no command looks for a book in it."""


@dataclass(frozen=True)
class BuildRequest:
    """What a worker asks for. ``editions`` empty: the one that holds the telling age."""

    story: Path
    editions: tuple[str, ...]
    out: Path
    made_on: date
    reader: str = ""
    """To whom the book will be given: what is new in it is new since the copy that they have."""
    to_read: bool = False
    """Make it for a second reader: without what is the child's own, apart from the books, and remembered nowhere."""

    @property
    def folder(self) -> Path:
        """Where the books are made."""
        return self.out / TO_READ_FOLDER if self.to_read else self.out


@dataclass(frozen=True)
class Project:
    """A story with the policy that applies to it, and what can be lived with."""

    story: Story
    policy: Policy
    templates: tuple[Path, ...]
    """Where templates are looked for: an authority's own beside its policy first, then lsbook's."""
    warnings: tuple[Problem, ...]


@dataclass(frozen=True)
class BuiltBook:
    """One finished book."""

    edition: str
    output: PublishedBook
    new_items: tuple[str, ...] | None
    untold_news: tuple[str, ...]
    to_read: bool = False


@dataclass(frozen=True)
class BuildResult:
    books: tuple[BuiltBook, ...]
    refusals: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def load(folder: Path, policy_file: Path | None) -> Project:
    """The story in ``folder`` with its policy. Raises ``NotMade`` with every problem."""
    policy, own = load_policy(folder, policy_file)
    story, warnings = reading.read_story(folder, policy)
    found = reading.locate_problems((*check_story(story), *check_birth_date(story, date.today())), folder)
    if stops := tuple(problem for problem in found if not problem.is_warning):
        raise ProblemsFound((*stops, *warnings))
    beside = (own.file.parent / "templates",) if own and (own.file.parent / "templates").is_dir() else ()
    return Project(story, policy, (*beside, find_resources("templates")), (*warnings, *found))


def load_policy(folder: Path, policy_file: Path | None) -> tuple[Policy, reading.PolicyFile | None]:
    """The policy that applies to the story in ``folder``, and the file that was laid over ours. Raises ``NotMade``."""
    own = reading.find_policy(folder, policy_file)
    return reading.read_policy(find_resources("templates") / "policy.yaml", own), own


def build(project: Project, request: BuildRequest, progress: Callable[[float, int], None]) -> BuildResult:
    """Make every book that is wished for. An edition that is refused does not stop the others.

    ``tick(done, total)`` is called as photos and films get ready. What a run that died has left goes first.
    """
    with build_lock(locate_cache(request.story)):
        return _build_books(project, request, progress)


def _build_books(project: Project, request: BuildRequest, progress: Callable[[float, int], None]) -> BuildResult:
    words = pages.check_catalog(project.story.language, project.templates)
    unborn = reading.locate_problems(check_birth_date(project.story, request.made_on, request.made_on), request.story)
    if stops := tuple(problem for problem in (*unborn, *words) if not problem.is_warning):
        raise ProblemsFound(stops)
    names = request.editions or (editions.find_default_edition(project.story, project.policy),)
    owner = _identify_owner(project, request)
    output.recover_books(request.folder, project.policy.edition_names)
    chosen, refused, said = choose_books(project, names, request.made_on, to_read=request.to_read)
    memory, digest = locate_cache(request.story), make_digester(request.story)
    copies = read_copy_records(request.story)
    before = [_find_last_copy(one.book, copies, project.policy, request.reader) for one in chosen]
    books = [_add_news(one.book, last, digest) for one, last in zip(chosen, before, strict=True)]
    renditions = media.render(books, request.story, memory, progress)
    made = []
    for book, choice, last in zip(books, chosen, before, strict=True):
        try:
            site = _make_site(book, renditions, project.templates)
            written = output.write(site, request.folder / book.edition.name, owner)
        except ProblemsFound as stopped:
            refused.extend(stopped.problems)
            continue
        sight = editions.decide(project.story, book.edition)
        name, holdings = book.edition.name, _take_inventory(choice, written, digest, last if book.news else None)
        new = (
            ()
            if request.to_read
            else changes.list_news_for_worker(holdings.items, changes.read_last_inventory(memory, name))
        )
        made.append(BuiltBook(name, written, new, editions.find_untold_news(sight), request.to_read))
        if owner is None and not request.to_read:  # the books that are handed over
            changes.save_inventory(holdings, memory)
    making = check_editions(project.story, tuple(book.edition for book in books))
    lined = reading.locate_problems(making, request.story)
    left = (problem for book in made for problem in book.output.forms_left)
    warnings = (*project.warnings, *words, *said, *lined, *_list_media_warnings(renditions), *left)
    return BuildResult(tuple(made), tuple(refused), warnings)


def _identify_owner(project: Project, request: BuildRequest) -> output.Owner | None:
    """The child, where books are made anywhere but in the story's own folder. Raises ``NotMade``: another's are."""
    try:
        if request.out.resolve() == (request.story / "books").resolve():
            return None
        child = project.story.child
        owner = output.identify_owner(child.name, " ".join(str(day) for day in find_bounds(child.born)))
        output.check_folder(request.out, request.story, owner, project.policy.edition_names)
    except (OSError, RuntimeError) as error:  # a link that leads to itself
        reason = (getattr(error, "strerror", None) or "it leads to itself").lower()
        what = f"The computer cannot use this folder ({reason})."
        raise ProblemsFound(
            (Problem(Location(request.out.as_posix()), what, "Name another folder with --out."),)
        ) from error
    return owner


def _make_site(book: Book, renditions: Renditions, templates: tuple[Path, ...]) -> Site:
    """The pages. An authority's own template may hold a slip: that is a problem with a place like any other."""
    try:
        return pages.make_site(book, renditions, templates)
    except (TemplateError, pages.LookNotFoundError) as error:
        name = getattr(error, "name", None) or getattr(error, "filename", None) or "templates"
        problem = Problem(
            Location(str(name), getattr(error, "lineno", None) or 0),
            f"This template cannot be used: {error}",
            "Compare it with the one of the same name that comes with lsbook.",
        )
    except Exception as error:
        at = _locate_template_error(error, templates[:-1])
        if at is None:
            raise
        problem = Problem(at, f"This template fails here: {error}", "Mend it, or take it away: lsbook has its own.")
    raise ProblemsFound((problem,))


def _locate_template_error(error: Exception, own_templates: tuple[Path, ...]) -> Location | None:
    """The line of an authority's template in which ``error`` came up; ``None`` where the mistake is lsbook's."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if any(Path(frame.filename).is_relative_to(folder) for folder in own_templates):
            return Location(frame.filename, frame.lineno or 0)
    return None


class ChosenBooks(NamedTuple):
    """What readers may see, all that speaks against other editions, and what is to be looked at in either."""

    books: list[editions.Choice]
    refusals: list[Problem]
    warnings: list[Problem]


def choose_books(project: Project, names: tuple[str, ...], made_on: date, *, to_read: bool = False) -> ChosenBooks:
    """What the readers of the editions ``names`` may see, and all that speaks against the others.

    ``to_read``: as a second reader reads them.
    """
    story, policy = project.story, project.policy
    books: list[editions.Choice] = []
    refused: list[Problem] = []
    warnings: list[Problem] = []
    for name in names:
        try:
            edition = editions.make_edition(story, policy, name)
            chosen = editions.make_choice(
                story, editions.make_second_reader_edition(edition) if to_read else edition, made_on
            )
            problems = check_passages(chosen.passages, story, policy)
            warnings.extend((*chosen.warnings, *(problem for problem in problems if problem.is_warning)))
            if stops := [problem for problem in problems if not problem.is_warning]:
                raise ProblemsFound((*chosen.refusals, *stops))
            if chosen.book:
                books.append(chosen)
        except ProblemsFound as stopped:
            refused.extend(reading.locate_problems(stopped.problems, Path(story.folder)))
    seen = reading.locate_problems(dict.fromkeys(warnings), Path(story.folder))
    return ChosenBooks(books, list(dict.fromkeys(refused)), list(dict.fromkeys(seen)))


def _find_last_copy(book: Book, copies: tuple[CopyRecord, ...], policy: Policy, reader: str) -> CopyRecord | None:
    """The copy that its reader has. A child's five editions have one reader; of others it is told by ``reader``.

    Where nobody says for whom it is, and more than one has, or had, a copy, it is nobody's: of two families neither is
    told what the other has.
    """
    bands = frozenset(band.name for band in policy.bands)
    for_child = book.edition.reader == CHILD
    same = bands if for_child else frozenset({book.edition.name})
    there = tuple(one for one in copies if one.inventory.edition in same)
    if reader:
        there = tuple(one for one in there if one.given_to.casefold() == reader.casefold())
    elif not for_child:
        unnamed = [one for one in there if not one.given_to]
        if len({one.given_to.casefold() for one in there if one.given_to}) + len(unnamed) > 1:
            return None
    return find_last_copy(there, same, book.made_on)


def _add_news(book: Book, last: CopyRecord | None, digest: Digester) -> Book:
    """``book`` with what is new in it since the copy that its reader has."""
    if last is None:
        return book
    return replace(book, since=last.on, news=changes.find_news_for_reader(book, last.inventory, digest))


def _take_inventory(
    choice: editions.Choice, written: PublishedBook, digest: Digester, last: CopyRecord | None
) -> Inventory:
    """What the finished book holds, by the Book it was made from. ``last``: since which it says what is new."""
    items = list_items(choice.book, choice.private_values, digest)
    facts = list_facts(choice.book, choice.private_values)
    name, content = choice.book.edition.name, digest_content(choice.book, digest)
    since, reader = (last.on.isoformat(), last.given_to) if last else ("", "")
    return Inventory(name, written.digest, content, items, facts, since, reader)


def _list_media_warnings(renditions: Renditions) -> tuple[Problem, ...]:
    """Warnings about the media that the books are made without, and about how the others were made."""
    unusable = tuple(
        Problem(Location(f"media/{medium.file}"), medium.reason, medium.remedy, severity=Severity.WARNING)
        for medium in renditions.unusable
    )
    return (*renditions.warnings, *unusable)
