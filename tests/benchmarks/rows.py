"""What is measured, row by row, with the ratio that lsbook should reach.

Every row is the same work for all that are in it, and they take turns. A target is lsbook's time over another's.
"""

from __future__ import annotations

import math
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import inputs, peers, seen
from tests.benchmarks.measuring import Run, Work, run_in_turn

OURS = "lsbook"
GROWTH = (10, 50, 200, 500)
FROM = 50
"""The chapters from which on growth is judged: below, the fixed part of a run outweighs the rest."""
_CONSENTS = ("--by", "Sam", "--second-reader", "Ann", "--reason", "A benchmark.", "--given-to", "Robin")


@dataclass(frozen=True)
class Row:
    """One piece of work: the median of each, and what lsbook's should be over another's, or in seconds (``most``)."""

    title: str
    results: Mapping[str, Run]
    targets: Mapping[str, float] = field(default_factory=dict)
    most: float = 0.0
    note: str = ""


@dataclass(frozen=True)
class Plan:
    """How much is done: where, with which peers, how often, and how many photos and chapters."""

    folder: Path
    peers: peers.Peers
    runs: int
    photos: int
    chapters: int

    def make(self, name: str) -> Path:
        """Return a new folder of the name ``name``."""
        place = self.folder / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        return place

    def find_photos(self, count: int) -> Path:
        """Return a folder of ``count`` photos, made the first time."""
        place = self.folder / f"photos-{count}"
        if len(list(place.glob("*.jpg"))) < count:
            line = [sys.executable, "-m", "tests.benchmarks.inputs", "photos", str(place), str(count)]
            run_in_turn([Work("photos", line, self.folder, environment=_find_path())], 1)
        return place


def measure_cold_photos(plan: Plan) -> Iterator[Row]:
    """Photos of twelve megapixels into two widths, from nothing."""
    photos, place = plan.find_photos(plan.photos), plan.make("cold photos")
    story = inputs.make_story(place / "story", 1, photos)
    ours = _build(story, prepare=_forget(story))
    others = plan.peers.make_photo_works(photos, place)
    targets = {"Hugo": 0.10, "sigal": 0.4, "eleventy-img": 1.3, "libvips loop": 1.6, "Pillow loop": 1.2}
    yield Row(f"cold: {plan.photos} photos", run_in_turn([ours, *others], plan.runs), targets)


def measure_nothing_changed(plan: Plan) -> Iterator[Row]:
    """The same again, after everything was made once."""
    photos, place = plan.find_photos(plan.photos), plan.make("nothing changed")
    story = inputs.make_story(place / "story", 1, photos)
    works = [_build(story)]
    works += [_keep(work) for work in plan.peers.make_photo_works(photos, place) if work.name == "Hugo"]
    run_in_turn(works, 1)
    yield Row(f"nothing changed: {plan.photos} photos", run_in_turn(works, plan.runs), {"Hugo": 1.0})


