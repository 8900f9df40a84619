"""What the benchmarks work on, made here and by chance that is always the same: photos, and stories of text.

Run as a program of its own (``python -m tests.benchmarks.inputs photos FOLDER COUNT``), so that what
measures stays small.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

SIZE = (4000, 3000)
"""Pixels of a photo: twelve million."""
WORDS = [
    "garden",
    "river",
    "house",
    "morning",
    "rain",
    "kitchen",
    "window",
    "lamp",
    "street",
    "school",
    "bus",
    "dog",
    "walk",
    "bread",
    "apple",
    "song",
    "letter",
    "stone",
    "beach",
    "tree",
    "kite",
    "boat",
    "hill",
    "winter",
    "summer",
    "friend",
    "picture",
    "story",
    "table",
    "chair",
    "blanket",
    "puzzle",
    "bird",
    "field",
    "road",
    "bridge",
    "market",
]
STORY = (
    "child: {name: Robin, born: 2017-02-14}\ntelling-age: {age: 9, decided-by: Sam, on: 2026-02-20}\n"
    "approvals: [{edition: carers, by: Sam, on: 2026-03-01}]\n"
)


def make_photos(folder: Path, count: int) -> None:
    """Write ``count`` photos of twelve megapixels, each another, in which gradients and noise are as in real ones."""
    from PIL import Image, ImageOps  # noqa: PLC0415 (only in the process that draws)

    folder.mkdir(parents=True, exist_ok=True)
    noise = Image.effect_noise(SIZE, 28)
    slope = Image.linear_gradient("L").resize(SIZE, Image.Resampling.BICUBIC)
    circle = Image.radial_gradient("L").resize(SIZE, Image.Resampling.BICUBIC)
    for number in range(count):
        shades = [slope, ImageOps.flip(slope), circle]
        random.Random(number).shuffle(shades)
        moved = noise.transpose(Image.Transpose(number % 7)).resize(SIZE)
        bands = [Image.blend(shade, moved, 0.25) for shade in shades]
        Image.merge("RGB", bands).save(folder / f"photo-{number:04}.jpg", quality=92)


def make_story(folder: Path, chapters: int, photos: Path | None = None) -> Path:
    """Write a story of so many chapters, people and moments, with the photos in the folder ``photos`` linked in."""
    (folder / "chapters").mkdir(parents=True)
    (folder / "story.yaml").write_text(STORY, "utf-8")
    people = (
        f"- {{id: p{number}, name: {make_name(number)}, is: friend, group: friends}}\n" for number in range(chapters)
    )
    (folder / "people.yaml").write_text("".join(people), "utf-8")
    moments = (f"- {{when: {2017 + number % 9}, what: {make_text(number, 8)}}}\n" for number in range(chapters))
    (folder / "timeline.yaml").write_text("".join(moments), "utf-8")
    for number in range(chapters):
        write_chapter(folder / "chapters" / f"{number:04}.md", number)
    if photos:
        add_photos(folder, sorted(photos.iterdir()))
    return folder


def add_photos(story: Path, photos: list[Path]) -> None:
    """Put ``photos`` into ``story``, as other names of the same files, and list them."""
    (story / "media").mkdir(exist_ok=True)
    for photo in photos:
        (story / "media" / photo.name).hardlink_to(photo)
    with (story / "media.yaml").open("a", encoding="utf-8") as out:
        out.writelines(f"- {{file: {photo.name}, shows: Hills in the fog}}\n" for photo in photos)


def write_chapter(file: Path, number: int, more: str = "") -> None:
    """Write the chapter ``number`` as lsbook reads it."""
    file.write_text(
        f"---\ntitle: {make_title(number)}\npart: how-i-got-here\n---\n{make_chapter(number)}{more}\n", "utf-8"
    )


def make_chapter(number: int) -> str:
    """The words of a chapter: five paragraphs of forty, which every peer gets too."""
    return "\n\n".join(make_text(number * 10 + paragraph, 40) for paragraph in range(5))


def make_title(number: int) -> str:
    return f"{make_text(number, 2).rstrip('.')} {make_name(number)}"


def make_name(number: int) -> str:
    """A name that no other number has, in letters only, as names have."""
    letters = ""
    rest = number + 700
    while rest:
        rest, letter = divmod(rest, 20)
        letters += "bcdfghjklmnpqrstvwxz"[letter] + "aeiou"[letter % 5]
    return letters.capitalize()


def make_text(seed: int, count: int) -> str:
    """A sentence of ``count`` words, always the same for a seed."""
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(count)).capitalize() + "."


def main() -> None:
    """Make the photos that the command line asks for."""
    _, what, folder, count = sys.argv
    assert what == "photos"
    make_photos(Path(folder), int(count))


if __name__ == "__main__":
    main()
