"""Findings about words: where they stand, and the sentence around them."""

from __future__ import annotations

from lsbook.checks.craft.sentences import find_sentence
from lsbook.checks.craft.subject import Utterance
from lsbook.model.problem import Finding, Severity


def make_finding(
    utterance: Utterance, span: tuple[int, int], what: str, remedy: str, severity: Severity = Severity.WARNING
) -> Finding:
    """Return a finding about the words at ``span`` of an utterance, with the sentence in which they stand."""
    return Finding(
        utterance.passage.locate(span[0]),
        what,
        remedy,
        severity=severity,
        item=utterance.at,
        sentence=find_sentence(utterance.text, span[0]).text,
    )
