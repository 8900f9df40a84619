"""Explaining who is told what."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cli import main

RUN = CliRunner()


@pytest.fixture
def story(tmp_path: Path) -> str:
    (tmp_path / "story.yaml").write_text(
        "child: {name: Robin, born: 2017-02-14}\ntelling-age: {age: 9, decided-by: Sam, on: 2026}\n", encoding="utf-8"
    )
    (tmp_path / "people.yaml").write_text(
        "- id: kelly\n  name: Mum\n  is: birth mum\n  group: family\n  from-age: 9\n  also-for: [carers]\n"
        "  facts:\n    - says: {9: Mum drank too much., 13: Mum was dependent on alcohol.}\n"
        "- {id: ade, name: Ade, is: uncle, group: family, only-me: true}\n",
        encoding="utf-8",
    )
    return str(tmp_path)


def _explain(*arguments: str) -> str:
    result = RUN.invoke(main, ["explain", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_every_item_stands_against_every_edition(story: str) -> None:
    """Without more words every item is shown with the editions that are told it, and why others are not."""
    said = _explain(story)
    assert 'people.yaml:1: person kelly "Mum"' in said
    assert "9-12, 13-17, 18-plus, carers, record: told" in said
    assert "under-5: It is told from 9; this edition is told at 3." in said
    assert "carers, adopters, birth-family, record: It is the child's own" in said


@pytest.mark.parametrize("asked", ["kelly", "people.yaml:1"])
def test_one_item_is_explained_in_sentences(story: str, asked: str) -> None:
    """An id or a place is explained edition by edition, in whole sentences."""
    said = _explain(story, asked)
    assert "(9-12) is told this." in said
    assert "(5-8) is not told this. It is told from 9; this edition is told at 5." in said


def test_a_line_inside_an_item_means_that_item(story: str) -> None:
    """A worker names the line that the editor shows, and the item around it is explained."""
    assert 'people.yaml:1: person kelly "Mum"' in _explain(story, "people.yaml:3")


def test_a_slip_in_an_id_is_answered_with_the_nearest(story: str) -> None:
    """An item that does not exist is answered with the one that was probably meant, and exit code 2."""
    result = RUN.invoke(main, ["explain", story, "kely"])
    assert (result.exit_code, 'Did you mean "kelly"?' in result.stderr) == (2, True)


def test_two_editions_are_compared_in_their_words(story: str) -> None:
    """Between two editions, what comes new is listed, and what is told in other words with those words."""
    assert "Mum" in _explain(story, "--edition", "9-12", "--against", "5-8")
    later = _explain(story, "--edition", "13-17", "--against", "9-12")
    assert '"Mum was dependent on alcohol." (in other words)' in later
    assert "person kelly" not in later
    assert "tells nothing" in _explain(story, "--edition", "5-8", "--against", "9-12")
