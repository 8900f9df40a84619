"""The figures of a report are those of a count made another way: from the files, by plain YAML and a calendar."""

from __future__ import annotations

import calendar
import csv
import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from lsbook.files.resources import find_resources
from lsbook.practice.caseload.pretend import make_pretend_caseload
from tests.building import put
from tests.unit.practice.casework import TODAY, list_lines, run

ANSWERS = ("no", "a-bit", "yes", "want-more")
STATES = {"engaged", "overdue", "offered-said-no", "paused", "not-begun", "cannot-be-read", "no-story-yet"}
SAID_NO = "when: {}\nby: Priya\ndid: Offered.\nsaid-no: yes\n"


def _add(day: date, words: str) -> date:
    """The day so many weeks or months after another: ``every 6 weeks``, ``3 months``."""
    number, unit = words.removeprefix("every ").split()
    if unit.startswith("week"):
        return day + timedelta(weeks=int(number))
    months = day.month - 1 + int(number)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class Child:
    """What the files of one story say, as plain YAML has it."""

    def __init__(self, folder: Path, rules: dict[str, dict[str, str]]) -> None:
        files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.yaml")}
        said = {path: yaml.safe_load(file.read_text(encoding="utf-8")) for path, file in files.items()}
        self.rule = rules[said["story.yaml"]["plan"]]
        self.plan = said["work/plan.yaml"]
        self.moved = max(stay["from"] for home in said["homes.yaml"] for stay in home["stays"])
        sessions = [words for path, words in said.items() if path.startswith("work/sessions/")]
        past = sorted((one for one in sessions if one["when"] <= TODAY), key=lambda one: one["when"])
        self.held = [one for one in past if not one.get("said-no")]
        self.offered = [one["when"] for one in past if one.get("said-no")]

    @property
    def state(self) -> str:
        pause = self.plan.get("pause")
        if pause and pause["from"] <= TODAY <= pause["look-again"] and not pause.get("until", date.max) <= TODAY:
            return "paused"
        until = [_add(day, self.rule["offer-again-after"]) for day in self.offered[-1:]]
        counting = [day for day in until if day >= TODAY]
        if not self.held:
            return "offered-said-no" if counting else "not-begun"
        last = self.held[-1]["when"]
        year_ago = TODAY.replace(year=TODAY.year - 1)
        key = "direct-work-after-a-year" if self.moved <= year_ago else "direct-work"
        rhythm = self.rule.get(key, self.rule["direct-work"])
        if not rhythm.startswith("every "):
            return "engaged"  # none is due
        no_since = [day for day in counting if self.offered[-1] >= last]
        due = max([_add(last, rhythm), *no_since])
        return "overdue" if due < TODAY else "engaged"

    @property
    def answers(self) -> list[str]:
        says = [_write(one.get("why-in-care", {}).get("child-says")) for one in self.held]
        return [answer for answer in says if answer in ANSWERS]


def _write(value: object) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _change(folder: Path) -> None:
    """Make of some stories what the pretend ones are not: a year in one home, a no since, a pause that is over."""
    for number, story in enumerate(sorted(folder.glob("*/*/story.yaml"))):
        place = story.parent
        if number % 3 == 0 and (place / "homes.yaml").exists():
            put(
                place / "homes.yaml",
                f"- {{id: home, name: Home, stays: [{{from: {TODAY.year - 2}-01-0{number % 9 + 1}}}]}}\n",
            )
        if number % 5 == 0 and (place / "work").exists():
            put(place / "work/sessions/no.yaml", SAID_NO.format(TODAY - timedelta(days=number % 110)))
        if number % 7 == 0 and (place / "work").exists():
            text = (place / "work/plan.yaml").read_text(encoding="utf-8").split("pause:")[0]
            again = TODAY + timedelta(days=number % 3 - 1)
            put(
                place / "work/plan.yaml", f"{text}pause: {{from: 2026-10-01, look-again: {again}, reason: No, by: P}}\n"
            )
        if number % 11 == 0 and (place / "work").exists():
            put(
                place / "work/sessions/later.yaml",
                SAID_NO.format(TODAY + timedelta(days=1)).replace("said-no: yes\n", ""),
            )


def _count(folder: Path) -> tuple[dict[str, int], dict[str, dict[str, int]], dict[str, str]]:
    """How many are in each state, the first and latest answers of those asked twice, and the state of each story."""
    shipped = yaml.safe_load((find_resources("templates") / "policy.yaml").read_text(encoding="utf-8"))
    rules = {plan["name"]: plan for plan in shipped["plans"]}
    states: dict[str, str] = {}
    asked: list[list[str]] = []
    for story in folder.glob("*/*/story.yaml"):
        try:
            child = Child(story.parent, rules)
        except yaml.YAMLError:
            states[story.parent.name] = "cannot-be-read"
            continue
        states[story.parent.name] = child.state
        asked += [child.answers] if len(child.answers) > 1 else []
    with (folder / "children.csv").open(encoding="utf-8", newline="") as opened:
        listed = [row["reference"] for row in csv.DictReader(opened)]
    states |= {reference: "no-story-yet" for reference in listed if reference not in states}
    answers = {
        answer: {
            "first": sum(given[0] == answer for given in asked),
            "latest": sum(given[-1] == answer for given in asked),
        }
        for answer in ANSWERS
    }
    return dict(Counter(states.values())), answers, states


def _expect_the_same_count(tmp_path: Path, children: int) -> None:
    make_pretend_caseload(tmp_path / "c", children, "count", TODAY)
    _change(tmp_path / "c")
    list_lines(run("report", tmp_path / "c", "--names", "--to", tmp_path / "out"))
    data = json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))
    counts, answers, states = _count(tmp_path / "c")
    keys = {"offered, said no": "offered-said-no"}
    rows = {
        row["story"].rpartition("/")[2]: keys.get(row["state"], row["state"].replace(" ", "-")) for row in data["rows"]
    }
    assert {name: (rows[name], states[name]) for name in states if rows[name] != states[name]} == {}
    assert data["states"] == counts and counts.keys() == STATES
    assert sum(counts.values()) == children == data["children-on-the-list"]
    assert data["first-and-latest"] == answers


def test_a_report_counts_what_the_files_say(tmp_path: Path) -> None:
    """Of 60 children each is in the state that a count from the files gives, and every state is there."""
    _expect_the_same_count(tmp_path, 60)


@pytest.mark.slow
def test_a_report_counts_what_the_files_of_600_say(tmp_path: Path) -> None:
    """Of 600 children, too."""
    _expect_the_same_count(tmp_path, 600)
