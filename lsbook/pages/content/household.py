"""Those who live with the child now, as faces in a drawing."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.drawings.scenes import SceneFace
from lsbook.model.vocabulary import KnownGroup
from lsbook.pages.content.book_family import find_residents
from lsbook.pages.layout.context import PageContext

CHILD_HUE, CHILD_INDEX = 5, -1
"""The child's colour in every drawing, and what stands for the child among the residents of a home."""


def list_household_faces(context: PageContext) -> tuple[SceneFace, ...]:
    """The child, and those of the Book who live in the same home: drawn as equals. Nobody who is hard news."""
    return (SceneFace(CHILD_HUE), *_iter_faces(context))


def _iter_faces(context: PageContext) -> Iterator[SceneFace]:
    homes = (at for at, home in enumerate(context.book.homes) if not home.heads_up)
    for at in sorted(frozenset[int]().union(*(find_residents(context.book, home) for home in homes)) - {CHILD_INDEX}):
        yield SceneFace(at, context.book.people[at].group == KnownGroup.PETS)
