"""No book tells where a private person lives, how to reach them, or their numbers (practice.md, "Safeguarding")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale
from babel.core import get_global
from phonenumbers import SUPPORTED_REGIONS

from lsbook.checks import addresses, english_addresses, numbers, reaching, where
from lsbook.checks.kinds import Kind, Known, Span, kinds_in
from lsbook.checks.reaching import digits_of
from lsbook.model.edition import Policy
from lsbook.model.languages import languages_of
from lsbook.model.passage import Said, covered, folded, near
from lsbook.model.problem import Problem
from lsbook.model.story import Story

_KINDS = kinds_in(numbers, reaching, where, english_addresses, addresses)
_MOST = 100
"""Identifiers told of in one paragraph."""
_WEB = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s,;]*[\w/])?", re.I)
_DIGITS = re.compile(r"\+?[0-9](?:[ ()-]{0,2}[0-9])+")


def check_said(said: tuple[Said, ...], story: Story, policy: Policy) -> tuple[Problem, ...]:
    """A problem for each identifier in what a Book says, in any edition, but for those that are allowed (``allow``).

    A warning where the rule that found it was measured on too few ordinary pages to refuse a book.
    """
    return tuple(_identifiers(said, known(story, policy)))


def _identifiers(said: tuple[Said, ...], public: Known) -> Iterator[Problem]:
    for piece in said:
        words = folded(piece.words)
        hits = found(words, public)
        if not hits:
            continue
        cleared = (one.words for item in piece.around for one in item.gate.allow)
        allowed = covered(words, (*piece.names, *cleared))
        left = [(kind, span) for kind, span in hits if not all(allowed[slice(*span)])]
        yield from (_problem(kind, words, span, piece) for kind, span in left[:_MOST])


def known(story: Story, policy: Policy) -> Known:
    """What the policy's helplines make public; the countries of the story's languages; its files; its people."""
    texts = [folded(f"{line.number} ; {line.name} ; {line.says}") for line in policy.helplines]
    return Known(
        frozenset(digits_of(match[0]) for text in texts for match in _DIGITS.finditer(text)),
        frozenset(match[0].casefold() for text in texts for match in _WEB.finditer(text)),
        tuple(dict.fromkeys(("GB", *(country for tag in languages_of(story) for country in _country(tag))))),
        frozenset(medium.file.rpartition("/")[2].casefold() for medium in story.media),
        frozenset(word for name in _names(story) for word in folded(name).casefold().split()),
    )


def _names(story: Story) -> Iterator[str]:
    yield story.child.name
    yield from (version.words for person in story.people for version in person.name.versions)


def _country(language: str) -> tuple[str, ...]:
    """The country of ``en-IE``, and the likeliest of ``pl``; none for English alone, which has many."""
    locale = Locale.parse(language, sep="-")
    likely = "" if locale.language == "en" else get_global("likely_subtags").get(locale.language, "")
    country = locale.territory or likely.rpartition("_")[2]
    return (country,) if country in SUPPORTED_REGIONS else ()


def found(words: str, public: Known) -> list[tuple[Kind, Span]]:
    """The identifiers in folded ``words``, from left to right. What two kinds find is the first kind's."""
    spans: list[tuple[Kind, Span]] = []
    taken = bytearray(len(words))
    for kind in (kind for kind in _KINDS if kind.hint.search(words)):
        for start, end in kind.find(words, public):
            if not any(taken[start:end]):
                taken[start:end] = b"x" * (end - start)
                spans.append((kind, (start, end)))
    return sorted(spans, key=lambda one: one[1])


def _problem(kind: Kind, words: str, span: Span, piece: Said) -> Problem:
    text = words[slice(*span)]
    looks = "may be" if kind.warns else "looks like"
    return Problem(
        piece.at,
        f'"{text}" {looks} {kind.name}. {kind.why}',
        "Say it without. Where it is public, or no such thing, write among the keys of this entry, chapter or letter:"
        f' allow: {{words: "{text}", reason: …, by: …}}',
        warning=kind.warns,
        near=near(words, *span),
    )
