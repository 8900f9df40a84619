"""A note about the rules that are silent because the story is not in English."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.model.problem import Finding, Location, Severity


def find_unread_language(subject: CraftSubject) -> Iterator[Finding]:
    """Yield one note where the book is in a language whose words nobody has taught lsbook."""
    if not subject.is_english:
        yield Finding(
            Location("story.yaml"),
            f"The rules about words, blame and spelling are for English, and this book is in"
            f' "{subject.story.language}".',
            "Let somebody who grew up with the language read the book for them.",
            severity=Severity.NOTE,
        )


UNREAD_LANGUAGE = Rule(
    id="words-not-read",
    severity=Severity.NOTE,
    explain=(
        "The book is in another language than English. The rules about harsh words, blame, promises, spelling and"
        " the like"
        " are written for English, and say nothing here. Rules about gaps, pictures and names speak as always. Let"
        " somebody"
        " who grew up with the language read the book with those rules in mind: lsbook check --explain harsh-word"
        " says what"
        " they look for."
    ),
    find=find_unread_language,
)
