"""Identifiers of private people, measured on sentences as they stand in stories."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from lsbook.checks.foreign_addresses import ADDRESS_KINDS
from lsbook.checks.identifier_kinds import IdentifierContext
from lsbook.checks.identifier_rule import build_context, find_identifiers
from lsbook.checks.street_words import ENOUGH_PAGES
from lsbook.checks.street_words import LANGUAGES as LANGUAGES_WRITTEN
from lsbook.model.passage import fold_text
from lsbook.pipeline import choose_books, load
from tests.building import HEAD, MADE, policy, story_in
from tests.unit.checks.asking import find_identifiers_told

CORPUS = Path(__file__).parent / "corpus"
LANGUAGES = {"pl": "PL", "ro": "RO", "uk": "UA", "cy": "GB", "ar": "EG", "ur": "PK", "fa": "IR"}


def _lines(name: str) -> list[str]:
    return (CORPUS / f"{name}.txt").read_text(encoding="utf-8").splitlines()


PLANTED = [line.split(" | ", 1) for line in _lines("planted")]
ORDINARY = _lines("ordinary")
ELSEWHERE = [(language, *line.split(" | ", 1)) for language in LANGUAGES for line in _lines(f"planted-{language}")]


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> IdentifierContext:
    """What the shipped policy makes public, for a story in British English."""
    return build_context(story_in(tmp_path_factory.mktemp("story"), {}), policy())


def _found(sentence: str, public: IdentifierContext) -> list[tuple[str, str]]:
    words = fold_text(sentence)
    return [(kind.name, words[start:end]) for kind, (start, end) in find_identifiers(words, public)]


def test_no_ordinary_sentence_holds_an_identifier(public: IdentifierContext) -> None:
    """Dates, ages, weights, buses, sums, scores, prices, roads and helplines are no identifiers."""
    assert len(ORDINARY) >= 300
    assert {sentence: hits for sentence in ORDINARY if (hits := _found(sentence, public))} == {}


@pytest.mark.parametrize(("kind", "sentence"), PLANTED)
def test_every_planted_identifier_is_found(kind: str, sentence: str, public: IdentifierContext) -> None:
    """Each identifier is found whole, once, and called what it is."""
    planted = re.findall(r"\{(.*?)\}", sentence)
    assert _found(re.sub(r"[{}]", "", sentence), public) == [(kind, fold_text(one)) for one in planted]


@pytest.mark.parametrize(("language", "kind", "sentence"), ELSEWHERE)
def test_every_planted_identifier_of_another_language_is_found(
    language: str, kind: str, sentence: str, public: IdentifierContext
) -> None:
    """Each address in the words of another language is found whole, once, and called what it is."""
    planted = re.findall(r"\{(.*?)\}", sentence)
    known_here = replace(public, countries=("GB", LANGUAGES[language]))
    assert _found(re.sub(r"[{}]", "", sentence), known_here) == [(kind, fold_text(words)) for words in planted]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_ordinary_sentence_of_another_language_holds_an_identifier(language: str, public: IdentifierContext) -> None:
    """Streets without a number, times, buses, counts and verses are no identifiers in any language."""
    sentences, known_here = _lines(f"ordinary-{language}"), replace(public, countries=("GB", LANGUAGES[language]))
    assert len(sentences) >= 40 and sum(tongue == language for tongue, *_ in ELSEWHERE) >= 25
    assert {sentence: hits for sentence in sentences if (hits := _found(sentence, known_here))} == {}


def test_a_rule_refuses_only_where_enough_pages_were_read() -> None:
    """A language's rule for streets refuses a book from 300 measured pages on, and warns below."""
    streets = {kind.language: kind.warns for kind in ADDRESS_KINDS}
    assert streets == {words.language: words.measured_pages < ENOUGH_PAGES for words in LANGUAGES_WRITTEN}
    assert not any(streets[language] for language in ("pl", "ro", "uk"))


def test_somebody_of_the_story_is_no_village() -> None:
    """A house by its name with a person of the story behind the comma is no address, and with a village it is."""
    said = fold_text("At Rose Cottage, Jan, Dave and you had tea.")
    assert (
        find_identifiers(said, IdentifierContext(people=frozenset({"jan"}))) == ()
        and len(find_identifiers(said, IdentifierContext())) == 1
    )


@pytest.mark.parametrize(
    "digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "０１２３４５６７８９"]
)
def test_digits_of_every_script_are_read_as_ours(digits: str) -> None:
    """Each digit of another script is folded to one of ours, so that no place in a text moves."""
    assert fold_text(f"a{digits}b") == "a0123456789b"


@pytest.mark.parametrize(("written", "allowed"), [("١٢", "12"), ("12", "١٢"), ("۱۲", "١٢")])
def test_allowed_words_are_known_in_either_digits(tmp_path: Path, written: str, allowed: str) -> None:
    """Words that a person allows are let through in whatever digits they stand."""
    chapter = HEAD.replace("---\n", f"---\nallow: {{words: {allowed} Mill Lane, reason: a museum, by: Sam}}\n", 1)
    story = story_in(tmp_path, {"chapters/01.md": f"{chapter}You saw {written} Mill Lane and {written} Park Road.\n"})
    assert find_identifiers_told(story, "9-12") == ["12 Park Road"]


def test_an_address_of_a_language_read_little_warns_and_refuses_no_book(tmp_path: Path) -> None:
    """An address in Welsh words is a warning at its line, and the book is made all the same."""
    story_in(tmp_path, {"chapters/01.md": HEAD + "You ran.\nAnd the house was 5 Heol y Bryn.\n"})
    chosen = choose_books(load(tmp_path, None), ("9-12",), MADE)
    assert [choice.book.edition.name for choice in chosen.books] == ["9-12"] and not chosen.refusals
    assert [(problem.is_warning, str(problem.at)) for problem in chosen.warnings] == [(True, "chapters/01.md:6")]


def test_a_line_is_named_also_where_its_digits_are_others(tmp_path: Path) -> None:
    """The line of a problem is found although the story writes its number in other digits."""
    story_in(tmp_path, {"chapters/01.md": HEAD + "You ran.\nThe house was ١٢ Mill Lane.\n"})
    chosen = choose_books(load(tmp_path, None), ("9-12",), MADE)
    assert [str(problem.at) for problem in chosen.refusals] == ["chapters/01.md:6"]


def test_a_passage_in_another_language_has_the_numbers_of_its_country(tmp_path: Path) -> None:
    """A Polish passage in an English story is searched for telephone numbers of Poland."""
    story = story_in(tmp_path, {"chapters/01.md": HEAD + "::: in pl\nDobranoc.\n:::\n"})
    assert build_context(story, policy()).countries == ("GB", "PL")
