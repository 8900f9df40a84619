"""The story folder: which files there are, found by the names that workers write."""

from __future__ import annotations

import contextlib
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lsbook.cache.folder import CACHE_FOLDER, WORK_FOLDER_PREFIXES
from lsbook.model.problem import Location
from lsbook.model.suggestions import format_suggestion
from lsbook.reading.problems import ProblemCollector
from lsbook.reading.text import format_os_error

YAML_FILES = (
    "story.yaml",
    "about-me.yaml",
    "people.yaml",
    "homes.yaml",
    "schools.yaml",
    "timeline.yaml",
    "keepsakes.yaml",
    "questions.yaml",
    "media.yaml",
    "words.yaml",
    "policy.yaml",
)
FOLDERS = ("chapters", "letters", "media", "work", "books")


@dataclass(frozen=True)
class StoryFolder:
    """A story folder, listed once. Paths are relative, with forward slashes, exactly as on disk."""

    root: Path
    yaml_files: tuple[str, ...]
    """The YAML files that are there."""
    chapters: tuple[str, ...]
    letters: tuple[str, ...]
    media: tuple[str, ...]
    """Below ``media/``, without that name."""
    links: tuple[str, ...]
    """Links below ``media/``: they are no part of the story."""

    def get_path(self, path: str) -> Path:
        return self.root.joinpath(*path.split("/"))


def is_ignored(name: str) -> bool:
    """True for files that systems leave behind; they are in no story and harm no book."""
    return name.startswith((".", "~$")) or name.casefold() in {"thumbs.db", "desktop.ini"}


def natural_sort_key(name: str) -> tuple[tuple[int, int | str], ...]:
    """Sort key: ``2-x`` before ``10-x``."""
    pieces = re.split(r"(\d+)", unicodedata.normalize("NFC", name).casefold())
    return tuple((0, int(piece)) if piece.isdecimal() else (1, piece) for piece in pieces if piece)


def scan_folder(root: Path, problems: ProblemCollector) -> StoryFolder:
    """List ``root``. Links are not followed: what lies behind one is not part of the story."""
    texts: list[str] = []
    folders: list[str] = []
    for entry in _list_entries(root, "", problems):
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry.name)
        if entry.is_symlink():
            _report_link(entry.name, problems)
        elif entry.is_file() and entry.name in YAML_FILES:
            texts.append(entry.name)
        elif entry.name in YAML_FILES or (entry.name in FOLDERS and not entry.is_dir()):
            _report_wrong_kind(entry.name, entry.is_dir(), problems)
        elif entry.name not in FOLDERS:
            _report_unknown_name(entry.name, entry.is_dir(), problems)
    _check_cache_links(root, problems)
    return StoryFolder(
        root,
        tuple(texts),
        _list_markdown_files(root, "chapters", problems) if "chapters" in folders else (),
        _list_markdown_files(root, "letters", problems) if "letters" in folders else (),
        *(_list_tree(root, "media", problems) if "media" in folders else ((), ())),
    )


def _list_entries(
    folder: Path, path: str, problems: ProblemCollector, *, warning: bool = False
) -> list[os.DirEntry[str]]:
    """What lies in ``folder``, which a story calls ``path``, in the order of the names; hidden files are not there."""
    try:
        with os.scandir(folder) as entries:
            return sorted(
                (one for one in entries if not is_ignored(one.name)), key=lambda one: natural_sort_key(one.name)
            )
    except OSError as error:
        what = f"The computer cannot look into this folder ({format_os_error(error)}), so nothing in it is in the book."
        problems.add(Location(path or str(folder)), what, "Check who may open it.", warning=warning)
        return []


def _report_link(path: str, problems: ProblemCollector) -> None:
    problems.add(
        Location(path),
        "This is a link to somewhere else, and lsbook reads only what is in the folder itself.",
        "Copy the real file or folder here in place of the link.",
    )


def _check_cache_links(root: Path, problems: ProblemCollector) -> None:
    """lsbook writes and deletes in .lsbook: behind a link there it would do so among somebody else's files."""
    for file in _find_links(root / CACHE_FOLDER, WORK_FOLDER_PREFIXES):
        problems.add(
            Location(file.relative_to(root).as_posix()),
            "This is a link to somewhere else, where lsbook keeps what it remembers, and lsbook did not make it.",
            f"Delete the link, or the whole folder {CACHE_FOLDER}: lsbook makes it anew.",
        )


def _find_links(folder: Path, excluded_prefixes: tuple[str, ...]) -> Iterator[Path]:
    """Links in ``folder`` and below, not in its folders whose names begin with one of ``but``."""
    ahead = [folder]
    while ahead:
        here = ahead.pop()
        with contextlib.suppress(OSError):  # what cannot be looked at cannot be written to either
            if here.is_symlink():
                yield here
                continue
            with os.scandir(here) as entries:
                found = [one for one in entries if one.is_symlink() or one.is_dir()]
            ahead += [
                Path(one.path)
                for one in found
                if one.is_symlink() or here != folder or not one.name.startswith(excluded_prefixes)
            ]


def _report_wrong_kind(name: str, is_folder: bool, problems: ProblemCollector) -> None:
    here = "a folder" if is_folder else "a file of another kind"
    expected = "a text file" if name in YAML_FILES else "a folder"
    problems.add(
        Location(name),
        f'"{name}" is {here}, and lsbook expects {expected} of this name.',
        "Rename it, or take it out of the story folder.",
    )


