"""A copy that came back to those who gave it, or was destroyed: the log says so, and nobody asks for it any more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lsbook.handover import log
from lsbook.model.place import NotMade, Place, Problem
from lsbook.practice.losing import no_copy
from lsbook.reading.copies import read_copies


def returned(story: Path, name: str, on: date, *, destroyed: bool) -> None:
    """Write into the log of ``story`` that the copy called ``name`` came back, or was destroyed, on the day ``on``.

    Raises ``NotMade`` where there is no such copy, where the log says so already, or where the day cannot be right.
    """
    copies = read_copies(story)
    copy = next((one for one in copies if one.id == name), None)
    if copy is None:
        raise NotMade((no_copy(name, copies),))
    key, said = ("destroyed", copy.destroyed) if destroyed else ("returned", copy.returned)
    if said:
        remedy = "Correct the day there by hand, if it is another."
        raise NotMade((Problem(copy.at, f"The log says already that this copy was {key} on {said}.", remedy),))
    if not copy.on <= on <= date.today():
        what = f"This copy was handed over on {copy.on}, and cannot have been {key} on {on}."
        raise NotMade((Problem(Place("--on"), what, "Correct the day, or name another copy."),))
    log.marked(story, copy, key, on)
