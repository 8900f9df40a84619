"""Those who live with the child now, as faces in a drawing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from lsbook.drawings.portraits import LARGE_SIZE
from lsbook.drawings.scenes import SceneFace
from lsbook.model.vocabulary import KnownGroup
from lsbook.pages.content.book_family import find_residents
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.face_signs import load_portrait

CHILD_HUE, CHILD_INDEX = 5, -1
"""The child's colour in every drawing, and what stands for the child among the residents of a home."""


def find_household(context: PageContext) -> frozenset[int]:
    """Those of the Book who live where the child does now, as positions. Nobody who is hard news."""
    homes = (at for at, home in enumerate(context.book.homes) if not home.heads_up)
    return frozenset[int]().union(*(find_residents(context.book, home) for home in homes)) - {CHILD_INDEX}


def list_household_faces(context: PageContext) -> tuple[SceneFace, ...]:
    """The child, and those who live in the same home: drawn as equals."""
    return (SceneFace(CHILD_HUE), *_iter_faces(context))


def list_household_portraits(context: PageContext) -> tuple[SceneFace, ...]:
    """The same, each with the face that is known."""
    photos = (context.book.child.photo, *(context.book.people[at].photo for at in sorted(find_household(context))))
    faces = zip(list_household_faces(context), photos, strict=True)
    return tuple(replace(face, portrait=load_portrait(context, photo, LARGE_SIZE)) for face, photo in faces)


def _iter_faces(context: PageContext) -> Iterator[SceneFace]:
    for at in sorted(find_household(context)):
        yield SceneFace(at, context.book.people[at].group == KnownGroup.PETS)
