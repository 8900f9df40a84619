"""What SARIF 2.1.0 (OASIS, errata 01) asks of the objects that lsbook writes, said anew from the text of the standard.

The committee's schema is not copied here. Each shape names the section in which its object is described.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

Check: TypeAlias = Callable[[object, str], Iterator[str]]
"""Yields a sentence for each flaw of a value that stands at a place."""


def find_sarif_flaws(log: object) -> list[str]:
    """Return what is wrong in a log, each with its place; nothing for one that other programs can read."""
    return [*_LOG(log, "log"), *_find_wrong_rules(log)]


def _match(pattern: str) -> Check:
    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, str) or not re.fullmatch(pattern, value, re.DOTALL):
            yield f"{at}: {value!r}"

    return check


def _object(required: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    """Return a check for an object that has all that is required, and nothing that the standard does not name."""

    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{at}: no object"
            return
        yield from (f"{at}.{name} is missing" for name in required if name not in value)
        for name, inside in value.items():
            known = required.get(name) or optional.get(name)
            yield from known(inside, f"{at}.{name}") if known else [f"{at}.{name} is no property of it"]

    return check


def _array(each: Check) -> Check:
    def check(value: object, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{at}: no array"
            return
        for number, inside in enumerate(value):
            yield from each(inside, f"{at}[{number}]")

    return check


def _number(least: int) -> Check:
    def check(value: object, at: str) -> Iterator[str]:
        if type(value) is not int or value < least:
            yield f"{at}: {value!r}"

    return check


_URI = r"(?:[\w./~!$&'()*+,;=@-]|%[0-9A-F]{2})+"
_WORDS, _LEVEL = _match(r".*\S.*"), _match("none|note|warning|error")
_BAG = _object({}, {"words": _match(".*"), "source": _WORDS})  # 3.8: whatever a tool says beside
_MESSAGE = _object({"text": _WORDS}, {})  # 3.11 and 3.12
_REGION = _object({"startLine": _number(1)}, {"snippet": _object({"text": _match(".*")}, {})})  # 3.30, 3.3
_PLACE = _object({"artifactLocation": _object({"uri": _match(_URI)}, {})}, {"region": _REGION})  # 3.29, 3.4
_RESULT = _object(  # 3.27; a location is 3.28
    {"message": _MESSAGE, "ruleId": _WORDS, "ruleIndex": _number(0), "level": _LEVEL},
    {"locations": _array(_object({"physicalLocation": _PLACE}, {})), "properties": _BAG},
)
_RULE = _object(  # 3.49; its configuration is 3.50
    {"id": _WORDS},
    {
        "shortDescription": _MESSAGE,
        "fullDescription": _MESSAGE,
        "defaultConfiguration": _object({}, {"level": _LEVEL}),
        "properties": _BAG,
    },
)
_DRIVER = _object({"name": _WORDS}, {"version": _WORDS, "rules": _array(_RULE)})  # 3.19
_RUN = _object(  # 3.14; the tool is 3.18
    {"tool": _object({"driver": _DRIVER}, {}), "results": _array(_RESULT)},
    {"columnKind": _match("utf16CodeUnits|unicodeCodePoints")},
)
_LOG = _object({"version": _match(r"2\.1\.0"), "runs": _array(_RUN)}, {"$schema": _match(f"https:/{_URI}")})  # 3.13


def _find_wrong_rules(log: object) -> Iterator[str]:
    """Yield rules that are named twice, and results whose rule is not the one to which their number leads (3.27.6)."""
    match log:
        case {"runs": [{"tool": {"driver": {"rules": list(rules)}}, "results": list(results)}]}:
            names = [rule.get("id") for rule in rules if isinstance(rule, dict)]
            yield from (f"{name} is described twice" for name in names if names.count(name) > 1)
            numbered = dict(enumerate(names))
            for result in results:
                if isinstance(result, dict) and numbered.get(result.get("ruleIndex", -1)) != result.get("ruleId"):
                    yield f"{result.get('ruleId')} is not the rule at {result.get('ruleIndex')}"
        case _:
            yield "there is no single run with rules and results"
