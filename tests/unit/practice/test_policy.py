"""What a policy says of the work around a book: read over the shipped one, shown, looked through, compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.files.resources import find_resources
from lsbook.model.problem import ProblemsFound
from lsbook.model.rhythm import Duration, TimeUnit
from lsbook.model.vocabulary import LaterLifeLetter
from lsbook.model.work_vocabulary import BookPart, Nation
from lsbook.practice.cases import PolicyShelf
from lsbook.reading import load_policy
from lsbook.reading.policy import PolicyFile, read_policy
from lsbook.reading.story.story import read_story
from tests.building import book_of, describe_child, policy, put, story_in, write_files
from tests.unit.practice.casework import PEOPLE, list_lines, run, write_case

SHIPPED = find_resources("templates") / "policy.yaml"
OWN = """working-days: scotland
decided: {by: Head of service, on: 2026-09-01, look-again: 2027-09-01}
consulted:
  - who: the children in care council
    on: June 2026
    said: Ask us before anyone reads it.
    changed: child-asked is refuse from 10
stored: In the team's library. Copies by handover only.
support: Your manager, the same day.
question: Has anybody told you why?
plans:
  - name: residential
    direct-work: once
    because: Children tell us that nobody explained.
"""


def test_the_shipped_policy_decides_as_the_contract_says() -> None:
    """The shipped rhythms and parts are those of the contract."""
    plans = {plan.name: plan for plan in policy().plans}
    rhythms = {name: str(plan.direct_work) for name, plan in plans.items()}
    assert rhythms.pop("special-guardianship") == "not decided" and rhythms.pop("leaving-care") == "when asked"
    assert set(rhythms.values()) == {"every 6 weeks"}
    later = {name for name, plan in plans.items() if str(plan.direct_work_after_a_year) == "every 3 months"}
    assert later == {"long-term-fostering", "kinship-care"}
    letters = {name for name, plan in plans.items() if BookPart.LATER_LIFE_LETTER in plan.holds}
    assert letters == {"adoption", "special-guardianship"}
    assert plans["adoption"].later_life_letter is LaterLifeLetter.APART
    assert [deadline.within for deadline in plans["adoption"].deadlines] == [Duration(10, TimeUnit.WORKING_DAYS)] * 2


def test_every_figure_of_the_shipped_policy_has_its_source_or_the_mark_of_our_own_choice() -> None:
    """Beside each length of time and each rhythm stands a source in brackets, or †."""
    text = SHIPPED.read_text(encoding="utf-8").split("\nplans:\n")[1]
    lines = [line for line in text.splitlines() if any(word in line for word in ("every ", "within:", "after:"))]
    figures = [line for line in lines if line.startswith("    ") and not line.lstrip().startswith("- {")]
    assert len(figures) > 80
    assert [line for line in figures if "# †" not in line and "# [" not in line] == []
    for number in ("[1]", "[2]", "[3]", "[4]"):
        assert f"\n# {number} " in text


def test_an_own_policy_is_laid_over_key_by_key(tmp_path: Path) -> None:
    """What an authority writes replaces ours, and what it leaves out stays."""
    read = read_policy(SHIPPED, PolicyFile(put(tmp_path / "policy.yaml", OWN), "own"))
    plan = read.find_plan("residential")
    assert plan and str(plan.direct_work) == "once" and str(plan.all_about_me) == "every 6 months"
    assert read.nation is Nation.SCOTLAND and read.question == "Has anybody told you why?"
    assert read.consultations[0].changed == "child-asked is refuse from 10"


def test_the_old_key_gets_a_sentence_of_its_own(tmp_path: Path) -> None:
    """Who wrote months-between-editions is told what to write now."""
    file = put(tmp_path / "policy.yaml", "plans:\n  - name: adoption\n    months-between-editions: 18\n")
    with pytest.raises(ProblemsFound) as stopped:
        read_policy(SHIPPED, PolicyFile(file, "own"))
    [problem] = stopped.value.problems
    assert problem.remedy == "Write new-book: every 18 months" and problem.at.line == 3


def test_show_says_where_each_line_comes_from(tmp_path: Path) -> None:
    """Own lines carry the file and the line, shipped ones say so."""
    lines = list_lines(run("policy", "show", put(tmp_path / "policy.yaml", OWN)))
    assert any("working-days:" in line and line.endswith("policy.yaml:1") for line in lines)
    assert any("direct-work:" in line and "once" in line and line.endswith("policy.yaml:13") for line in lines)
    assert any("all-about-me:" in line and line.endswith("as it comes with lsbook") for line in lines)
    assert any("because:" in line and "nobody explained" in line for line in lines)


def test_show_asks_each_decision_as_an_open_question(tmp_path: Path) -> None:
    """For a children in care council, nothing is a yes or a no."""
    printed = run("policy", "show", put(tmp_path / "policy.yaml", OWN), "--to-discuss").output
    assert "How often should somebody sit down with a child for this?" in printed
    assert "Written now: once (A children's home)" in printed


def test_how_people_get_to_know_the_policy_stands_in_it(tmp_path: Path) -> None:
    """A launch and a training are shown with the policy, as what is the authority's own."""
    own = f"{OWN}training:\n- {{what: Launch, on: 14 September 2026, who: everybody}}\n- what: Tools, and songs\n"
    file = put(tmp_path / "policy.yaml", own)
    lines = [line.split(None, 1) for line in list_lines(run("policy", "show", file)) if line.strip()]
    shown = dict(line for line in lines if len(line) == 2)["training:"]
    assert shown.startswith("Launch (14 September 2026, everybody); Tools, and songs") and "policy.yaml:15" in shown
    assert "  training: Launch (14 September" in run("policy", "compare", file).output


