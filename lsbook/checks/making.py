"""Rules over the books that are about to be made: for whom, and on which day. All of them warn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsbook.model.edition import RECORD, Edition
from lsbook.model.place import Place, Problem
from lsbook.model.story import Story
from lsbook.model.when import bounds


def check_making(story: Story, editions: tuple[Edition, ...], made: date) -> tuple[Problem, ...]:
    """What is to be said before ``editions`` of ``story`` are made on the day ``made``, in the order of the places."""
    found = (*_the_child_is_born(story, made), *_the_child_was_asked(story, editions))
    return tuple(sorted(found, key=lambda problem: problem.order))


def _the_child_is_born(story: Story, made: date) -> Iterator[Problem]:
    """A birth date after the day of the book is a slip: ages in the book would be wrong."""
    earliest = bounds(story.child.born)[0]
    if earliest is not None and earliest > made:
        yield Problem(
            Place("story.yaml"),
            f"By this birth date (from {earliest}) the child is not born on {made}, the date of the book.",
            "Correct born: under child:, or give another --date.",
            warning=True,
            near=("", "born", ""),
        )


def _the_child_was_asked(story: Story, editions: tuple[Edition, ...]) -> Iterator[Problem]:
    """Before a book goes to anybody else the child is asked (practice.md; from 13 on handing over needs it)."""
    others = {edition.name for edition in editions if not edition.for_child and edition.reader != RECORD}
    for given in story.approvals:
        if given.edition in others and given.by and given.child_asked is None:
            yield Problem(
                given.at,
                f"It is not said that {story.child.name} was asked before the book for {given.edition} is shared.",
                "Ask first; then write under this approval child-asked: and the date. From 13 on, handing the book over"
                " without it will be refused.",
                warning=True,
            )
