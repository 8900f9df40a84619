"""The rules of reading: each is used, and each slip in a story carries one of them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from lsbook import reading
from lsbook.files.resources import find_resources
from lsbook.model.edition import Policy
from lsbook.model.problem import Problem, ProblemsFound
from lsbook.model.rules.places import NO_STORY, UNREADABLE_FILE
from lsbook.reading import READING_RULES, find_policy, read_policy, read_story, read_symbols
from lsbook.reading.copy_log import parse_copies
from lsbook.reading.decode_text import read_text
from lsbook.reading.rules import entries, files, policy_and_copies, symbols, texts, work
from lsbook.reading.work.records import read_work
from tests.building import STORY, put, write_files

FOLDER = Path(reading.__file__).parent
NAMES = {
    name: value.id
    for module in (entries, files, policy_and_copies, symbols, texts, work)
    for name, value in vars(module).items()
    if name.isupper()
} | {"NO_STORY": NO_STORY.id, "UNREADABLE_FILE": UNREADABLE_FILE.id}
MEDIA: dict[str, str | bytes] = {"media/words.txt": "Words.\n", "media/a/cat.png": "", "media/b/cat.png": ""}
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
    "text-saved-oddly": ("chapters/1.md", f"{CHAPTER}A caf\u00e9.\n".encode("cp1252")),
    "remark-in-text": ("chapters/1.md", f"{CHAPTER}<!-- Ask Jan. -->\n"),
    "file-ambiguous": ("chapters/1.md", f"{CHAPTER}![A cat](cat.png)\n"),
    "file-described-twice": ("media.yaml", "- {file: words.txt, shows: Words}\n" * 2),
    "medium-without-description": ("media.yaml", "- file: words.txt\n"),
    "decision-without-name": ("story.yaml", "child: {name: Robin, born: 2017}\ntelling-age: 9\n"),
}
POLICY_SLIPS = {
    "policy-unknown-agreement": "agreements: [{name: the-dog, without: warn}]\n",
    "bad-time": "plans: [{name: adoption, direct-work: now and then}]\n",
    "policy-helpline-unchecked": "helplines: [{name: Talk, number: 123}]\n",
}
SYMBOL_SLIPS = {
    "no-symbols": ("list.yaml", ""),
    "symbol-word-twice": ("symbols.yaml", "- {word: dog, picture: symbols.yaml}\n" * 2),
}
COPY = "- {id: a, on: 2026-11-22, edition: 9-12, form: folder, book: x, copy: x, given-to: Jan, by: Sam}\n"
COPY_SLIPS = {"copy-log-form": "id: a\n", "duplicate-copy": COPY * 2}

SESSION = "when: 2026\nby: Sam\ndid: Talked.\n"
WORK_SLIPS: dict[str, dict[str, str | bytes]] = {
    "two-versions": {"work/plan.yaml": "worker: Sam\n", "work/plan (1).yaml": "worker: Sam\n"},
    "online-only": {"work/sessions/1.yaml": ""},
    "only-me-at-work": {"work/sessions/1.yaml": f"{SESSION}only-me: true\n"},
    "session-without-day": {"work/sessions/1.yaml": SESSION.replace("2026", "not known")},
    "own-work-reviewed": {
        "work/plan.yaml": "worker: Sam\n",
        "work/quality.yaml": "- {on: 2026-06-04, by: Sam, found: {kind: yes}}\n",
    },
}


@pytest.mark.parametrize("rule", SLIPS)
def test_a_slip_carries_the_id_of_its_rule(rule: str, tmp_path: Path, policy: Policy) -> None:
    """The smallest story that breaks a rule of reading gives a problem with its id."""
    path, content = SLIPS[rule]
    write_files(tmp_path, {"story.yaml": STORY, **MEDIA, path: content})
    rules = find_rules(lambda: read_story(tmp_path, policy).problems)
    assert rule in rules <= set(NAMES.values())


def find_rules(read: Callable[[], Iterable[Problem]]) -> set[str]:
    """The ids of all rules that what is read breaks."""
    try:
        return {problem.rule for problem in read()}
    except ProblemsFound as stopped:
        return {problem.rule for problem in stopped.problems}


def test_a_link_carries_the_id_of_its_rule(tmp_path: Path, policy: Policy) -> None:
    """What lies behind a link is no part of a story, and the rule that says so has a name."""
    write_files(tmp_path, {"story.yaml": STORY, "media/words.txt": ""})
    (tmp_path / "people.yaml").symlink_to("media/words.txt")
    assert find_rules(lambda: read_story(tmp_path, policy).problems) == {"link-in-story"}


def test_a_file_that_cannot_be_read_carries_the_id_of_its_rule(tmp_path: Path) -> None:
    """A file that the computer does not give is refused by a rule that can be looked up."""
    assert find_rules(lambda: read_text(tmp_path / "gone.md", "gone.md").problems) == {"file-unreadable"}


@pytest.mark.parametrize("rule", POLICY_SLIPS)
def test_a_slip_in_a_policy_carries_the_id_of_its_rule(rule: str, tmp_path: Path) -> None:
    """A policy with a mistake is refused by a rule that can be looked up."""
    file = put(tmp_path / "policy.yaml", POLICY_SLIPS[rule])
    assert find_rules(lambda: read_all(file)) == {rule}


def test_a_policy_that_is_not_there_carries_the_id_of_its_rule(tmp_path: Path) -> None:
    """So is one that nobody finds."""
    assert find_rules(lambda: read_all(tmp_path / "policy.yaml")) == {"policy-not-found"}


def read_all(file: Path) -> tuple[Problem, ...]:
    """Nothing, where the policy in ``file`` can be read; else its problems are raised."""
    read_policy(find_resources("templates") / "policy.yaml", find_policy(file.parent, file))
    return ()


@pytest.mark.parametrize("rule", COPY_SLIPS)
def test_a_slip_in_the_log_of_copies_carries_the_id_of_its_rule(rule: str, tmp_path: Path) -> None:
    """A log that cannot be read is refused by a rule that can be looked up."""
    assert find_rules(lambda: parse_copies(put(tmp_path / "copies.yaml", COPY_SLIPS[rule])).problems) == {rule}


@pytest.mark.parametrize("rule", SYMBOL_SLIPS)
def test_a_slip_in_the_list_of_symbols_carries_the_id_of_its_rule(rule: str, tmp_path: Path) -> None:
    """A list that is missing, or has a word twice, is named by a rule that can be looked up."""
    name, text = SYMBOL_SLIPS[rule]
    write_files(tmp_path, {f"symbols/{name}": text})
    assert find_rules(lambda: read_symbols([tmp_path]).problems) == {rule}


@pytest.mark.parametrize("rule", WORK_SLIPS)
def test_a_slip_in_the_work_around_the_book_carries_the_id_of_its_rule(rule: str, tmp_path: Path) -> None:
    """Files of work/ that cannot be counted are refused by a rule that can be looked up."""
    write_files(tmp_path, WORK_SLIPS[rule])
    assert find_rules(lambda: read_work(tmp_path).problems) == {rule}


def test_every_rule_is_in_the_list() -> None:
    """Whatever is written down as a rule of reading can be looked up in its list, and is tried here."""
    assert sorted(NAMES.values()) == sorted(rule.id for rule in READING_RULES)
    others = {"link-in-story", "file-unreadable", "policy-not-found"}
    tried = {*SLIPS, *POLICY_SLIPS, *COPY_SLIPS, *SYMBOL_SLIPS, *WORK_SLIPS, *others}
    assert set(NAMES.values()) == tried


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
