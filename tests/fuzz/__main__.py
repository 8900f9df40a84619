"""Stories broken at random: no traceback, no hang, and no page with an element that is not lsbook's own."""

from __future__ import annotations

import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from datetime import date
from pathlib import Path

from lsbook import pipeline as build
from lsbook.files.resources import find_resources
from lsbook.model.build import BuildRequest
from lsbook.model.problem import ProblemsFound
from tests.building import put
from tests.fuzz import readers
from tests.fuzz.breaking import DATES, GATES, Breaker, corpus
from tests.system.hostile.stories import picture
from tests.system.hostile.tricked import elements

PATIENCE = 10
"""Seconds for one story. Whatever takes longer hangs."""
FRAME = "---\ntitle: Plain\npart: who-am-i\n---\n"
PLAIN = (
    "# 1\n## 2\n### 3\n#### 4\n\n> - a\n>\n>     b\n\n3. *a* **b** `c` [d](https://x.example)\n\ne  \nf\n\n---\n\ng\n"
)


class Hangs(Exception):
    """It took too long."""


def _alarm(_signal: int, _frame: object) -> None:
    raise Hangs


def harm(folder: Path, breaker: Breaker, texts: dict[str, str]) -> list[str]:
    """Break one to three files of the story; their names."""
    names = breaker.chance.sample(sorted(texts), breaker.chance.choice((1, 1, 1, 2, 3)))
    for name in names:
        put(folder / name, breaker.broken(texts[name]).encode("utf-8", "surrogatepass"))
    return names


def parts(breaker: Breaker, folder: Path, texts: dict[str, str], done: Counter[str]) -> None:
    """Some files, dates and gates, each by itself."""
    for _ in range(5):
        name = breaker.chance.choice(sorted(texts))
        readers.file(folder, name, breaker.broken(texts[name]).encode("utf-8", "surrogatepass"))
        readers.day(breaker.broken(breaker.chance.choice(DATES)))
        readers.gate(breaker.broken(breaker.chance.choice(GATES)))
        done.update(("files", "dates", "gates"))


def whole(folder: Path, allowed: set[tuple[str, str]], done: Counter[str]) -> None:
    """The story as it is now, and its book."""
    done["stories"] += 1
    wish = BuildRequest(folder, ("9-12",), folder / "books", date(2026, 3, 1))
    try:
        outcome = build.build(build.load(folder, None), wish, lambda *_: None)
    except ProblemsFound as stopped:
        assert all(problem.what and problem.remedy for problem in stopped.problems)
        return
    assert not any("mistake in lsbook" in problem.remedy for problem in outcome.refusals), outcome.refusals
    if outcome.books:
        done["books"] += 1
        extra = elements(folder / "books" / "9-12") - allowed
        assert not extra, extra


def main(minutes: float, first: int) -> None:
    texts = corpus()
    signal.signal(signal.SIGALRM, _alarm)
    done: Counter[str] = Counter()
    found: Counter[str] = Counter()
    start = time.monotonic()
    seed = first
    with tempfile.TemporaryDirectory(dir="/dev/shm") as place:
        folder = Path(place) / "story"
        allowed = begun(folder, texts)
        while time.monotonic() - start < minutes * 60:
            seed += 1
            breaker = Breaker(random.Random(seed))
            names = harm(folder, breaker, texts) if seed % 20 == 0 else []
            signal.alarm(PATIENCE)
            try:
                if names:
                    whole(folder, allowed, done)
                else:
                    parts(breaker, Path(place), texts, done)
            except Exception as error:
                at = traceback.extract_tb(error.__traceback__)[-1]
                kind = f"{type(error).__name__} {at.filename}:{at.lineno} {str(error)[:200]!r}"
                if not found[kind]:
                    print(f"seed {seed}: {kind}", flush=True)
                found[kind] += 1
            finally:
                signal.alarm(0)
                for name in names:
                    put(folder / name, texts[name])
    took = (time.monotonic() - start) / 60
    print(f"{took:.1f} minutes, seeds {first + 1} to {seed}: {dict(done)}; found: {dict(found)}")


def begun(folder: Path, texts: dict[str, str]) -> set[tuple[str, str]]:
    """Write the whole story with small pictures; the elements and attributes that its books have."""
    for name, text in texts.items():
        put(folder / name, text)
    for file in (find_resources("example-child") / "media").rglob("*.*"):
        put(folder / "media" / file.relative_to(find_resources("example-child") / "media"), picture())
    put(folder / "chapters" / "99.md", FRAME + PLAIN)
    names = ("under-5", "5-8", "9-12", "13-17", "18-plus", "record")
    wish = BuildRequest(folder, names, folder / "books", date(2026, 3, 1))
    outcome = build.build(build.load(folder, None), wish, lambda *_: None)
    (folder / "chapters" / "99.md").unlink()
    return {pair for made in outcome.books for pair in elements(made.output.folder)}


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