def test_check_says_what_is_missing_or_odd(tmp_path: Path) -> None:
    """A policy on which nobody in care was asked, and one whose work ends, are both said."""
    printed = run("policy", "check", put(tmp_path / "policy.yaml", OWN)).output
    assert '"once" at direct-work for residential: the work never ends.' in printed
    assert "Nobody who has been in care was consulted" not in printed
    assert "Nobody who has been in care was consulted" in run("policy", "check", SHIPPED).output
    late = run("policy", "check", tmp_path / "policy.yaml", "--date", "2027-10-01", day=None).output
    assert "It was to be looked at again by 1 September 2027." in late


def test_compare_tells_what_is_yours(tmp_path: Path) -> None:
    """What is yours, as shipped and not decided stand apart, and nothing is ever called compliant."""
    printed = run("policy", "compare", put(tmp_path / "policy.yaml", OWN)).output
    own, shipped = printed.split("AS SHIPPED")
    assert "residential, direct-work: once  (as shipped: every 6 weeks)" in own
    assert "special-guardianship, direct-work" in shipped.split("NOT DECIDED")[1]
    for words in (printed, run("policy", "check", SHIPPED).output, run("policy", "show", SHIPPED).output):
        assert "complian" not in words.casefold()


def test_every_command_finds_the_same_policy(tmp_path: Path) -> None:
    """A policy up to three folders above a story is its policy for books and for the work; four above it is none."""
    story = write_case(tmp_path / "a" / "b" / "c" / "4471", {"people.yaml": PEOPLE})
    for above, words in ((3, "policy.yaml three folders above"), (2, "two folders above"), (1, "in the folder above")):
        (list(story.parents)[above - 1] / "policy.yaml").write_text(f"question: Asked {above}?\n", encoding="utf-8")
        policy, own = load_policy(story, None)
        assert policy.question == f"Asked {above}?" and words in policy.source and own
        assert f"Asked {above}?" in run("policy", "show", story).output
        assert PolicyShelf(None).read(story) == policy and PolicyShelf(None).find(story) == own
    deeper = write_case(story.parent / "d" / "e" / "f" / "9", {})
    assert (story.parent / "policy.yaml").is_file() and load_policy(deeper, None)[1] is None


def test_a_sentence_with_a_comma_stays_whole(tmp_path: Path) -> None:
    """A policy's sentence in curly brackets may have commas, as the contract's own example has."""
    own = "standards:\n  - {name: honest-and-kind, asks: Is it true, and kind to everyone in it?}\n"
    read = read_policy(SHIPPED, PolicyFile(put(tmp_path / "policy.yaml", own), "mine"))
    assert {each.name: each.asks for each in read.standards}["honest-and-kind"].endswith(
        "true, and kind to everyone in it?"
    )


@pytest.mark.parametrize(("what", "says"), [("Goats, and hens", "double quotes"), ("Goats, only me", "only-me")])
def test_in_a_story_such_a_comma_is_a_problem(tmp_path: Path, what: str, says: str) -> None:
    """Where a key may keep something back, nothing is guessed: the sentence has to stand in quotation marks."""
    result = run("due", write_case(tmp_path, {"about-me.yaml": f"- {{kind: like, what: {what}, when: 2026}}\n"}))
    assert result.exit_code == 1 and says in result.output


def test_a_plan_that_the_policy_does_not_know_stops_no_book_and_lets_no_letter_in(tmp_path: Path) -> None:
    """Nothing is decided for such a plan, what might be kept apart is, and a slip of the pen stops the story."""
    letter = {"people.yaml": PEOPLE, "letters/1.md": "---\nfrom: jan\nkind: later-life\n---\nDear you.\n"}
    for number, (plan, shown) in enumerate({"long-term-fostering": 1, "adoption": 0, "staying-put": 0}.items()):
        story = story_in(tmp_path / str(number), {**letter, "story.yaml": f"{describe_child()}plan: {plan}\n"})
        assert len(book_of(story, "9-12").letters) == shown, plan
    slip = write_files(tmp_path / "slip", {"story.yaml": f"{describe_child()}plan: adoptoin\n"})
    [problem] = read_story(slip, policy()).problems
    assert not problem.is_warning and 'Did you mean "adoption"?' in problem.what
