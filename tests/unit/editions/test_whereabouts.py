"""Birth family never learn from a book where the child lives, nor a fuller name than they were meant to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.editions import choose, make_edition
from lsbook.files.resources import find_resources
from lsbook.model.problem import ProblemsFound
from lsbook.reading import find_policy, read_policy
from tests.building import HEAD, MADE, STORY, book_of, story_in

MARK = "also-for: [birth-family, carers]"
BOTH = STORY.replace("on: 2026-03-01}", "on: 2026-03-01}, {edition: birth-family, by: Sam, on: 2026-03-01}", 1)
PEOPLE = (
    "- {id: jan, name: {0: Jan, 18: Jan Quokka}, is: foster mum, group: home, also-called: [Wombat Ltd]}\n"
    "- {id: ty, name: Ty Moss, is: brother, group: family}\n"
    "- {id: mum, name: Mum, is: mum, group: family, parent-of: [me, ty]}\n"
)
HOMES = (
    "- id: now\n  name: Jan’s house\n  also-called: [Zebra Lodge]\n  stays: [{from: 2020, people: [jan, ty]}]\n"
    "- id: old\n  name: Otter Barn\n  stays: [{from: 2018, until: 2019}]\n"
)
SCHOOLS = (
    "- {id: now-school, name: 'Larkfield School, Goosnargh', from: 2021}\n"
    "- {id: old-school, name: Heron School, until: 2020}\n"
)


def _refused(folder: Path, words: str, more: str = "", edition: str = "birth-family", **files: str) -> list[str]:
    story = {
        "story.yaml": BOTH,
        "people.yaml": PEOPLE,
        "homes.yaml": HOMES,
        "schools.yaml": SCHOOLS,
        "chapters/01.md": HEAD.replace("---\n", f"---\n{MARK}\n{more}", 1) + words + "\n",
    }
    try:
        book_of(story_in(folder, {**story, **files}), edition)
    except ProblemsFound as stopped:
        return [problem.what.split(chr(34))[1] for problem in stopped.problems]
    return []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("You live at Jan’s house.", ["Jan's house"]),
        ("You live at [[now]].", ["Jan's house"]),
        ("You live at Zebra Lodge.", ["Zebra Lodge"]),
        ("You go to Larkfield.", ["Larkfield"]),
        ("You go to [[now-school]].", ["Larkfield School, Goosnargh"]),
        ("You live near goosnargh.", ["goosnargh"]),
        ("Jan Quokka rang, from Wombat Ltd.", ["Quokka", "Wombat Ltd"]),
        ("Jan sings, and [[jan]] dances with Ty Moss.", []),
        ("You lived at [[old]] and went to [[old-school]].", []),
    ],
)
def test_birth_family_are_never_told_where_she_lives(tmp_path: Path, words: str, said: list[str]) -> None:
    """Homes and schools without an end, and the carers' surname and workplace, refuse the book; others are told."""
    assert _refused(tmp_path, words) == said
    assert "Jan's house" not in _refused(tmp_path, words, edition="carers")


@pytest.mark.parametrize(
    ("until", "is_over"),
    [("2026-11-20", True), ("not known", True), ("when I was 8", True), ("2027-07", False), ("after 2025", False)],
)
def test_an_end_that_is_still_to_come_is_none(tmp_path: Path, until: str, is_over: bool) -> None:
    """Who goes to a school until next July is there now: it is kept back until the end is surely over."""
    homes = HOMES.replace("from: 2020,", f"from: 2020, until: {until},")
    schools = SCHOOLS.replace("from: 2021}", f"from: 2021, until: {until}}}")
    files = {"homes.yaml": homes, "schools.yaml": schools}
    told = _refused(tmp_path, "You live at Jan’s house and go to Larkfield.", **files)
    assert sorted(told) == ([] if is_over else ["Jan's house", "Larkfield"])


def test_a_card_that_is_marked_for_them_is_refused_too(tmp_path: Path) -> None:
    """The home's own card, marked by a slip, tells birth family nothing."""
    homes = HOMES.replace("- id: now\n", f"- id: now\n  {MARK}\n")
    assert _refused(tmp_path, "You ran.", **{"homes.yaml": homes}) == ["Jan's house"]


@pytest.mark.parametrize(("name", "words"), [("Nan’s house", "You live at Nan’s house."), ("The flat", "At [[now]].")])
def test_a_home_of_everyday_words_is_refused_too(tmp_path: Path, name: str, words: str) -> None:
    """Where the child lives is not told to birth family, however ordinary the name of the home is."""
    homes = HOMES.replace("Jan’s house", name)
    assert _refused(tmp_path, words, **{"homes.yaml": homes}) == [name.replace("’", "'")]


def test_somebody_may_allow_it_with_a_reason(tmp_path: Path) -> None:
    """Where allow says why and by whom, the name is told; a name that means somebody else is cleared as everywhere."""
    allow = 'allow: {words: "Jan\'s house", reason: they visit, by: Sam}\n'
    assert _refused(tmp_path, "You live at Jan’s house.", allow) == []
    assert _refused(tmp_path, "You live at Zebra Lodge.", allow) == ["Zebra Lodge"]


def test_an_authority_says_which_readers_are_never_told(tmp_path: Path) -> None:
    """A reader of the authority's own is kept from it by told-where: no in its policy."""
    policy = "readers:\n  - name: birth-family\n    told-where: yes\n"
    story = story_in(
        tmp_path,
        {
            "story.yaml": BOTH,
            "homes.yaml": HOMES.replace("- id: now\n", f"- id: now\n  {MARK}\n").replace(", people: [jan, ty]", ""),
        },
    )
    (tmp_path / "policy.yaml").write_text(policy, encoding="utf-8")
    own = read_policy(find_resources("templates") / "policy.yaml", find_policy(tmp_path, None))
    assert choose(story, make_edition(story, own, "birth-family"), MADE).homes[0].name == "Jan’s house"


@pytest.mark.parametrize("edition", ["carers", "birth-family"])
def test_a_name_that_is_only_carried_is_the_youngest(tmp_path: Path, edition: str) -> None:
    """Whoever has no card of their own for this reader is named as the child is told first, never as told later."""
    people = "- {id: jo, name: {0: Jo, 18: Joanna Pugh}, is: aunt, group: family}\n"
    chapter = HEAD.replace("---\n", f"---\n{MARK}\n", 1) + "[[jo]] sang.\n"
    story = story_in(tmp_path, {"story.yaml": BOTH, "people.yaml": people, "chapters/01.md": chapter})
    said = repr(book_of(story, edition).chapters[0])
    assert "'Jo'" in said
    assert "Pugh" not in said


def test_a_later_name_in_plain_words_is_not_carried(tmp_path: Path) -> None:
    """A text that is marked for a reader may not say in words the name that is told only later."""
    people = PEOPLE + "- {id: jo, name: {0: Jo, 18: Joanna Pugh}, is: aunt, group: family}\n"
    assert _refused(tmp_path, "Joanna Pugh sang.", edition="carers", **{"people.yaml": people}) == ["Joanna Pugh"]
