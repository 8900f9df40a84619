"""Questions whose answer waits say who keeps it and when somebody looks at it again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from lsbook.model.book import NameLink, Question
from lsbook.model.vocabulary import PageLook, QuestionStatus
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import book
from tests.unit.pages.site_reading import pages
from tests.unit.pages.test_pages import bare
from tests.unit.pages.writing import day, prose, says

PLAIN = Question(prose("Can I meet Dad?"), QuestionStatus.LATER, None, None)


def _say(question: Question, look: str = "9-12") -> str:
    whole = bare(edition=book(look).edition, questions=(question,))
    made = pages(site_of(whole))
    return " ".join(next(page.words for path, page in made.items() if "questions" in path).split())


@pytest.mark.parametrize("look", PageLook)
def test_a_question_for_later_says_who_and_when(look: str) -> None:
    """Who keeps the answer and when it is looked at again stand at the question, and never that it is answered."""
    words = _say(replace(PLAIN, held_by=NameLink("Priya"), look_again=day(2027, 2)), look)
    assert "The answer is with Priya" in words
    assert "looks at this again: February 2027" in words
    assert "Answered" not in words


def test_whoever_is_finding_out_keeps_the_answer_where_nobody_else_is_named() -> None:
    """Without a keeper of its own the question names who was said to be finding out; without both, nobody."""
    assert "The answer is with Sam" in _say(replace(PLAIN, finding_out=NameLink("Sam")))
    assert "The answer is with" not in _say(PLAIN)


@pytest.mark.parametrize("look", PageLook)
@pytest.mark.parametrize("status", [QuestionStatus.LATER, QuestionStatus.NOT_OURS_TO_TELL])
def test_beside_an_answer_nothing_says_that_there_is_none(look: str, status: QuestionStatus) -> None:
    """Where an answer is told at this age, no chip and no sentence of the book's own sends the reader away from it."""
    answer = says("That is now between you and him.")
    words = _say(replace(PLAIN, status=status, answer=answer, held_by=NameLink("Priya")), look)
    assert "That is now between you and him." in words
    stock = ("For later", "when you are older", "not answered", "answer is with", "Somebody else", "theirs to tell")
    assert not any(sentence in words for sentence in stock)


def test_an_answer_for_now_says_when_somebody_looks_at_it_again() -> None:
    """A child who is told "not yet" is told when, too; an adult, who needs nobody's leave, is not."""
    asked = replace(PLAIN, answer=says("Not yet."), look_again=day(2027, 2))
    assert "looks at this again: February 2027" in _say(asked)
    assert "looks at this again" not in _say(asked, "18-plus")
