"""The story folder: which files there are, found by the names that workers write."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from lsbook.cache.folder import CACHE_FOLDER, WORK_FOLDER_PREFIXES
from lsbook.files.folders import STORY_FILE
from lsbook.model.problem import Location, Problem, Severity
from lsbook.model.rules.places import UNREADABLE_FILE
from lsbook.reading.decode_text import OFFICE_REMEDY, format_os_error
from lsbook.reading.parsed import Findings, Parsed, make_warning
from lsbook.reading.rules.files import LINK, NOT_TEXT, UNKNOWN_FILE
from lsbook.reading.story.file_names import (
    FOLDERS,
    YAML_FILES,
    check_unknown_name,
    is_ignored,
    natural_sort_key,
)
from lsbook.reading.synced_files import (
    find_stood_in_file,
    find_version_of,
    make_empty_file_problem,
    make_online_only_problem,
    make_version_problem,
)

MediaPaths: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Paths of files, those of links, and those of files that are only on a server."""


class StoryFolder(Struct, frozen=True):
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
    online_only: tuple[str, ...] = ()
    """Files below ``media/`` for which there is only a stand-in of iCloud."""

    def get_path(self, path: str) -> Path:
        return self.root.joinpath(*path.split("/"))


def scan_folder(root: Path) -> Parsed[StoryFolder]:
    """List ``root``. Links are not followed: what lies behind one is not part of the story."""
    findings = Findings()
    entries = findings.take(_list_entries(root, ""))
    folders = {entry.name for entry in entries if entry.is_dir(follow_symlinks=False)}
    findings.extend(problem for entry in entries for problem in _check_entry(entry))
    findings.extend(_check_cache_links(root))
    media = _list_tree(root, "media") if "media" in folders else Parsed[MediaPaths](((), (), ()))
    files, links, online_only = findings.take(media)
    texts = {
        name: findings.take(_list_markdown_files(root, name)) for name in ("chapters", "letters") if name in folders
    }
    folder = StoryFolder(
        root=root,
        yaml_files=tuple(entry.name for entry in entries if _is_yaml_file(entry)),
        chapters=texts.get("chapters", ()),
        letters=texts.get("letters", ()),
        media=files,
        links=links,
        online_only=online_only,
    )
    return findings.wrap(folder)


def _is_yaml_file(entry: os.DirEntry[str]) -> bool:
    is_file = entry.name in YAML_FILES and not entry.is_symlink() and entry.is_file()
    return is_file and not (entry.name == STORY_FILE and _is_empty(entry))


def _is_empty(entry: os.DirEntry[str]) -> bool:
    """True for a text without a byte: what stands for a file that is only on a server."""
    try:
        return entry.stat().st_size == 0
    except OSError:
        return False


def _check_entry(entry: os.DirEntry[str]) -> Iterator[Problem]:
    """Check that something in the story's own folder is what its name says."""
    stood_in = find_stood_in_file(entry.name)
    if stood_in or entry.name.startswith("."):
        yield from [make_online_only_problem(Location(stood_in))] if stood_in in YAML_FILES else []
    elif entry.is_symlink():
        yield _refuse_link(entry.name)
    elif entry.name in YAML_FILES and entry.is_file() and _is_empty(entry):
        severity = Severity.ERROR if entry.name == STORY_FILE else Severity.WARNING
        yield make_empty_file_problem(Location(entry.name), severity)
    elif _is_yaml_file(entry):
        return
    elif entry.name in YAML_FILES or (entry.name in FOLDERS and not entry.is_dir()):
        yield _refuse_wrong_kind(entry.name, entry.is_dir())
    elif entry.name not in FOLDERS:
        yield from check_unknown_name(entry.name, entry.is_dir())


def _list_entries(folder: Path, path: str, *, warning: bool = False) -> Parsed[list[os.DirEntry[str]]]:
    """List ``folder``, which a story calls ``path``, in the order of the names, without hidden files.

    Hidden files that stand for one on a server are there.
    """
    try:
        with os.scandir(folder) as entries:
            visible = (entry for entry in entries if not is_ignored(entry.name) or find_stood_in_file(entry.name))
            return Parsed(sorted(visible, key=lambda entry: natural_sort_key(entry.name)))
    except OSError as error:
        what = f"The computer cannot look into this folder ({format_os_error(error)}), so nothing in it is in the book."
        findings = Findings()
        findings.add(
            Location(path or str(folder)), what, "Check who may open it.", warning=warning, rule=UNREADABLE_FILE
        )
        return findings.wrap([])


def _refuse_link(path: str) -> Problem:
    return Problem(
        Location(path),
        "This is a link to somewhere else, and lsbook reads only what is in the folder itself.",
        "Copy the real file or folder here in place of the link.",
        rule=LINK.id,
    )


