"""The story folder: which files there are, found by the names that workers write."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from lsbook.model.place import Place
from lsbook.reading.complaints import Complaints, did_you_mean

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
class Folder:
    """A story folder, listed once. Paths are relative, with forward slashes, exactly as on disk."""

    root: Path
    texts: tuple[str, ...]
    """The YAML files that are there."""
    chapters: tuple[str, ...]
    letters: tuple[str, ...]
    media: tuple[str, ...]
    """Below ``media/``, without that name."""

    def file(self, path: str) -> Path:
        return self.root.joinpath(*path.split("/"))


def passed_over(name: str) -> bool:
    """True for files that systems leave behind; they are in no story and harm no book."""
    return name.startswith((".", "~$")) or name.casefold() in {"thumbs.db", "desktop.ini"}


def natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """Sort key: ``2-x`` before ``10-x``."""
    pieces = re.split(r"(\d+)", unicodedata.normalize("NFC", name).casefold())
    return tuple((0, int(piece)) if piece.isdecimal() else (1, piece) for piece in pieces if piece)


def look_into(root: Path, complaints: Complaints) -> Folder:
    """List ``root``. Links are not followed: what lies behind one is not part of the story."""
    top = sorted((entry for entry in os.scandir(root) if not passed_over(entry.name)), key=lambda e: e.name)
    texts = []
    for entry in top:
        if entry.is_symlink():
            complaints.add(
                Place(entry.name),
                "This is a link to somewhere else, and lsbook reads only what is in the folder itself.",
                "Copy the real file here in place of the link.",
            )
        elif entry.is_file() and entry.name in YAML_FILES:
            texts.append(entry.name)
        elif entry.name in YAML_FILES or (entry.name in ("chapters", "letters", "media") and not entry.is_dir()):
            _wrong_kind(entry.name, entry.is_dir(), complaints)
        elif entry.name not in FOLDERS:
            _judge_stranger(entry.name, entry.is_dir(), complaints)
    return Folder(
        root,
        tuple(texts),
        _markdown(root, "chapters", complaints),
        _markdown(root, "letters", complaints),
        _below(root / "media", complaints),
    )


def _wrong_kind(name: str, is_folder: bool, complaints: Complaints) -> None:
    here = "a folder" if is_folder else "a file of another kind"
    expected = "a text file" if name in YAML_FILES else "a folder"
    complaints.add(
        Place(name),
        f'"{name}" is {here}, and lsbook expects {expected} of this name.',
        "Rename it, or take it out of the story folder.",
    )


def _judge_stranger(name: str, is_folder: bool, complaints: Complaints) -> None:
    known = FOLDERS if is_folder else YAML_FILES
    stem, _, ending = name.casefold().rpartition(".")
    meant = name.casefold() if is_folder or ending == "yaml" else f"{stem}.yaml" if ending in {"yml", "txt"} else ""
    hint = f' Did you mean "{meant}"?' if meant in known else did_you_mean(name, known) if meant else ""
    if hint:
        complaints.add(
            Place(name),
            f'lsbook does not know "{name}", so nothing in it would be in the book.{hint}',
            "Rename it, or take it out of the story folder.",
        )
    elif ending in {"yaml", "yml"}:
        complaints.add(
            Place(name), "lsbook does not know this file and has not read it.", "Rename it, or leave it.", warning=True
        )


def _markdown(root: Path, folder: str, complaints: Complaints) -> tuple[str, ...]:
    place = root / folder
    if not place.is_dir() or place.is_symlink():
        return ()
    found = []
    for entry in sorted(os.scandir(place), key=lambda entry: natural(entry.name)):
        path = f"{folder}/{entry.name}"
        if passed_over(entry.name):
            continue
        if entry.is_symlink():
            complaints.add(Place(path), "This is a link to somewhere else.", "Copy the real file here instead.")
        elif entry.is_file() and entry.name.endswith(".md"):
            found.append(path)
        elif entry.is_dir():
            complaints.add(
                Place(path),
                f"Only files that stand in {folder}/ itself are read. What is in this folder is not in the book.",
                f"Move its files into {folder}/, or the folder to work/.",
                warning=True,
            )
        else:
            complaints.add(
                Place(path),
                f'Only files whose names end in ".md" are read from {folder}/. This one is not in the book.',
                'Rename it to end in ".md", or move it to work/.',
                warning=True,
            )
    return tuple(found)


def _below(media: Path, complaints: Complaints) -> tuple[str, ...]:
    if not media.is_dir() or media.is_symlink():
        return ()
    found = []
    for folder, folders, files in os.walk(media, followlinks=False):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not passed_over(name) and not (here / name).is_symlink())
        for name in files:
            file = here / name
            if not passed_over(name) and not file.is_symlink():
                found.append(file.relative_to(media).as_posix())
    return tuple(sorted(found))


class MediaNames:
    """Finds the file that a worker means: by its name, or with its folder where two share a name."""

    def __init__(self, files: tuple[str, ...]) -> None:
        self._by_path = {unicodedata.normalize("NFC", file): file for file in files}
        self._by_name: dict[str, list[str]] = {}
        for path, file in self._by_path.items():
            self._by_name.setdefault(path.rpartition("/")[2], []).append(file)

    def find(self, written: str, at: Place, complaints: Complaints) -> str | None:
        """The path below ``media/``, or ``None`` with a complaint."""
        name = unicodedata.normalize("NFC", written.strip().replace("\\", "/")).removeprefix("./")
        name = name.removeprefix("media/") if name not in self._by_path else name
        if name in self._by_path:
            return self._by_path[name]
        same = self._by_name.get(name, [])
        if len(same) == 1:
            return same[0]
        if same:
            complaints.add(
                at,
                f'There are {len(same)} files called "{written}" under media/.',
                f"Write it with its folder: {' or '.join(sorted(same))}.",
            )
            return None
        self._missing(written, name, at, complaints)
        return None

    def _missing(self, written: str, name: str, at: Place, complaints: Complaints) -> None:
        known = [*self._by_name, *self._by_path]
        other_case = [choice for choice in known if choice.casefold() == name.casefold()]
        if other_case:
            complaints.add(
                at,
                f'The file is called "{other_case[0]}", and "{written}" is written here.',
                f'Write "{other_case[0]}": capitals count, because they do on many computers.',
            )
            return
        complaints.add(
            at,
            f'There is no file "{written}" under media/.{did_you_mean(name, known)}',
            "Put the file into media/, or correct the name.",
        )
