"""A caseload written from the contract alone gives exactly the table that the contract calls for."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.building import put, write_files
from tests.unit.practice.casework import PEOPLE, list_lines, locate_report, run
from tests.unit.practice.contract_children import Child, list_children

CHILDREN = tuple(list_children())
NO_STORY, OFF_THE_LIST = ("901", "902", "903"), ("101", "102")
STORY = (
    "child: {{name: Maya Moss, born: 2017-02-14, pronouns: she/her}}\n"
    "telling-age: {{age: 9, decided-by: Priya, on: 2026-02-20}}\nplan: {plan}\n"
)
WALES = (
    "working-days: wales\nplans:\n- {name: kinship-care, direct-work: with each review}\n"
    "- {name: residential, direct-work: once}\n- {name: return-home, direct-work: every year}\n"
)
STATES = ("engaged", "overdue", "offered, said no", "paused", "not begun", "cannot be read")


def _write(folder: Path, child: Child) -> None:
    files: dict[str, str | bytes] = {
        "story.yaml": STORY.format(plan=child.plan),
        "people.yaml": PEOPLE,
        "work/plan.yaml": f"worker: Priya\nlooked-after-since: {child.since}\nteam: North\n{child.work}",
    }
    files |= {f"work/sessions/{number}.yaml": text for number, text in enumerate(child.sessions, 1)}
    write_files(folder / child.path, {**files, **child.files})
    if child.files.get("work/plan.yaml") == "":
        (folder / child.path / "work" / "plan.yaml").unlink()


@pytest.fixture(scope="module")
def caseload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The caseload in a synchronised folder, with the report of it in ``report`` beside it."""
    folder = tmp_path_factory.mktemp("contract") / "OneDrive - Council Name" / "Stories"
    for child in CHILDREN:
        _write(folder, child)
    for nation in ("scotland", "northern-ireland"):
        put(folder / nation.replace("-", " ").title() / "policy.yaml", f"working-days: {nation}\n")
    put(folder / "Wales" / "policy.yaml", WALES)
    put(folder / "policy.yaml", "working-days: england\n")
    for path in ("moved-on/801", "England/moved-on/802", "England/too/deep/803"):
        _write(folder, Child(path, "nowhere"))
    put(folder / "England/103/work/plan.yaml", "worker: Priya\nlooked-after-since: 2020-01-01\nreference: '9103'\n")
    names = [child.path.rpartition("/")[2] for child in CHILDREN if not child.path.startswith(("W", "S", "N"))]
    listed = [name.replace("103", "9103") for name in names if name not in OFF_THE_LIST]
    put(folder / "children.csv", "\n".join(("reference", *listed, *NO_STORY)) + "\n")
    list_lines(run("report", folder, "--names", "--to", locate_report(folder)))
    return folder


def test_each_child_has_the_row_that_the_contract_calls_for(caseload: Path) -> None:
    """State, last and next session of every child are those that were worked out by hand."""
    data = json.loads((locate_report(caseload) / "report.json").read_text(encoding="utf-8"))
    rows = {row["story"]: (row["state"], row["last"], row["next"]) for row in data["rows"]}
    expected = {child.path: (child.state, child.last, child.next) for child in CHILDREN}
    expected |= dict.fromkeys(NO_STORY, ("no story yet", "", ""))
    assert {path: (row, expected.get(path)) for path, row in rows.items() if row != expected.get(path)} == {}
    assert rows.keys() == expected.keys() and len(CHILDREN) > 60
    changed = next(row for row in data["rows"] if row["story"] == "England/411")
    assert changed["plan"] == "Long-term fostering"


def test_screen_table_data_and_page_say_the_same_numbers(caseload: Path) -> None:
    """The numbers add up to the total, in the order of the contract, wherever they stand."""
    counts = Counter(child.state for child in CHILDREN)
    other = sum(not child.path.startswith("England") for child in CHILDREN) + len(OFF_THE_LIST)
    printed = run("report", caseload)
    lines = printed.stdout.splitlines()
    assert printed.stderr.count('The policy knows no plan "staying put": nothing is decided for it.') == 1
    children = len(CHILDREN) - other + len(NO_STORY)
    assert lines[0] == f"{len(CHILDREN)} stories; your list has {children} children (21 November 2026)"
    assert lines[1] == " · ".join([*(f"{state} {counts[state]}" for state in STATES), f"NO STORY YET {len(NO_STORY)}"])
    assert lines[2] == f"not on your list {other}"
    report = locate_report(caseload)
    with (report / "report.csv").open(encoding="utf-8-sig", newline="") as opened:
        table = Counter(row["state"] for row in csv.DictReader(opened))
    assert table == counts | Counter({"no story yet": len(NO_STORY)})
    page = re.sub(r"<[^>]+>", " ", (report / "report.html").read_text(encoding="utf-8"))
    for state in STATES:
        assert re.search(rf"{state}\s+{counts[state]}\b", page, re.I), state


def test_what_is_due_is_counted_from_the_same_days(caseload: Path) -> None:
    """Every child who is overdue has the line of a session that is late by that day, and no one else has one."""
    printed = run("due", caseload, "--within", "1 day").output.split("\n\n")
    late = {block.partition(":")[0]: block for block in printed if "LATE   direct work: last " in block}
    assert late.keys() == {child.path for child in CHILDREN if child.state == "overdue"}
    first = {block.partition(":")[0] for block in printed if "LATE   first session: none yet" in block}
    unpaused = [child for child in CHILDREN if not child.last and child.next and child.state != "cannot be read"]
    assert first == {child.path for child in unpaused if child.next < "2026-11-21"}
    assert printed[-1] == 'The policy knows no plan "staying put": nothing is decided for it.\n'
    unreadable = {block.partition(":")[0] for block in printed if ": cannot be read (" in block}
    assert unreadable == {child.path for child in CHILDREN if child.state == "cannot be read"}


def test_whether_it_is_whole_is_said_by_folders(caseload: Path) -> None:
    """Two versions, unreadable stories and missing plans are named by their folders; those who left are counted."""
    lines = run("caseload", caseload).output.splitlines()
    assert lines[0] == f"{len(CHILDREN)} stories (21 November 2026); 2 more in moved-on"
    listed = {name: set(rest.split(", ")) for name, _, rest in (line.partition(": ") for line in lines[1:])}
    assert listed["Two versions of a file"] == {"England/502", "England/503", "England/504"}
    assert listed["Cannot be read"] == {child.path for child in CHILDREN if child.state == "cannot be read"}
    assert listed["No work/plan.yaml"] == {"England/521", "England/522"}
    assert "Maya" not in "\n".join(lines) and "Priya" not in "\n".join(lines)


def test_outside_nobody_can_work_out_a_small_number(caseload: Path) -> None:
    """For people outside there are totals only, and no number from 1 to 4."""
    text = run("report", caseload, "--for-others").stdout
    assert not re.search(
        r"(?<!\d)[1-4](?!\d)(?! November)(?!.*than)", text.split("\n", 1)[1].replace("fewer than 5", "")
    )
