"""The wall: Story + Edition -> Book. The only place where anything is withheld."""

from __future__ import annotations

from lsbook.editions.choose import Choice, choice, choose
from lsbook.editions.compare import Difference, told_in_one_only
from lsbook.editions.edition import default_edition, edition_to_read, make_edition, sighted_edition
from lsbook.editions.sight import Sight, Verdict, look
from lsbook.editions.untold import not_yet_told
from lsbook.editions.withheld_names import list_withheld_names

__all__ = [
    "Choice",
    "Difference",
    "Sight",
    "Verdict",
    "choice",
    "choose",
    "default_edition",
    "edition_to_read",
    "list_withheld_names",
    "look",
    "make_edition",
    "not_yet_told",
    "sighted_edition",
    "told_in_one_only",
]
