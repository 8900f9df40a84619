"""A pretend caseload, with every state in it: for training and tests. Nobody in it is anybody."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from lsbook.model.problem import Location
from lsbook.model.rules.places import PLACE_TAKEN
from lsbook.practice.new_files import write_new_file
from lsbook.practice.report.states import CaseState

_NAMES = (
    "Ada", "Bea", "Cal", "Dot", "Eli", "Fay", "Gus", "Hal", "Ivy", "Jem", "Kit", "Lou", "Nell", "Ola", "Pip", "Quin",
    "Rae", "Sid", "Tess", "Una", "Wyn", "Xan", "Zed",
)  # fmt: skip
_SURNAMES = ("Ashby", "Bray", "Croft", "Dunne", "Eaves", "Frost", "Gale", "Hurst", "Ince", "Jukes", "Kerr", "Lunn")
_WORKERS = ("Priya", "Lin", "Ade", "Sam", "Amina", "Tom", "Noor", "Kofi", "Ruth", "Ines")
_TEAMS = ("North", "South", "East", "West")
_PLANS = ("long-term-fostering", "adoption", "kinship-care", "residential", "short-term-fostering", "leaving-care")
_DID = ("Looked at the photos.", "Drew a map of people.", "Walked to the pond.", "Made a page about school.")
_HELPED = ("Doing it in the car.", "Drawing it first.", "That I could stop.", "Tea afterwards.")
_SAYS = ("no", "a-bit", "yes", "want-more", "not-asked")
_SEES = ("not-yet", "muddled", "part", "whole")
_MIX = (
    (CaseState.ENGAGED, 55), (CaseState.OVERDUE, 16), (CaseState.OFFERED, 4), (CaseState.PAUSED, 3),
    (CaseState.NOT_BEGUN, 9), (CaseState.UNREADABLE, 1), (CaseState.NO_STORY, 12),
)  # fmt: skip
"""Of a hundred children, how many are in each state; of few, each state comes once first."""


class PretendCaseload(Struct, frozen=True):
    """What was made: how many children stand on the list, and how many of them have a story."""

    children: int
    stories: int


def make_pretend_caseload(folder: Path, children: int, seed: str, today: date) -> PretendCaseload:
    """Write a pretend caseload of so many ``children`` into ``folder``, which is made. The same seed gives the same.

    Raises ``ProblemsFound`` where something is there already, or the computer cannot write.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = "There is something here already, and lsbook writes over nothing."
        raise PLACE_TAKEN.make_error(Location(str(folder)), what, "Choose a name that is free.")
    states = _list_states(children, random.Random(f"{seed} states"))
    rows = ["reference,worker,team,plan,looked-after-since,next-review"]
    stories = 0
    for number, state in enumerate(states):
        child = _PretendChild(number, state, random.Random(f"{seed} {number}"), today)
        rows.append(child.format_row())
        for path, text in child.list_files():
            write_new_file(folder / child.team / child.reference / path, text)
        stories += state is not CaseState.NO_STORY
    write_new_file(folder / "children.csv", "".join(f"{row}\n" for row in rows))
    own = "working-days: england\ndecided: {by: Head of service, on: 2026-09-01, look-again: 2027-09-01}\n"
    write_new_file(folder / "policy.yaml", f"# A pretend policy.\n{own}")
    return PretendCaseload(children, stories)


def _list_states(children: int, chance: random.Random) -> list[CaseState]:
    first = [state for state, _ in _MIX][:children]
    kinds, weights = zip(*_MIX, strict=True)
    return first + chance.choices(kinds, weights, k=children - len(first))


class _PretendChild:
    """One pretend child, whose files put the work into a state."""

    def __init__(self, number: int, state: CaseState, chance: random.Random, today: date) -> None:
        self.reference = str(1000 + number)
        self.team = chance.choice(_TEAMS)
        self._state, self._chance, self._today = state, chance, today
        self._name = f"{chance.choice(_NAMES)} {chance.choice(_SURNAMES)}"
        self._worker = chance.choice(_WORKERS)
        plans = _PLANS[:-1] if state is CaseState.OVERDUE else _PLANS  # leaving care: only when asked
        self._plan = chance.choice(plans)
        self._age = chance.randint(3, 17)
        self._since = today - timedelta(days=chance.randint(60, 300))

    def format_row(self) -> str:
        """Return the child's row of the authority's list."""
        review = self._today + timedelta(days=self._chance.randint(10, 180))
        cells = (self.reference, self._worker, self.team, self._plan, self._since.isoformat(), review.isoformat())
        return ",".join(cells)

    def list_files(self) -> Iterator[tuple[str, str]]:
        """Yield the files of the child's story, with their paths in it."""
        if self._state is CaseState.NO_STORY:
            return
        yield "story.yaml", self._format_story()
        if self._state is CaseState.UNREADABLE:
            yield "people.yaml", "- id: jo\n  name: [Jo\n"
            return
        yield "people.yaml", "- {id: jo, name: Jo, is: carer, group: home}\n"
        yield "homes.yaml", f"- {{id: home, name: Jo's house, stays: [{{from: {self._since}, people: [jo]}}]}}\n"
        asked = self._today - timedelta(days=self._chance.randint(5, 170))
        yield "about-me.yaml", f"- {{kind: like, what: Goats., when: {asked}}}\n"
        yield "work/plan.yaml", self._format_plan()
        for number, text in enumerate(self._list_sessions(), 1):
            yield f"work/sessions/{number}.yaml", text

    def _format_story(self) -> str:
        born = self._today.year - self._age
        return (
            f"child: {{name: {self._name}, born: {born}}}\n"
            f"telling-age: {{age: {self._age}, decided-by: {self._worker}, on: {self._since}}}\nplan: {self._plan}\n"
        )

    def _format_plan(self) -> str:
        lines = [
            f"worker: {self._worker}",
            f"looked-after-since: {self._since}",
            f"team: {self.team}",
            f'reference: "{self.reference}"',
        ]
        if self._state is CaseState.PAUSED:
            start, again = self._today - timedelta(days=20), self._today + timedelta(days=40)
            lines.append(f"pause: {{from: {start}, look-again: {again}, reason: Not now, by: {self._worker}}}")
        return "".join(f"{line}\n" for line in lines)

    def _list_sessions(self) -> Iterator[str]:
        if self._state is CaseState.OFFERED:
            yield self._format_session(self._today - timedelta(days=self._chance.randint(1, 60)), "said-no: yes\n")
        if self._state in (CaseState.ENGAGED, CaseState.OVERDUE, CaseState.PAUSED):
            last = self._today - timedelta(days=self._chance.randint(1, 30) if self._is_fresh else 55)
            for back in range(self._chance.randint(0, 4), -1, -1):
                yield self._format_session(last - timedelta(days=28 * back), self._format_answer())

    @property
    def _is_fresh(self) -> bool:
        return self._state is not CaseState.OVERDUE

    def _format_session(self, day: date, more: str) -> str:
        return f"when: {day}\nby: {self._worker}\ndid: {self._chance.choice(_DID)}\n{more}"

    def _format_answer(self) -> str:
        says, sees = self._chance.choice(_SAYS), self._chance.choice(_SEES)
        helped = f"helped: {self._chance.choice(_HELPED)}\nmay-share: yes\n" if self._chance.random() < 0.2 else ""
        return f"why-in-care: {{child-says: {says}, worker-sees: {sees}}}\nfelt: ok\n{helped}"
