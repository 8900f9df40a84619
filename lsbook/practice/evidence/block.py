"""A piece of evidence for one place, and what is left out of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from lsbook.model.problem import Location, Problem

TITLE_LENGTH = 80
"""Letters of a title or a file name: case systems cut what is longer."""


class EvidencePlace(StrEnum):
    """Where evidence goes, in the order in which it is printed. Parents read the last two."""

    VISITS = "visits"
    CASE_SUMMARY = "case-summary"
    IDENTITY = "identity"
    CARE_PLAN = "care-plan"

    @property
    def heading(self) -> str:
        """Return ``CASE SUMMARY``."""
        return self.replace("-", " ").upper()


class EvidenceLine(Struct, frozen=True):
    """A line of evidence and the place from which it comes."""

    text: str
    at: Location


class EvidenceBlock(Struct, frozen=True):
    """What goes to one place, or one case note of several. ``title`` and ``day`` are those of a case note."""

    place: EvidencePlace
    lines: tuple[EvidenceLine, ...]
    title: str = ""
    contact_day: str = ""
    day: date | None = None
    source: Location | None = None
    """The session of which this is the note."""


class Evidence(Struct, frozen=True):
    """All of it: blocks, what somebody has to know who prints it, and what was refused."""

    name: str
    reference: str
    blocks: tuple[EvidenceBlock, ...]
    nothing: tuple[tuple[EvidencePlace, str], ...]
    """Of each place for which there is nothing, the words that say so."""
    left_out: tuple[str, ...] = ()
    refusals: tuple[Problem, ...] = ()


def shorten_title(text: str) -> str:
    """Return ``text`` at most as long as case systems keep it."""
    return text if len(text) <= TITLE_LENGTH else f"{text[: TITLE_LENGTH - 1].rstrip()}…"
