"""A small story that is edited at random, in all the ways in which a folder changes; each edit is known by its name."""

from __future__ import annotations

import io
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from PIL import Image

from lsbook.files.resources import find_resources
from tests.building import HEAD, put, write_files

FIRST_DAY = date(2026, 3, 1)
COLOURS = ("red", "green", "blue")
NAMES = ("Bo", "Jo", "Mo")
"""As long as each other."""
VERBS = ("sang", "swam", "spun")


@cache
def draw_photo(colour: str) -> bytes:
    """A picture of as many bytes in every colour."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(out, "BMP")
    return out.getvalue()


@dataclass
class Workplace:
    """A story, the day on which its books are made, what is kept of it elsewhere, and the dice."""

    story: Path
    dice: random.Random
    day: date = FIRST_DAY

    @property
    def backup(self) -> Path:
        """Where a copy of the whole folder is kept."""
        return self.story.with_name("backup")

    @property
    def cache_files(self) -> list[Path]:
        """Every file that lsbook remembers something in."""
        return sorted(file for file in (self.story / ".lsbook").rglob("*") if file.is_file())

    @property
    def sources(self) -> list[Path]:
        """Every file that a person made."""
        kept = {".lsbook", "books"}
        files = (file for file in self.story.rglob("*") if file.is_file())
        return sorted(file for file in files if file.relative_to(self.story).parts[0] not in kept)


def begin_story(folder: Path, dice: random.Random) -> Workplace:
    """A story of three people, two chapters and three photos, one of which an edition withholds."""
    people = "".join(
        f"- {{id: p{at}, name: {name}, is: friend, group: friends}}\n" for at, name in enumerate(NAMES[:2])
    )
    write_files(
        folder,
        {
            "story.yaml": "child: {name: Robin, born: 2017-02-14}\n"
            "telling-age: {age: 9, decided-by: Sam, on: 2026-02-20}\ntalk-to: [p0]\n",
            "people.yaml": f"{people}- {{id: p2, name: Zo, is: uncle, group: family, from-age: 13}}\n",
            "media.yaml": "- {file: a.bmp, shows: A hill, caption: Hill}\n- {file: b.bmp, shows: A lake}\n"
            "- {file: c.bmp, shows: A wood, from-age: 13}\n",
            "chapters/01-hill.md": f"{HEAD}You {VERBS[0]}.\n\n![Hill](a.bmp)\n\n::: from-age 13\nZo sang.\n:::\n",
            "chapters/02-lake.md": f"{HEAD.replace('Home', 'Lake')}You ran with [[p0]].\n",
            **{f"media/{name}.bmp": draw_photo(colour) for name, colour in zip("abc", COLOURS, strict=True)},
        },
    )
    return Workplace(folder, dice)


def _write_in_place(file: Path, content: bytes, *, keep_time: bool) -> None:
    """Write other bytes into the same file; the time of its last change may be set back to what it was."""
    before = file.stat()
    with file.open("r+b") as out:
        out.write(content)
        out.truncate()
    if keep_time:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def edit_text(place: Workplace) -> None:
    """Another word of the same length, in place or by renaming, with its time set back or not."""
    file = place.story / place.dice.choice(["chapters/01-hill.md", "people.yaml"])
    words = VERBS if file.suffix == ".md" else NAMES
    text = file.read_text(encoding="utf-8")
    old = next((word for word in words if word in text), None)
    if old is None:
        return
    text = text.replace(old, place.dice.choice([word for word in words if word not in text]), 1)
    if place.dice.random() < 0.5:
        _write_in_place(file, text.encode(), keep_time=place.dice.random() < 0.5)
    else:
        put(file.with_name(".saving"), text).replace(file)


def edit_withheld_text(place: Workplace) -> None:
    """Words that the edition withholds: its book is the same."""
    file = place.story / "chapters" / "01-hill.md"
    text = file.read_text(encoding="utf-8")
    _write_in_place(file, text.replace("Zo sang", "Zo hums", 1).encode(), keep_time=True)


def change_photo(place: Workplace) -> None:
    """Another picture of the same size, with the same time."""
    file = place.story / "media" / f"{place.dice.choice('abc')}.bmp"
    _write_in_place(file, draw_photo(place.dice.choice(COLOURS)), keep_time=place.dice.random() < 0.7)


def swap_photos(place: Workplace) -> None:
    """Two files change their names: sizes and times go with them."""
    media = place.story / "media"
    (media / "a.bmp").rename(media / ".x")
    (media / "b.bmp").rename(media / "a.bmp")
    (media / ".x").rename(media / "b.bmp")


def add_or_remove_chapter(place: Workplace) -> None:
    """A chapter more, or that chapter gone."""
    file = place.story / "chapters" / "03-wood.md"
    if file.exists():
        file.unlink()
    else:
        put(file, f"{HEAD.replace('Home', 'Wood')}It was tall.\n\n![Lake](b.bmp)\n")


def set_times(place: Workplace) -> None:
    """A clock that was wrong: times of files lie years before or ahead."""
    file = place.dice.choice(place.sources)
    moment = place.dice.choice([0, 1_500_000_000, 4_000_000_000]) * 10**9 + 123
    os.utime(file, ns=(moment, moment))


def change_policy(place: Workplace) -> None:
    """A policy of the story's own, another one, or none."""
    file = place.story / "policy.yaml"
    title = place.dice.choice(["", "nine", "nine and up"])
    if title:
        put(file, f"bands: [{{name: 9-12, title: {title}}}]\n")
        (place.story / "templates").mkdir(exist_ok=True)
    else:
        file.unlink(missing_ok=True)


