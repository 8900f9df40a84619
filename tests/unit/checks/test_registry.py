"""All rules: each has a name, words that explain it, and a broken story that it finds."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest

import lsbook
from lsbook.checks import RULES, HandoverSubject, Rule, find_problems
from lsbook.checks.agreements import APPROVAL_TO_COME
from lsbook.checks.settings import WRONG_SETTING
from lsbook.editions import make_choice, make_unapproved_edition
from lsbook.model.consents import Consents
from lsbook.model.problem import Problem, ProblemsFound, Severity
from lsbook.model.rule_text import RuleText
from lsbook.model.rules import COMMAND_RULES
from lsbook.pages import check_catalog
from lsbook.pipeline import choose_books, load
from lsbook.reading import read_story
from lsbook.review import ALL_RULES, check_story
from lsbook.subjects import describe_edition
from tests.building import HEAD, MADE, STORY, policy
from tests.sharing import in_every_run

BAD = Path(__file__).parent / "bad"
STORIES = sorted(folder for folder in BAD.iterdir() if (folder / "story").is_dir())
PERSON = "- {id: leo, name: Leo, is: friend, group: friends}\n"
CHOSEN = HEAD.replace("---\n", "---\npicture-book: yes\n", 1)
BROKEN: dict[str, dict[str, str]] = {
    "duplicate-id": {"people.yaml": PERSON + PERSON.replace("Leo", "Lea")},
    "unknown-reference": {"chapters/01.md": HEAD + "[[leo]] laughed.\n"},
    "unknown-person": {"people.yaml": PERSON.replace("}", ", parent-of: [lea]}")},
    "name-instead-of-id": {
        "people.yaml": PERSON,
        "keepsakes.yaml": "- {id: ball, name: Your ball, given-by: Leo}\n",
    },
    "letter-in-itself": {"letters/a.md": "---\nfrom: Jan\nkind: hello\n---\n::: letter a\n:::\n"},
    "unknown-group": {"people.yaml": PERSON, "story.yaml": STORY + "groups: [family]\n"},
    "hold-without-review": {"people.yaml": PERSON.replace("}", ", hold: not yet}")},
    "photo-shown-too-early": {
        "media/dog.png": "",
        "media.yaml": "- {file: dog.png, shows: A dog}\n",
        "timeline.yaml": "- {when: 2019, what: You met a dog, photos: [dog.png], from-age: 13}\n",
    },
    "recording-without-gate": {
        "media/me.mp3": "",
        "chapters/01.md": HEAD.replace("---\n", "---\nread-aloud: me.mp3\n", 1) + "::: from-age 12\nMore.\n:::\n",
    },
    "picture-without-permission": {
        "people.yaml": PERSON,
        "media/goal.png": "",
        "media.yaml": "- {file: goal.png, shows: A goal, people: [leo]}\n",
    },
    "ungated-answer": {
        "questions.yaml": "- ask: Where is Dad?\n  status: later\n  answer: {says: In prison., source: a letter}\n"
    },
    "birth-date-to-come": {"story.yaml": STORY.replace("2017-02-14", "2027-02-14")},
    "end-before-age": {
        "homes.yaml": "- {id: oak, name: Oak House, stays: [{from: when I was 4, until: 2019}]}\n",
    },
    "book-before-birth": {"story.yaml": STORY.replace("2017-02-14", "2027-02-14")},
    "identifier": {"chapters/01.md": HEAD + "You moved to LA1 1AA.\n"},
    "starter-text": {"chapters/01.md": HEAD + "This is your book. It is about you.\n"},
    "worker-note": {"chapters/01.md": HEAD + "TODO: a photo of Leo.\n"},
    "picture-book-not-chosen": {"chapters/01.md": HEAD + "You like mango.\n"},
    "picture-book-too-long": {"chapters/01.md": CHOSEN + "\n---\n\n".join(f"You ran {n}.\n" for n in range(16))},
    "picture-book-of-hard-news": {
        "chapters/01.md": CHOSEN.replace("title", "heads-up: about fish\ntitle", 1) + "It died."
    },
    "picture-book-words": {"chapters/01.md": CHOSEN + "You ran.\n\n---\n\nYou sat. You ate. You slept.\n"},
    "approval-without-asking": {},
    "second-reader-missing": {},
    "child-not-asked": {},
    "book-for-older-child": {},
    "id-in-single-brackets": {"people.yaml": PERSON, "chapters/01.md": HEAD + "You live with [leo].\n"},
    "picture-not-read": {"media/a.jpg": "a", "chapters/01.md": HEAD + "![A dog](a.jpg\n"},
    "id-in-curly-brackets": {"people.yaml": PERSON, "chapters/01.md": HEAD + "You live with {{leo}}.\n"},
    "html-as-text": {"chapters/01.md": HEAD + "You <b>ran</b>.\n"},
    "untold-news": {"chapters/01.md": HEAD + '::: heads-up "about the fish"\nIt died.\n:::\n'},
    "other-readers-unknown": {
        "people.yaml": PERSON,
        "homes.yaml": "- {id: oak-house, name: Oak House, stays: [{from: 2020, people: [leo]}]}\n",
    },
    "record-leaving": {},
    "asked-day-to-come": {
        "story.yaml": STORY.replace("on: 2026-03-01", "on: 2026-03-01, child-asked: 2026-12-01"),
    },
    "approval-to-come": {"story.yaml": STORY.replace("on: 2026-03-01", "on: 2026-12-01")},
}
EDITIONS = {
    "approval-without-asking": "carers",
    "child-not-asked": "carers",
    "book-for-older-child": "13-17",
    "picture-book-not-chosen": "under-5",
    "picture-book-of-hard-news": "under-5",
    "picture-book-too-long": "under-5",
    "picture-book-words": "under-5",
    "record-leaving": "record",
    "asked-day-to-come": "carers",
    "approval-to-come": "carers",
}
SOUND = STORY.replace("on: 2026-03-01", "on: 2026-03-01, child-asked: 2026-02-28")


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in {"story.yaml": STORY, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def ask(folder: Path, files: dict[str, str], edition: str, consents: Consents) -> HandoverSubject:
    """All that any rule is asked about: the story of ``files``, however broken, and its book ``edition``."""
    write(folder, files)
    story = read_story(folder, policy()).value
    choice = make_choice(story, make_unapproved_edition(story, policy(), edition), MADE)
    return HandoverSubject(
        story=story,
        policy=policy(),
        today=MADE,
        books=(describe_edition(choice.visibility, choice.passages),),
        book_date=date(2026, 11, 20),
        edition=edition,
        consents=consents,
    )


def test_an_approval_that_holds_is_not_undone_by_one_to_come(tmp_path: Path) -> None:
    """A book that somebody approved may go, also where a second approval is written down for a later day."""
    approval = "  - {edition: carers, by: Sam, on: "
    renewed = f"approvals:\n{approval}2026-03-01}}\n{approval}2026-12-01}}\n"
    files = {"story.yaml": STORY.partition("approvals:")[0] + renewed}
    assert not tuple(APPROVAL_TO_COME.check(ask(tmp_path, files, "carers", Consents())))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_its_broken_story(tmp_path: Path, rule: Rule[HandoverSubject]) -> None:
    """What a rule finds carries its id and is no graver than the rule; each problem says where and what to do."""
    problems = tuple(rule.check(ask(tmp_path, BROKEN[rule.id], EDITIONS.get(rule.id, "9-12"), Consents())))
    assert problems
    for problem in problems:
        assert problem.rule == rule.id
        assert problem.is_warning or rule.severity is Severity.ERROR
        assert problem.at.path and problem.what and problem.remedy


@pytest.mark.parametrize("edition", ["9-12", "carers"])
def test_no_rule_speaks_of_a_sound_story(tmp_path: Path, edition: str) -> None:
    """A story in which all is well, and a copy to which everybody agreed, break no rule."""
    consents = Consents(by="Sam", second_reader="Priya")
    assert find_problems(RULES, ask(tmp_path, {"story.yaml": SOUND, "people.yaml": PERSON}, edition, consents)) == ()


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_a_rule_is_explained(rule: RuleText) -> None:
    """What is wrong, why it matters and what to do stand in three to eight sentences."""
    sentences = re.split(r"(?<=[.?!])(?<!\.\.\.) (?=[A-Z\[])", rule.explain)
    assert 3 <= len(sentences) <= 8, sentences
    assert rule.explain.endswith(".") and "  " not in rule.explain


@pytest.mark.parametrize(
    ("rule", "folder"),
    [
        ("edition-not-approved", "edition-without-approval"),
        ("withheld-reference", "name-withheld"),
        ("known-answer-denied", "nobody-knows-a-lie"),
        ("withheld-name", "name-withheld-in-the-words"),
        ("withheld-title", "title-of-a-withheld-chapter-in-the-words"),
        ("kept-name", "name-kept-in-the-words"),
        ("whereabouts", "home-of-today-for-birth-family"),
        ("never-says", "word-that-no-book-says"),
    ],
)
def test_the_wall_says_which_rule_refuses_a_book(rule: str, folder: str) -> None:
    """What is refused while a book is chosen carries the id of its rule, as what the checks find does."""
    assert rule in {problem.rule for problem in find_all(BAD / folder) if not problem.is_warning}


def find_all(place: Path) -> tuple[Problem, ...]:
    """All that is said of the broken story in ``place``, and of the words that its books speak from."""
    named = place / "edition"
    try:
        project = load(place / "story", None)
        names = (named.read_text(encoding="utf-8").strip(),) if named.is_file() else project.policy.edition_names[:5]
        chosen = choose_books(project, names, MADE)
    except ProblemsFound as stopped:
        return stopped.problems
    catalog = check_catalog(project.story.language, project.templates)
    return (*project.warnings, *catalog, *chosen.refusals, *chosen.warnings)


@pytest.mark.parametrize("folder", in_every_run(STORIES, STORIES[::3]), ids=lambda folder: folder.name)
def test_each_problem_of_a_broken_story_has_a_rule(folder: Path) -> None:
    """Whatever is wrong with a story, a worker can look up its rule, which is as grave as the problem or graver."""
    severities = {rule.id: rule.severity for rule in ALL_RULES}
    for problem in find_all(folder):
        assert problem.rule in severities, problem
        assert problem.is_warning or severities[problem.rule] is Severity.ERROR


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        ("approval-incomplete", {"story.yaml": STORY.replace("by: Sam, on: 2026-03-01}]", "on: 2026-03-01}]")}),
        (
            "name-withheld-elsewhere",
            {"chapters/01.md": HEAD + "You saw Zebedee.\n::: from-age 30\nWe miss Zebedee.\n:::\n"},
        ),
    ],
)
def test_the_wall_names_its_rules_in_small_things_too(tmp_path: Path, rule: str, files: dict[str, str]) -> None:
    """An approval without a name, and a name that may be a secret, carry the ids of their rules."""
    write(tmp_path, files)
    chosen = choose_books(load(tmp_path, None), ("9-12", "carers"), MADE)
    assert rule in {problem.rule for problem in (*chosen.refusals, *chosen.warnings)}


def test_each_rule_has_a_name_of_its_own() -> None:
    """Ids are small words with hyphens; no two rules share one, and no rule is without its broken story."""
    ids = [rule.id for rule in ALL_RULES]
    assert len(set(ids)) == len(ids)
    assert {rule.id for rule in RULES} == set(BROKEN)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in ids)


@pytest.mark.parametrize("rule", COMMAND_RULES, ids=lambda rule: rule.id)
def test_no_policy_and_no_story_quietens_what_a_command_meets(tmp_path: Path, rule: RuleText) -> None:
    """A rule that is no story's can be looked up, and whoever accepts it is told that no story breaks it."""
    write(tmp_path, {"story.yaml": STORY + f"accepted: {{rule: {rule.id}, reason: it is old, by: Sam}}\n"})
    review = check_story(tmp_path, None, ("9-12",), MADE)
    wrong = [finding.problem.what for finding in review.findings if finding.rule is WRONG_SETTING]
    assert rule in ALL_RULES and wrong and wrong[0].startswith(f'There is no rule "{rule.id}".')


