"""The story folder: which files there are, found by the names that workers write."""

from __future__ import annotations

import contextlib
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from lsbook.cache.folder import CACHE_FOLDER, WORK_FOLDER_PREFIXES
from lsbook.model.problem import Location, Problem
from lsbook.model.suggestions import format_suggestion
from lsbook.reading.parsed import Findings, Parsed, make_warning
from lsbook.reading.rules.files import LINK, NOT_TEXT, UNKNOWN_FILE, UNREADABLE_FILE
from lsbook.reading.text import OFFICE_REMEDY, format_os_error

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

FilesAndLinks: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
"""Paths of files, and those of links."""


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
    """Return the sort key that puts ``2-x`` before ``10-x``."""
    pieces = re.split(r"(\d+)", unicodedata.normalize("NFC", name).casefold())
    return tuple((0, int(piece)) if piece.isdecimal() else (1, piece) for piece in pieces if piece)


def scan_folder(root: Path) -> Parsed[StoryFolder]:
    """List ``root``. Links are not followed: what lies behind one is not part of the story."""
    findings = Findings()
    entries = findings.take(_list_entries(root, ""))
    folders = {entry.name for entry in entries if entry.is_dir(follow_symlinks=False)}
    findings.extend(problem for entry in entries for problem in _check_entry(entry))
    findings.extend(_check_cache_links(root))
    media = _list_tree(root, "media") if "media" in folders else Parsed[FilesAndLinks](((), ()))
    files, links = findings.take(media)
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
    )
    return findings.wrap(folder)


def _is_yaml_file(entry: os.DirEntry[str]) -> bool:
    return entry.name in YAML_FILES and not entry.is_symlink() and entry.is_file()


def _check_entry(entry: os.DirEntry[str]) -> Iterator[Problem]:
    """Check that something in the story's own folder is what its name says."""
    if entry.is_symlink():
        yield _refuse_link(entry.name)
    elif _is_yaml_file(entry):
        return
    elif entry.name in YAML_FILES or (entry.name in FOLDERS and not entry.is_dir()):
        yield _refuse_wrong_kind(entry.name, entry.is_dir())
    elif entry.name not in FOLDERS:
        yield from _check_unknown_name(entry.name, entry.is_dir())


def _list_entries(folder: Path, path: str, *, warning: bool = False) -> Parsed[list[os.DirEntry[str]]]:
    """List ``folder``, which a story calls ``path``, in the order of the names, without hidden files."""
    try:
        with os.scandir(folder) as entries:
            visible = (entry for entry in entries if not is_ignored(entry.name))
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


def _check_unknown_name(name: str, is_folder: bool) -> Iterator[Problem]:
    known = FOLDERS if is_folder else YAML_FILES
    meant = _find_meant_name(name, is_folder)
    hint = f' Did you mean "{meant}"?' if meant in known else format_suggestion(name, known) if meant else ""
    if hint and not is_folder and ".yaml." in name.casefold():
        what = f'The name of this file is really "{name}": the computer hides its ending, so nothing in it is read.'
        yield Problem(Location(name), what, f'Rename it to "{meant}".', rule=UNKNOWN_FILE.id)
    elif hint:
        what = f'lsbook does not know "{name}", so nothing in it would be in the book.{hint}'
        yield Problem(Location(name), what, "Rename it, or take it out of the story folder.", rule=UNKNOWN_FILE.id)
    elif name.casefold().endswith((".yaml", ".yml")):
        what = "lsbook does not know this file and has not read it."
        yield make_warning(Location(name), what, "Rename it, or leave it.", rule=UNKNOWN_FILE)


def _find_meant_name(name: str, is_folder: bool) -> str:
    """Return the name that a worker meant: ``people.yaml`` for ``People.YML`` and ``people.yaml.txt``; or ``""``."""
    stem, _, ending = name.casefold().rpartition(".")
    if is_folder or ending == "yaml":
        return name.casefold()
    if ending in {"txt", "docx", "doc", "odt", "rtf", "md", "yml"}:
        return f"{stem.removesuffix('.yaml')}.yaml" if ending in {"txt", "yml"} or stem.endswith(".yaml") else ""
    return ""


def _list_markdown_files(root: Path, folder: str) -> Parsed[tuple[str, ...]]:
    entries = _list_entries(root / folder, folder)
    problems = (problem for entry in entries.value for problem in _check_text_entry(entry, folder))
    files = tuple(f"{folder}/{entry.name}" for entry in entries.value if _is_markdown_file(entry))
    return Parsed(files, (*entries.problems, *problems))


def _is_markdown_file(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(".md") and not entry.is_symlink() and entry.is_file()


def _check_text_entry(entry: os.DirEntry[str], folder: str) -> Iterator[Problem]:
    """Check that something in ``chapters`` or ``letters`` is a text that can be read."""
    path = f"{folder}/{entry.name}"
    if entry.is_symlink():
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


def _advise_on_text_name(name: str) -> str:
    """Return what to do about a file that is no chapter or letter by its name."""
    stem, _, ending = name.rpartition(".")
    if ending.casefold() in {"docx", "doc", "odt", "rtf", "pages", "pdf"}:
        return f'{OFFICE_REMEDY} Here that is "{stem}.md". Or move it to work/.'
    if stem.casefold().endswith(".md"):
        return f'The computer hides its real ending. Rename it to "{stem}".'
    return 'Rename it to end in ".md", or move it to work/.'


def _list_tree(root: Path, top: str) -> Parsed[FilesAndLinks]:
    """List the files below ``root``/``top`` and the links there, without the name of ``top``."""
    findings = Findings()
    files: list[str] = []
    links: list[str] = []
    ahead = [""]
    while ahead:
        inside = ahead.pop()
        for entry in findings.take(_list_entries(root / top / inside, f"{top}/{inside}".rstrip("/"), warning=True)):
            path = f"{inside}{entry.name}"
            if entry.is_symlink():
                links.append(path)
            elif entry.is_dir(follow_symlinks=False):
                ahead.append(f"{path}/")
            else:
                files.append(path)
    return findings.wrap((tuple(sorted(files)), tuple(sorted(links))))