def _check_cache_links(root: Path) -> Iterator[Problem]:
    """Refuse links in .lsbook: behind one, lsbook would write and delete among somebody else's files."""
    for file in _find_links(root / CACHE_FOLDER, WORK_FOLDER_PREFIXES):
        yield Problem(
            Location(file.relative_to(root).as_posix()),
            "This is a link to somewhere else, where lsbook keeps what it remembers, and lsbook did not make it.",
            f"Delete the link, or the whole folder {CACHE_FOLDER}: lsbook makes it anew.",
            rule=LINK.id,
        )


def _find_links(folder: Path, excluded_prefixes: tuple[str, ...]) -> Iterator[Path]:
    """Yield links in ``folder`` and below, not in its folders whose names begin with an excluded prefix."""
    ahead = [folder]
    while ahead:
        here = ahead.pop()
        with contextlib.suppress(OSError):  # what cannot be looked at cannot be written to either
            if here.is_symlink():
                yield here
                continue
            with os.scandir(here) as entries:
                inside = [entry for entry in entries if entry.is_symlink() or entry.is_dir()]
            ahead += [
                Path(entry.path)
                for entry in inside
                if entry.is_symlink() or here != folder or not entry.name.startswith(excluded_prefixes)
            ]


def _refuse_wrong_kind(name: str, is_folder: bool) -> Problem:
    here = "a folder" if is_folder else "a file of another kind"
    expected = "a text file" if name in YAML_FILES else "a folder"
    return Problem(
        Location(name),
        f'"{name}" is {here}, and lsbook expects {expected} of this name.',
        "Rename it, or take it out of the story folder.",
        rule=UNKNOWN_FILE.id,
    )


def _list_markdown_files(root: Path, folder: str) -> Parsed[tuple[str, ...]]:
    entries = _list_entries(root / folder, folder)
    names = {entry.name for entry in entries.value}
    problems = (problem for entry in entries.value for problem in _check_text_entry(entry, folder, names))
    files = tuple(f"{folder}/{entry.name}" for entry in entries.value if _is_markdown_file(entry))
    return Parsed(files, (*entries.problems, *problems))


def _is_markdown_file(entry: os.DirEntry[str]) -> bool:
    is_text = entry.name.endswith(".md") and not entry.name.startswith(".")
    return is_text and not entry.is_symlink() and entry.is_file() and not _is_empty(entry)


def _check_text_entry(entry: os.DirEntry[str], folder: str, names: set[str]) -> Iterator[Problem]:
    """Check that something in ``chapters`` or ``letters``, where ``names`` stand, is a text that can be read."""
    path = f"{folder}/{entry.name}"
    stood_in = find_stood_in_file(entry.name)
    if stood_in:
        yield from [make_online_only_problem(Location(f"{folder}/{stood_in}"))] if stood_in.endswith(".md") else []
    elif entry.is_symlink():
        yield _refuse_link(path)
    elif entry.is_dir():
        yield make_warning(
            Location(path),
            f"Only files that stand in {folder}/ itself are read. What is in this folder is not in the book.",
            f"Move its files into {folder}/, or the folder to work/.",
            rule=UNKNOWN_FILE,
        )
    elif not entry.name.endswith(".md"):
        yield make_warning(
            Location(path),
            f'Only files whose names end in ".md" are read from {folder}/. This one is not in the book.',
            _advise_on_text_name(entry.name),
            rule=UNKNOWN_FILE,
        )
    elif not entry.is_file():
        remedy = "Take it out of the folder, or put a text file there."
        yield Problem(Location(path), "This is no file with words in it.", remedy, rule=NOT_TEXT.id)
    elif _is_empty(entry):
        yield make_empty_file_problem(Location(path))
    elif (first := find_version_of(entry.name, names)) in names:
        yield make_version_problem(Location(path), first)


def _advise_on_text_name(name: str) -> str:
    """Return what to do about a file that is no chapter or letter by its name."""
    stem, _, ending = name.rpartition(".")
    if ending.casefold() in {"docx", "doc", "odt", "rtf", "pages", "pdf"}:
        return f'{OFFICE_REMEDY} Here that is "{stem}.md". Or move it to work/.'
    if stem.casefold().endswith(".md"):
        return f'The computer hides its real ending. Rename it to "{stem}".'
    return 'Rename it to end in ".md", or move it to work/.'


def _list_tree(root: Path, top: str) -> Parsed[MediaPaths]:
    """List the files below ``root``/``top``, the links, and what is only on a server, without the name of ``top``."""
    findings = Findings()
    files: list[str] = []
    links: list[str] = []
    online_only: list[str] = []
    ahead = [""]
    while ahead:
        inside = ahead.pop()
        for entry in findings.take(_list_entries(root / top / inside, f"{top}/{inside}".rstrip("/"), warning=True)):
            path = f"{inside}{entry.name}"
            if stood_in := find_stood_in_file(entry.name):
                online_only.append(f"{inside}{stood_in}")
            elif entry.is_symlink():
                links.append(path)
            elif entry.is_dir(follow_symlinks=False):
                ahead.append(f"{path}/")
            else:
                files.append(path)
    return findings.wrap((tuple(sorted(files)), tuple(sorted(links)), tuple(sorted(online_only))))
