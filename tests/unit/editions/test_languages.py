"""Words in another language past the wall: each piece says its language, and nothing is told that was withheld."""

from __future__ import annotations

from pathlib import Path

from lsbook.model.book import FlaggedBlock, LanguageBlock, MyWords, ParallelText
from lsbook.model.prose import Paragraph, Text
from tests.building import book_of, story_in

HEAD = "---\ntitle: Babcia\npart: my-people\nlanguage: pl\n---\n"
SIDES = "::: side-by-side\n::: in pl\nMaly.\n:::\n::: in ar from-age=13\nSirr.\n:::\n:::\n"


def _inside(folder: Path, text: str, edition: str = "9-12") -> tuple[object, ...]:
    return book_of(story_in(folder, {"chapters/01.md": HEAD + text}), edition).chapters[0].inside


def _said(words: str, language: str = "pl") -> LanguageBlock:
    return LanguageBlock(language, (Paragraph((Text(words),)),))


def test_a_language_is_known_of_every_piece(tmp_path: Path) -> None:
    """Words inside other blocks of a Polish chapter are known to be Polish, and English ones to be the book’s."""
    text = "Raz.\n\n::: my-words\nDwa.\n:::\n\n::: in en-GB\nThree.\n:::\n"
    first, mine, plain = _inside(tmp_path, text)
    assert first == _said("Raz.")
    assert isinstance(mine, MyWords)
    assert mine.inside == (_said("Dwa."),)
    assert plain == Paragraph((Text("Three."),))


def test_one_language_alone_stands_as_if_there_had_been_no_other(tmp_path: Path) -> None:
    """Where one of two languages is withheld, nothing says that there was another."""
    assert _inside(tmp_path, SIDES) == (_said("Maly."),)


def test_two_languages_that_may_be_seen_stand_side_by_side(tmp_path: Path) -> None:
    """Where both may be seen, both are there in their order."""
    (both,) = _inside(tmp_path, SIDES, "13-17")
    assert isinstance(both, ParallelText)
    assert [side.language for side in both.sides if isinstance(side, LanguageBlock)] == ["pl", "ar"]


def test_hard_news_keeps_its_language(tmp_path: Path) -> None:
    """A heads-up inside a Polish chapter holds Polish words, wherever it is shown."""
    (hard,) = _inside(tmp_path, '::: heads-up "about Gran"\nChora.\n:::\n')
    assert isinstance(hard, FlaggedBlock)
    assert hard.inside == (_said("Chora."),)
