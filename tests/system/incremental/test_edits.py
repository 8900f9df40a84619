"""A book that is made after an edit is, byte for byte, the book that is made from nothing."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cache import known_files
from lsbook.cli import main
from lsbook.model.build import BuildRequest
from lsbook.pipeline import Workshop
from tests.sharing import in_every_run
from tests.system.incremental.edits import EDITS, Workplace, begin_story, edit_withheld_text

_EDITION = "9-12"
_SPOILED = "Somebody has changed this file", "is damaged", "did not write this file", "is gone"
"""What lsbook says of a book that it did not make so: a person decides."""


def _read_book(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _run_build(story: Path, place: Workplace) -> tuple[int, str]:
    ran = CliRunner().invoke(main, ["build", str(story), "--date", place.day.isoformat()])
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran.exit_code, ran.output


class _Expected:
    """The books that are made from nothing, each once for the same sources on the same day."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._books: dict[str, dict[str, bytes]] = {}

    def read(self, place: Workplace) -> dict[str, bytes]:
        above = place.story.parent
        templates = sorted(file for file in above.glob("templates/**/*") if file.is_file())
        files = [*place.sources, *above.glob("policy.yaml"), *templates]
        state = [(str(file.relative_to(above)), hashlib.sha256(file.read_bytes()).hexdigest()) for file in files]
        key = repr((state, place.day))
        if key not in self._books:
            self._books[key] = self._build(place, files)
        return self._books[key]

    def _build(self, place: Workplace, files: list[Path]) -> dict[str, bytes]:
        shutil.rmtree(self._folder, ignore_errors=True)
        for file in files:
            target = self._folder / file.relative_to(place.story.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        story = self._folder / place.story.name
        code, output = _run_build(story, place)
        assert code == 0, output
        return _read_book(story / "books" / _EDITION)


def _make_book(place: Workplace, workshop: Workshop | None) -> dict[str, bytes]:
    """The book as the command makes it, or a process that stays. A spoiled one is refused, and made when it is gone."""
    story = place.story
    if workshop:
        code, output = 0, ""
        request = BuildRequest(story, (_EDITION,), story / "books", place.day)
        made = workshop.rebuild(request, lambda _done, _total: None)
        if made.refusals:
            code, output = 1, made.refusals[0].what
    else:
        code, output = _run_build(story, place)
    if code:
        assert any(words in output for words in _SPOILED), output
        shutil.rmtree(story / "books")
        return _make_book(place, workshop)
    return _read_book(story / "books" / _EDITION)


def _edit_at_random(tmp_path: Path, count: int, seed: int) -> Counter[str]:
    place = begin_story(tmp_path / "work" / "robin", random.Random(seed))
    expected = _Expected(tmp_path / "afresh")
    workshop = Workshop(place.story)
    done = Counter[str]()
    for number in range(count):
        edits = [place.dice.choice(EDITS) for _ in range(place.dice.choice([1, 1, 1, 2, 3]))]
        for edit in edits:
            edit(place)
            done[edit.__name__] += 1
        stays = place.dice.random() < 0.4
        book = _make_book(place, workshop if stays else None)
        wrong = {path for path in {*book, *expected.read(place)} if book.get(path) != expected.read(place).get(path)}
        assert not wrong, (seed, number, [edit.__name__ for edit in edits], stays, sorted(wrong))
    return done


@pytest.mark.parametrize("clock", in_every_run(("right", "ahead"), ("right",)))
def test_edits_give_the_books_of_a_build_from_nothing(
    clock: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few dozen edits of all kinds leave no stale byte, also where the disk's clock makes each file look old."""
    if clock == "ahead":
        _set_clock_ahead(monkeypatch)
    done = _edit_at_random(tmp_path, 24, seed=14)
    assert len(done) > 10


@pytest.mark.slow
@pytest.mark.unmeasured
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(8))
def test_two_thousand_edits_leave_no_stale_byte(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two thousand edits of all kinds, in eight stories, leave no stale byte."""
    if seed % 2:
        _set_clock_ahead(monkeypatch)
    done = _edit_at_random(tmp_path, 250, seed)
    assert len(done) == len({edit.__name__ for edit in EDITS})


def test_what_is_withheld_is_remembered_for_no_other_edition(tmp_path: Path) -> None:
    """An edit of what an edition withholds changes nothing in its book, and no record of it has a word of that."""
    place = begin_story(tmp_path / "robin", random.Random(1))
    before = _make_book(place, None)
    edit_withheld_text(place)
    assert _make_book(place, None) == before
    records = [file.read_bytes() for file in (place.story / ".lsbook").glob("*.json")]
    assert records
    assert not any(b"hums" in record or b"Zo " in record for record in records)


def _set_clock_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the clock of the disk be an hour ahead: no file is young, and all that it says of a file is believed."""
    read_clock = known_files.read_clock

    def read_ahead(folder: Path) -> tuple[int, int]:
        now, device = read_clock(folder)
        return now + 3_600 * 10**9, device

    monkeypatch.setattr(known_files, "read_clock", read_ahead)
