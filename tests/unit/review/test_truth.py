"""Rules about tellings and facts: the whole of a story is read for them, in the words of every age."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.review import RuleFinding
from tests.building import HEAD
from tests.unit.review.stories import find_in, find_rules

SOFTENED = (
    ("Mum was poorly.", "Mum was dependent on heroin."),
    ("Mum was not well. She could not keep you safe.", "Mum took drugs on most days. She could not keep you safe."),
    ("Mum was very tired.", "Mum drank vodka every day."),
    ("Dad works far away.", "Dad was in prison for two years."),
    ("Dad is on a long holiday.", "Dad was sent to prison in 2019."),
    ("Dad is in the army.", "Dad is in prison."),
    ("Dad works on a big ship.", "Dad was in prison for burglary."),
    ("Grandad fell asleep.", "Grandad died of cancer."),
    ("Nana went away.", "Nana died in the hospital."),
    ("You fell over.", "Dad hit you, and your arm broke."),
    ("It was an accident.", "The judge found that Dad punched Mum."),
    ("Mum was busy.", "Mum left you alone for two days."),
    ("Mum was sick a lot.", "Mum was addicted to cocaine."),
    ("Mum had a bad cold. She was ill.", "Mum was drunk in the afternoons."),
    ("Mum had a nasty tummy bug.", "Mum injected heroin."),
    ("Mum had a sore back and stayed in bed.", "Mum took ketamine on most days."),
    ("Dad is building a house in France.", "Dad is in prison for fraud."),
    ("Dad has gone to help some people.", "Dad was jailed for arson."),
    ("Mum forgot the time.", "Mum left you by yourself for three days."),
    ("Mum kept getting migraines.", "Mum was withdrawing from heroin."),
    ("Dad went off to be a soldier.", "Dad was sentenced for assault."),
    ("Dad had to go and work somewhere else.", "Dad went to prison for fighting."),
    ("Nan flew up to be a bright light.", "Nan took her own life."),
    ("Mum needed lots of sleep.", "Mum took crack every day."),
    ("Mum did not feel very well.", "Mum was addicted to tablets."),
    ("Dad is away on a very long trip.", "Dad is serving six years for robbery."),
    ("Dad took a new job in another town.", "Dad was convicted and sent to prison."),
    ("Dad is staying with some friends.", "Dad is in prison."),
    ("Nan is having a long rest.", "Nan died of an overdose."),
    ("Grandad went to live with the angels.", "Grandad died in a fire."),
)
"""A telling from 3 on, and one from 13 on that makes it false."""
TRUE_ENOUGH = (
    ("Mum was in hospital.", "Mum had hepatitis, an illness of the liver."),
    ("Nana's heart was poorly.", "Nana had a heart attack in the kitchen."),
    ("Grandma was poorly.", "Grandma had cancer."),
    ("Mum could not keep you safe.", "Mum was dependent on heroin."),
    ("Mum drank too much alcohol. She was ill from it.", "Mum was dependent on alcohol."),
    ("Dad broke the law. He is in prison.", "Dad was sent to prison for four years."),
    ("Dad works far away on the sea.", "Dad works on an oil rig, two weeks on and two weeks off."),
    ("Dad does not live with you.", "Dad was in prison for two years."),
    ("Grandad died. His body stopped.", "Grandad died of a heart attack."),
    ("Dad hurt Mum. You were not safe.", "Dad punched Mum, and the police came."),
    ("You were poorly, and Mum took you to the doctor.", "Mum took drugs, and you had measles."),
    ("Mum had an illness that made her drink.", "Mum was dependent on alcohol."),
    ("Mum was very sad.", "Mum had depression after you were born."),
    ("Mum was not there.", "Mum left you alone for two days."),
    ("You had a bad cold, and nobody came.", "Mum was drunk, and you were ill."),
    ("You had to sleep at Nana's house.", "Mum had taken heroin that night."),
    ("Dad did something wrong. He lives in another town.", "Dad was convicted of robbery."),
    ("Mum had no rest. She could not keep you safe.", "Mum took drugs."),
    ("Mum had to go to hospital.", "Mum was treated for what alcohol had done to her liver."),
)


def _tell(pairs: tuple[tuple[str, str], ...]) -> str:
    facts = "".join(
        f"    - says:\n        3: {young}\n        13: {old}\n      source: the judgment\n      decided-by: the court\n"
        for young, old in pairs
    )
    return f"- id: kelly\n  name: Mum\n  is: birth mum\n  group: family\n  parent-of: [me]\n  facts:\n{facts}"


def _list_lines(found: tuple[RuleFinding, ...], rule: str) -> list[int]:
    return sorted(finding.problem.at.line for finding in found if finding.rule.id == rule)


def test_a_milder_telling_that_makes_a_fact_false_is_found(tmp_path: Path) -> None:
    """Each milder telling is found on its own line, beside what is told later."""
    found = find_in(tmp_path, {"people.yaml": _tell(SOFTENED)})
    assert _list_lines(found, "softened-fact") == [8 + 5 * at for at in range(len(SOFTENED))]


def test_a_milder_telling_that_says_less_is_left_alone(tmp_path: Path) -> None:
    """Saying less, or calling an illness one, is no lie."""
    found = find_in(tmp_path, {"people.yaml": _tell(TRUE_ENOUGH)})
    assert _list_lines(found, "softened-fact") == []


def test_a_chapter_for_two_ages_is_compared_too(tmp_path: Path) -> None:
    """Tell blocks are compared as facts are."""
    people = _tell(()).replace("  facts:\n", "")
    chapter = HEAD + "::: tell 4\n[[kelly]] was poorly.\n:::\n::: tell 13\n[[kelly]] took heroin.\n:::\n"
    assert find_rules(tmp_path, {"people.yaml": people, "chapters/01.md": chapter}).count("softened-fact") == 1


@pytest.mark.parametrize(
    ("keys", "rule"),
    [
        ("says: Mum drank and could not keep you safe.", "reason-without-source"),
        ("says: Mum was not able to look after you.", "reason-without-source"),
        ("says: The police came because you were not safe.", "reason-without-source"),
        ("says: Dad was in prison.\n      source: a letter", "private-fact"),
        ("says: Mum has hepatitis.\n      source: the hospital", "private-fact"),
        ("says: Mum was abused as a child.\n      certainty: sure", "private-fact"),
        ("says: Dad was convicted of theft.\n      source: the court record", "private-fact"),
    ],
)
def test_a_fact_without_what_it_stands_on_is_found(tmp_path: Path, keys: str, rule: str) -> None:
    """A reason needs a source, and what is private to somebody a person who decided that it is told."""
    people = _tell(()) + f"    - {keys}\n"
    assert rule in find_rules(tmp_path, {"people.yaml": people})


@pytest.mark.parametrize(
    "keys",
    [
        "says: Mum drank and could not keep you safe.\n      source: the judgment\n      decided-by: the court",
        "says: Mum likes strong tea.",
        "says: Mum has hepatitis. She wants you to know.\n      source: a letter",
        "says: Nobody knows if Dad was in prison.\n      certainty: not-known\n      decided-by: Priya",
        "says: Mum has hepatitis.\n      source: Mum told Priya",
        "says: Mum has hepatitis.\n      source: a letter\n      heads-up: about Mum\n      told: {by: Al, on: 2026}",
    ],
)
def test_a_fact_that_stands_on_something_is_left_alone(tmp_path: Path, keys: str) -> None:
    """A source, a decision, a talk, or the person's own word are enough."""
    people = _tell(()) + f"    - {keys}\n"
    rules = find_rules(tmp_path, {"people.yaml": people})
    assert not {"reason-without-source", "private-fact"} & set(rules)


