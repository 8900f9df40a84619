"""One edition of a story's book, made again in a process that stays: the one place where preview asks for a book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lsbook import checks, editions, media, pages
from lsbook.cache.folder import locate_cache
from lsbook.cache.work import build_lock
from lsbook.history.copy_contents import read_copy_records
from lsbook.history.inventory import make_digester
from lsbook.history.reader_copy import add_news, find_reader_copy
from lsbook.model.book import Book
from lsbook.model.problem import Problem, ProblemsFound, select_errors
from lsbook.model.site import Site
from lsbook.pipeline import Project, choose_books, load, make_site, make_subject, publish
from lsbook.reading import locate_problems


@dataclass(frozen=True)
class RemakeRequest:
    """What is shown. ``edition`` empty: the one that holds the telling age, as the story has it at that moment.

    ``made_on`` is the date printed in the book: that of each day, if none is named.
    """

    story: Path
    edition: str = ""
    policy: Path | None = None
    made_on: date | None = None


@dataclass(frozen=True)
class Remake:
    """What came of a save: the ``edition`` whose book stands now, or, empty, the ``problems`` that are in its way."""

    edition: str
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


class BookMaker:
    """Makes the book that ``request`` asks for, in ``folder``/EDITION, with what ``add_to_site`` puts into its pages.

    Nothing of it is remembered as a book of the story.
    """

    def __init__(self, request: RemakeRequest, folder: Path, add_to_site: Callable[[Site, str], Site]) -> None:
        self._request = request
        self._folder = folder
        self._add_to_site = add_to_site

    def make_again(self, progress: Callable[[float, int], None]) -> Remake:
        """Make the book of the story as it is now. Where it cannot be made, the last one stays as it is."""
        request = self._request
        try:
            project = load(request.story, request.policy)
            name = request.edition or editions.find_default_edition(project.story, project.policy)
            with build_lock(locate_cache(request.story)):
                return self._make_book(project, name, progress)
        except ProblemsFound as stopped:
            return Remake("", select_errors(stopped.problems))

    def _make_book(self, project: Project, name: str, progress: Callable[[float, int], None]) -> Remake:
        """Make the book of the edition ``name``. Raises ``ProblemsFound``."""
        story, made_on = self._request.story, self._request.made_on or date.today()
        catalog = _check_before_book(project, made_on)
        chosen = choose_books(project, (name,), made_on)
        if chosen.refusals:
            raise ProblemsFound(tuple(chosen.refusals))
        book = _add_news(project, story, chosen.books[0].book)
        renditions = media.render([book], story, locate_cache(story), progress)
        site = make_site(book, renditions, project.templates)
        publish(self._add_to_site(site, name), self._folder / name)
        return Remake(name, (), (*project.warnings, *catalog, *chosen.warnings, *renditions.problems))


def _check_before_book(project: Project, made_on: date) -> tuple[Problem, ...]:
    """Return warnings about the book's own words. Raises ``ProblemsFound`` where they, or the day, allow no book."""
    catalog = pages.check_catalog(project.story.language, project.templates)
    problems = checks.find_problems(checks.DATE_RULES, make_subject(project, book_date=made_on))
    days = locate_problems(problems, Path(project.story.folder))
    if errors := select_errors((*days, *catalog)):
        raise ProblemsFound(errors)
    return tuple(catalog)


def _add_news(project: Project, story: Path, book: Book) -> Book:
    """Return ``book`` with what is new in it since the copy that its reader has, as the real one would say it."""
    bands = [band.name for band in project.policy.bands]
    last = find_reader_copy(book, read_copy_records(story), bands, "")
    return add_news(book, last, make_digester(story))
