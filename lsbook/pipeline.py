"""Folder -> Story -> Book -> Site -> folder: the whole of lsbook as a table of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lsbook import checks, editions, media, output, pages, reading
from lsbook.cache.folder import locate_cache
from lsbook.cache.work import build_lock
from lsbook.files.resources import find_resources
from lsbook.history import changes
from lsbook.history.copy_contents import CopyRecord, read_copy_records
from lsbook.history.inventory import Digester, digest_content, list_facts, list_items, make_digester
from lsbook.history.reader_copy import add_news, find_reader_copy
from lsbook.model.book import Book
from lsbook.model.edition import Policy
from lsbook.model.inventory import Inventory
from lsbook.model.media import Renditions
from lsbook.model.passage import Passage
from lsbook.model.problem import Problem, ProblemsFound, select_errors
from lsbook.model.site import PublishedBook, Site
from lsbook.model.story import Story

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
        """Return where the books are made."""
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
    """Return the story in ``folder`` with its policy. Raises ``ProblemsFound`` with every problem."""
    try:
        policy, own = load_policy(folder, policy_file)
    except ProblemsFound:
        reading.refuse_newer_format(folder)
        raise
    parsed = reading.read_story(folder, policy)
    story, unread = parsed.value, parsed.problems
    subject = checks.Subject(story=story, policy=policy, today=date.today())
    problems = (*unread, *_check(checks.REFERENCE_RULES, subject))
    if select_errors(problems):
        raise ProblemsFound(problems)
    findings = _check(checks.STORY_RULES, subject)
    if errors := select_errors(findings):
        raise ProblemsFound((*errors, *problems))
    beside = (own.file.parent / "templates",) if own and (own.file.parent / "templates").is_dir() else ()
    return Project(story, policy, (*beside, find_resources("templates")), (*problems, *findings))


def load_policy(folder: Path, policy_file: Path | None) -> tuple[Policy, reading.PolicyFile | None]:
    """Return the policy that applies to the story in ``folder``, and the file that was laid over ours.

    Raises ``ProblemsFound``.
    """
    own = reading.find_policy(folder, policy_file)
    return reading.read_policy(find_resources("templates") / "policy.yaml", own), own


def choose(project: Project, name: str, made_on: date, *, to_read: bool = False) -> editions.Choice:
    """Return what the reader of the edition ``name`` may see, and all that speaks against it.

    ``to_read``: as a second reader reads it. The problems have no lines of the story yet. Raises ``ProblemsFound``
    where nobody has approved the edition.
    """
    edition = editions.make_edition(project.story, project.policy, name)
    if to_read:
        edition = editions.make_second_reader_edition(edition)
    choice = editions.make_choice(project.story, edition, made_on)
    subject = make_subject(project, (describe_edition(choice.visibility, choice.passages),), made_on)
    return choice.add_problems(checks.find_problems(checks.BOOK_RULES, subject))


def make_site(book: Book, renditions: Renditions, templates: tuple[Path, ...]) -> Site:
    """Return the pages of ``book``, with what they show. ``templates`` are searched in their order, lsbook's own last.

    Raises ``ProblemsFound`` with its place where a template is at fault.
    """
    with pages.template_errors_as_problems(templates[:-1]):
        return pages.make_site(book, renditions, templates)


def publish(site: Site, place: Path, owner: output.Owner | None = None) -> PublishedBook:
    """Write ``site`` to the folder ``place``, where the last good book stands until the new one is whole.

    ``owner``: the child, where the folder is not the story's own. Raises ``ProblemsFound``.
    """
    return output.write(site, place, owner)


def record(inventory: Inventory, story: Path) -> None:
    """Keep what a finished book holds, for what is new in the next one, and for handing it over."""
    changes.save_inventory(inventory, locate_cache(story))


def build(project: Project, request: BuildRequest, progress: Callable[[float, int], None]) -> BuildResult:
    """Make every book that is asked for. An edition that is refused does not stop the others.

    ``progress(done, total)`` is called as photos and films get ready. What a run that died has left is cleared first.
    """
    with build_lock(locate_cache(request.story)):
        return _build_books(project, request, progress)


def _build_books(project: Project, request: BuildRequest, progress: Callable[[float, int], None]) -> BuildResult:
    catalog = _check_before_build(project, request)
    child, known = project.story.child, project.policy.edition_names
    owner = output.find_folder_owner(request.out, request.story, name=child.name, born=child.born, editions=known)
    output.recover_books(request.folder, known)
    names = request.editions or (editions.find_default_edition(project.story, project.policy),)
    chosen = choose_books(project, names, request.made_on, to_read=request.to_read)
    digest = make_digester(request.story)
    drafts = _make_drafts(chosen.books, project.policy, request, digest)
    renditions = media.render([draft.book for draft in drafts], request.story, locate_cache(request.story), progress)
    books: list[BuiltBook] = []
    refusals = list(chosen.refusals)
    for draft in drafts:
        try:
            site = make_site(draft.book, renditions, project.templates)
            published = publish(site, request.folder / draft.book.edition.name, owner)
        except ProblemsFound as stopped:
            refusals.extend(stopped.problems)
            continue
        inventory = _take_inventory(draft, published, digest)
        books.append(_describe_built_book(draft, published, inventory, request))
        if owner is None and not request.to_read:  # the books that are handed over
            record(inventory, request.story)
    warnings = (
        *project.warnings,
        *catalog,
        *chosen.warnings,
        *_check_sharing(project, drafts),
        *renditions.problems,
        *(problem for book in books for problem in book.output.forms_left),
    )
    return BuildResult(tuple(books), tuple(refusals), warnings)


class ChosenBooks(NamedTuple):
    """What readers may see, all that speaks against other editions, and what is to be looked at in either."""

    books: list[editions.Choice]
    refusals: list[Problem]
    warnings: list[Problem]


def choose_books(project: Project, names: tuple[str, ...], made_on: date, *, to_read: bool = False) -> ChosenBooks:
    """Return what the readers of the editions ``names`` may see, and what speaks against the others, line by line."""
    folder = Path(project.story.folder)
    books: list[editions.Choice] = []
    refusals: list[Problem] = []
    warnings: list[Problem] = []
    for name in names:
        try:
            choice = choose(project, name, made_on, to_read=to_read)
        except ProblemsFound as stopped:
            refusals.extend(reading.quote_sources(stopped.problems, folder))
            continue
        warnings.extend(choice.warnings)
        if choice.refusals:
            refusals.extend(reading.quote_sources(choice.refusals, folder))
        else:
            books.append(choice)
    located = reading.quote_sources(dict.fromkeys(warnings), folder)
    return ChosenBooks(books, list(dict.fromkeys(refusals)), list(dict.fromkeys(located)))


def make_subject(
    project: Project, books: tuple[checks.EditionSubject, ...] = (), book_date: date | None = None
) -> checks.Subject:
    """Return what the rules are asked about, as far as it is known by now."""
    return checks.Subject(
        story=project.story, policy=project.policy, today=date.today(), books=books, book_date=book_date
    )


def describe_edition(visibility: editions.Visibility, passages: tuple[Passage, ...] = ()) -> checks.EditionSubject:
    """Return one edition as the rules are asked about it. ``passages``: what its book says, once it is chosen."""
    visible = (verdict for verdict in visibility.verdicts.values() if verdict.is_visible)
    items = tuple(checks.VisibleItem(verdict.item, verdict.ancestors) for verdict in visible)
    return checks.EditionSubject(edition=visibility.edition, passages=passages, visible_items=items)


@dataclass(frozen=True)
class _Draft:
    """A chosen book about to be made, with what is new in it since the ``last`` copy that its reader has."""

    choice: editions.Choice
    book: Book
    last: CopyRecord | None


def _make_drafts(
    choices: Iterable[editions.Choice], policy: Policy, request: BuildRequest, digest: Digester
) -> tuple[_Draft, ...]:
    copies, bands = read_copy_records(request.story), [band.name for band in policy.bands]
    lasts = [(choice, find_reader_copy(choice.book, copies, bands, request.reader)) for choice in choices]
    return tuple(_Draft(choice, add_news(choice.book, last, digest), last) for choice, last in lasts)


def _check_before_build(project: Project, request: BuildRequest) -> tuple[Problem, ...]:
    """Return warnings about the book's own words. Raises ``ProblemsFound`` where they, or the day, allow no book."""
    catalog = pages.check_catalog(project.story.language, project.templates)
    subject = make_subject(project, book_date=request.made_on)
    if errors := select_errors((*_check(checks.DATE_RULES, subject), *catalog)):
        raise ProblemsFound(errors)
    return catalog


