"""The files of ``work/``: what is read of them, and what is refused in plain words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lsbook.model.problem import Problem
from lsbook.model.rhythm import Duration, Rhythm, RhythmKind, TimeUnit
from lsbook.model.work_vocabulary import ChildFelt, ChildSays, SharingAnswer
from lsbook.reading.rhythms import InvalidTimeError, parse_duration, parse_rhythm
from lsbook.reading.synced_files import find_version_of
from lsbook.reading.work.children import read_children
from lsbook.reading.work.records import read_work
from tests.building import put, story_in, write_files

SESSION = """when: 12 March 2026
by: Priya
did: Looked at the farm photos and drew who was there.
part-of: visit
where: Jan's kitchen
with: [jan]
tools: [photos, people map]
photos: [farm-drawing.jpg]
theme: people-in-my-life
words: [I want to know if she is OK.]
showed: {what: She pointed at the goat and laughed each time., read-by: Jan, sure: partly}
may-share: "yes"
why-in-care:
  words: Mum drank and the judge said I need safe grown-ups.
  child-says: a-bit
  worker-sees: part
felt: mixed
helped: Doing it in the car.
after: Jan sat with her. She ate tea.
follow-up: {by: Jan, on: 14 March 2026, done: 14 March 2026}
next: Ask Kelly for the goat photo.
next-by: 26 March 2026
came-of-it: [chapters/11-you-and-mum.md, blue-blanket]
said-no: "no"
not-written: "yes"
in-record: 13 March 2026
"""


def _list_problems(folder: Path, path: str, text: str) -> tuple[Problem, ...]:
    return read_work(write_files(folder, {path: text})).problems


def test_a_session_is_read_key_by_key(tmp_path: Path) -> None:
    """Everything that the contract's session says is known afterwards."""
    work = read_work(write_files(tmp_path, {"work/sessions/1.yaml": SESSION}))
    assert work.problems == ()
    [session] = work.value.sessions
    assert (session.day, session.latest_day, session.by) == (date(2026, 3, 12), date(2026, 3, 12), "Priya")
    assert session.words == ("I want to know if she is OK.",) and session.may_share is SharingAnswer.YES
    assert session.why_in_care and session.why_in_care.child_says is ChildSays.A_BIT
    assert session.felt is ChildFelt.MIXED and session.follow_up and session.follow_up.done == date(2026, 3, 14)
    assert session.has_more and not session.is_declined and session.in_record == date(2026, 3, 13)


def test_what_is_left_out_was_not_asked(tmp_path: Path) -> None:
    """Nobody may share what the child was not asked about."""
    work = read_work(write_files(tmp_path, {"work/sessions/1.yaml": "{when: 2026, by: Lin, did: Talked.}\n"}))
    assert work.value.sessions[0].may_share is SharingAnswer.NOT_ASKED


def test_every_problem_comes_with_its_place_and_a_remedy(tmp_path: Path) -> None:
    """Slips in several files are all said at once, each with file, line and what to do."""
    write_files(
        tmp_path,
        {
            "work/plan.yaml": "worker: Priya\nevery: sometimes\nwoker: Lin\n",
            "work/sessions/1.yaml": "when: not known\nby: Priya\nfelt: sad\n",
            "work/asked.yaml": "- who: kelly\n",
        },
    )
    problems = read_work(tmp_path).problems
    assert [str(problem.at) for problem in problems] == [
        "work/asked.yaml:1", "work/asked.yaml:1", "work/plan.yaml:2", "work/plan.yaml:3",
        "work/sessions/1.yaml:1", "work/sessions/1.yaml:1", "work/sessions/1.yaml:3",
    ]  # fmt: skip
    assert all(problem.what and problem.remedy for problem in problems)


def test_what_is_only_me_is_refused_once(tmp_path: Path) -> None:
    """Maya's own does not stand in the worker's pages, and not-written says that there was more."""
    [problem] = _list_problems(tmp_path, "work/sessions/1.yaml", f"{SESSION}only-me: true\n")
    assert problem.at.line == len(SESSION.splitlines()) + 1 and "not-written: yes" in problem.remedy


