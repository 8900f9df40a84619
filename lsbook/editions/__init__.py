"""The wall: Story + Edition -> Book. The only place where anything is withheld."""

from __future__ import annotations

from lsbook.editions.choice import Choice, ChosenBooks
from lsbook.editions.choose import choose, make_choice
from lsbook.editions.compare import EditionDifference, find_differences
from lsbook.editions.edition import (
    find_default_edition,
    make_edition,
    make_second_reader_edition,
    make_unapproved_edition,
)
from lsbook.editions.private_mentions import find_private_mentions
from lsbook.editions.public_story import drop_private_items, list_record_views, make_public_story
from lsbook.editions.visibility import Verdict, Visibility, decide
from lsbook.editions.wall_rules import WALL_RULES
from lsbook.editions.withheld_names import list_withheld_names

__all__ = [
    "WALL_RULES",
    "Choice",
    "ChosenBooks",
    "EditionDifference",
    "Verdict",
    "Visibility",
    "choose",
    "decide",
    "drop_private_items",
    "find_default_edition",
    "find_differences",
    "find_private_mentions",
    "list_record_views",
    "list_withheld_names",
    "make_choice",
    "make_edition",
    "make_public_story",
    "make_second_reader_edition",
    "make_unapproved_edition",
]
