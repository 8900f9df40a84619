"""What a worker wrote in a few words, as a sentence of a case note: nothing is added to what was said."""

from __future__ import annotations

import re
from datetime import date

from lsbook.model.case import StoryFacts
from lsbook.model.when import Dated, Nearness, Span, When
from lsbook.practice.english import find_subject, format_full_day, lower_first

_PAST = re.compile(
    "ate|began|bought|brought|built|came|chose|cut|did|drew|drove|felt|found|gave|got|had|heard|held|knew|laid|lay|left"
    "|lit|made|met|put|ran|rang|read|rode|sang|sat|saw|sent|set|showed|slept|spoke|spent|stood|swam|thought|told|took"
    "|went|wrote|[a-z]+ed"
)
"""A verb of the past, with which a note begins that can become a sentence."""
_LINK = re.compile(r" and |, | then |[.!?](?:\s|$)")


def say_what_was_done(did: str, by: str, child: str) -> str:
    """Return ``Priya looked at the farm photos with Maya and drew who was there.`` for what begins with a verb.

    Anything else stands as it was written, behind the worker's name.
    """
    first, _, _ = did.partition(" ")
    verb = first.casefold()
    if not first[:1].isalpha() or not _PAST.fullmatch(verb):
        return f"{by}: {end_sentence(did)}"
    sentence = f"{by} {lower_first(did)}"
    end = re.search(r"[.!?](?:\s|$)", sentence)
    own = sentence[: end.start()] if end else sentence
    if child.casefold() in own.casefold() or " with " in own:
        return end_sentence(sentence)
    link = _LINK.search(sentence, len(by) + len(first) + 2)
    cut = link.start() if link else len(sentence)
    return end_sentence(f"{sentence[:cut]} with {child}{sentence[cut:]}")


def end_sentence(text: str) -> str:
    """Return ``text`` with a full stop, where it has no end."""
    return text if text.rstrip()[-1:] in (".", "!", "?", "…", '"', "”") else f"{text.rstrip()}."


def strip_stop(text: str) -> str:
    """Return ``text`` without its full stop."""
    return text.rstrip().removesuffix(".")


def quote(words: str) -> str:
    """Return the child's words, word for word, in quotation marks."""
    return f'"{words}"'


def lower_step(text: str, names: frozenset[str]) -> str:
    """Return the next step as it stands behind ``Next:``: a name at its beginning keeps its capital."""
    first = text.partition(" ")[0].rstrip(".,;:")
    return text if first in names or first == "I" else lower_first(text)


def list_known_names(facts: StoryFacts, *others: str) -> frozenset[str]:
    """Return the first words of the names of those who may stand at the beginning of a sentence."""
    return frozenset(word for name in (facts.name, *dict(facts.names).values(), *others) for word in name.split())


def begin_with_child(facts: StoryFacts) -> str:
    """Return ``She``, ``He``, ``They`` or the child's name."""
    return find_subject(facts.pronouns, facts.name)


def format_when(when: When) -> str:
    """Return when something was, in words."""
    match when:
        case Dated(point, Nearness.EXACT) if point.day:
            return format_full_day(point.earliest)
        case Dated(point, nearness):
            prefix = "" if nearness is Nearness.EXACT else f"{nearness} "
            return f"{prefix}{_format_point(point.year, point.month, str(point.season or ''))}"
        case Span(first, last):
            return f"{format_full_day(first.earliest)} to {format_full_day(last.latest)}"
        case _:
            return ""


def _format_point(year: int, month: int | None, season: str) -> str:
    if month:
        return format_full_day(date(year, month, 1)).partition(" ")[2]
    return f"{season} {year}" if season else str(year)


def format_contact_day(when: When) -> str:
    """Return ``12/03/2026``, as case systems write it; words where the day is not known."""
    if isinstance(when, Dated) and when.nearness is Nearness.EXACT and when.point.day:
        return when.point.earliest.strftime("%d/%m/%Y")
    return format_when(when)
