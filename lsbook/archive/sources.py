"""The files of a story that are archived: all that lies in its folder, but for what can be made again."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from lsbook.cache.folder import CACHE_FOLDER
from lsbook.files.package import PackageFile, make_package_file
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.archives import UNARCHIVABLE_NAME
from lsbook.model.rules.places import CHANGED_MEANWHILE, UNREADABLE_FILE
from lsbook.practice.my_pages import LARGEST
from lsbook.reading.rules.files import LINK
from lsbook.reading.story.file_names import is_ignored

BUILT_FOLDERS = ("books", CACHE_FOLDER)
"""Folders of a story that ``build`` makes anew."""
_NOT_IN_A_LIST = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff%\\]|\s/|\s$")
"""What the list of a bag cannot hold, or two programs that read it hold differently (RFC 8493, 2.1.3)."""


class Sources(Struct, frozen=True):
    """``pieces`` have their paths in the story; ``skipped`` counts files that are in no story."""

    pieces: tuple[PackageFile, ...]
    skipped: int


def list_sources(story: Path) -> Sources:
    """Every file of ``story`` with its digest. Raises ``ProblemsFound`` with all that no archive can hold."""
    paths, passed, problems = _list_files(story)
    problems += _check_names(paths)
    if problems:
        raise ProblemsFound(tuple(problems))
    try:
        return Sources(tuple(make_package_file(path, story / path) for path in paths), passed)
    except OSError as error:
        raise ProblemsFound((_make_read_problem(error, story),)) from error


def check_unchanged(sources: Sources, story: Path) -> None:
    """Raise ``ProblemsFound`` where files were added to the story, or taken away, since ``sources`` were listed."""
    if others := sorted({piece.path for piece in sources.pieces} ^ set(_list_files(story)[0])):
        what = "This file was put there or taken away while the story was archived."
        remedy = "Try again when nobody works on the story."
        raise ProblemsFound(tuple(Problem(Location(path), what, remedy, rule=CHANGED_MEANWHILE.id) for path in others))


def find_private_pages(sources: Sources) -> Iterator[PackageFile]:
    """What My pages saved as only for the young person: ``lsbook receive`` takes none in, so a hand put it there."""
    for piece in sources.pieces:
        if piece.path.casefold().endswith(".json") and piece.size <= LARGEST:
            try:
                pages = json.loads(piece.source.read_bytes().decode("utf-8-sig"))
            except (OSError, ValueError, RecursionError):
                continue
            if isinstance(pages, dict) and pages.get("lsbook") == "my pages" and pages.get("only-for-me") is not False:
                yield piece


def _list_files(story: Path) -> tuple[list[str], int, list[Problem]]:
    paths: list[str] = []
    problems: list[Problem] = []
    passed = 0

    def note_error(error: OSError) -> None:
        problems.append(_make_read_problem(error, story))

    for folder, folders, files in os.walk(story, onerror=note_error):
        inside = Path(folder).relative_to(story)
        if inside == Path():
            folders[:] = [name for name in folders if name not in BUILT_FOLDERS]
        hidden = any(is_ignored(step) for step in inside.parts)
        for name in (*files, *(name for name in folders if Path(folder, name).is_symlink())):
            path, file = (inside / name).as_posix(), Path(folder, name)
            if hidden or is_ignored(name):
                passed += 1
            elif file.is_symlink() or not file.is_file():
                what = "This is a link to somewhere else, and an archive holds only files."
                problems.append(
                    Problem(Location(path), what, "Put the real file or folder in place of the link.", rule=LINK.id)
                )
            else:
                paths.append(path)
    return sorted(paths), passed, problems


def _check_names(paths: list[str]) -> list[Problem]:
    problems = []
    seen: dict[str, str] = {}
    for path in paths:
        at = Location(path)
        if _NOT_IN_A_LIST.search(path):
            what = "The name of this file has a letter that the list of an archive cannot hold."
            remedy = "Rename it, without %, \\, line ends and spaces at its end, and wherever the story names it."
            problems.append(Problem(at, what, remedy, rule=UNARCHIVABLE_NAME.id))
        other = seen.setdefault(unicodedata.normalize("NFC", path), path)
        if other != path:
            what = f'There are two files whose names look the same: "{path}".'
            remedy = "Rename one of them: they differ only in how accents are kept, and many computers see one file."
            problems.append(Problem(at, what, remedy, rule=UNARCHIVABLE_NAME.id))
    return problems


def _make_read_problem(error: OSError, story: Path) -> Problem:
    reason = (error.strerror or "no reason given").lower()
    at = Location(Path(os.fsdecode(error.filename)).as_posix() if error.filename else str(story))
    return Problem(at, f"The computer cannot read this ({reason}).", "Check who may open it.", rule=UNREADABLE_FILE.id)
