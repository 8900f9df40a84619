"""What is said of a later life letter before it leaves, each by the smallest letter that breaks one rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lsbook.checks import Rule, find_problems
from lsbook.checks.later_life import LETTER_RULES, LetterSubject
from lsbook.editions import make_choice, make_unapproved_edition
from lsbook.model.problem import Severity
from tests.building import MADE, policy, story_in

HEAD = "---\nfrom: priya\nkind: later-life\nwhen: 2026-03-02\n---\n"
PEOPLE = (
    "- {id: priya, name: Priya, is: social worker, group: helpers}\n"
    "- {id: kelly, name: Mum, is: birth mum, group: family, also-called: [Kelly Moss], parent-of: [me, tyler]}\n"
    "- id: tyler\n  name: Tyler\n  is: half-brother\n  group: family\n"
    "  facts: [Tyler was hurt by a man who lived in the flat.]\n"
)
SOUND = "Dear Robin,\n\nMum loved you. You can ask for your whole file.\n"
BROKEN = {
    "letter-to-two-children": (HEAD, "Dear Robin and Tyler,\n\nYou can ask.\n"),
    "letter-tells-of-another-child": (HEAD, SOUND + "\nTyler was hurt by a man who lived in the flat.\n"),
    "letter-says-surname": (HEAD, SOUND + "\nHer name is Kelly Moss.\n"),
    "letter-unexplained-word": (HEAD, SOUND + "\nThe placement ended.\n"),
    "letter-without-author": (HEAD.replace("when: 2026-03-02\n", ""), SOUND),
    "letter-without-way-to-ask": (HEAD, "Dear Robin,\n\nMum loved you.\n"),
    "letter-without-second-reader": (HEAD, SOUND),
}


def _ask(folder: Path, head: str, body: str, second_reader: str) -> LetterSubject:
    """The letter as its rules are asked about it."""
    story = story_in(folder, {"people.yaml": PEOPLE, "letters/later.md": head + body})
    choice = make_choice(story, make_unapproved_edition(story, policy(), "18-plus"), MADE)
    [letter] = story.letters
    said = tuple(passage for passage in choice.passages if passage.ancestors and passage.ancestors[0] is letter)
    return LetterSubject(story=story, letter=letter, passages=said, second_reader=second_reader)


@pytest.mark.parametrize("rule", LETTER_RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_its_broken_letter(tmp_path: Path, rule: Rule[LetterSubject]) -> None:
    """Each rule finds what breaks it, no graver than it is, and says where it stands and what to do."""
    reader = "" if rule.id == "letter-without-second-reader" else "Sam"
    problems = find_problems(LETTER_RULES, _ask(tmp_path, *BROKEN[rule.id], reader))
    assert [problem.rule for problem in problems] == [rule.id]
    assert problems[0].at.path == "letters/later.md" and problems[0].remedy
    assert problems[0].severity is rule.severity


def test_no_rule_speaks_of_a_sound_letter(tmp_path: Path) -> None:
    """A letter in which all is well, with the words of the files explained and a name cleared, breaks no rule."""
    head = HEAD.replace("---\nfrom", "---\nallow: {words: Kelly Moss, reason: she agreed, by: Priya}\nfrom", 1)
    body = SOUND + "\nKelly Moss is her name. *Placement* is the file's word for home.\n"
    assert find_problems(LETTER_RULES, _ask(tmp_path, head, body, "Sam")) == ()


@pytest.mark.parametrize("rule", LETTER_RULES, ids=lambda rule: rule.id)
def test_a_rule_about_letters_is_explained(rule: Rule[LetterSubject]) -> None:
    """What is wrong, why it matters and what to do stand in three to eight sentences."""
    assert 3 <= len(re.split(r"(?<=[.?!]) (?=[A-Z])", rule.explain)) <= 8
    assert rule.severity in (Severity.ERROR, Severity.WARNING)
