"""Hard news that a book would tell before any person has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lsbook.checks.rule import Rule
from lsbook.checks.subject import EditionSubject, Subject, VisibleItem
from lsbook.model.problem import Finding, Location, Severity


class UntoldNews(NamedTuple):
    """One piece of hard news: its place, and what it is about in words for the reader of the book."""

    at: Location
    topic: str

    def __str__(self) -> str:
        return f"{self.at}: {self.topic}"


def find_untold_news(book: EditionSubject) -> tuple[UntoldNews, ...]:
    """Return the hard news of a child's book that nobody has told the child, by place; none in another's book."""
    if not book.edition.is_for_child:
        return ()
    return tuple(
        sorted(
            UntoldNews(visible.item.at, _find_topic(visible, book))
            for visible in book.visible_items
            if visible.item.heads_up is not None and not has_been_told(visible)
        )
    )


def _find_topic(visible: VisibleItem, book: EditionSubject) -> str:
    heads_up = visible.item.heads_up
    topic = heads_up.about.find_version(book.edition.age, book.edition.easy) if heads_up else None
    return topic.content if topic else ""


def has_been_told(visible: VisibleItem) -> bool:
    """Return whether somebody has told the child this, or what it stands in."""
    return any(item.heads_up and item.heads_up.conversation for item in (*visible.ancestors, visible.item))


def find_books_with_untold_news(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each book that would tell hard news before a person has."""
    for book in subject.books:
        if news := find_untold_news(book):
            what = f"Nobody has told {subject.story.child.name} yet: {'; '.join(map(str, news))}."
            remedy = "A person tells it first, then the book. Once it is told, write told: beside its heads-up."
            yield Finding(Location(f"books/{book.edition.name}"), what, remedy)


UNTOLD_NEWS = Rule(
    id="untold-news",
    severity=Severity.WARNING,
    explain=(
        "The book tells the child something hard (marked with heads-up), and it is not written that a person has told"
        " it first. Nobody should learn from a book that a parent is in prison, or has died. Whoever the child trusts"
        " tells it, with time for questions, and then the book may say it again. Once that is done, write told: with"
        " by: and on: beside the heads-up. A book with such news is made all the same, so that it can be read together."
    ),
    find=find_books_with_untold_news,
)
