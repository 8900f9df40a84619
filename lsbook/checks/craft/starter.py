"""A rule about what ``lsbook new`` wrote, and nobody has written anew."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.rule import Rule
from lsbook.checks.subject import EditionSubject, Subject
from lsbook.files.starter import load_starter_text
from lsbook.model.item import Item
from lsbook.model.passage import fold_text
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.story import AboutMe, Chapter
from lsbook.model.story_text import WritingSpace


def find_starter_text(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each chapter, and each thing said about the child, that stands as a new story has it."""
    for book in subject.books:
        for at, texts in _list_texts(book).items():
            if texts and all(text in load_starter_text() for text in texts):
                yield Finding(
                    at,
                    "These are the words that every new story begins with: nobody has written this for this child yet.",
                    "Write it anew, or delete it. The book is made all the same.",
                    severity=Severity.WARNING,
                )


def _list_texts(book: EditionSubject) -> dict[Location, list[str]]:
    """Return the paragraphs of each chapter and of each entry of about-me.yaml that a book shows."""
    texts: dict[Location, list[str]] = {}
    for passage in book.passages:
        item: Item | None = passage.ancestors[0] if passage.ancestors else None
        is_prompt = any(isinstance(around, WritingSpace) for around in passage.ancestors)
        if isinstance(item, Chapter | AboutMe) and passage.is_paragraph and not is_prompt:
            texts.setdefault(item.at, []).append(fold_text(passage.text))
    return texts


STARTER_TEXT = Rule(
    id="starter-text",
    severity=Severity.WARNING,
    explain=(
        "A chapter, or something said about the child, stands word for word as every new story has it. It is there to"
        " show how to begin, and is about no child. A child who reads it finds nothing of themselves. Write it anew for"
        " this child, or delete it. A chapter of which no word was changed is left out of the book; with anything else"
        " the book is made all the same, and handing it over asks once more."
    ),
    find=find_starter_text,
)
