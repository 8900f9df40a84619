"""No book tells where a private person lives, how to reach them, or their numbers (practice.md, "Safeguarding")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module

from babel import Locale
from babel.core import get_global

from lsbook.checks import contact_details, english_addresses, foreign_addresses, office_numbers, postcodes_and_positions
from lsbook.checks.contact_details import extract_digits
from lsbook.checks.identifier_kinds import IdentifierContext, IdentifierKind, TextSpan, collect_kinds
from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.edition import Policy
from lsbook.model.languages import find_languages
from lsbook.model.passage import Passage, fold_text, mask_cleared
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import Story

_KINDS = collect_kinds(office_numbers, contact_details, postcodes_and_positions, english_addresses, foreign_addresses)
_ASKED_ALWAYS = "GB"
"""The country whose telephone numbers are looked for in every story."""
_MAX_PER_PASSAGE = 100
"""Problems of one paragraph that are reported."""
_WEB = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s,;]*[\w/])?", re.I)
_DIGITS = re.compile(r"\+?[0-9](?:[ ()-]{0,2}[0-9])+")


def find_identifiers_in_books(subject: Subject) -> Iterator[Finding]:
    """Yield a problem for each identifier in what a book says, in any edition, but for those that are allowed.

    A warning where the pattern that found it was measured on too few ordinary pages to refuse a book.
    """
    context = build_context(subject.story, subject.policy)
    for book in subject.books:
        for passage in book.passages:
            yield from _find_problems(passage, context)


def _find_problems(passage: Passage, context: IdentifierContext) -> Iterator[Finding]:
    text = fold_text(passage.text)
    hits = find_identifiers(text, context)
    if not hits:
        return
    cleared = (exemption.text for item in passage.ancestors for exemption in item.gate.allow)
    allowed = mask_cleared(text, (*passage.linked_names, *cleared))
    remaining = [(kind, span) for kind, span in hits if not all(allowed[slice(*span)])]
    yield from (_make_problem(kind, text, span, passage) for kind, span in remaining[:_MAX_PER_PASSAGE])


def build_context(story: Story, policy: Policy) -> IdentifierContext:
    """Return what the policy's helplines make public; the countries of the story's languages; its files; its people."""
    texts = [fold_text(f"{line.number} ; {line.name} ; {line.says}") for line in policy.helplines]
    return IdentifierContext(
        frozenset(extract_digits(match[0]) for text in texts for match in _DIGITS.finditer(text)),
        frozenset(match[0].casefold() for text in texts for match in _WEB.finditer(text)),
        tuple(
            dict.fromkeys(
                (_ASKED_ALWAYS, *(country for tag in find_languages(story) for country in _find_country(tag)))
            )
        ),
        frozenset(medium.file.rpartition("/")[2].casefold() for medium in story.media),
        frozenset(word for name in _list_names(story) for word in fold_text(name).casefold().split()),
    )


def _list_names(story: Story) -> Iterator[str]:
    yield story.child.name
    yield from (version.content for person in story.people for version in person.name.versions)


def _find_country(language: str) -> tuple[str, ...]:
    """Return the country of ``en-IE``, and the likeliest of ``pl``; none for English alone, which has many."""
    locale = Locale.parse(language, sep="-")
    likely = "" if locale.language == "en" else get_global("likely_subtags").get(locale.language, "")
    country = locale.territory or likely.rpartition("_")[2]
    if country == _ASKED_ALWAYS:
        return ()
    return (country,) if country in import_module("phonenumbers").SUPPORTED_REGIONS else ()


@lru_cache(maxsize=1 << 13)  # each edition says nearly the same
def find_identifiers(text: str, context: IdentifierContext) -> tuple[tuple[IdentifierKind, TextSpan], ...]:
    """Return the identifiers in folded ``text``, from left to right, each with where it begins and ends.

    What two kinds find is the first kind's.
    """
    spans: list[tuple[IdentifierKind, TextSpan]] = []
    taken = bytearray(len(text))
    for kind in (kind for kind in _KINDS if kind.hint.search(text)):
        for start, end in kind.find(text, context):
            if not any(taken[start:end]):
                taken[start:end] = b"x" * (end - start)
                spans.append((kind, (start, end)))
    return tuple(sorted(spans, key=lambda hit: hit[1]))


def _make_problem(kind: IdentifierKind, passage_text: str, span: TextSpan, passage: Passage) -> Finding:
    text = passage_text[slice(*span)]
    looks = "may be" if kind.warns else "looks like"
    return Finding(
        passage.locate(span[0]),
        f'"{text}" {looks} {kind.name}. {kind.why}',
        "Say it without. Where it is public, or no such thing, write among the keys of this entry, chapter or letter:"
        f' allow: {{words: "{text}", reason: …, by: …}}',
        severity=Severity.WARNING if kind.warns else Severity.ERROR,
        item=passage.at,
    )


IDENTIFIER = Rule(
    id="identifier",
    severity=Severity.ERROR,
    explain=(
        "The book would tell where a private person lives, how to reach them, or a number by which an office knows"
        " them: a street and house, a postcode, a telephone number, an email address, an NHS number, the position of a"
        " place. A book is carried about, lent and lost, and stays in the world for a lifetime. Whoever finds it must"
        ' not be able to find the child or their family by it. Say the same without it: "the house with the blue'
        " door\". What is public, such as a museum's address, or only looks like an identifier, can stand: write"
        " allow: with the words, a reason and a name among the keys of the entry. The helplines of the policy are"
        ' always allowed. Where lsbook is less sure, it says "may be" and the book is made all the same.'
    ),
    find=find_identifiers_in_books,
)
