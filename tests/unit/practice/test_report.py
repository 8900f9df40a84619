"""The report of a caseload: states that add up, what children said, and what is hidden for people outside."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from lsbook.practice.caseload.pretend import make_pretend_caseload
from lsbook.practice.report.hide import FEW, HIDDEN, hide_small
from tests.unit.practice.casework import PEOPLE, PLAN, SESSION, list_lines, locate_report, run, write_case

TOOK = SESSION.replace("12 March", "1 November")
SAID_NO = "{when: 1 November 2026, by: Priya, did: Offered., said-no: yes}\n"
PAUSE = "pause: {from: 2026-10-01, look-again: 2026-11-21, reason: Not now, by: Priya}\n"


def _write_caseload(folder: Path) -> Path:
    """A caseload with each state once, two of a state, a story on no list, and one who moved on."""
    asked = "why-in-care: {{child-says: {}, worker-sees: {}}}\n"
    helped = "may-share: yes\nhelped: {}\n"
    first = TOOK.replace("November", "September") + asked.format("no", "not-yet")
    stories: dict[str, dict[str, str | bytes]] = {
        "North/1": {
            "work/sessions/1.yaml": first,
            "work/sessions/2.yaml": TOOK + asked.format("a-bit", "part") + helped.format("Doing it in the car."),
        },
        "North/2": {"work/sessions/1.yaml": TOOK + helped.format("When Jan held my hand.")},
        "North/3": {"work/sessions/1.yaml": SESSION},
        "South/4": {"work/sessions/1.yaml": SAID_NO},
        "South/5": {"work/plan.yaml": PLAN + PAUSE, "work/sessions/1.yaml": SESSION},
        "South/6": {"work/sessions/1.yaml": SAID_NO.replace("1 November", "1 June")},
        "South/deep/7": {"people.yaml": PEOPLE + "- {id: jan, oops\n"},
        "8": {},
        "moved-on/9": {"work/sessions/1.yaml": TOOK},
    }
    for path, files in stories.items():
        write_case(folder / path, files)
    rows = "\n".join(f"{number},Priya" for number in (1, 2, 3, 4, 5, 6, 7, 10, 11))
    (folder / "children.csv").write_text(f"reference,worker\n{rows}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def caseload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The caseload, and the report of it in ``report``."""
    folder = _write_caseload(tmp_path_factory.mktemp("caseload"))
    list_lines(run("report", folder, "--to", locate_report(folder), "--names"))
    return folder


def test_each_child_has_one_state_and_the_numbers_add_up(caseload: Path) -> None:
    """The lines of the contract stand with the numbers of the caseload."""
    result = run("report", caseload)
    lines = result.stdout.splitlines()
    assert lines[0] == "8 stories; your list has 9 children (21 November 2026)"
    assert lines[1] == (
        "engaged 2 · overdue 1 · offered, said no 1 · paused 1 · not begun 2 · cannot be read 1 · NO STORY YET 2"
    )
    assert lines[2] == "not on your list 1"
    assert lines[3] == (
        "Asked twice or more: 1; what they said first and last stands below. "
        "It does not show that the work was the cause."
    )
    assert lines[4] == 'What children said helped (with their yes, nobody named): "Doing it in the car."'
    assert "South/deep/7: cannot be read" in result.stderr and "Jan held" not in result.output
    data = json.loads((locate_report(caseload) / "report.json").read_text(encoding="utf-8"))
    assert sum(data["states"].values()) == len(data["rows"]) == 8 + 2


def test_without_a_list_nothing_is_said_of_all_children(tmp_path: Path) -> None:
    """Only stories are counted then."""
    write_case(tmp_path / "1", {"work/sessions/1.yaml": TOOK})
    printed = run("report", tmp_path).output
    assert printed.startswith("Of 1 story (21 November 2026)\nengaged 1 · ") and "NO STORY" not in printed
    assert "our children" not in printed


def test_a_row_says_what_was_done_and_what_the_child_said(caseload: Path) -> None:
    """First and latest answers, last and next session stand in the table and in the data."""
    with (locate_report(caseload) / "report.csv").open(encoding="utf-8-sig", newline="") as opened:
        rows = {row["story"]: row for row in csv.DictReader(opened)}
    row = rows["North/1"]
    assert (row["initials"], row["state"], row["last"], row["next"]) == ("M", "engaged", "2026-11-01", "2026-12-13")
    assert (row["child-says-first"], row["child-says-latest"]) == ("no", "a-bit")
    assert (row["worker-sees-first"], row["worker-sees-latest"]) == ("not-yet", "part")
    assert rows["South/6"]["state"] == rows["8"]["state"] == "not begun"
    assert rows["10"]["state"] == "no story yet"


def test_names_and_folders_are_printed_only_when_asked_for(tmp_path: Path) -> None:
    """Without --names, a child is initials."""
    write_case(tmp_path / "c" / "4471", {})
    list_lines(run("report", tmp_path / "c", "--to", tmp_path / "r"))
    for file in (tmp_path / "r").iterdir():
        text = file.read_text(encoding="utf-8-sig")
        assert "Maya" not in text and "4471" not in text and "Priya" not in text