def measure_edits(plan: Plan) -> Iterator[Row]:
    """One chapter edited, and one photo added, to a book that is there."""
    count = max(2, plan.photos // 2)
    place = plan.make("edits")
    photos, more = plan.find_photos(count), sorted(plan.find_photos(plan.photos).iterdir())[count:]
    story = inputs.make_story(place / "story", 10, photos)
    chances = iter(range(10_000))

    def edit() -> None:
        inputs.write_chapter(story / "chapters" / "0003.md", 3, f"\n\nSave {next(chances)}.")

    def add() -> None:
        inputs.add_photos(story, [more.pop()])

    run_in_turn([_build(story)], 1)
    yield Row("one chapter edited", run_in_turn([_build(story, prepare=edit)], plan.runs), most=0.5)
    if more:
        yield Row("one photo added", run_in_turn([_build(story, prepare=add)], min(plan.runs, len(more))), most=0.5)


def measure_editions(plan: Plan) -> Iterator[Row]:
    """The five editions in one build against one edition, on photos and on text, each from nothing."""
    photos, place = plan.find_photos(max(2, plan.photos // 2)), plan.make("editions")
    for what, chapters, pictures, most in (("photos", 1, photos, 1.2), ("text", plan.chapters // 2, None, 2.7)):
        story = inputs.make_story(place / what, chapters, pictures)
        single = _build(story, prepare=_forget(story), name="one edition")
        every = _build(story, "--edition", "all", prepare=_forget(story))
        yield Row(f"five editions: {what}", run_in_turn([every, single], plan.runs), {"one edition": most})


def measure_text(plan: Plan) -> Iterator[Row]:
    """Chapters, with as many people and moments for lsbook, from nothing."""
    place = plan.make("text")
    story = inputs.make_story(place / "story", plan.chapters)
    works = [_build(story, prepare=_forget(story)), *plan.peers.make_text_works(plan.chapters, place)]
    yield Row(f"cold: {plan.chapters} chapters of text", run_in_turn(works, plan.runs), {"Pelican": 2.0})


def measure_copies(plan: Plan) -> Iterator[Row]:
    """A zip and a locked copy against the bare reading, packing or encrypting, writing, fsync and reading back."""
    photos, place = plan.find_photos(plan.photos), plan.make("copies")
    story = inputs.make_story(place / "story", 10, photos)
    run_in_turn([_build(story)], 1)
    book = next((story / "books").iterdir())
    for form in ("zip", "locked"):
        to = place / f"to-{form}"
        line = [*_LSBOOK, "handover", str(story), "--edition", book.name, "--to", str(to), "--as", form, *_CONSENTS]
        ours = Work(OURS, line, place, _forget_folder(to), _find_path())
        bare = peers.make_copy_loop(form, book, place / f"bare-{form}")
        yield Row(f"{form} copy", run_in_turn([ours, bare], plan.runs), {bare.name: 1.3})


def measure_growth(plan: Plan) -> Iterator[Row]:
    """The time and the size of books of more and more chapters, people and moments: the exponents of both."""
    place = plan.make("growth")
    counts = [count for count in GROWTH if count <= plan.chapters] + ([plan.chapters] if plan.chapters > 500 else [])
    seconds, sizes = dict[int, float](), dict[int, float]()
    for count in counts:
        story = inputs.make_story(place / str(count), count)
        result = run_in_turn([_build(story, prepare=_forget(story))], 1)
        seconds[count] = result[OURS].seconds
        sizes[count] = sum(file.stat().st_size for file in (story / "books").rglob("*") if file.is_file()) / 1e6
        yield Row(f"growth: {count} chapters", result, note=f"{sizes[count]:.1f} MB")
    if len(counts) > 1:
        time, size = _find_exponent(seconds), _find_exponent(sizes)
        note = f"exponent of time {time:.2f}, of bytes {size:.2f}, without the fixed part; at most 1.05"
        yield Row("growth", {}, note=note)


def measure_preview(plan: Plan) -> Iterator[Row]:
    """From a save to the words in an open page, in the process that stays, for the example and for a long book."""
    place = plan.make("preview")
    maya = Path(shutil.copytree(Path(__file__).parents[2] / "example-child", place / "maya"))
    for title, story, most in (
        ("preview: the example's book", maya, 0.5),
        (f"preview: {plan.chapters} chapters", inputs.make_story(place / "long", plan.chapters), 1.0),
    ):
        chapter = sorted((story / "chapters").glob("*.md"))[0]
        yield Row(title, {OURS: seen.measure(story, chapter, plan.runs)}, most=most, note="save to seen in Chromium")


ROWS: Mapping[str, Callable[[Plan], Iterator[Row]]] = {
    "photos": measure_cold_photos,
    "unchanged": measure_nothing_changed,
    "edits": measure_edits,
    "editions": measure_editions,
    "text": measure_text,
    "copies": measure_copies,
    "growth": measure_growth,
    "preview": measure_preview,
}
"""By the names that the command line takes."""
_LSBOOK = (sys.executable, "-m", "lsbook")


def _find_path() -> dict[str, str]:
    """Return what lets a process elsewhere import this lsbook and these benchmarks."""
    return {"PYTHONPATH": ":".join(str(Path(part).resolve()) for part in sys.path if part or part == "")}


def _build(story: Path, *options: str, prepare: Callable[[], object] = lambda: None, name: str = OURS) -> Work:
    line = [*_LSBOOK, "build", str(story), "--date", "2026-03-01", *options]
    return Work(name, line, story.parent, prepare, _find_path())


def _keep(work: Work) -> Work:
    """Return ``work`` as it is done where everything is there already."""
    return Work(work.name, work.line, work.folder, environment=work.environment)


def _forget(story: Path) -> Callable[[], None]:
    def forget() -> None:
        for name in (".lsbook", "books"):
            shutil.rmtree(story / name, ignore_errors=True)

    return forget


def _forget_folder(folder: Path) -> Callable[[], None]:
    return lambda: shutil.rmtree(folder, ignore_errors=True)


def _find_exponent(values: Mapping[int, float]) -> float:
    """Return the exponent by which ``values`` grow with their numbers, between the two largest, less the smallest."""
    fixed = values[min(values)]
    (small, low), (large, high) = sorted(values.items())[-2:]
    return math.log((high - fixed) / max(low - fixed, 1e-6)) / math.log((large - min(values)) / (small - min(values)))
