"""The wall: Story + Edition -> Book. The only place where anything is withheld."""

from __future__ import annotations

from lsbook.editions.choose import choose
from lsbook.editions.compare import Difference, told_in_one_only
from lsbook.editions.edition import default_edition, make_edition
from lsbook.editions.sight import Sight, Verdict, look

__all__ = [
    "Difference",
    "Sight",
    "Verdict",
    "choose",
    "default_edition",
    "look",
    "make_edition",
    "told_in_one_only",
]
