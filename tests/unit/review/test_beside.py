"""Two stories beside each other: what contradicts, what one child could tell the other, and what nobody is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cli import main
from tests.building import HEAD, write_files
from tests.unit.review.own_stories import OWN, write_own_story


def _tell(name: str, age: int, more: str = "") -> str:
    telling = f"telling-age: {{age: {age}, decided-by: Sam, on: 2026-02-20}}\n"
    return f"child: {{name: {name}, born: 2017-02-14}}\n{telling}{more}"


MAYA = {
    "story.yaml": _tell("Maya", 9),
    "people.yaml": "- {id: mum, name: Mum, is: birth mum, group: family, parent-of: [me], also-called: [Kelly], "
    "about: Mum was poorly.}\n"
    "- {id: dad, name: Dad, is: birth dad, group: family, also-called: [Lee], "
    "facts: [{says: {13: Dad was in prison.}, source: the court}]}\n"
    "- {id: nana, name: Nana Pat, is: nan, group: family, died: 2025-01-11}\n"
    "- {id: ty, name: Tyler, is: big brother, group: family}\n",
    "timeline.yaml": "- {when: 2019-12-20, what: You left the flat.}\n- {when: 2024-05-01, what: The dog came.}\n",
    "questions.yaml": "- {ask: Where is Uncle Dean?, status: finding-out, finding-out: mum}\n"
    "- {ask: Who has the cat?, status: nobody-knows}\n",
    "homes.yaml": "- {id: oak, name: Oak House, stays: [{from: 2020}]}\n"
    "- {id: elm, name: Elm House, stays: [{from: 2021}]}\n",
}
TYLER = {
    "story.yaml": _tell("Tyler", 13),
    "people.yaml": "- {id: mam, name: Mum, is: birth mum, group: family, parent-of: [me], also-called: [Kelly], "
    "about: Mum took heroin. She drank too.}\n"
    "- {id: lee, name: Lee, is: Maya's dad, group: family, about: Lee was in prison.}\n"
    "- {id: dad, name: Dad, is: dad, group: family, also-called: [Craig], about: Dad is a cook.}\n"
    "- {id: nan, name: Nana Pat, is: nan, group: family, died: 2025-02-11}\n"
    "- {id: maya, name: Maya, is: little sister, group: family}\n"
    "- {id: alfie, name: Alfie, is: baby brother, group: family}\n",
    "timeline.yaml": "- {when: 2019-12-20, what: You rode in a police car.}\n"
    "- {when: 2024-06-01, what: The dog came.}\n",
    "questions.yaml": "- {ask: Where is Uncle Dean?, status: answered, answer: He lives in Hull.}\n"
    "- {ask: Who has the cat?, status: answered, answer: Mrs Lal has it.}\n",
    "homes.yaml": "- {id: flat, name: Craig's flat, stays: [{from: 2020}]}\n"
    "- {id: oak, name: Oak House, stays: [{from: 2019, until: not known}]}\n",
}


def _beside(folder: Path, first: Mapping[str, str], second: Mapping[str, str]) -> str:
    write_files(folder / "first", first)
    write_files(folder / "second", second)
    result = CliRunner().invoke(main, ["explain", str(folder / "first"), "--beside", str(folder / "second")])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _beside(tmp_path_factory.mktemp("siblings"), MAYA, TYLER)


@pytest.mark.parametrize(
    "words",
    [
        "  Mum\n    Maya's book: Mum was poorly.\n    Tyler's book: Mum took heroin.\n",
        "  Nana Pat\n    Maya's book: Died 11 January 2025.\n    Tyler's book: Died 11 February 2025.\n",
        "    Maya's book: The dog came. (1 May 2024)\n    Tyler's book: The dog came. (1 June 2024)\n",
        "  Who has the cat?\n    Maya's book: (nobody knows)\n    Tyler's book: Mrs Lal has it.\n",
    ],
)
def test_what_contradicts_comes_first(said: str, words: str) -> None:
    """Words that make each other false, other days of the same, and answers that nobody knows come first."""
    assert words in said.split("WHAT ONE COULD TELL", maxsplit=1)[0]


@pytest.mark.parametrize(
    "words",
    [
        "Tyler could tell Maya (Mum: drugs): Mum took heroin. (people.yaml)\n    Maya's book does not say it.\n",
        "Tyler could tell Maya (Lee / Dad: prison or the police): Lee was in prison. (people.yaml)\n"
        "    Maya's book does not say it. There are no words for 9: its telling begins at 13.\n",
        "Tyler could tell Maya (Alfie): Alfie is in the family.",
        "Tyler could tell Maya (Where is Uncle Dean?): He lives in Hull.",
    ],
)
def test_what_one_could_tell_the_other_comes_next(said: str, words: str) -> None:
    """Hard news, family and answers that only the book of the other child has are named, with why."""
    assert words in said.split("WHAT ONE COULD TELL")[1].split("WHAT BOTH SAY", maxsplit=1)[0]


def _write_about(language: str, child: str, words: str) -> dict[str, str]:
    dad = f"- {{id: dad, name: Marlon, is: dad, group: family, parent-of: [me], about: {words}}}\n"
    return {"story.yaml": _tell(child, 13, f"language: {language}\n"), "people.yaml": dad}


def test_two_children_may_have_books_in_two_languages(tmp_path: Path) -> None:
    """A subject is known by the words of each book's own language: what only one of them says is told of."""
    polish = _write_about("pl", "Ola", "Marlon poszedł do więzienia. Marlon pił dużo alkoholu.")
    said = _beside(tmp_path, polish, _write_about("cy", "Mair", "Roedd Marlon yn feddw bob nos."))
    assert "Ola could tell Mair (Marlon: prison or the police): Marlon poszedł do więzienia." in said
    assert "alcohol" not in said.split("WHAT BOTH SAY")[0] and "knows no subjects" not in said


