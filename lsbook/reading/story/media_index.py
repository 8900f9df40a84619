"""The files under ``media/`` by the names that workers write."""

from __future__ import annotations

import re
import unicodedata

from lsbook.model.problem import Location, Problem
from lsbook.model.suggestions import format_suggestion
from lsbook.reading.parsed import Parsed, make_failure
from lsbook.reading.rules.files import AMBIGUOUS_FILE, FILE_NOT_FOUND, LINK
from lsbook.reading.synced_files import make_online_only_problem

_MAX_HINTS = 20
"""Missing files for which the nearest name is looked for: among ten thousand that takes a while."""


def normalize_name(name: str) -> str:
    """Return ``name`` as people see it: a letter and its accent are one, and what cannot be seen is not there."""
    letters = unicodedata.normalize("NFC", name)
    return "".join(letter for letter in letters if unicodedata.category(letter) not in ("Cc", "Cf"))


def _simplify(name: str) -> str:
    """Return a name by which two that differ in capitals, spaces, hyphens and "jpg" for "jpeg" are the same."""
    return re.sub(r"[\s_-]+", "", name.casefold()).removesuffix(".jpeg").removesuffix(".jpg")


class MediaIndex:
    """Finds the file that a worker means: by its name, or with its folder where two share a name."""

    def __init__(self, files: tuple[str, ...], links: tuple[str, ...] = (), online_only: tuple[str, ...] = ()) -> None:
        self._links = frozenset(map(normalize_name, links))
        self._online_only = frozenset(map(normalize_name, online_only))
        self._by_path: dict[str, list[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        for file in files:
            path = normalize_name(file)
            self._by_path.setdefault(path, []).append(file)
            self._by_name.setdefault(path.rpartition("/")[2], []).append(file)
        self._by_letters = {name.casefold(): name for name in (*self._by_path, *self._by_name)}
        self._by_plain_name = {_simplify(name): name for name in (*self._by_path, *self._by_name)}
        self._hints = _MAX_HINTS

    def has(self, written: str) -> bool:
        """Return whether a file has this name, or this path below ``media/``."""
        name = normalize_name(written)
        return name in self._by_path or name in self._by_name

    def find(self, written: str, at: Location) -> Parsed[str | None]:
        """Find the path below ``media/`` of the file that is called ``written`` at ``at``."""
        name = normalize_name(written).strip().replace("\\", "/").removeprefix("./")
        name = name.removeprefix("media/") if name not in self._by_path else name
        same = self._by_path.get(name) or self._by_name.get(name, [])
        if len(same) == 1:
            return Parsed(same[0])
        if not same:
            return Parsed(None, (self._explain_lack(written, name, at),))
        if len(set(map(normalize_name, same))) < len(same):
            return make_failure(
                at,
                f'There are {len(same)} files under media/ whose names look like "{written}".',
                "Rename one of them: they differ only in letters that nobody can see, or in how accents are kept.",
                rule=AMBIGUOUS_FILE,
            )
        return make_failure(
            at,
            f'There are {len(same)} files called "{written}" under media/.',
            f"Write it with its folder: {' or '.join(sorted(same))}.",
            rule=AMBIGUOUS_FILE,
        )

    def _explain_lack(self, written: str, name: str, at: Location) -> Problem:
        if self._is_link(name):
            return Problem(
                at,
                f'"{written}" is a link (a shortcut) to somewhere else, and lsbook reads only what is in media/.',
                "Copy the real file into media/ in place of the link.",
                rule=LINK.id,
            )
        if any(name in (path, path.rpartition("/")[2]) for path in self._online_only):
            return make_online_only_problem(at, written)
        if other_case := self._by_letters.get(name.casefold()):
            return Problem(
                at,
                f'The file is called "{other_case}", and "{written}" is written here.',
                f'Write "{other_case}": capitals count, because they do on many computers.',
                rule=FILE_NOT_FOUND.id,
            )
        if alike := self._by_plain_name.get(_simplify(name)):
            return Problem(
                at,
                f'The file is called "{alike}", and "{written}" is written here.',
                f'Write "{alike}": spaces, hyphens and endings count.',
                rule=FILE_NOT_FOUND.id,
            )
        self._hints -= 1
        return Problem(
            at,
            f'There is no file "{written}" under media/.{self._suggest_name(name) if self._hints >= 0 else ""}',
            "Put the file into media/, or correct the name.",
            rule=FILE_NOT_FOUND.id,
        )

    def _suggest_name(self, name: str) -> str:
        return format_suggestion(name, self._by_name) or format_suggestion(name, self._by_path)

    def _is_link(self, name: str) -> bool:
        """True for a link or what lies behind one. Windows keeps a link as a file of its own: ``photo.jpg.lnk``."""
        shortcut = f"{name}.lnk".casefold()
        return (
            any(name == link or name.startswith(f"{link}/") for link in self._links)
            or name in {link.rpartition("/")[2] for link in self._links}
            or shortcut in map(str.casefold, self._by_name)
        )
