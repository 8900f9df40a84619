"""Rules over the books that are about to be made: for whom, and on which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsbook.model.edition import RECORD, Edition
from lsbook.model.problem import Problem, Severity
from lsbook.model.story import Story
from lsbook.model.when import find_bounds


def check_editions(story: Story, editions: tuple[Edition, ...]) -> tuple[Problem, ...]:
    """What is to be said before ``editions`` of ``story`` are made, in the order of the places: all of it warnings."""
    return tuple(sorted(_find_approvals_without_asking(story, editions), key=lambda problem: problem.sort_key))


def check_birth_date(story: Story, day: date, book_date: date | None = None) -> tuple[Problem, ...]:
    """A problem where the child is surely not born on ``day``: every age would be wrong, and none can be told.

    ``book`` is the same day where it is the date of a book, and not today.
    """
    earliest = find_bounds(story.child.born)[0]
    if earliest is None or earliest <= day:
        return ()
    what, remedy = "By this birth date the child is not born yet.", "Correct born: under child:."
    if book_date is not None:
        what = f"By this birth date the child is not born on {book_date}, the date of the book."
        remedy = "Correct born: under child:, or give another --date."
    return (Problem(story.child.birth_date_location, what, remedy),)


def _find_approvals_without_asking(story: Story, editions: tuple[Edition, ...]) -> Iterator[Problem]:
    """Before a book goes to anybody else the child is asked (practice.md; from 13 on handing over needs it)."""
    others = {edition.name for edition in editions if not edition.is_for_child and edition.reader != RECORD}
    for given in story.approvals:
        if given.edition in others and given.by and given.child_asked is None:
            yield Problem(
                given.at,
                f"It is not said that {story.child.name} was asked before the book for {given.edition} is shared.",
                "Ask first; then write under this approval child-asked: and the date. From 13 on, handing the book over"
                " without it will be refused.",
                severity=Severity.WARNING,
            )
