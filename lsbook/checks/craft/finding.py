"""Findings about words: where they stand, and the sentence around them."""

from __future__ import annotations

from lsbook.checks.craft.sentences import find_sentence
from lsbook.checks.craft.subject import Utterance
from lsbook.model.passage import extract_context
from lsbook.model.problem import Problem, Severity


def make_finding(
    utterance: Utterance, span: tuple[int, int], what: str, remedy: str, severity: Severity = Severity.WARNING
) -> Problem:
    """Return a finding about the words at ``span`` of an utterance, with the sentence in which they stand."""
    start, end = span
    return Problem(
        utterance.at,
        what,
        remedy,
        severity=severity,
        context=extract_context(utterance.text, start, end),
        sentence=find_sentence(utterance.text, start).text,
    )


def quote(words: str) -> str:
    """Return words between quotation marks, cut where they are long."""
    return f'"{words}"' if len(words) <= 160 else f'"{words[:150].rsplit(" ", 1)[0]} …"'