def change_template(place: Workplace) -> None:
    """A template of the authority's own beside the policy, another one, or none."""
    file = place.story.parent / "templates" / "pages" / "closed.html"
    text = (find_resources("templates") / "pages" / "closed.html").read_text(encoding="utf-8")
    mark = place.dice.choice(["", "<p>Rain</p>", "<p>Hail</p>"])
    if not mark:
        file.unlink(missing_ok=True)
        return
    marked = text.replace("{% endblock %}", f"{mark}{{% endblock %}}", 1)
    put(file.parents[2] / "policy.yaml", "bands: []\n")
    put(file, marked)


def change_day(place: Workplace) -> None:
    """The book of another day."""
    place.day = FIRST_DAY + timedelta(days=place.dice.randrange(3))


def copy_folder(place: Workplace) -> None:
    """The whole folder is copied with all that lsbook remembers, and the copy takes its place."""
    other = place.story.with_name("other")
    shutil.copytree(place.story, other, symlinks=True)
    shutil.rmtree(place.story)
    other.rename(place.story)


def back_up(place: Workplace) -> None:
    """A copy of the whole folder as it is now."""
    shutil.rmtree(place.backup, ignore_errors=True)
    shutil.copytree(place.story, place.backup, symlinks=True)


def restore_backup(place: Workplace) -> None:
    """Some of the older folder comes back over the newer, with its times."""
    if not place.backup.is_dir():
        return
    for name in place.dice.sample(["chapters", "media", "people.yaml", ".lsbook", "books"], place.dice.randrange(1, 4)):
        old, new = place.backup / name, place.story / name
        if not old.exists():
            continue
        if old.is_dir():
            shutil.rmtree(new, ignore_errors=True)
            shutil.copytree(old, new, symlinks=True)
        else:
            shutil.copy2(old, new)


def swap_entries(place: Workplace) -> None:
    """Two files of what is remembered change their content."""
    if len(files := place.cache_files) >= 2:
        one_file, other_file = place.dice.sample(files, 2)
        content, other_content = one_file.read_bytes(), other_file.read_bytes()
        one_file.write_bytes(other_content)
        other_file.write_bytes(content)


def swap_renditions(place: Workplace) -> None:
    """The finished pictures of two photos change their places, each with its record."""
    folders = sorted((place.story / ".lsbook" / "renditions").glob("*/"))
    if len(folders) >= 2:
        one_folder, other_folder = place.dice.sample(folders, 2)
        aside = one_folder.with_name("aside")
        one_folder.rename(aside)
        other_folder.rename(one_folder)
        aside.rename(other_folder)


def flip_bits(place: Workplace) -> None:
    """One bit of what is remembered is another."""
    if files := [file for file in place.cache_files if file.stat().st_size]:
        file = place.dice.choice(files)
        content = bytearray(file.read_bytes())
        content[place.dice.randrange(len(content))] ^= 1 << place.dice.randrange(8)
        _write_in_place(file, bytes(content), keep_time=place.dice.random() < 0.5)


def delete_entries(place: Workplace) -> None:
    """A file of what is remembered is gone, or all of it."""
    if place.dice.random() < 0.3:
        shutil.rmtree(place.story / ".lsbook", ignore_errors=True)
    elif files := place.cache_files:
        place.dice.choice(files).unlink()


def spoil_book(place: Workplace) -> None:
    """A page or a picture of the finished book is another, with its size and its time; or the whole book is gone."""
    books = place.story / "books"
    files = sorted(file for file in books.rglob("*") if file.is_file())
    if not files or place.dice.random() < 0.3:
        shutil.rmtree(books, ignore_errors=True)
        return
    file = place.dice.choice(files)
    _write_in_place(file, bytes(byte ^ 1 for byte in file.read_bytes()), keep_time=True)


def change_nothing(place: Workplace) -> None:
    """Nothing at all."""


EDITS: tuple[Callable[[Workplace], None], ...] = (
    edit_text,
    edit_text,
    edit_withheld_text,
    change_photo,
    change_photo,
    swap_photos,
    add_or_remove_chapter,
    set_times,
    change_policy,
    change_template,
    change_day,
    copy_folder,
    back_up,
    restore_backup,
    restore_backup,
    swap_entries,
    swap_renditions,
    flip_bits,
    delete_entries,
    spoil_book,
    change_nothing,
)