def test_the_page_reaches_for_nothing(caseload: Path) -> None:
    """It is one file with two drawings, a list beside each, and no word that may never stand in it."""
    page = (locate_report(caseload) / "report.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in page and not re.search(r"(?:src|href)=", page)
    assert page.count("<svg role=") == 2 == page.count("<caption")
    for never in ("nearer", "inadequate", "outstanding", "average", "%", "complete", "Priya"):
        assert never not in page.split("</style>")[1]


def test_for_others_there_are_totals_only(caseload: Path, tmp_path: Path) -> None:
    """No row, no quotation and no small number goes outside."""
    printed = run("report", caseload, "--for-others", "--to", tmp_path / "r").output
    assert "engaged fewer than 5" in printed and "in the car" not in printed
    data = json.loads((tmp_path / "r" / "report.json").read_text(encoding="utf-8"))
    assert "rows" not in data and "helped" not in data
    assert all(count in (FEW, HIDDEN, 0) or count >= 5 for count in data["states"].values())
    assert run("report", caseload, "--for-others", "--names").exit_code == 2


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"a": 9, "b": 3, "c": 7, "d": 0}, {"a": "9", "b": FEW, "c": HIDDEN, "d": "0"}),
        ({"a": 9, "b": 3, "c": 2}, {"a": "9", "b": FEW, "c": FEW}),
        ({"a": 9, "b": 1, "c": 1, "d": 6}, {"a": "9", "b": FEW, "c": FEW, "d": HIDDEN}),
        ({"a": 9, "b": 4, "c": 4, "d": 6}, {"a": "9", "b": FEW, "c": FEW, "d": HIDDEN}),
        ({"a": 9, "b": 0}, {"a": "9", "b": "0"}),
    ],
)
def test_what_is_hidden_cannot_be_worked_out(counts: dict[str, int], words: dict[str, str]) -> None:
    """Where the rest and the sum would give a small number away, one more is hidden."""
    assert hide_small(counts) == words


def test_a_summary_that_is_kept_gives_the_same_report(tmp_path: Path) -> None:
    """The second report has the bytes of the first, and a change in one file is seen at once."""
    story = write_case(tmp_path / "1", {"work/sessions/1.yaml": SESSION})
    first = run("report", tmp_path).output
    assert (story / ".lsbook" / "case.json").is_file()
    assert run("report", tmp_path).output == first and "overdue 1" in first
    (story / "work/sessions/1.yaml").write_text(TOOK, encoding="utf-8")
    assert "engaged 1" in run("report", tmp_path).output
    (story / ".lsbook" / "case.json").write_text('{"key": 1', encoding="utf-8")
    assert "engaged 1" in run("report", tmp_path).output


def test_a_pretend_caseload_has_every_state(tmp_path: Path) -> None:
    """The same seed gives the same files, and each state is there."""
    for name in ("a", "b"):
        make_pretend_caseload(tmp_path / name, 12, "seed", date(2026, 11, 21))
    files = {
        file.relative_to(tmp_path / "a"): file.read_bytes() for file in (tmp_path / "a").rglob("*") if file.is_file()
    }
    assert files == {
        file.relative_to(tmp_path / "b"): file.read_bytes() for file in (tmp_path / "b").rglob("*") if file.is_file()
    }
    printed = run("report", tmp_path / "a").output.splitlines()[1]
    assert not re.search(r" 0\b", printed) and sum(map(int, re.findall(r"\d+", printed))) == 12
    assert run("new-caseload", tmp_path / "a", "--children", "3").exit_code == 1


def test_caseload_says_whether_what_is_counted_is_whole(tmp_path: Path) -> None:
    """One child twice, two versions, unreadable stories and missing plans are named by their folders only."""
    _write_caseload(tmp_path)
    (tmp_path / "South/6/work/plan (1).yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "8/work/plan.yaml").unlink()
    lines = list_lines(run("caseload", tmp_path))
    assert lines[0] == "8 stories (21 November 2026); 1 more in moved-on"
    assert "Two versions of a file: South/6" in lines
    assert "Cannot be read: South/6, South/deep/7" in lines and "No work/plan.yaml: 8" in lines
    assert any(line.startswith("One child twice: ") and "North/1" in line for line in lines)
    assert "Maya" not in "\n".join(lines)


def test_a_story_that_cannot_be_read_is_still_its_childs(tmp_path: Path) -> None:
    """Where only the plan can be read, the list knows the child by its reference: nobody is counted twice."""
    broken = {"people.yaml": "- {id: jan, oops\n", "work/plan.yaml": f'{PLAN}reference: "4488"\n'}
    write_case(tmp_path / "child-1", broken)
    write_case(tmp_path / "child-2", {"work/plan.yaml": 'reference: "4489"\nlooked-after-since: 2020\n'})
    (tmp_path / "children.csv").write_text("reference\n4488\n4489\n", encoding="utf-8")
    lines = run("report", tmp_path).stdout.splitlines()
    assert lines[1].endswith("cannot be read 2 · NO STORY YET 0") and "not on your list" not in lines[2]


def test_a_row_of_the_list_without_a_reference_is_not_lost(tmp_path: Path) -> None:
    """A child whom nobody could match is a problem of the list, and no count is made that leaves the child out."""
    write_case(tmp_path / "1", {})
    (tmp_path / "children.csv").write_text("reference,worker\n1,Priya\n,Lin\n,\n", encoding="utf-8")
    result = run("report", tmp_path)
    assert result.exit_code == 1 and "children.csv:3" in result.output and "no reference" in result.output


def test_one_story_is_no_caseload(tmp_path: Path) -> None:
    """Whoever names a story where several are looked at is told so."""
    result = run("report", write_case(tmp_path / "1", {}))
    assert result.exit_code == 1 and "This is the folder of one story" in result.output
