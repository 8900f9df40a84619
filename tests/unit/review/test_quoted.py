"""Every example that the issue of this work quotes, as it stands there: found, or left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import HEAD
from tests.unit.review.stories import find_in
from tests.unit.review.tables import PEOPLE


def _chapter(text: str) -> dict[str, str]:
    return {"chapters/01.md": f"{HEAD}{text}\n"}


def _tell(young: str, old: str) -> dict[str, str]:
    return _chapter(f"::: tell 4\n{young}\n:::\n\n::: tell 13\n{old}\n:::")


HOMES = (
    "- {id: a, name: Elm House, stays: [{from: 2017-02, until: November 2019, goodbye: Bye.}]}\n"
    "- {id: b, name: Oak House, stays: [{from: January 2020}]}\n"
)
EXAMPLES: tuple[tuple[dict[str, str], str, bool], ...] = (
    (_chapter("(from 9 only) Mum left you with Nana Pat."), "worker-note", True),
    (_chapter("(from 9 only) Mum left you …"), "worker-note", True),
    (_chapter("TODO photo"), "worker-note", True),
    (_chapter("not for under 9"), "worker-note", True),
    (_chapter("Love from Mum xxx"), "worker-note", False),
    (_chapter("You can ask Jan anything."), "worker-note", False),
    (_tell("Mum was poorly.", "Mum took heroin."), "softened-fact", True),
    (_tell("Dad works far away.", "Dad was in prison."), "softened-fact", True),
    (
        _tell("Mum was in hospital.", "Mum was in hospital with hepatitis, because of the heroin."),
        "softened-fact",
        False,
    ),
    (_tell("Nana's heart was poorly.", "Nana died of a heart attack."), "softened-fact", False),
    (_tell("Mum was poorly.", "Mum had cancer."), "softened-fact", False),
    (_chapter("You stay until you are big."), "promise", True),
    (_chapter("You will always be Tyler's sister."), "promise", False),
    (_chapter("Nobody can promise for ever."), "promise", False),
    ({"timeline.yaml": "- {when: 2019-08-03, what: You swam when you were three.}\n"}, "wrong-age", True),
    (_chapter("Dad hit Mum."), "allegation-as-fact", True),
    (_chapter("The judge found that Dad hit Mum."), "allegation-as-fact", False),
    (_chapter("Mum says Dad hit her."), "allegation-as-fact", False),
    (_chapter("You were hard to look after, so Sue couldn’t keep you."), "blame-on-the-child", True),
    (_chapter("Mum drank because you never slept."), "blame-on-the-child", True),
    (_chapter("It was not your fault."), "blame-on-the-child", False),
    (_chapter("Mum blamed you. She was wrong."), "blame-on-the-child", False),
    (_chapter("You cried as much as little children cry."), "blame-on-the-child", False),
    (_chapter("You packed your suitcase, and your case was blue."), "harsh-word", False),
    (_chapter("You made eye contact with Jan."), "harsh-word", False),
    (_chapter("You were in the baby unit."), "harsh-word", False),
    (_chapter("Nana Pat still bakes."), "present-for-the-dead", True),
    ({"homes.yaml": HOMES}, "time-with-nobody", True),
)


@pytest.mark.parametrize(("files", "rule", "is_found"), EXAMPLES, ids=range(len(EXAMPLES)))
def test_what_is_quoted_holds(tmp_path: Path, files: dict[str, str], rule: str, is_found: bool) -> None:
    """A quoted slip is found by its rule and by no other, and what only sounds alike is found by none."""
    rules = {finding.rule.id for finding in find_in(tmp_path, {"people.yaml": PEOPLE, **files}, names=("9-12",))}
    assert rules == ({rule} if is_found else set())


MILDER = (
    ("Mum had a bad headache and needed to rest.", "Mum drank a bottle of vodka on most days."),
    ("Daddy is away at sea.", "Dad got six years in prison for selling drugs."),
    ("Dad got a job a long way away.", "Dad went to prison for hurting a man."),
    ("You banged your head when you fell out of bed.", "Dad threw you against the wall. The doctors saw it."),
    ("Mum was too tired to look after you.", "Mum was addicted to crack cocaine."),
    ("Grandad has gone to live with the angels.", "Grandad died in his sleep."),
)


@pytest.mark.parametrize(("young", "old"), MILDER)
def test_other_ways_to_soften_a_fact_are_found(tmp_path: Path, young: str, old: str) -> None:
    """What kind people write in place of the truth is found, whatever it is called."""
    found = find_in(tmp_path, {"people.yaml": PEOPLE, **_tell(young, old)}, names=("9-12",))
    assert "softened-fact" in {finding.rule.id for finding in found}
