"""Findings about words: where they stand, and the sentence around them."""

from __future__ import annotations

import re

from lsbook.checks.craft.sentences import find_sentence
from lsbook.checks.craft.subject import Utterance
from lsbook.model.passage import extract_context, fold_text
from lsbook.model.problem import Problem, Severity


def make_finding(
    utterance: Utterance, span: tuple[int, int], what: str, remedy: str, severity: Severity = Severity.WARNING
) -> Problem:
    """Return a finding about the words at ``span`` of an utterance, with the sentence in which they stand."""
    start, end = _leave_names_out(utterance, span)
    return Problem(
        utterance.at,
        what,
        remedy,
        severity=severity,
        context=extract_context(utterance.text, start, end),
        sentence=find_sentence(utterance.text, start).text,
    )


def _leave_names_out(utterance: Utterance, span: tuple[int, int]) -> tuple[int, int]:
    """Return the longest part of ``span`` in which no name stands that the file has as ``[[id]]``: a line has it."""
    start, end = span
    names = "|".join(map(re.escape, sorted(map(fold_text, utterance.passage.linked_names), key=len, reverse=True)))
    if not names:
        return span
    pieces, at = [], start
    for match in re.finditer(rf"\b(?:{names})\b", utterance.text[:end]):
        if match.end() > start:
            pieces.append((at, max(at, match.start())))
            at = match.end()
    pieces.append((at, end))
    best = max(pieces, key=lambda piece: piece[1] - piece[0])
    return best if utterance.text[slice(*best)].strip(" .,;:!?") else span
