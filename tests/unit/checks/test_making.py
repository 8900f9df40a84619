"""What is said before books are made, and words that a person has let through."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lsbook.checks import DATE_RULES, SHARING_RULES, find_problems
from lsbook.checks.identifier_rule import build_context
from tests.building import HEAD, STORY, policy, story_in
from tests.unit.checks.asking import ask_about, find_identifiers_told

CARERS = "edition: carers, by: Sam, on: 2026-03-01"


@pytest.mark.parametrize(
    ("approval", "edition", "warned"),
    [
        (CARERS, "carers", True),
        (f"{CARERS}, child-asked: 2026-02-28", "carers", False),
        (CARERS, "9-12", False),
        (CARERS, "record", False),
    ],
)
def test_the_child_is_asked_before_sharing(tmp_path: Path, approval: str, edition: str, warned: bool) -> None:
    """A book for somebody else without the day on which the child was asked is a warning at its approval."""
    story = story_in(tmp_path, {"story.yaml": STORY.replace(CARERS, approval)})
    found = find_problems(SHARING_RULES, ask_about(story, edition))
    assert [str(problem.at) for problem in found] == ["story.yaml:5"] * warned
    assert all(problem.is_warning for problem in found)


@pytest.mark.parametrize(
    ("born", "day", "refused"),
    [
        ("2017-02-14", date(2017, 2, 14), False),
        ("2017-02-14", date(2017, 2, 13), True),
        ("2017", date(2017, 1, 1), False),
        ("about 2018", date(2017, 6, 1), False),
        ("summer 2017", date(2017, 5, 31), True),
        ("not known", date(1900, 1, 1), False),
    ],
)
def test_a_child_is_born_before_the_book_is_made(tmp_path: Path, born: str, day: date, refused: bool) -> None:
    """A birth date of which the earliest day is after the day of the book is a problem, and no other is."""
    story = story_in(tmp_path, {"story.yaml": STORY.replace("born: 2017-02-14", f"born: {born}")})
    found = find_problems(DATE_RULES, ask_about(story, book_date=day))
    assert [(str(day) in problem.what, problem.is_warning) for problem in found] == [(True, False)] * refused


@pytest.mark.parametrize(
    ("allow", "refused"),
    [
        ("", ["01234 567890", "LA1 1AA"]),
        ("allow: {words: 01234 567890, reason: a public service, by: Sam}\n", ["LA1 1AA"]),
        ("allow: {words: at LA1 1AA, reason: the museum, by: Sam}\n", ["01234 567890"]),
        ("allow: {words: 01234, reason: a part of it, by: Sam}\n", ["01234 567890", "LA1 1AA"]),
    ],
)
def test_single_words_are_allowed_with_a_reason_and_a_name(tmp_path: Path, allow: str, refused: list[str]) -> None:
    """allow lets the words through that it names, in its item and all that stands in it, and no others."""
    chapter = HEAD.replace("---\n", f"---\n{allow}", 1) + "::: note\nRing 01234\n567890, at LA1 1AA.\n:::\n"
    story = story_in(tmp_path, {"chapters/01.md": chapter})
    assert find_identifiers_told(story, "9-12") == refused


@pytest.mark.parametrize("edition", ["under-5", "18-plus", "carers", "record"])
def test_no_edition_holds_an_identifier(tmp_path: Path, edition: str) -> None:
    """A postcode is refused in every edition, also in one for others and in the record."""
    moment = "- {when: 2019, what: You moved to LA1 1AA, also-for: [carers]}\n"
    story = story_in(tmp_path, {"timeline.yaml": moment})
    assert find_identifiers_told(story, edition) == ["LA1 1AA"]


def test_a_name_on_a_card_is_allowed_there_and_wherever_it_leads(tmp_path: Path) -> None:
    """What is allowed in the name of a home needs no second word where a sentence or a list names that home."""
    home = "- id: museum\n  name: 12 Mill Lane\n  allow: {words: 12 Mill Lane, reason: a museum, by: Sam}\n"
    story = story_in(tmp_path, {"homes.yaml": home, "chapters/01.md": HEAD + "You saw **[[museum]]**.\n"})
    assert find_identifiers_told(story, "9-12") == []


@pytest.mark.parametrize(
    ("language", "countries"),
    [("en-GB", ("GB",)), ("en-IE", ("GB", "IE")), ("pl", ("GB", "PL")), ("cy", ("GB",)), ("en", ("GB",))],
)
def test_telephone_numbers_of_the_storys_country_are_looked_for(
    tmp_path: Path, language: str, countries: tuple[str, ...]
) -> None:
    """Beside British numbers those of the country of the story's language are found."""
    story = story_in(tmp_path, {"story.yaml": f"{STORY}language: {language}\n"})
    assert build_context(story, policy()).countries == countries
