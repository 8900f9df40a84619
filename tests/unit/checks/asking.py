"""A story, as the rules are asked about it."""

from __future__ import annotations

from datetime import date

from lsbook.checks import BOOK_RULES, Subject, find_problems
from lsbook.editions import make_choice, make_edition
from lsbook.model.story import Story
from lsbook.subjects import describe_edition
from tests.building import MADE, policy


def ask_about(story: Story, *editions: str, book_date: date | None = None) -> Subject:
    """What the rules are asked about ``story``, with its books for ``editions``, on the day on which books are made."""
    choices = [make_choice(story, make_edition(story, policy(), name), MADE) for name in editions]
    books = tuple(describe_edition(choice.visibility, choice.passages) for choice in choices)
    return Subject(story=story, policy=policy(), today=MADE, books=books, book_date=book_date)


def find_identifiers_told(story: Story, edition: str) -> list[str]:
    """The identifiers that the book ``edition`` tells, and may not, in their words."""
    problems = find_problems(BOOK_RULES, ask_about(story, edition))
    assert all(problem.rule == "identifier" for problem in problems)
    return [problem.what.split('"')[1] for problem in problems]