HARD = "---\ntitle: That night\npart: how-i-got-here\nheads-up: about Mum\ntold: {by: Sam, on: 2026-01-01}\n---\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Mum drank. One night she did not wake up.", True),
        ("You were left alone. You can ask Jan today.", True),
        ("Mum drank. It was not your fault. Nobody talks about those days.", True),
        ("You were often hungry. You can talk to Jan now. Feeding you was a job for grown-ups.", False),
        ("Dad hit Mum, the judge found. Then it was dark.", True),
        ("Mum drank. It was not your fault. You can ask Jan, and now you are safe.", False),
        ("Mum drank. Keeping you safe is a job for grown-ups. You can talk to Jan today.", False),
        ("Nana died. You can cry with Jan whenever you like.", False),
        ("The judge decided it. You can read what she wrote.", False),
    ],
)
def test_a_hard_page_does_not_leave_a_child_alone(tmp_path: Path, words: str, found: bool) -> None:
    """Whose job it was, somebody to talk to and a next step stand on a page about harm."""
    rules = find_rules(tmp_path, {"chapters/01.md": HARD + words + "\n"})
    assert ("bare-hard-page" in rules) == found


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("about Dad and prison", True),
        ("{3: about Dad, 13: about Dad and prison}", False),
        ("about Dad", False),
    ],
)
def test_a_label_names_nothing_that_waits(tmp_path: Path, label: str, found: bool) -> None:
    """One label over tellings that differ does not give the harder one away."""
    facts = _tell((("Dad did not live with you.", "Dad was in prison."),))
    people = facts + f"      heads-up: {label}\n      told: {{by: Sam, on: 2026}}\n"
    assert ("label-tells-too-much" in find_rules(tmp_path, {"people.yaml": people})) == found


@pytest.mark.parametrize(("told", "found"), [("", True), ("told: {by: Sam, on: 2026-01-01}\n", False)])
def test_a_person_tells_hard_news_first(tmp_path: Path, told: str, found: bool) -> None:
    """Hard news in the book of the telling age has been told by somebody."""
    chapter = HARD.replace("told: {by: Sam, on: 2026-01-01}\n", told) + "Nana died. You can ask Jan about it now.\n"
    assert ("news-to-tell" in find_rules(tmp_path, {"chapters/01.md": chapter})) == found


@pytest.mark.parametrize(
    ("moment", "found"),
    [
        ("{when: 2019-07-03, what: You swam when you were three.}", True),
        ("{when: 2020-07, what: You swam when you were three.}", False),
        ("{when: about 2019, what: You swam when you were three.}", False),
        ("{when: 2025-01, what: You rode what you had wanted since you were three.}", False),
    ],
)
def test_an_age_fits_the_date_of_its_moment(tmp_path: Path, moment: str, found: bool) -> None:
    """An age that the birth date contradicts is found, and one that may be right is not."""
    assert ("wrong-age" in find_rules(tmp_path, {"timeline.yaml": f"- {moment}\n"})) == found
