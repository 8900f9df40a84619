"""The wall: Story + Edition -> Book. The only place where anything is withheld."""

from __future__ import annotations

from lsbook.editions.choose import Choice, choose, make_choice
from lsbook.editions.compare import Difference, find_differences
from lsbook.editions.edition import (
    find_default_edition,
    make_edition,
    make_second_reader_edition,
    make_unapproved_edition,
)
from lsbook.editions.visibility import Verdict, Visibility, decide
from lsbook.editions.wall_rules import WALL_RULES
from lsbook.editions.withheld_names import list_withheld_names

__all__ = [
    "WALL_RULES",
    "Choice",
    "Difference",
    "Verdict",
    "Visibility",
    "choose",
    "decide",
    "find_default_edition",
    "find_differences",
    "list_withheld_names",
    "make_choice",
    "make_edition",
    "make_second_reader_edition",
    "make_unapproved_edition",
]