def _report_unknown_name(name: str, is_folder: bool, problems: ProblemCollector) -> None:
    known = FOLDERS if is_folder else YAML_FILES
    stem, _, ending = name.casefold().rpartition(".")
    meant = name.casefold() if is_folder or ending == "yaml" else f"{stem}.yaml" if ending in {"yml", "txt"} else ""
    hint = f' Did you mean "{meant}"?' if meant in known else format_suggestion(name, known) if meant else ""
    if hint:
        problems.add(
            Location(name),
            f'lsbook does not know "{name}", so nothing in it would be in the book.{hint}',
            "Rename it, or take it out of the story folder.",
        )
    elif ending in {"yaml", "yml"}:
        problems.add(
            Location(name),
            "lsbook does not know this file and has not read it.",
            "Rename it, or leave it.",
            warning=True,
        )


def _list_markdown_files(root: Path, folder: str, problems: ProblemCollector) -> tuple[str, ...]:
    found = []
    for entry in _list_entries(root / folder, folder, problems):
        path = f"{folder}/{entry.name}"
        if entry.is_symlink():
            _report_link(path, problems)
        elif entry.is_file() and entry.name.endswith(".md"):
            found.append(path)
        elif entry.is_dir():
            problems.add(
                Location(path),
                f"Only files that stand in {folder}/ itself are read. What is in this folder is not in the book.",
                f"Move its files into {folder}/, or the folder to work/.",
                warning=True,
            )
        elif entry.name.endswith(".md"):
            problems.add(
                Location(path),
                "This is no file with words in it.",
                "Take it out of the folder, or put a text file there.",
            )
        else:
            problems.add(
                Location(path),
                f'Only files whose names end in ".md" are read from {folder}/. This one is not in the book.',
                'Rename it to end in ".md", or move it to work/.',
                warning=True,
            )
    return tuple(found)


def _list_tree(root: Path, top: str, problems: ProblemCollector) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files below ``root``/``top`` and the links there, without the name of ``top``."""
    files: list[str] = []
    links: list[str] = []
    ahead = [""]
    while ahead:
        inside = ahead.pop()
        for entry in _list_entries(root / top / inside, f"{top}/{inside}".rstrip("/"), problems, warning=True):
            path = f"{inside}{entry.name}"
            if entry.is_symlink():
                links.append(path)
            elif entry.is_dir(follow_symlinks=False):
                ahead.append(f"{path}/")
            else:
                files.append(path)
    return tuple(sorted(files)), tuple(sorted(links))


def normalize_name(name: str) -> str:
    """``name`` as people see it: a letter and its accent are one, and what cannot be seen is not there."""
    seen = (one for one in unicodedata.normalize("NFC", name) if unicodedata.category(one) not in ("Cc", "Cf"))
    return "".join(seen)


_MAX_HINTS = 20
"""Missing files for which the nearest name is looked for: among ten thousand that takes a while."""


class MediaIndex:
    """Finds the file that a worker means: by its name, or with its folder where two share a name."""

    def __init__(self, files: tuple[str, ...], links: tuple[str, ...] = ()) -> None:
        self._links = frozenset(map(normalize_name, links))
        self._by_path: dict[str, list[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        for file in files:
            path = normalize_name(file)
            self._by_path.setdefault(path, []).append(file)
            self._by_name.setdefault(path.rpartition("/")[2], []).append(file)
        self._by_letters = {name.casefold(): name for name in (*self._by_path, *self._by_name)}
        self._hints = _MAX_HINTS

    def find(self, written: str, at: Location, problems: ProblemCollector) -> str | None:
        """The path below ``media/``, or ``None`` with a complaint."""
        name = normalize_name(written).strip().replace("\\", "/").removeprefix("./")
        name = name.removeprefix("media/") if name not in self._by_path else name
        same = self._by_path.get(name) or self._by_name.get(name, [])
        if len(same) == 1:
            return same[0]
        if not same:
            self._report_missing(written, name, at, problems)
        elif len(set(map(normalize_name, same))) < len(same):
            problems.add(
                at,
                f'There are {len(same)} files under media/ whose names look like "{written}".',
                "Rename one of them: they differ only in letters that nobody can see, or in how accents are kept.",
            )
        else:
            problems.add(
                at,
                f'There are {len(same)} files called "{written}" under media/.',
                f"Write it with its folder: {' or '.join(sorted(same))}.",
            )
        return None

    def _report_missing(self, written: str, name: str, at: Location, problems: ProblemCollector) -> None:
        if self._is_link(name):
            problems.add(
                at,
                f'"{written}" is a link (a shortcut) to somewhere else, and lsbook reads only what is in media/.',
                "Copy the real file into media/ in place of the link.",
            )
            return
        if other_case := self._by_letters.get(name.casefold()):
            problems.add(
                at,
                f'The file is called "{other_case}", and "{written}" is written here.',
                f'Write "{other_case}": capitals count, because they do on many computers.',
            )
            return
        self._hints -= 1
        problems.add(
            at,
            f'There is no file "{written}" under media/.{self._suggest_name(name) if self._hints >= 0 else ""}',
            "Put the file into media/, or correct the name.",
        )

    def _suggest_name(self, name: str) -> str:
        return format_suggestion(name, self._by_name) or format_suggestion(name, self._by_path)

    def _is_link(self, name: str) -> bool:
        """Windows keeps the link to a photo as a file of its own: ``photo.jpg.lnk``."""
        shortcut = f"{name}.lnk".casefold()
        return (
            any(name == link or name.startswith(f"{link}/") for link in self._links)
            or name in {link.rpartition("/")[2] for link in self._links}
            or shortcut in map(str.casefold, self._by_name)
        )
