"""Identifiers of private people, measured on sentences as they stand in stories."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lsbook.checks.identifying import found, known
from lsbook.checks.kinds import Known
from lsbook.model.said import folded
from tests.editions.stories import policy, story_in

CORPUS = Path(__file__).parent / "corpus"
PLANTED = [line.split(" | ", 1) for line in (CORPUS / "planted.txt").read_text(encoding="utf-8").splitlines()]
ORDINARY = (CORPUS / "ordinary.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Known:
    """What the shipped policy makes public, for a story in British English."""
    return known(story_in(tmp_path_factory.mktemp("story"), {}), policy())


def _found(sentence: str, public: Known) -> list[tuple[str, str]]:
    words = folded(sentence)
    return [(kind.name, words[start:end]) for kind, (start, end) in found(words, public)]


def test_no_ordinary_sentence_holds_an_identifier(public: Known) -> None:
    """Dates, ages, weights, buses, sums, scores, prices, roads and helplines are no identifiers."""
    assert len(ORDINARY) >= 300
    assert {sentence: hits for sentence in ORDINARY if (hits := _found(sentence, public))} == {}


@pytest.mark.parametrize(("kind", "sentence"), PLANTED)
def test_every_planted_identifier_is_found(kind: str, sentence: str, public: Known) -> None:
    """Each identifier is found whole, once, and called what it is."""
    planted = re.findall(r"\{(.*?)\}", sentence)
    assert _found(re.sub(r"[{}]", "", sentence), public) == [(kind, folded(one)) for one in planted]
