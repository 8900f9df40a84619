"""Contributions: what somebody gave for the book, kept word for word in ``work/contributions/`` for a person to use.

All of it is a draft: nothing goes into a book before somebody has put it there and written ``used-in``.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

import yaml
from msgspec import Struct

from lsbook.files.bounded import CHUNK_SIZE, TOO_LARGE, open_plain_file
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.places import UNREADABLE_FILE, UNWRITABLE
from lsbook.model.rules.work import UNUSABLE_REPLY
from lsbook.model.work_vocabulary import WrittenKind
from lsbook.practice.asking.answers import GivenReply, SavedAnswers
from lsbook.practice.my_pages import SavedPages, WrittenEntry
from lsbook.reading.rules.files import LINK
from lsbook.story_writing.slugs import make_slug

FOLDER = Path("work") / "contributions"
PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".heic", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".avif", ".pdf")
SOUND_ENDINGS = (".mp3", ".m4a", ".wav", ".ogg", ".opus", ".flac", ".aac", ".amr", ".3gp", ".mp4")
LARGEST_GIFT = 2 * 1024**3
"""Bytes: an hour of film from a telephone."""
_NAMELESS = "somebody"


class Reply(Struct, frozen=True):
    """A reply that came by hand: whose it is, in answer to what, as text, as photos of paper, as voice notes."""

    by: str
    about: str = ""
    words: str = ""
    photos: tuple[Path, ...] = ()
    sounds: tuple[Path, ...] = ()
    may_show: bool | None = None


def write_contribution(pages: SavedPages, story: Path, received: date) -> Path:
    """Write ``pages`` into a new file of the story, for a person to read, and return its path.

    Nothing is ever overwritten. Raises ``ProblemsFound`` where the computer cannot write.
    """
    written_in = f"the book for {pages.edition}" if pages.edition else "a book"
    entries = [_list_entry_fields(entry) for entry in pages.entries]
    fields = {"by": pages.name, "written-in": written_in, "received": received.isoformat(), "entries": entries}
    return _write_draft(story, f"{received.isoformat()}-my-pages", fields)


def write_answers(answers: SavedAnswers, story: Path, received: date) -> Path:
    """Write what somebody answered into a new file, as drafts with their name; else as ``write_contribution``."""
    entries = [_list_reply_fields(reply, received) for reply in answers.replies]
    fields = {"by": answers.by, "received": received.isoformat(), "entries": entries}
    return _write_draft(story, _make_stem(answers.by, received), fields)


def write_reply(reply: Reply, story: Path, received: date) -> Path:
    """Copy what came by hand beside a new file that names it, as drafts; else as ``write_contribution``.

    Raises ``ProblemsFound`` where a file cannot be read or is of no known kind, too; then nothing is kept.
    """
    _check_files(reply)
    stem, show = _make_stem(reply.by, received), _list_show_fields(reply.may_show)
    kind = WrittenKind.ANSWER if reply.about else WrittenKind.ADDITION
    about = {"kind": kind.value, **({"about": reply.about} if reply.about else {})}
    entries: list[dict[str, str]] = []
    if reply.words:
        entries.append({**about, "words": reply.words, **show})
    copies: list[Path] = []
    try:
        for key, file in (*(("photo", file) for file in reply.photos), *(("sound", file) for file in reply.sounds)):
            copies.append(_with_free_name(story, stem, file.suffix.lower(), partial(_copy, file)))
            entries.append({**about, key: copies[-1].name, **show})
        return _write_draft(story, stem, {"by": reply.by, "received": received.isoformat(), "entries": entries})
    except ProblemsFound:
        for place in copies:
            place.unlink(missing_ok=True)
        raise


def _make_stem(by: str, received: date) -> str:
    return f"{received.isoformat()}-{make_slug(by, _NAMELESS)}"


def _list_entry_fields(entry: WrittenEntry) -> dict[str, str]:
    about = {"about": entry.about} if entry.about else {}
    on = {"on": entry.on.isoformat()} if entry.on else {}
    return {"kind": entry.kind.value, **about, "words": entry.text, **on}


def _list_reply_fields(reply: GivenReply, received: date) -> dict[str, str]:
    about = {"about": reply.question} if reply.question else {}
    words = {"words": reply.words, "on": received.isoformat()}
    return {"kind": WrittenKind.ANSWER.value, **about, **words, **_list_show_fields(reply.may_show)}


def _list_show_fields(may_show: bool | None) -> dict[str, str]:
    return {} if may_show is None else {"show-who": "yes" if may_show else "no"}


def _check_files(reply: Reply) -> None:
    kinds = ((reply.photos, PHOTO_ENDINGS, "photo"), (reply.sounds, SOUND_ENDINGS, "recording"))
    if problems := tuple(
        Problem(
            Location(str(file)),
            f"This is no {kind} that lsbook knows.",
            f"Known are {', '.join(endings)}.",
            rule=UNUSABLE_REPLY.id,
        )
        for files, endings, kind in kinds
        for file in files
        if file.suffix.lower() not in endings
    ):
        raise ProblemsFound(problems)


def _write_draft(story: Path, stem: str, fields: Mapping[str, object]) -> Path:
    text = yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=100)
    return _with_free_name(story, stem, ".yaml", partial(_write, text))


def _with_free_name(story: Path, stem: str, ending: str, write: Callable[[Path], None]) -> Path:
    """Let ``write`` make a file under a name that is free, and return its path. Raises ``ProblemsFound``."""
    folder = story / FOLDER
    if any((story / step).is_symlink() for step in (FOLDER.parent, FOLDER)):
        what = "This folder is a link to another place, and lsbook writes only inside the story. Nothing is taken in."
        raise LINK.make_error(Location(str(folder)), what, "Put a real folder in its place.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _try_names((folder / f"{stem}{number}{ending}" for number in _list_numbers()), write)
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        what = f"The computer cannot write here ({reason}). Nothing is taken in."
        problem = Problem(Location(str(folder)), what, "Make room, or see who may write here.", rule=UNWRITABLE.id)
        raise ProblemsFound((problem,)) from error


def _list_numbers() -> Iterable[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _try_names(places: Iterable[Path], write: Callable[[Path], None]) -> Path:
    for place in places:
        try:
            write(place)
            return place
        except FileExistsError:
            continue
    raise AssertionError("there is always another number")


def _write(text: str, place: Path) -> None:
    with place.open("x", encoding="utf-8") as opened:
        opened.write(text)


def _copy(file: Path, place: Path) -> None:
    """Copy a plain file, byte for byte. Raises ``ProblemsFound`` where it cannot be read."""
    try:
        source = open_plain_file(file, follow=True)
    except OSError as error:
        what = f"This file cannot be read ({(error.strerror or 'no reason').lower()}). Nothing is taken in."
        raise UNREADABLE_FILE.make_error(Location(str(file)), what, "Look for it again, or save it anew.") from error
    with source, place.open("xb") as target:
        try:
            if os.fstat(source.fileno()).st_size > LARGEST_GIFT:
                raise OSError(errno.EFBIG, TOO_LARGE, str(file))
            while part := source.read(CHUNK_SIZE):
                target.write(part)
        except OSError:
            place.unlink()  # a piece of it would look like the whole
            raise
