"""Folder -> Story -> Book -> Site -> folder: the whole of lsbook as a table of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from lsbook import checks, editions, media, output, pages, reading, subjects
from lsbook.cache.folder import locate_cache
from lsbook.cache.page_store import PageStore
from lsbook.cache.work import build_lock
from lsbook.editions import ChosenBooks
from lsbook.files.resources import find_resources
from lsbook.history import changes
from lsbook.history.drafts import BookPlan, Draft, make_drafts, take_inventory
from lsbook.history.inventory import Digester
from lsbook.history.memory import BuildMemory
from lsbook.model.book import Book
from lsbook.model.build import BuildRequest, BuildResult, BuiltBook, PublishedBook, WorkerNews
from lsbook.model.edition import Policy
from lsbook.model.inventory import Inventory
from lsbook.model.media import Renditions
from lsbook.model.problem import Problem, ProblemsFound, select_errors
from lsbook.model.site import BookSites, EditionSite, Site
from lsbook.model.story import Story

Progress: TypeAlias = Callable[[float, int], None]
"""Takes how many photos and films are ready, and how many there are."""

S = TypeVar("S", bound=checks.Subject)


class Project(Struct, frozen=True):
    """A story with the policy that applies to it, and what can be lived with."""

    story: Story
    policy: Policy
    templates: tuple[Path, ...]
    """Where templates are looked for: an authority's own beside its policy first, then lsbook's."""
    warnings: tuple[Problem, ...]


def load(folder: Path, policy_file: Path | None, memory: reading.ReadMemory | None = None) -> Project:
    """Return the story in ``folder`` with its policy; ``memory`` is what was read of it. Raises ``ProblemsFound``."""
    try:
        policy, own = reading.load_policy(folder, policy_file)
    except ProblemsFound:
        reading.refuse_newer_format(folder)
        raise
    parsed = reading.read_story(folder, policy, memory)
    story, unread = parsed.value, reading.drop_repetitions(parsed.problems)
    subject = checks.Subject(story=story, policy=policy, today=date.today())
    problems = (*unread, *reading.drop_consequences(unread, _check(checks.REFERENCE_RULES, subject)))
    if select_errors(problems):
        raise ProblemsFound(problems)
    findings = _check(checks.STORY_RULES, subject)
    if errors := select_errors(findings):
        raise ProblemsFound((*errors, *problems))
    beside = (own.file.parent / "templates",) if own and (own.file.parent / "templates").is_dir() else ()
    return Project(story, policy, (*beside, find_resources("templates")), (*problems, *findings))


def choose(project: Project, name: str, made_on: date, *, to_read: bool = False) -> editions.Choice:
    """Return what the reader of the edition ``name`` may see, and what speaks against it, not quoting the story yet.

    ``to_read``: as a second reader reads it. Raises ``ProblemsFound`` where nobody has approved the edition.
    """
    edition = editions.make_edition(project.story, project.policy, name, made_on)
    if to_read:
        edition = editions.make_second_reader_edition(edition)
    choice = editions.make_choice(project.story, edition, made_on)
    subject = make_subject(project, (subjects.describe_edition(choice.visibility, choice.passages),), made_on)
    refused = subjects.find_refused(project.story, project.policy, project.templates, edition, made_on)
    return choice.add_problems((*_find(checks.BOOK_RULES, subject), *refused))


def make_site(
    book: Book, renditions: Renditions, templates: tuple[Path, ...], store: PageStore | None = None, state: str = ""
) -> Site:
    """Return the pages of ``book``, with what they show. ``templates`` are searched in their order, lsbook's own last.

    ``store`` holds pages that need not be rendered, as long as lsbook and the templates are as ``state`` says.
    Raises ``ProblemsFound`` with its place where a template is at fault.
    """
    with pages.template_errors_as_problems(templates[:-1]):
        return pages.make_site(book, renditions, templates, store, state)


def publish(
    site: Site,
    place: Path,
    owner: output.Owner | None = None,
    markup: output.MarkupMemory | None = None,
    *,
    is_lasting: bool = True,
) -> PublishedBook:
    """Write ``site`` to the folder ``place``, where the last good book stands until the new one is whole.

    ``owner``: the child, where the folder is not the story's own; ``markup``: what was read in the book there before.
    A book that is not ``is_lasting`` need not outlive the computer. Raises ``ProblemsFound``.
    """
    return output.write(site, place, owner, markup, is_lasting=is_lasting)


def record(inventory: Inventory, story: Path) -> None:
    """Keep what a finished book holds, for what is new in the next one, and for handing it over."""
    changes.save_inventory(inventory, locate_cache(story))


def build(project: Project, request: BuildRequest, progress: Progress) -> BuildResult:
    """Make every book that is asked for. An edition that is refused does not stop the others.

    ``progress(done, total)`` is called as photos and films get ready. What a run that died has left is cleared first.
    """
    return Workshop(request.story, stays=False).build(project, request, progress)


class Workshop:
    """A story at hand in a process that stays: what did not change is not made again, and comes out byte for byte.

    One thread uses it at a time.
    """

    def __init__(self, story: Path, policy_file: Path | None = None, *, stays: bool = True) -> None:
        self._story = story
        self._policy_file = policy_file
        self.memory = BuildMemory(story, stays=stays)
        self._files = reading.ReadMemory()

    def load(self) -> Project:
        """Read the story again. Raises ``ProblemsFound`` with every problem."""
        self.memory.begin_build()
        return load(self._story, self._policy_file, self._files)

    def build(self, project: Project, request: BuildRequest, progress: Progress) -> BuildResult:
        """Make the books of ``project`` and publish them. Raises ``ProblemsFound``."""
        with build_lock(locate_cache(self._story)):
            return _build_books(project, request, progress, self.memory)

    def rebuild(self, request: BuildRequest, progress: Progress) -> BuildResult:
        """Read the story again, make its books and publish them. Raises ``ProblemsFound``."""
        return self.build(self.load(), request, progress)

    def make_sites(self, request: BuildRequest, progress: Progress) -> BookSites:
        """Read the story again; make its books as data, published and recorded nowhere. Raises ``ProblemsFound``."""
        project = self.load()
        with build_lock(locate_cache(self._story)):
            plan = _plan_books(project, request, progress, self.memory)
        sites: list[EditionSite] = []
        refusals = list(plan.refusals)
        for draft in plan.drafts:
            try:
                site = _make_site(project, draft, plan, request, self.memory, writes=False)
                sites.append(EditionSite(draft.book.edition.name, site))
            except ProblemsFound as stopped:
                refusals.extend(stopped.problems)
        return BookSites(tuple(sites), tuple(refusals), (*project.warnings, *plan.warnings), project.policy.source)


def _build_books(project: Project, request: BuildRequest, progress: Progress, memory: BuildMemory) -> BuildResult:
    child, known = project.story.child, project.policy.edition_names
    owner = output.find_folder_owner(request.out, request.story, name=child.name, born=child.born, editions=known)
    output.recover_books(request.folder, known)
    digest = memory.known.digest
    plan = _plan_books(project, request, progress, memory)
    books: list[BuiltBook] = []
    refusals = list(plan.refusals)
    is_recorded = owner is None and not request.to_read  # the books that are handed over
    for draft in plan.drafts:
        place = request.folder / draft.book.edition.name
        try:
            site = _make_site(project, draft, plan, request, memory, writes=is_recorded)
            with memory.open_markup(place, project.templates, writes=is_recorded) as markup:
                published = publish(site, place, owner, markup)
        except ProblemsFound as stopped:
            refusals.extend(stopped.problems)
            continue
        inventory = take_inventory(draft, published, digest)
        books.append(_describe_built_book(draft, published, inventory, request))
        if is_recorded:
            record(inventory, request.story)
    memory.forget_missing_books()
    left = tuple(problem for book in books for problem in book.output.files_left)
    return BuildResult(
        tuple(books),
        tuple(refusals),
        (*project.warnings, *plan.warnings, *left),
        project.policy.source,
        tuple(medium.file for medium in project.story.media),
        plan.select_lasting_warnings(project.warnings),
    )


def _make_site(
    project: Project, draft: Draft, plan: BookPlan, request: BuildRequest, memory: BuildMemory, *, writes: bool
) -> Site:
    """Return the pages of a draft; those that are as they were are not rendered."""
    state = memory.describe_templates(project.templates)
    store = memory.open_pages(draft.book.edition.name, to_read=request.to_read, writes=writes)
    site = make_site(draft.book, plan.renditions, project.templates, store if state else None, state)
    store.forget_unused()
    return site


def _plan_books(project: Project, request: BuildRequest, progress: Progress, memory: BuildMemory) -> BookPlan:
    catalog, digest = _check_before_build(project, request), memory.known.digest
    names = request.editions or (editions.find_default_edition(project.story, project.policy),)
    chosen = choose_books(project, names, request.made_on, to_read=request.to_read)
    drafts = make_drafts(chosen.books, project.policy, request, digest)
    books, cache_folder = [draft.book for draft in drafts], locate_cache(request.story)
    renditions = media.render(books, request.story, cache_folder, progress, digest=digest, proofs=memory.proofs)
    with_symbols = any(book.edition.has_symbols for book in books)
    symbols = reading.read_symbols(project.templates[:-1] if with_symbols else None)
    reading.raise_for_errors(symbols.problems)
    renditions = replace(renditions, symbols=media.render_symbols(symbols.value, cache_folder))
    sharing = make_subject(project, tuple(subjects.describe_edition(draft.choice.visibility) for draft in drafts))
    findings = (*catalog, *chosen.warnings, *symbols.problems, *_check(checks.SHARING_RULES, sharing))
    refused = [_find_refused_pictures(project, draft, request, digest) for draft in drafts]
    refusals = [*chosen.refusals, *dict.fromkeys(problem for problems in refused for problem in problems)]
    allowed = tuple(draft for draft, problems in zip(drafts, refused, strict=True) if not problems)
    return BookPlan(allowed, renditions, refusals, findings)


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


def _find_refused_pictures(project: Project, draft: Draft, request: BuildRequest, digest: Digester) -> list[Problem]:
    """Return what stops a book by the photos that it shows, line by line: known only once they are made."""
    if not project.policy.refusing_rules:
        return []
    files = [medium.file for medium in draft.book.media]
    measures = media.recall_measures(files, request.story, locate_cache(request.story), digest)
    story, policy = project.story, project.policy
    problems = subjects.find_refused_pictures(story, policy, project.templates, measures, request.made_on)
    return list(reading.quote_sources(problems, request.story))


def _check_before_build(project: Project, request: BuildRequest) -> tuple[Problem, ...]:
    """Return warnings about the book's own words. Raises ``ProblemsFound`` where they, or the day, allow no book."""
    catalog = pages.check_catalog(project.story.language, project.templates)
    subject = make_subject(project, book_date=request.made_on)
    if errors := select_errors((*_check(checks.DATE_RULES, subject), *catalog)):
        raise ProblemsFound(errors)
    return catalog


def _describe_built_book(draft: Draft, published: PublishedBook, now: Inventory, request: BuildRequest) -> BuiltBook:
    name = draft.book.edition.name
    before = changes.read_last_inventory(locate_cache(request.story), name)
    news = WorkerNews() if request.to_read else changes.list_news_for_worker(now, before)
    untold = tuple(map(str, checks.find_untold_news(subjects.describe_edition(draft.choice.visibility))))
    return BuiltBook(name, published, news, untold, request.to_read)


def _check(rules: Iterable[checks.Rule[checks.Subject]], subject: checks.Subject) -> tuple[Problem, ...]:
    """Return what ``rules`` find in ``subject``, with the lines of the story, in their order."""
    return reading.quote_sources(_find(rules, subject), Path(subject.story.folder))


def _find(rules: Iterable[checks.Rule[S]], subject: S) -> tuple[Problem, ...]:
    """Return what ``rules`` find in ``subject``, as grave as the policy has it, without what somebody has accepted."""
    return checks.apply_settings(checks.find_problems(rules, subject), subject.policy, subject.story)
