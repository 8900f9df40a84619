"""Made-up stories in which something of every kind is only the child's, anywhere among the rest."""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.building import HEAD, describe_child, write_files

OWN = "qown"
"""What every word begins with that is only the child's."""
_HELD = "hold: {reason: not yet, decided-by: Sam, on: 2026-01-01, look-again: 2027-01-05}"
_GATES = ("", "", "", ", from-age: 13", f", {_HELD}", ", heads-up: about that day", ", also-for: [carers]")
_ENTRIES: dict[str, Callable[[str], str]] = {
    "people.yaml": lambda word: (
        f"id: {word}, name: {word.title()}, is: friend, group: friends, facts: [{{says: {{4: It was {word}., "
        f"13: It was {word} and dark.}}, source: {word} file}}]"
    ),
    "homes.yaml": lambda word: (
        f"id: {word}-home, name: {word.title()} House, "
        f"stays: [{{from: 2018, until: 2019, goodbye: Bye {word}., why-left: The judge said {word}.}}]"
    ),
    "timeline.yaml": lambda word: f"when: 2019, what: You were {word}., about: Mum drank because you never {word}.",
    "about-me.yaml": lambda word: f"kind: like, what: You like {word}., when: 2026-10",
    "questions.yaml": lambda word: f"ask: Where is {word}?, status: later, held-by: Old {word}",
    "keepsakes.yaml": lambda word: f"id: {word}-bear, name: Your {word} bear, photo: {word}-bear.jpg",
    "words.yaml": lambda word: f"word: {word} court, means: A room.",
    "media.yaml": lambda word: f"file: {word}.jpg, shows: A school badge of {word}, caption: {word}, when: 2020",
}
_BLOCKS = (
    "It was {word}.",
    "Then.\n\n::: tell 4\nIt was {word}.\n:::\n\n::: tell 13\nA {word} placement.\n\n::: note\nSee {word}.\n:::\n:::",
    "::: not-known\nNobody knows of {word}.\n:::",
    "::: hold reason=later\nHeld {word}.\n:::",
    "![A dog of {word}]({word}-dog.jpg)",
)


def write_own_story(folder: Path, seed: int, *, with_own: bool) -> Path:
    """Write the story of ``seed``, whole or without all that is only the child's."""
    chance, places = random.Random(seed), random.Random(seed + 1)
    files: dict[str, str] = {"story.yaml": describe_child(9, "talk-to: [openpeo0]\n")}
    for path, make in _ENTRIES.items():
        entries = [
            f"- {{{make(f'open{path[:3]}{number}')}{chance.choice(_GATES) if number else ''}}}"
            for number in range(chance.randint(1, 3))
        ]
        for number in range(chance.randint(1, 2)):
            place = places.randint(0, len(entries))
            if with_own:
                entries.insert(place, f"- {{{make(f'{OWN}{number}')}, only-me: true}}")
        files[path] = "".join(f"{entry}\n" for entry in entries)
    files["chapters/01.md"] = HEAD + "\n\n".join(_list_blocks(chance, places, with_own)) + "\n"
    if with_own:
        files["chapters/02.md"] = HEAD.replace("Home", f"{OWN} day").replace("---\n", "---\nonly-me: true\n", 1) + OWN
    photos = sorted(set(re.findall(r"[a-z0-9-]+\.jpg", "".join(files.values()))))
    return write_files(folder, {**files, **{f"media/{name}": _draw_photo(name) for name in photos}})


def _draw_photo(name: str) -> bytes:
    """Return a small photo in a colour of its own: no two names have the same."""
    number = zlib.crc32(name.encode())
    kept = io.BytesIO()
    Image.new("RGB", (24, 16), (number & 255, number >> 8 & 255, number >> 16 & 255)).save(kept, "JPEG")
    return kept.getvalue()


def _list_blocks(chance: random.Random, places: random.Random, with_own: bool) -> list[str]:
    blocks = [chance.choice(_BLOCKS).format(word=f"open{number}") for number in range(chance.randint(1, 5))]
    for number in range(chance.randint(1, 2)):
        place, block = places.randint(0, len(blocks)), chance.choice(_BLOCKS[::2]).format(word=f"{OWN}{number}")
        if with_own:
            blocks.insert(place, f"::: only-me\n{block}\n:::")
    return ["You live here now.", *blocks]
