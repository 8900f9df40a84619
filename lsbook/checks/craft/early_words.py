"""A rule about words that are explained: an explanation tells that there is something to explain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.checks.subject import EditionSubject
from lsbook.model.edition import Edition
from lsbook.model.passage import Passage, fold_text
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.story import Word


def find_early_words(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each word that a book explains before any book says it; the youngest such book is named.

    Books for an age that the child has left behind are passed over.
    """
    if not subject.is_english:
        return
    ahead = subject.list_ahead()
    texts = [(book, _read_text(book.passages)) for book in sorted(ahead, key=lambda book: book.edition.age)]
    known: set[Location] = set()
    for position, (book, _text) in enumerate(texts):
        for word in _list_words(book):
            forms = [fold_text(version.content) for version in word.word.versions]
            says = [any(_has_word(text, form) for form in forms) for _book, text in texts]
            if word.at not in known and any(says) and not any(says[: position + 1]):
                yield _describe(word, forms[0], book.edition, texts[says.index(True)][0].edition)
            known.add(word.at)


def _describe(word: Word, form: str, edition: Edition, later: Edition) -> Finding:
    return Finding(
        word.at,
        f'The book for {edition.name} explains "{form}" and says it nowhere; the first that does is for {later.name}.',
        f"Write from-age: {later.age}. A child asks about a word that stands in the list.",
        severity=Severity.WARNING,
    )


def _list_words(book: EditionSubject) -> Iterator[Word]:
    """Yield the entries of words.yaml that a book shows."""
    return (visible.item for visible in book.visible_items if isinstance(visible.item, Word))


def _read_text(passages: Iterable[Passage]) -> str:
    """Return what passages say, but for the list of words itself."""
    others = (passage for passage in passages if not any(isinstance(item, Word) for item in passage.ancestors))
    return "\n".join(fold_text(passage.text) for passage in others).casefold()


def _has_word(text: str, word: str) -> bool:
    """Return whether a text has a word, with whatever ending: "care order" stands in "the care orders"."""
    stem = word.casefold().removesuffix("s").removesuffix("y").removesuffix("e")
    return bool(stem) and re.search(rf"(?<!\w){re.escape(stem)}", text) is not None


EARLY_WORD = Rule(
    id="word-too-early",
    severity=Severity.WARNING,
    explain=(
        "A book explains a word that stands nowhere else in it, while the story uses the word for older readers. The"
        " list of words then tells a child of six that there is such a thing as hepatitis, or prison, in the story."
        " Write from-age: on the entry of words.yaml, with the age from which the book says the word. A word that"
        " nothing in the story says is no finding: somebody may want it explained all the same."
    ),
    find=find_early_words,
    source="the wall: a child of six is not told what is meant for sixteen",
)