def test_a_language_without_subjects_is_said(tmp_path: Path) -> None:
    """Where no words are known for a book's language, nothing is promised of it, and a file can hold them."""
    said = _beside(tmp_path, _write_about("fr", "Zoé", "Marlon est parti."), _write_about("en", "Mair", "Marlon left."))
    assert "lsbook knows no subjects in the language of Zoé's book (fr)." in said and "Mair's book (en)" not in said


def test_each_child_may_have_a_dad_of_their_own(said: str) -> None:
    """Two people of the same name who are also called differently are not compared."""
    assert "Dad is a cook." not in said.split("WHAT BOTH SAY")[1]


def test_the_same_day_stands_beside_itself(said: str) -> None:
    """What each book tells of the same day stands together."""
    both = said.split("WHAT BOTH SAY")[1].split("20 December 2019")[1]
    assert both.index("You left the flat.") < both.index("You rode in a police car.")


def test_homes_without_an_end_beside_each_other_are_asked_about(said: str) -> None:
    """Two homes without an end are asked about, and a home whose end nobody knows is not."""
    assert "ASK: Oak House and Elm House have no end in Maya's story" in said
    assert "in Tyler's story" not in said


def test_a_short_break_is_no_second_home(tmp_path: Path) -> None:
    """A stay of the kind short-break is not asked about."""
    homes = MAYA["homes.yaml"].replace("from: 2021", "from: 2021, kind: short-break")
    assert "ASK:" not in _beside(tmp_path, MAYA | {"homes.yaml": homes}, TYLER)


def test_nothing_is_written(tmp_path: Path) -> None:
    """The folders of both stories hold what they held."""
    _beside(tmp_path, MAYA, TYLER)
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {f"first/{name}" for name in MAYA} | {f"second/{name}" for name in TYLER}


@pytest.mark.parametrize("seed", range(3))
def test_nothing_that_is_only_a_childs_is_compared(tmp_path: Path, seed: int) -> None:
    """What is said is byte for byte the same where all that is only-me was deleted from both stories."""
    said = []
    for name, with_own in (("whole", True), ("less", False)):
        stories = [write_own_story(tmp_path / name / str(at), seed + at, with_own=with_own) for at in (0, 1)]
        result = CliRunner().invoke(main, ["explain", str(stories[0]), "--beside", str(stories[1])])
        said.append(result.output)
    assert said[0] == said[1] and OWN not in said[0].casefold() and "WHAT BOTH SAY" in said[0]


def test_a_held_reason_is_not_told(tmp_path: Path) -> None:
    """Of what is held back in one story, nothing is said but that it is held back."""
    held = MAYA["people.yaml"].replace(
        "facts: [{says: {13: Dad was in prison.}, source: the court}]", "hold: {reason: a secret reason, decided-by: S}"
    )
    said = _beside(tmp_path, MAYA | {"people.yaml": held}, TYLER)
    assert "a secret reason" not in said and "It is held back." in said


@pytest.mark.parametrize("more", [("kelly",), ("--edition", "9-12")])
def test_it_stands_alone(tmp_path: Path, more: tuple[str, ...]) -> None:
    """With another question beside it, it is wrong use."""
    write_files(tmp_path, {"story.yaml": _tell("Maya", 9), "chapters/01.md": HEAD + "Hello.\n"})
    result = CliRunner().invoke(main, ["explain", str(tmp_path), *more, "--beside", str(tmp_path)])
    assert result.exit_code == 2
