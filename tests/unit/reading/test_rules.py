"""The rules of reading: each is used, and each slip in a story carries one of them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from lsbook import reading
from lsbook.model.problem import Severity
from lsbook.reading import READING_RULES
from lsbook.reading.rules import entries, files, policy_and_copies, texts
from tests.unit.reading.conftest import ReadWrong

FOLDER = Path(reading.__file__).parent
NAMES = {
    name: value.id
    for module in (entries, files, policy_and_copies, texts)
    for name, value in vars(module).items()
    if name.isupper()
}
CHAPTER = "---\ntitle: Home\npart: who-am-i\n---\n"
SLIPS: dict[str, tuple[str, str | bytes]] = {
    "unknown-key": ("people.yaml", "- {id: leo, name: Leo, is: friend, group: friends, colour: red}\n"),
    "missing-key": ("people.yaml", "- {id: leo, name: Leo, is: friend}\n"),
    "duplicate-key": ("words.yaml", "- word: court\n  word: judge\n  means: A room.\n"),
    "wrong-value": ("words.yaml", "word: court\n"),
    "unknown-word": ("questions.yaml", "- {ask: Why?, status: perhaps}\n"),
    "bad-date": ("timeline.yaml", "- {when: 03/07/2019, what: You swam}\n"),
    "bad-age": ("timeline.yaml", "- {when: 2019, what: You swam, from-age: nine}\n"),
    "duplicate-age": ("chapters/1.md", f"{CHAPTER}::: tell 9\nOne.\n:::\n::: tell 9\nTwo.\n:::\n"),
    "end-before-beginning": ("schools.yaml", "- {id: elm, name: Elm, from: 2020, until: 2019}\n"),
    "bad-id": ("people.yaml", "- {id: Leo B, name: Leo, is: friend, group: friends}\n"),
    "unknown-language": ("chapters/1.md", CHAPTER.replace("part:", "language: Polnish\npart:")),
    "unknown-reader": ("timeline.yaml", "- {when: 2019, what: You swam, also-for: parents}\n"),
    "incomplete-gate": ("timeline.yaml", "- {when: 2019, what: You swam, hold: yes}\n"),
    "exception-without-reason": ("timeline.yaml", "- {when: 2019, what: You swam, not-them: May}\n"),
    "yaml-syntax": ("words.yaml", "- word: court\n\tmeans: A room.\n"),
    "yaml-special-sign": ("words.yaml", "- {word: &court court, means: A room.}\n"),
    "text-cut-short": ("words.yaml", "- word: court\n  means: Room #1 of all.\n"),
    "key-in-text": ("words.yaml", "- word: court\n  means: A room.\n    from-age:9\n"),
    "title-not-plain": ("words.yaml", '- {word: "[[jan]]", means: A room.}\n'),
    "block-in-yaml": ("words.yaml", "- word: court\n  means: |\n    ::: only-me\n    A room.\n"),
    "keys-between-dashes": ("chapters/1.md", "You swam.\n"),
    "gate-in-text": ("chapters/1.md", f"{CHAPTER}from-age: 9\nYou swam.\n"),
    "name-not-closed": ("chapters/1.md", f"{CHAPTER}[[jan swam.\n"),
    "unknown-block": ("chapters/1.md", f"{CHAPTER}::: from-aeg 9\nYou swam.\n:::\n"),
    "block-not-closed": ("chapters/1.md", f"{CHAPTER}::: from-age 9\nYou swam.\n"),
    "block-options": ("chapters/1.md", f"{CHAPTER}::: note colour=red\nYou swam.\n:::\n"),
    "block-content": ("chapters/1.md", f"{CHAPTER}::: photos\n:::\n"),
    "beyond-limits": ("chapters/1.md", CHAPTER + "x" * 1_000_001),
    "not-text": ("chapters/1.md", b"PK\0\1"),
    "unknown-file": ("peple.yaml", ""),
    "file-not-found": ("chapters/1.md", f"{CHAPTER}![A dog](dog.png)\n"),
    "captions": ("media.yaml", "- {file: words.txt, shows: Words, captions: words.txt}\n"),
    "no-story": ("story.yaml", "# nothing yet\n"),
    "newer-format": ("story.yaml", "format: 99\n"),
}


@pytest.mark.parametrize("rule", SLIPS)
def test_a_slip_carries_the_id_of_its_rule(rule: str, wrong: ReadWrong) -> None:
    """The smallest story that breaks a rule of reading gives a problem with its id."""
    path, content = SLIPS[rule]
    problems = wrong({"media/words.txt": "Words.\n", path: content})
    assert rule in {problem.rule for problem in problems}
    assert {problem.rule for problem in problems} <= set(NAMES.values())


def test_every_rule_is_in_the_list() -> None:
    """Whatever is written down as a rule of reading can be looked up in its list."""
    assert sorted(NAMES.values()) == sorted(rule.id for rule in READING_RULES)
    assert {rule.severity for rule in READING_RULES} == set(Severity)


def test_every_rule_is_used_by_a_reader() -> None:
    """No rule is explained that no reader asks."""
    readers = [file for file in FOLDER.rglob("*.py") if file.parent != FOLDER / "rules"]
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in readers]
    used = {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert NAMES.keys() - used == set()


def test_no_problem_of_reading_is_without_a_rule() -> None:
    """Wherever a reader makes a problem itself, it names the rule."""
    for file in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                assert "rule" in {keyword.arg for keyword in node.keywords}, f"{file.name}:{node.lineno}"
