"""Ways in which a file comes to harm, and every kind of file to do it to.

By hand, for as many seconds as one likes: ``python -m tests.system.media.harm 600``.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.system.media.films import FILMS, SOUNDS, made, paper
from tests.unit.media.photos import busy, encoded
from tests.unit.media.stories import render_media


def whole(size: tuple[int, int] = (320, 240)) -> dict[str, bytes]:
    """One good file of every kind that a book shows, by its name."""
    picture = busy(*size)
    return {
        "a.jpg": encoded(picture, "JPEG"),
        "cmyk.jpg": encoded(picture.convert("CMYK"), "JPEG"),
        "a.png": encoded(picture, "PNG"),
        "bits.png": encoded(picture.convert("1"), "PNG"),
        "deep.png": encoded(picture.convert("I;16"), "PNG"),
        "hidden.png": encoded(picture.convert("P"), "PNG", transparency=3),
        "a.webp": encoded(picture, "WEBP"),
        "a.gif": encoded(picture, "GIF"),
        "moving.gif": encoded(picture, "GIF", save_all=True, append_images=[picture.rotate(90)]),
        "a.tif": encoded(picture, "TIFF"),
        "a.bmp": encoded(picture, "BMP"),
        "a.heic": encoded(picture, "HEIF"),
        "a.pdf": paper(picture),
        **{name: made(film) for name, film in {**FILMS, **SOUNDS}.items()},
    }


def harmed(files: Mapping[str, bytes], flips: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Each file cut short, with bits turned over, emptied, blanked and called something else."""
    dice = random.Random(seed)
    names = sorted(files)
    for name, content in files.items():
        for part in (1, 10, 50, 90, 99):
            yield f"cut-{part}-{name}", content[: len(content) * part // 100]
        for number in range(flips):
            turned = bytearray(content)
            for _ in range(dice.choice((1, 8, 64))):
                turned[dice.randrange(len(turned))] ^= 1 << dice.randrange(8)
            yield f"flipped-{number}-{name}", bytes(turned)
        yield f"empty-{name}", b""
        yield f"zero-{name}", bytes(len(content))
        yield f"called-{name}.{dice.choice(names).rpartition('.')[2]}", content
        yield f"head-only-{name}", content[:4096] + bytes(len(content))


def main() -> None:
    """Harm every kind of file again and again, and count what became of it: shown, or one sentence."""
    seconds, seed = float(sys.argv[1]) if len(sys.argv) > 1 else 600, 1
    begun, counts, files = time.monotonic(), Counter[str](), whole()
    slowest = 0.0
    while time.monotonic() - begun < seconds:
        with tempfile.TemporaryDirectory() as folder:
            media = dict(harmed(files, 12, seed))
            start = time.monotonic()
            renditions = render_media(Path(folder), media)
            slowest = max(slowest, time.monotonic() - start)
            assert set(renditions.by_file) | {one.file for one in renditions.unusable} == set(media)
            counts.update(["shown"] * len(renditions.by_file))
            counts.update(one.reason for one in renditions.unusable)
        seed += 1
        print(f"{sum(counts.values())} files, {seed - 1} rounds, slowest round {slowest:.0f} s", flush=True)
    for what, count in counts.most_common():
        print(f"{count:6}  {what}")


if __name__ == "__main__":
    main()
