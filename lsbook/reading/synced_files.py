"""What programs that keep a folder the same on all computers leave there: second versions of files, and stand-ins."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lsbook.model.problem import Location, Problem, Severity
from lsbook.reading.rules.work import ONLINE_ONLY, TWO_VERSIONS

_SURE_VERSION = re.compile(
    r"(?P<stem>.+?)(?: \(\d+\)|\.sync-conflict-.*| \([^()]*(?:conflict|versioned)[^()]*\)| - Cop(?:y|ia)(?: \(\d+\))?)",
    re.IGNORECASE,
)
_MACHINE_VERSION = re.compile(r"(?P<stem>.+?)-(?=[A-Z0-9-]*[A-Z])[A-Z][A-Z0-9-]{2,}")
"""``plan-LAPTOP7``: a version only where there is a ``plan`` beside it."""
_STAND_IN = ".icloud"


def find_version_of(name: str, names: Iterable[str]) -> str:
    """Return the file of which the file ``name`` is a second version, by what synchronising programs call it.

    Empty where it is none.
    """
    stem, dot, ending = name.rpartition(".")
    if match := _SURE_VERSION.fullmatch(stem):
        return f"{match['stem']}{dot}{ending}"
    match = _MACHINE_VERSION.fullmatch(stem)
    first = f"{match['stem']}{dot}{ending}" if match else ""
    return first if first in set(names) else ""


def make_version_problem(at: Location, first: str) -> Problem:
    """Return the problem of a file that is a second version of the file ``first``."""
    what = f"Two versions. This one is of {first}."
    return Problem(at, what, "Put them together; nothing is counted until then.", rule=TWO_VERSIONS.id)


def find_stood_in_file(name: str) -> str:
    """Return the file for which ``name`` stands, as iCloud leaves it for what is only on its server; ``""`` for none.

    ``.plan.yaml.icloud`` stands for ``plan.yaml``.
    """
    is_stand_in = name.startswith(".") and name.casefold().endswith(_STAND_IN)
    return name[1 : -len(_STAND_IN)] if is_stand_in else ""


def make_online_only_problem(at: Location, name: str = "") -> Problem:
    """Return the problem of a file that is only on a server. ``name``: which, where that is not the file of ``at``."""
    which = f'"{name}"' if name else "This file"
    what = f"{which} is online only: what is here is an empty stand-in for it."
    remedy = "Choose to keep it always on this device, wait until it has come, and try again."
    return Problem(at, what, remedy, rule=ONLINE_ONLY.id)


def make_empty_file_problem(at: Location, severity: Severity = Severity.ERROR) -> Problem:
    """Return the problem of a file with nothing in it. Most stand-ins look like that, and so does a file just begun."""
    what = "This file is empty. It may be online only: then what is here is an empty stand-in for it."
    remedy = (
        "Choose to keep it always on this device, and wait until it has come. If it really is empty, write into it."
    )
    return Problem(at, what, remedy, severity=severity, rule=ONLINE_ONLY.id)
