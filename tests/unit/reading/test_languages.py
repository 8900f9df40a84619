"""Words in another language, as a worker writes them."""

from __future__ import annotations

import pytest

from lsbook.model.story_text import GatedBlock, LanguageBlock, MyWords, ParallelText
from tests.unit.reading.conftest import ReadStory, ReadWrong

HEAD = "---\ntitle: Babcia\npart: my-people\nlanguage: pl\n---\n"


def test_a_chapter_a_letter_and_a_passage_have_a_language(story: ReadStory) -> None:
    """The key in a chapter and a letter, and the block, say in which language the words are."""
    letter = "---\nfrom: Babcia\nkind: hello\nlanguage: uk\n---\nPrivit.\n"
    read = story({"chapters/01.md": f"{HEAD}::: in ar from-age=9\nSalam.\n:::\n", "letters/a.md": letter})
    (passage,) = read.chapters[0].inside
    assert isinstance(passage, LanguageBlock)
    assert (read.language, read.chapters[0].language, read.letters[0].language) == ("en-GB", "pl", "uk")
    assert (passage.language, passage.gate.from_age) == ("ar", 9)


def test_languages_stand_side_by_side_and_other_blocks_inside_them(story: ReadStory) -> None:
    """Side by side holds languages, and a language holds any block."""
    text = "::: side-by-side\n::: in pl\n::: my-words\nCzesc.\n:::\n:::\n\n::: in en-GB\nHi.\n:::\n:::\n"
    (both,) = story({"chapters/01.md": HEAD + text}).chapters[0].inside
    assert isinstance(both, ParallelText)
    first, second = both.inside
    assert isinstance(first, LanguageBlock)
    assert isinstance(second, LanguageBlock)
    assert isinstance(first.inside[0], MyWords)
    assert second.language == "en-GB"


@pytest.mark.parametrize("written", ["rom", "fa-AF", "ckb", "pt_BR"])
def test_small_languages_may_be_written(story: ReadStory, written: str) -> None:
    """A passage may be in any language that has a name, as Romani, Dari and Sorani."""
    (passage,) = story({"chapters/01.md": f"{HEAD}::: in {written}\nx\n:::\n"}).chapters[0].inside
    assert isinstance(passage, LanguageBlock)
    assert passage.language == written.replace("_", "-")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("::: in polish\nx\n:::\n", 'Did you mean "pl" (Polish)?'),
        ("::: in\nx\n:::\n", "does not say in which language"),
        ("::: in pl cy\nx\n:::\n", '"cy" is not expected'),
        ("::: side-by-side\nx\n:::\n", "in none of its languages"),
        ("::: side-by-side\n::: note\nx\n:::\n:::\n", "in none of its languages"),
    ],
)
def test_what_cannot_be_meant_is_a_problem(wrong: ReadWrong, text: str, what: str) -> None:
    """A language nobody knows, none at all, and words beside the languages are told with their line."""
    problems = wrong({"chapters/01.md": HEAD + text})
    assert any(what in problem.what and problem.at.line >= 6 for problem in problems)


def test_a_gate_around_a_passage_stays_a_gate(story: ReadStory) -> None:
    """A passage in another language stands inside any gate."""
    (gated,) = story({"chapters/01.md": f"{HEAD}::: from-age 9\n::: in ar\nx\n:::\n:::\n"}).chapters[0].inside
    assert isinstance(gated, GatedBlock)
    assert isinstance(gated.inside[0], LanguageBlock)