@pytest.fixture(scope="module")
def nodes() -> dict[Path, tuple[ast.AST, ...]]:
    """Every node of the syntax tree of each module of lsbook."""
    files = Path(lsbook.__path__[0]).rglob("*.py")
    return {file: tuple(ast.walk(ast.parse(file.read_text(encoding="utf-8")))) for file in files}


def test_every_rule_that_is_written_down_can_be_looked_up(nodes: dict[Path, tuple[ast.AST, ...]]) -> None:
    """Wherever a rule is written down, it is in the list of all; each that commands share is broken somewhere."""
    shared, written, used = set[str](), set[str](), set[str]()
    for file, inside in nodes.items():
        is_shared = file.parts[-3:-1] == ("model", "rules")
        for node in inside:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                if isinstance(node.value.func, ast.Name) and node.value.func.id in {"Rule", "RuleText"}:
                    written |= {ast.literal_eval(key.value) for key in node.value.keywords if key.arg == "id"}
                    shared |= {ast.unparse(target) for target in node.targets if is_shared}
            elif isinstance(node, ast.Name) and not is_shared:
                used.add(node.id)
    assert written - {rule.id for rule in ALL_RULES} == set()
    assert shared - used == set()


def test_no_problem_names_a_rule_of_its_own(nodes: dict[Path, tuple[ast.AST, ...]]) -> None:
    """The rule of a problem is one that stands in a list: nobody types its id where the problem is made."""
    for file, inside in nodes.items():
        for node in inside:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                [rule] = [key.value for key in node.keywords if key.arg == "rule"]
                assert not isinstance(rule, ast.Constant), f"{file}:{node.lineno}"
