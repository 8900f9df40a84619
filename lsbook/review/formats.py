"""Findings for other programs: a JSON list, and SARIF 2.1.0, which editors and code hosts show beside the lines."""

from __future__ import annotations

import json
from urllib.parse import quote

from lsbook import __version__
from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText
from lsbook.review.check_story import Review, RuleFinding

SEVERITY_NAMES = {Severity.ERROR: "refuse", Severity.WARNING: "warn", Severity.NOTE: "note"}
"""As a policy writes them."""
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def format_json(review: Review) -> str:
    """Return the findings as a JSON list of objects, one a finding, in ASCII: no name of a story steers a terminal."""
    return json.dumps([_describe(finding) for finding in review.findings], indent=2)


def _describe(finding: RuleFinding) -> dict[str, str | int]:
    problem = finding.problem
    return {
        "rule": finding.rule.id,
        "severity": SEVERITY_NAMES[problem.severity],
        "file": problem.at.path,
        "line": problem.at.line,
        "words": finding.words,
        "why": problem.what,
        "remedy": problem.remedy,
        "source": finding.rule.source,
    }


def format_sarif(review: Review) -> str:
    """Return the findings as one run of SARIF."""
    rules = tuple(dict.fromkeys(finding.rule for finding in review.findings))
    driver = {"name": "lsbook", "version": __version__, "rules": [_describe_rule(rule) for rule in rules]}
    results = [_make_result(finding, rules.index(finding.rule)) for finding in review.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _describe_rule(rule: RuleText) -> dict[str, object]:
    first = rule.explain.split(". ")[0].rstrip(".") + "."
    return {
        "id": rule.id,
        "shortDescription": {"text": first},
        "fullDescription": {"text": rule.explain},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"source": rule.source},
    }


def _make_result(finding: RuleFinding, index: int) -> dict[str, object]:
    problem = finding.problem
    place: dict[str, object] = {"artifactLocation": {"uri": quote(problem.at.path.replace("\\", "/"))}}
    if problem.at.line:
        place["region"] = {"startLine": problem.at.line} | (
            {"snippet": {"text": problem.source}} if problem.source else {}
        )
    return {
        "ruleId": finding.rule.id,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": {"text": f"{problem.what} {problem.remedy}"},
        "locations": [{"physicalLocation": place}],
        "properties": {"words": finding.words},
    }
