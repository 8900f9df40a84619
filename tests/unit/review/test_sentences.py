"""Rules about sentences: what each finds, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.review import RuleFinding
from tests.building import HEAD
from tests.unit.review.stories import find_in
from tests.unit.review.tables import FOUND, PEOPLE, QUIET


def _find_lines(folder: Path, sentences: tuple[str, ...], rule: str) -> dict[int, RuleFinding]:
    """What a rule finds in a chapter that has one sentence a paragraph, by the sentences' numbers."""
    chapter = HEAD + "".join(f"{sentence}\n\n" for sentence in sentences)
    found = find_in(folder, {"people.yaml": PEOPLE, "chapters/01.md": chapter})
    head = HEAD.count("\n") + 1
    own = [finding for finding in found if finding.rule.id == rule and finding.problem.at.path == "chapters/01.md"]
    return {(finding.problem.at.line - head) // 2: finding for finding in own}


@pytest.mark.parametrize("rule", FOUND)
def test_a_rule_finds_what_it_is_for(tmp_path: Path, rule: str) -> None:
    """Each sentence that breaks a rule is found on its line, with itself, why, and what to do."""
    found = _find_lines(tmp_path, FOUND[rule], rule)
    assert [sentence for at, sentence in enumerate(FOUND[rule]) if at not in found] == []
    for finding in found.values():
        assert finding.words and finding.problem.what and finding.problem.remedy and finding.rule.source


@pytest.mark.parametrize("rule", FOUND)
def test_a_rule_leaves_the_rest_alone(tmp_path: Path, rule: str) -> None:
    """No sentence that only sounds alike is found."""
    found = _find_lines(tmp_path, QUIET[rule], rule)
    assert [QUIET[rule][at] for at in found] == []
    assert len(QUIET[rule]) >= 10
    assert len(FOUND[rule]) >= 10
