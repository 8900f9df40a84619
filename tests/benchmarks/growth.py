"""How a book grows with its story: processor time, memory and bytes, from ten of everything to two thousand.

Run by hand: ``python -m tests.benchmarks.growth FOLDER [--text] [SIZE ...]``. FOLDER takes the stories and their books;
``--text`` leaves photos out. Each book is made from nothing, in a process of its own. Beside the table stands the
exponent from the second smallest size to the largest: 1.0 is a book that costs the same for each chapter, person,
moment and photo, however many there are.
"""

from __future__ import annotations

import math
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from lsbook.model.site import PRINT_PAGE
from tests.benchmarks.big_stories import StorySize, write_big_story

SIZES = (10, 50, 200, 500, 2000)
EDITION = "9-12"


@dataclass(frozen=True)
class BookCost:
    """What one book took: seconds of the processor (workers too), megabytes at most, and bytes of what was made."""

    size: int
    seconds: float
    memory: float
    html: int
    largest_page: int
    paper: int
    finding: int


def measure(folder: Path, size: int, *, photos: bool) -> BookCost:
    """Make the book of a story of that ``size`` from nothing."""
    story = folder / f"{'all' if photos else 'text'}-{size}"
    if not story.is_dir():
        write_big_story(story, StorySize.of_each(size, photos=photos))
    for leftover in (story / "books", story / ".lsbook"):
        shutil.rmtree(leftover, ignore_errors=True)
    process = os.fork()
    if not process:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os.execv(sys.executable, [sys.executable, "-m", "lsbook", "build", str(story), "--edition", EDITION])
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"lsbook build {story} stopped with {os.waitstatus_to_exitcode(status)}")
    return _weigh(size, story / "books" / EDITION, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _weigh(size: int, book: Path, seconds: float, memory: float) -> BookCost:
    pages = {page.relative_to(book).as_posix(): page.stat().st_size for page in book.rglob("*.html")}
    paper = pages.pop(PRINT_PAGE)
    finding = sum(file.stat().st_size for file in (book / "pages").glob("*.dat"))
    return BookCost(size, seconds, memory, sum(pages.values()), max(pages.values()), paper, finding)


def find_exponent(costs: list[BookCost], field: str) -> float:
    """The power of the size by which ``field`` grows; the smallest book is mostly what every book has."""
    first, last = costs[min(1, len(costs) - 2)], costs[-1]
    return math.log(getattr(last, field) / getattr(first, field)) / math.log(last.size / first.size)


def main() -> None:
    """Print the table."""
    place, *options = sys.argv[1:]
    sizes = tuple(int(option) for option in options if option.isdecimal()) or SIZES
    costs = [measure(Path(place), size, photos="--text" not in options) for size in sizes]
    print("   of each     s   ms each     MB   kB of HTML each   largest page   paper kB   to find in kB")
    for cost in costs:
        print(
            f"{cost.size:10}{cost.seconds:6.1f}{cost.seconds * 1000 / cost.size:10.1f}{cost.memory:7.0f}"
            f"{cost.html / cost.size / 1000:18.1f}{cost.largest_page:15}"
            f"{cost.paper // 1000:11}{cost.finding // 1000:16}"
        )
    if len(costs) > 1:
        print(f"exponent of time {find_exponent(costs, 'seconds'):.2f}, of HTML {find_exponent(costs, 'html'):.2f}")


if __name__ == "__main__":
    main()