@pytest.mark.parametrize(
    "name",
    ["plan-LAPTOP7.yaml", "plan (1).yaml", "plan.sync-conflict-20261101-101010-ABCDEF.yaml", "plan - Copy.yaml"],
)
def test_two_versions_of_a_file_are_a_problem(tmp_path: Path, name: str) -> None:
    """What a synchronising program leaves beside a file is never passed over, and never read in its place."""
    files = {"work/plan.yaml": "worker: Priya\n", f"work/{name}": "worker: Lin\n"}
    [problem] = read_work(write_files(tmp_path, files)).problems
    assert f"{problem.what} {problem.remedy}".startswith("Two versions. ")
    assert problem.remedy == "Put them together; nothing is counted until then." and problem.at.path == f"work/{name}"


@pytest.mark.parametrize("name", ["2026-03-12.yaml", "2026-03-12-2.yaml", "visit-with-Jan.yaml", "plan-LAPTOP7.yaml"])
def test_other_names_are_files_of_their_own(name: str) -> None:
    """A second session of a day is no second version of the first."""
    assert find_version_of(name, ["2026-03-12.yaml", "visit.yaml", name]) == ""


def test_an_empty_stand_in_has_a_sentence_of_its_own(tmp_path: Path) -> None:
    """A file that is only on a server is called that, and not missing or broken."""
    [problem] = _list_problems(tmp_path, "work/plan.yaml", "")
    assert "online only" in problem.what and "device" in problem.remedy
    put(tmp_path / "work" / ".plan.yaml.icloud", "x")
    assert any(problem.at.path == "work/plan.yaml" for problem in read_work(tmp_path).problems)


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [("10 working days", 10, TimeUnit.WORKING_DAYS), ("1 month", 1, TimeUnit.MONTHS), ("Two weeks", 2, TimeUnit.WEEKS)],
)
def test_a_length_of_time_is_a_number_and_a_word(text: str, count: int, unit: TimeUnit) -> None:
    """Lengths are read as people write them."""
    assert parse_duration(text) == Duration(count, unit)


@pytest.mark.parametrize("text", ["0 days", "soon", "10", "10 working weeks", "3 fortnights"])
def test_what_cannot_be_counted_is_no_length(text: str) -> None:
    """Nothing is counted from a guess."""
    with pytest.raises(InvalidTimeError):
        parse_duration(text)


def test_a_rhythm_says_how_often() -> None:
    """The rhythms of the contract are read, and printed as they were written."""
    assert parse_rhythm("every 6 weeks") == Rhythm(RhythmKind.EVERY, Duration(6, TimeUnit.WEEKS))
    for text in ("every 6 weeks", "every month", "with each review", "when asked", "once", "not decided"):
        assert str(parse_rhythm(text)) == text
    with pytest.raises(InvalidTimeError):
        parse_rhythm("every 10 working days")


def test_a_list_of_children_is_read_as_case_systems_write_it(tmp_path: Path) -> None:
    """Semicolons, days with slashes and a mark at the start are understood, and a wrong day is said with its line."""
    text = "\ufeffReference;Worker;Looked after since\n4471;Priya;20/12/2019\n4472;Lin;soon\n"
    parsed = read_children(put(tmp_path / "children.csv", text))
    first, second = parsed.value
    assert first.looked_after_since is not None and (first.reference, first.worker) == ("4471", "Priya")
    assert second.looked_after_since is None
    assert [str(problem.at) for problem in parsed.problems] == ["children.csv:3"]


def test_no_slip_in_the_work_stops_a_book(tmp_path: Path) -> None:
    """A story is read for its book without a look into work/, whatever stands there."""
    files = {"work/plan.yaml": "worker: [", "work/sessions/1.yaml": "only-me: true\n", "work/asked.yaml": ""}
    assert story_in(tmp_path, files).child.name == "Robin"
    assert read_work(tmp_path).problems
