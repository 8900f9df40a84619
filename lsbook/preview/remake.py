"""One edition of a story's book, made again in a process that stays: the one place where preview asks for a book."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import Struct

from lsbook.model.build import BuildRequest
from lsbook.model.problem import Problem, ProblemsFound, select_errors
from lsbook.model.site import Site
from lsbook.output import MarkupMemory
from lsbook.pipeline import Workshop, publish


class RemakeRequest(Struct, frozen=True):
    """What is shown. ``edition`` empty: the one that holds the telling age, as the story has it at that moment.

    ``made_on`` is the date printed in the book: that of each day, if none is named.
    """

    story: Path
    edition: str = ""
    policy: Path | None = None
    made_on: date | None = None


class Remake(Struct, frozen=True):
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
        self._workshop = Workshop(request.story, request.policy)
        self._markup = MarkupMemory()

    def make_again(self, progress: Callable[[float, int], None]) -> Remake:
        """Make the book of the story as it is now. Where it cannot be made, the last one stays as it is."""
        try:
            return self._make_book(progress)
        except ProblemsFound as stopped:
            return Remake("", select_errors(stopped.problems))

    def _make_book(self, progress: Callable[[float, int], None]) -> Remake:
        """Make the book, and publish it where it is looked at. Raises ``ProblemsFound``."""
        request = self._request
        names, made_on = (request.edition,) if request.edition else (), request.made_on or date.today()
        sites = self._workshop.make_sites(BuildRequest(request.story, names, self._folder, made_on), progress)
        if sites.refusals:
            raise ProblemsFound(sites.refusals)
        [book] = sites.sites
        site = self._add_to_site(book.site, book.edition)
        publish(site, self._folder / book.edition, markup=self._markup, is_lasting=False)
        return Remake(book.edition, (), sites.warnings)
