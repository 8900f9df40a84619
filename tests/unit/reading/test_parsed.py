"""Values that come with their problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.edition import Policy
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.reading import read_story
from lsbook.reading.parsed import Findings, Parsed, make_failure, make_warning, quote_lines, raise_for_errors
from lsbook.reading.rules.entries import BAD_DATE, MISSING_KEY
from tests.building import STORY, write_files

AT = Location("people.yaml", 2)
PROBLEM = Problem(AT, "What.", "Remedy.", rule=BAD_DATE.id)


def test_a_broken_story_is_a_story_with_its_problems(tmp_path: Path, policy: Policy) -> None:
    """Of a story with mistakes in it, all that can be read comes together with every problem, in their order."""
    write_files(
        tmp_path,
        {
            "story.yaml": STORY,
            "people.yaml": "- id: jan\n  name: Jan\n",
            "homes.yaml": "- id: oak\n  name: Oak\n  odd: 1\n",
        },
    )
    parsed = read_story(tmp_path, policy)
    assert [item.id for item in (*parsed.value.people, *parsed.value.homes)] == ["jan", "oak"]
    assert [str(problem.at) for problem in parsed.problems] == ["homes.yaml:3", "people.yaml:1", "people.yaml:1"]
    assert [problem.source for problem in parsed.problems] == ["odd: 1", "- id: jan", "- id: jan"]


def test_no_story_at_all_is_no_value(tmp_path: Path, policy: Policy) -> None:
    """Where there is nothing that could be read as a story, reading raises its problems."""
    with pytest.raises(ProblemsFound):
        read_story(tmp_path, policy)


def test_a_reader_hands_on_what_it_was_given() -> None:
    """The problems of a part are problems of the whole, each once, and one that is explained otherwise is gone."""
    findings = Findings()
    assert findings.take(Parsed("value", (PROBLEM,))) == "value"
    findings.extend([PROBLEM])
    dropped = findings.add(AT, "Missing.", "Add it.", rule=MISSING_KEY)
    findings.withdraw(dropped)
    assert findings.wrap(1) == Parsed(1, (PROBLEM,))
    assert make_failure(AT, "What.", "Remedy.", BAD_DATE) == Parsed(None, (PROBLEM,))


def test_lines_stand_beside_problems() -> None:
    """The line of a problem is shown without the spaces around it, and nothing where its file has no such line."""
    elsewhere = Problem(Location("homes.yaml", 1), "What.", "Remedy.", rule=BAD_DATE.id)
    quoted = quote_lines([PROBLEM, PROBLEM, elsewhere], {"people.yaml": ["- id: jan", "  name: Jan "]})
    assert [problem.source for problem in quoted] == ["name: Jan", ""]


def test_warnings_stop_nothing() -> None:
    """Problems are raised only where one of them is an error, and then with the warnings."""
    warning = make_warning(AT, "Look.", "Remedy.", BAD_DATE)
    raise_for_errors([warning])
    with pytest.raises(ProblemsFound) as stopped:
        raise_for_errors([warning, PROBLEM])
    assert set(stopped.value.problems) == {warning, PROBLEM}