def _check_sharing(project: Project, drafts: Iterable[_Draft]) -> tuple[Problem, ...]:
    books = tuple(checks.EditionSubject(edition=draft.book.edition) for draft in drafts)
    return _check(checks.SHARING_RULES, make_subject(project, books))


def _take_inventory(draft: _Draft, published: PublishedBook, digest: Digester) -> Inventory:
    """Return what the finished book holds, by the Book it was made from, and since when and for whom it has news."""
    book, private = draft.choice.book, draft.choice.private_values
    last = draft.last if draft.book.news else None
    return Inventory(
        book.edition.name,
        published.digest,
        digest_content(book, digest),
        list_items(book, private, digest),
        list_facts(book, private),
        last.on.isoformat() if last else "",
        last.given_to if last else "",
    )


def _describe_built_book(
    draft: _Draft, published: PublishedBook, inventory: Inventory, request: BuildRequest
) -> BuiltBook:
    name = draft.book.edition.name
    before = changes.read_last_inventory(locate_cache(request.story), name)
    new_items = () if request.to_read else changes.list_news_for_worker(inventory.items, before)
    untold = tuple(map(str, checks.find_untold_news(describe_edition(draft.choice.visibility))))
    return BuiltBook(name, published, new_items, untold, request.to_read)


def _check(rules: Iterable[checks.Rule[checks.Subject]], subject: checks.Subject) -> tuple[Problem, ...]:
    """Return what ``rules`` find in ``subject``, with the lines of the story, in their order."""
    return reading.quote_sources(checks.find_problems(rules, subject), Path(subject.story.folder))
