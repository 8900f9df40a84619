"""Big stories for measuring: as many chapters, people, moments and photos as one asks for, all made up.

`python -m tests.benchmarks.big_stories FOLDER CHAPTERS PEOPLE MOMENTS PHOTOS` writes one. The same numbers give the
same bytes.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image

from tests.building import put

PARTS = ("who-am-i", "how-i-got-here", "my-people", "where-im-going")
GROUPS = ("family", "home", "helpers", "school")
KINDS = ("first", "achievement", "school", "family-time", "other")
FIRST_SYLLABLES = re.findall("..", "babebodadedofafifogagegohahihokakekolalelomamimonanenopapeporariro")
LAST_SYLLABLES = re.findall("...", "beldenfingarholjenkimlanmarnelpolrasseltanvinwesyanzel")
WORDS = re.findall(
    r"\w+",
    "the a we you and to in on with of garden kitchen window river bus morning evening walk song rain snow boots bread "
    "cake ball hill field school table chair cup story book light lamp door bed blanket dog cat bird tree leaf apple "
    "went saw made found gave sang ran sat played read baked painted planted laughed waited came looked carried kept "
    "small big warm cold red green yellow quiet loud happy slow new old bright soft long",
)
PHOTO_SIZE = (64, 48)
"""Pixels: tiny, so that what is measured is the book and not the decoding."""


@dataclass(frozen=True)
class StorySize:
    """How many there are of each."""

    chapters: int
    people: int
    moments: int
    photos: int

    @classmethod
    def of_each(cls, count: int, *, photos: bool = True) -> StorySize:
        """As many of one as of the other; without ``photos``, text only."""
        return cls(count, count, count, count if photos else 0)


def write_big_story(folder: Path, size: StorySize) -> Path:
    """Write a story of that size into ``folder``."""
    random = Random(14)
    people = [_make_name(at) for at in range(size.people)]
    photos = [f"photo-{at:04}.png" for at in range(size.photos)]
    put(folder / "story.yaml", _write_story_file())
    put(folder / "people.yaml", "".join(_write_person(random, at, name, photos) for at, name in enumerate(people)))
    put(folder / "timeline.yaml", "".join(_write_moment(random, at, people, photos) for at in range(size.moments)))
    put(folder / "media.yaml", "".join(_write_medium(random, at, people) for at in range(size.photos)))
    for at in range(size.chapters):
        put(folder / "chapters" / f"{at:04}.md", _write_chapter(random, at, size.chapters, people, photos))
    for at, name in enumerate(photos):
        _paint(folder / "media" / name, at)
    return folder


def _write_story_file() -> str:
    return (
        "child: {name: Robin, born: 2012-02-14}\n"
        "telling-age: {age: 9, decided-by: Sam, on: 2026-02-20}\ngroups: [family, home, helpers, school]\n"
    )


def _make_name(at: int) -> str:
    """A name that nobody else in the story has."""
    ends, begins = len(LAST_SYLLABLES), len(FIRST_SYLLABLES)
    first: str = FIRST_SYLLABLES[at // ends // begins % begins] if at >= ends * begins else ""
    return f"{first}{FIRST_SYLLABLES[at // ends % begins]}{LAST_SYLLABLES[at % ends]}".capitalize()


def _write_person(random: Random, at: int, name: str, photos: list[str]) -> str:
    photo = f"  photo: {photos[at]}\n" if at < len(photos) else ""
    return (
        f"- id: person-{at}\n  name: {name}\n  is: somebody you know\n  group: {GROUPS[at % len(GROUPS)]}\n{photo}"
        f"  about: {_write_sentence(random)}\n"
    )


def _write_moment(random: Random, at: int, people: list[str], photos: list[str]) -> str:
    seen = f"  people: [person-{random.randrange(len(people))}]\n" if people else ""
    photo = f"  photos: [{photos[at]}]\n" if at < len(photos) else ""
    return (
        f"- when: {2012 + at % 14}-{1 + at % 12:02}-{15 + at % 13:02}\n  what: {_write_sentence(random, 6)}\n"
        f"  kind: {KINDS[at % len(KINDS)]}\n  about: {_write_sentence(random)}\n{seen}{photo}"
    )


def _write_medium(random: Random, at: int, people: list[str]) -> str:
    seen = f"  people: [person-{at % len(people)}]\n" if people else ""
    return (
        f"- file: photo-{at:04}.png\n  shows: {_write_sentence(random, 8)}\n  caption: {_write_sentence(random, 8)}\n"
        f"  when: {2012 + at % 14}-{1 + at % 12:02}\n{seen}"
    )


def _write_chapter(random: Random, at: int, chapters: int, people: list[str], photos: list[str]) -> str:
    part = PARTS[at * len(PARTS) // chapters]
    title = f"{_write_sentence(random, 3).removesuffix('.')} {_make_name(at)}"
    paragraphs = [_write_paragraph(random, people) for _ in range(4)]
    if at < len(photos):
        paragraphs.insert(2, f"![{_write_sentence(random, 5)}]({photos[at]})")
    return f"---\ntitle: {title}\npart: {part}\n---\n" + "\n\n".join(paragraphs) + "\n"


def _write_paragraph(random: Random, people: list[str]) -> str:
    sentences = [_write_sentence(random) for _ in range(4)]
    if people:
        sentences.append(f"[[person-{random.randrange(len(people))}]] was there too.")
    return " ".join(sentences)


def _write_sentence(random: Random, words: int = 12) -> str:
    return " ".join(random.choices(WORDS, k=words)).capitalize() + "."


def _paint(file: Path, at: int) -> None:
    """A picture of plain colour, which no other has."""
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", PHOTO_SIZE, (at % 256, at // 256 % 256, 90)).save(file)


if __name__ == "__main__":
    place, *counts = sys.argv[1:]
    write_big_story(Path(place), StorySize(*map(int, counts)))
