"""What was chosen for one edition or for several, and what speaks against it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from lsbook.editions.visibility import Visibility
from lsbook.model import book
from lsbook.model.passage import Passage
from lsbook.model.problem import Problem, ProblemsFound


class Choice:
    """What was chosen for one edition: a Book, unless something speaks against it. Only the Book goes on from here.

    ``passages``: everything that the Book says, with its places, and ``visibility``: who may see what, both for the
    checks. ``find_private_values`` gives the values in the Book that are the child's alone, or stand on what is: it is
    asked when somebody wants to know. ``refusals`` speak against the Book; ``warnings`` are what somebody should look
    at, and stop nothing.
    """

    def __init__(
        self,
        chosen: book.Book,
        *,
        passages: tuple[Passage, ...],
        visibility: Visibility,
        problems: tuple[Problem, ...],
        find_private_values: Callable[[], tuple[object, ...]],
    ) -> None:
        self._book = chosen
        self.passages = passages
        self.visibility = visibility
        self.refusals = tuple(problem for problem in problems if not problem.is_warning)
        self.warnings = tuple(problem for problem in problems if problem.is_warning)
        self._find_private_values = find_private_values

    def add_problems(self, problems: tuple[Problem, ...]) -> Choice:
        """Return the same choice with what the checks say of it."""
        return Choice(
            self._book,
            passages=self.passages,
            visibility=self.visibility,
            problems=(*self.refusals, *self.warnings, *problems),
            find_private_values=lambda: self.private_values,
        )

    @cached_property
    def private_values(self) -> tuple[object, ...]:
        """Return the values in the Book that are the child's alone, or stand on what is."""
        return self._find_private_values()

    @property
    def draft(self) -> book.Book:
        """Return what was chosen, whatever speaks against it: to look into it, never to make a book of it."""
        return self._book

    @property
    def book(self) -> book.Book:
        """Return what the reader may see.

        Raises ``ProblemsFound`` where a text that may be seen names something withheld, or would tell a lie.
        """
        if self.refusals:
            raise ProblemsFound(self.refusals)
        return self._book


class ChosenBooks(NamedTuple):
    """What readers may see, all that speaks against other editions, and what is to be looked at in either."""

    books: list[Choice]
    refusals: list[Problem]
    warnings: list[Problem]
