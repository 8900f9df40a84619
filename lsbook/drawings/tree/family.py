"""What a family tree is drawn from: people, unions and a home, as the Book tells them and nothing else."""

from __future__ import annotations

from msgspec import Struct, field

from lsbook.drawings.motifs import FaceSign

CHILD = 0
"""The child stands first among the people of a family."""


class TreePerson(Struct, frozen=True):
    """Somebody in the tree; a ``note`` stands under the role.

    ``is_beside_child`` only places: somebody of the home who is called a brother or sister.
    """

    name: str
    role: str
    face: FaceSign = field(default_factory=FaceSign)
    is_beside_child: bool = False
    note: str = ""


class Union(Struct, frozen=True):
    """Told parents and the children that they have together; numbers are positions in ``Family.people``.

    A couple of whom no child is told is a union too.
    """

    parents: tuple[int, ...]
    born: tuple[int, ...] = ()
    adopted: tuple[int, ...] = ()

    @property
    def children(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys((*self.born, *self.adopted)))


class House(Struct, frozen=True):
    name: str
    members: tuple[int, ...]


class Family(Struct, frozen=True):
    """``shelf`` are people of the family of whom no link is told."""

    people: tuple[TreePerson, ...]
    unions: tuple[Union, ...] = ()
    house: House | None = None
    shelf: tuple[int, ...] = ()
