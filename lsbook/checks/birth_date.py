"""Rules about the child's birth date, by which every age is reckoned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import Story
from lsbook.model.when import find_bounds


def find_birth_date_to_come(subject: Subject) -> Iterator[Finding]:
    """Yield a problem where the child is surely not born today."""
    if _is_born_after(subject.story, subject.today):
        what = "By this birth date the child is not born yet."
        yield Finding(subject.story.child.birth_date_location, what, "Correct born: under child:.")


def find_book_before_birth(subject: Subject) -> Iterator[Finding]:
    """Yield a problem where the child is surely not born on the date of the book."""
    day = subject.book_date
    if day is not None and _is_born_after(subject.story, day):
        what = f"By this birth date the child is not born on {day}, the date of the book."
        remedy = "Correct born: under child:, or give another --date."
        yield Finding(subject.story.child.birth_date_location, what, remedy)


def _is_born_after(story: Story, day: date) -> bool:
    """Return whether even the earliest day that the birth date can mean is after ``day``."""
    earliest = find_bounds(story.child.born)[0]
    return earliest is not None and earliest > day


BIRTH_DATE_TO_COME = Rule(
    id="birth-date-to-come",
    severity=Severity.ERROR,
    explain=(
        "The child's birth date in story.yaml is still to come. Every age in the book is reckoned from it, so each of"
        " them would be wrong. Most often the year is mistyped. Correct born: under child:. A date that is not known"
        " exactly may be written as such: about 2017, or summer 2017."
    ),
    find=find_birth_date_to_come,
)
BOOK_BEFORE_BIRTH = Rule(
    id="book-before-birth",
    severity=Severity.ERROR,
    explain=(
        "The date that was asked for with --date is before the child's birth date. The date stands in the book, and the"
        " ages in it are reckoned up to that day, so none of them could be right. Give another --date, or leave it out"
        " and the date of today is taken. If the birth date is wrong, correct born: under child: in story.yaml."
    ),
    find=find_book_before_birth,
)
