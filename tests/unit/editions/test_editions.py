"""Which editions there are, and what is said about them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lsbook.checks import find_untold_news
from lsbook.editions import Visibility, find_default_edition, find_differences, make_edition
from lsbook.model.problem import ProblemsFound
from lsbook.model.story import Story
from lsbook.subjects import describe_edition
from tests.building import HEAD, MADE, STORY, policy, sight_of, story_in


@pytest.mark.parametrize(
    ("telling_age", "edition"),
    [
        (0, "under-5"),
        (4, "under-5"),
        (5, "5-8"),
        (8, "5-8"),
        (9, "9-12"),
        (13, "13-17"),
        (18, "18-plus"),
        (99, "18-plus"),
    ],
)
def test_the_default_edition_holds_the_telling_age(tmp_path: Path, telling_age: int, edition: str) -> None:
    """The book made without options is that of the band which holds the telling age, told at exactly that age."""
    story = story_in(tmp_path, {"story.yaml": STORY.replace("age: 10", f"age: {telling_age}")})
    assert find_default_edition(story, policy()) == edition
    assert make_edition(story, policy(), edition).age == telling_age


def test_helplines_fit_the_age_of_the_telling(tmp_path: Path) -> None:
    """Childline stands in the books of children and stops at 19; each helpline has the day it was checked."""
    story = story_in(tmp_path, {})
    names = {
        name: [line.name for line in make_edition(story, policy(), name).helplines]
        for name in ("9-12", "13-17", "carers")
    }
    assert any("Childline" in name for name in names["9-12"])
    assert not any("Childline" in name for name in names["carers"])
    assert all(line.checked.year >= 2026 for line in policy().helplines)


AT_FIVE = STORY.replace("age: 10", "age: 5")
"""The story of a child born in 2016 or so, who is told at five."""


def at_five(folder: Path, born: str = "2011-03-01", more: str = "") -> Story:
    """A story told at five of a child born on that day; the book is of 21 November 2026."""
    text = re.sub("born: [^},\n]*", f"born: {born}", AT_FIVE, count=1)
    return story_in(folder, {"story.yaml": text + more})


@pytest.mark.parametrize(
    ("born", "more", "look"),
    [
        ("2011-03-01", "", "13-17"),
        ("2011-03-01", "reads-at: under-5\n", "13-17"),
        ("2011-03-01", "look-age: 10\n", "9-12"),
        ("2011-03-01", "look-age: 3\n", "under-5"),
        ("2023-03-01", "", "under-5"),
        ("not known", "", "5-8"),
    ],
)
def test_the_look_follows_the_child_and_not_the_telling(tmp_path: Path, born: str, more: str, look: str) -> None:
    """The book that holds the telling age looks for the age that a person chose, else for the child's real age."""
    edition = make_edition(at_five(tmp_path, born, more), policy(), "5-8", MADE)
    assert (edition.age, edition.look) == (5, look)


def test_only_the_childs_own_book_looks_older_than_it_tells(tmp_path: Path) -> None:
    """The other editions keep the look of their band, whatever the child's age."""
    story = at_five(tmp_path, more="look-age: 10\n")
    editions = {name: make_edition(story, policy(), name, MADE) for name in ("under-5", "9-12", "18-plus")}
    assert {name: edition.look for name, edition in editions.items()} == {name: name for name in editions}


def test_helplines_are_for_the_age_that_the_child_is(tmp_path: Path) -> None:
    """A boy of fifteen who is told at five can ring what a boy of fifteen can ring, however the book looks."""
    child, teen = (
        make_edition(at_five(tmp_path / name, born, "look-age: 6\n"), policy(), "5-8", MADE)
        for name, born in (("child", "2021-03-01"), ("teen", "2011-03-01"))
    )
    grown = make_edition(at_five(tmp_path / "grown", "2000-03-01"), policy(), "5-8", MADE)
    assert all(line.from_age <= 15 <= line.until_age for line in teen.helplines)
    assert all(line.from_age <= 5 <= line.until_age for line in child.helplines)
    assert not any("Childline" in line.name for line in grown.helplines)


def test_every_book_of_a_child_has_the_helplines_of_the_real_age(tmp_path: Path) -> None:
    """Whichever book a child opens, its numbers are for the age that the child is; an adult's book has an adult's."""
    story = at_five(tmp_path, "2011-03-01")
    lines = {band.name: make_edition(story, policy(), band.name, MADE).helplines for band in policy().bands}
    assert lines["under-5"] == lines["5-8"] == lines["13-17"] != lines["18-plus"]


def test_an_age_in_dispute_decides_nothing(tmp_path: Path) -> None:
    """Where no age may be counted, look and helplines go by the telling."""
    story = at_five(tmp_path, "2011-03-01\n  ages: no")
    assert make_edition(story, policy(), "5-8", MADE).look == "5-8"


def test_an_approval_needs_a_name(tmp_path: Path) -> None:
    """An approval that does not say who gave it counts for nothing."""
    nameless = STORY.replace("by: Sam, on: 2026-03-01}]", "on: 2026-03-01}]")
    with pytest.raises(ProblemsFound):
        make_edition(story_in(tmp_path, {"story.yaml": nameless}), policy(), "carers")
    assert make_edition(story_in(tmp_path, {}), policy(), "carers").reader == "carers"


def untold(sight: Visibility) -> tuple[str, ...]:
    return tuple(map(str, find_untold_news(describe_edition(sight))))


def test_hard_news_counts_as_told_where_it_or_what_it_stands_in_is(tmp_path: Path) -> None:
    """Hard news is listed until somebody has told it: there, or in the chapter around it."""
    block = '::: heads-up "about the fish"\nIt died.\n:::\n'
    told = HEAD.replace("---\n", "---\nheads-up: about fish\ntold: {by: Sam}\n", 1)
    assert untold(sight_of(story_in(tmp_path, {"chapters/01.md": HEAD + block}), "9-12")) == (
        "chapters/01.md:5: about the fish",
    )
    assert untold(sight_of(story_in(tmp_path, {"chapters/01.md": told + block}), "9-12")) == ()
    assert untold(sight_of(story_in(tmp_path, {"chapters/01.md": HEAD + block}), "record")) == ()


def test_a_higher_telling_age_shows_what_comes(tmp_path: Path) -> None:
    """Between two editions every item that comes new and every other wording is listed, with its words."""
    story = story_in(
        tmp_path,
        {
            "timeline.yaml": "- {when: 2019, what: {5: Small, 13: Grown}}\n- {when: 2020, what: New, from-age: 13}\n"
            "- {when: 2021, what: Same}\n"
        },
    )
    differences = find_differences(sight_of(story, "13-17"), sight_of(story, "9-12"))
    assert [(difference.says, difference.is_reworded) for difference in differences] == [
        ("Grown", True),
        ("New", False),
    ]


def test_every_reason_is_a_sentence(tmp_path: Path) -> None:
    """Why an item is withheld is said in whole sentences, every reason of it."""
    people = "- {id: jo, name: Jo, is: aunt, group: family, from-age: 13, hold: {reason: not yet}}\n"
    story = story_in(tmp_path, {"people.yaml": people})
    verdict = sight_of(story, "9-12").verdicts[story.people[0].at]
    assert verdict.reasons == ("It is held back: not yet", "It is told from 13; this edition is told at 10.")
