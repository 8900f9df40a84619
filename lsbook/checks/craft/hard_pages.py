"""Rules about hard pages: how they end, and that a person tells hard news before a book does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.craft.sentences import split_sentences
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.hard_news import has_been_told
from lsbook.checks.rule import Rule
from lsbook.checks.subject import EditionSubject
from lsbook.model.passage import fold_text
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import Chapter

_HARM = re.compile(
    r"\b(?:alcohol\w*|drank|drunk|drinking|drugs|heroin|cocaine|hit|hurts?|neglect\w*|violen\w+|abus\w+|not safe|unsafe"
    r"|(?:left you|left|were|was) (?:\w+ )?(?:alone|on your own|by yourself|hungry)|nobody (?:came|fed|looked)|shouted"
    r"|fights?|fought)\b",
    re.IGNORECASE,
)
"""What grown-ups are responsible for. A death by illness is nobody's fault."""
_RESPONSIBILITY = re.compile(
    r"\b(?:fault|blame|grown-ups?|adults?|jobs?|responsib\w+|because of you|down to you|(?:did|do|done) nothing wrong"
    r"|nothing you|you did not cause|you could not have|nothing (?:that )?a (?:baby|child)|should have (?:been|kept"
    r"|looked))\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:talk|ask|tell|told|write|ring|speak|spoke|phone|read it with|come to|cuddle|hug|sit with|listen)\w*\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:nobody|no one|no-one|never|not|don't|didn't|can't|cannot)\b", re.IGNORECASE)
_NEXT_STEP = re.compile(
    r"\b(?:now|today|next|these days|you can|you may|you are allowed|you have a right|will|every (?:day|week|month"
    r"|year)"
    r"|whenever|any ?time|still)\b",
    re.IGNORECASE,
)
_GROWN = 18
"""Years: who is grown up need not be told whose job it was."""


def find_bare_hard_pages(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each hard chapter that leaves the child alone with it (practice.md, safeguarding)."""
    for chapter in subject.list_items(Chapter) if subject.is_english else ():
        if isinstance(chapter, Chapter) and chapter.heads_up is not None and not chapter.language:
            lacks = {book.edition.name: _list_lacks(chapter, book) for book in subject.list_ahead()}
            names = [name for name, lack in lacks.items() if lack]
            if names:
                every = tuple(dict.fromkeys(lack for name in names for lack in lacks[name]))
                yield Finding(
                    chapter.at,
                    f"This hard chapter ends without {', and without '.join(every)} (in {', '.join(names)}).",
                    "End with these in the child's words: it was not your fault, keeping children safe is a job for"
                    " grown-ups; whom you can ask; what is so now, or comes next.",
                    severity=Severity.WARNING,
                    sentence=chapter.label,
                )


def _list_lacks(chapter: Chapter, book: EditionSubject) -> tuple[str, ...]:
    """Return what the chapter does not say in a book; nothing where the book does not have the chapter."""
    texts = [passage.text for passage in book.passages if chapter in passage.ancestors and passage.is_paragraph]
    words = fold_text(" ".join(texts))
    is_harm = bool(_HARM.search(words)) and book.edition.age < _GROWN
    lacks = ["saying whose job it was to keep the child safe"] if is_harm and not _RESPONSIBILITY.search(words) else []
    has_somebody = any(
        _SOMEBODY.search(sentence.text) and not _NOBODY.search(sentence.text) for sentence in split_sentences(words)
    )
    if texts and not has_somebody and (lacks or not _NEXT_STEP.search(words)):
        lacks.append("somebody whom the child can talk to")
    if texts and not _NEXT_STEP.search(words) and lacks:
        lacks.append("a true next step")
    return tuple(lacks)


def find_news_to_tell(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each piece of hard news in the child's book that nobody has told in person."""
    for book in subject.books:
        if book.edition is subject.telling_edition:
            for visible in book.visible_items:
                if visible.item.heads_up is not None and not has_been_told(visible):
                    yield Finding(
                        visible.item.at,
                        "This is hard news, and it is not said that a person has told the child.",
                        "Somebody whom the child trusts tells it first. Then write told: with by: and on: beside its"
                        " heads-up.",
                        severity=Severity.WARNING,
                    )


HARD_PAGE = Rule(
    id="bare-hard-page",
    severity=Severity.WARNING,
    explain=(
        "A chapter marked with heads-up tells the child something hard, and leaves out one of three things. The"
        " first is"
        " who was responsible: the grown-ups, never the child. The second is a person whom the child can ask. The third"
        " is a true next step: what is so now, or what will happen. Without them a child is left alone with the page."
        " Write them in the words of each age that reads the chapter."
    ),
    find=find_bare_hard_pages,
    source="practice.md: a hard page needs adult responsibility, someone to talk to, and a true next step",
)
NEWS_TO_TELL = Rule(
    id="news-to-tell",
    severity=Severity.WARNING,
    explain=(
        "The child's book for the telling age tells something hard, and it is not written that a person has told it"
        " first. Nobody should learn from a book that a parent is in prison, or has died. Whoever the child trusts"
        " tells"
        " it, with time for questions. Then write told: with by: and on: beside the heads-up."
    ),
    find=find_news_to_tell,
    source="practice.md: hard news that nobody has told the child in person first",
)
