"""The policy: the shipped one, with the authority's or the story's own laid over it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from lsbook.files.folders import list_policy_places
from lsbook.model.edition import (
    NEVER,
    RECORD,
    Agreement,
    Band,
    Helpline,
    Notice,
    Policy,
    Reader,
    RuleSetting,
)
from lsbook.model.practice_policy import QualityStandard
from lsbook.model.problem import Location, Problem, ProblemsFound, Severity
from lsbook.model.vocabulary import AgreementName, CopyProtection, PageLook, RuleSeverity, WhenMissing
from lsbook.model.when import Dated
from lsbook.model.work_vocabulary import Nation
from lsbook.reading.context import make_bare_context
from lsbook.reading.decode_text import read_text
from lsbook.reading.fields.policy import POLICY
from lsbook.reading.parsed import Parsed, quote_lines, raise_for_errors
from lsbook.reading.policy_plans import read_consultation, read_decision, read_plan, read_training
from lsbook.reading.rules.entries import WRONG_VALUE
from lsbook.reading.rules.policy_and_copies import HELPLINE_UNCHECKED, POLICY_AGREEMENT, POLICY_NOT_FOUND
from lsbook.reading.yaml.commas import join_cut_sentences
from lsbook.reading.yaml.entry import YamlEntry, read_entry
from lsbook.reading.yaml.files import parse_yaml
from lsbook.reading.yaml.nodes import Map

_SEVERITIES: dict[RuleSeverity, Severity | None] = {
    RuleSeverity.REFUSE: Severity.ERROR,
    RuleSeverity.WARN: Severity.WARNING,
    RuleSeverity.NOTE: Severity.NOTE,
    RuleSeverity.OFF: None,
}


_DEFAULT_PATH = "the shipped policy.yaml"
_PLACES = (
    "the story's own policy.yaml",
    "policy.yaml in the folder above",
    "policy.yaml two folders above",
    "policy.yaml three folders above",
)


class _HasName(Protocol):
    @property
    def name(self) -> str: ...


NamedT = TypeVar("NamedT", bound=_HasName)


class PolicyFile(Struct, frozen=True):
    """A policy file and how a worker is told about it."""

    file: Path
    description: str


def find_policy(story: Path, explicit_file: Path | None) -> PolicyFile | None:
    """Find the policy beside the shipped one: the one given, the story's own, or the nearest in a folder above.

    One rule for every command: three folders up are looked at (``list_policy_places``). A link in the story itself is
    passed over here: whoever lists the folder reports it.
    """
    if explicit_file is not None:
        return PolicyFile(explicit_file, f"{explicit_file} (--policy)")
    for file, words in zip(list_policy_places(story), _PLACES, strict=False):
        if _is_readable_file(file) and not (file.parent == story and file.is_symlink()):
            return PolicyFile(file, words)
    return None


def _is_readable_file(file: Path) -> bool:
    """True for a file. False also for what this person may not see: then nothing else there can be read either."""
    try:
        return file.is_file()
    except OSError:
        return False


def read_policy(default_file: Path, override: PolicyFile | None) -> Policy:
    """Read the policy that applies. Raises ``ProblemsFound`` with every problem in either file."""
    policy = _parse_default(read_text(default_file.resolve(), _DEFAULT_PATH))
    problems = policy.problems
    if override is not None:
        if not _is_readable_file(override.file):
            problem = Problem(
                Location(str(override.file)),
                "There is no such policy file.",
                "Check the name.",
                rule=POLICY_NOT_FOUND.id,
            )
            raise ProblemsFound((problem,))
        policy = _overlay_file(policy.value, override.file, override.file.name, override.description)
        problems = (*problems, *policy.problems)
    raise_for_errors(problems)
    return policy.value


@lru_cache(maxsize=1)
def _parse_default(text: Parsed[str | None]) -> Parsed[Policy]:
    """Return the policy under every other. It is kept by its text: a caseload reads it for every story."""
    return _overlay_text(Policy("the policy that comes with lsbook", (), (), (), ()), text, _DEFAULT_PATH)


def _overlay_file(base: Policy, file: Path, path: str, source: str) -> Parsed[Policy]:
    """Lay ``file`` over ``base``. ``source``: how a worker is told about the result."""
    text = read_text(file.resolve(), path)  # an authority may keep its policy behind a link
    return _overlay_text(replace(base, source=source), text, path)


def _overlay_text(base: Policy, text: Parsed[str | None], path: str) -> Parsed[Policy]:
    tree = parse_yaml(text, path)
    root = tree.value.root and join_cut_sentences(tree.value.root)
    if not isinstance(root, Map):
        problem = Problem(
            Location(path, 1),
            "A policy has keys of its own.",
            "Compare it with the shipped policy.",
            rule=WRONG_VALUE.id,
        )
        problems = tree.problems if root is None else (*tree.problems, problem)
        return Parsed(base, quote_lines(problems, {path: tree.value.lines}))
    policy = read_entry(root, POLICY, tree.value, make_bare_context(), lambda entry: _overlay_entry(base, entry))
    return Parsed(policy.value, quote_lines((*tree.problems, *policy.problems), {path: tree.value.lines}))


def _overlay_entry(base: Policy, top: YamlEntry) -> Policy:
    return replace(
        base,
        bands=tuple(sorted(_merge_entries(base.bands, top, "bands", _read_band), key=lambda band: band.age)),
        readers=_merge_entries(base.readers, top, "readers", _read_reader),
        helplines=_merge_entries(base.helplines, top, "helplines", _read_helpline),
        plans=_merge_entries(base.plans, top, "plans", read_plan),
        agreements=_merge_entries(base.agreements, top, "agreements", _read_agreement),
        notices=_merge_entries(base.notices, top, "lost", _read_notice),
        standards=_merge_entries(base.standards, top, "standards", _read_standard),
        consultations=top.read_entries("consulted", read_consultation) or base.consultations,
        trainings=top.read_entries("training", read_training) or base.trainings,
        nation=top.get_choice("working-days", Nation) or base.nation,
        decision=read_decision(top) or base.decision,
        stored=top.get_text("stored") or base.stored,
        support=top.get_text("support") or base.support,
        question=top.get_text("question") or base.question,
        questions_for_others=top.get_texts("questions-for-others") or base.questions_for_others,
        handover_as=top.get_choice("handover-as", CopyProtection) or base.handover_as,
        rules=_merge_entries(base.rules, top, "rules", _read_rule_setting),
    )


def _merge_entries(
    base: tuple[NamedT, ...], top: YamlEntry, key: str, read_item: Callable[[YamlEntry, NamedT | None], NamedT | None]
) -> tuple[NamedT, ...]:
    """Lay the entries of the list at ``key`` over ``base``: matched by name, key by key; ``remove: yes`` takes away."""
    items = {item.name: item for item in base}

    def merge(entry: YamlEntry) -> None:
        name = _get_words(entry, "name")
        if entry.get_flag("remove"):
            entry.exclude(entry.kind.by_key.keys() - {"name", "remove"})
            items.pop(name, None)
        elif (item := read_item(entry, items.get(name))) is not None:
            items[name] = item

    top.read_entries(key, merge)
    return tuple(items.values())


def _get_words(entry: YamlEntry, key: str) -> str:
    """Return a short text without its place: it stands in books, which know of none."""
    return str(entry.get_text(key))


def _read_number(entry: YamlEntry, key: str, default: int | None) -> int | None:
    text = _get_words(entry, key)
    if not text:
        return default
    if not re.fullmatch("[0-9]{1,4}", text):
        entry.report(key, f'"{key}" should be a whole number.', f"Write {key}: 12", rule=WRONG_VALUE)
        return default
    return int(text)


def _read_band(entry: YamlEntry, old: Band | None) -> Band | None:
    grade = _get_words(entry, "grade")
    try:
        measured = float(grade) if grade else old.grade if old else None
    except ValueError:
        entry.report("grade", '"grade" should be a number.', "Write grade: 5", rule=WRONG_VALUE)
        measured = None
    age = entry.get_age("age")
    band = Band(
        name=_get_words(entry, "name"),
        title=_get_words(entry, "title") or (old.title if old else _get_words(entry, "name")),
        age=age if age is not None else old.age if old else -1,
        mean_sentence=_read_number(entry, "mean-sentence", old.mean_sentence if old else 18) or 18,
        longest_sentence=_read_number(entry, "longest-sentence", old.longest_sentence if old else 28) or 28,
        grade=measured,
        look=entry.get_choice("look", PageLook) or (old.look if old else PageLook.FROM_18),
    )
    if band.age < 0:
        entry.report_missing_key("age")
        return None
    return band


def _read_reader(entry: YamlEntry, old: Reader | None) -> Reader:
    name = _get_words(entry, "name")
    asked = entry.has_key("needs-approval")
    needs = entry.get_flag("needs-approval") if asked else old.needs_approval if old else True
    if name == RECORD:
        needs = entry.get_flag("needs-approval")
    return Reader(
        name,
        _get_words(entry, "title") or (old.title if old else name),
        needs,
        entry.get_choice("look", PageLook) or (old.look if old else PageLook.FROM_18),
        entry.get_flag("told-where") if entry.has_key("told-where") else old.told_where if old else True,
    )


def _read_helpline(entry: YamlEntry, old: Helpline | None) -> Helpline | None:
    when = entry.get_date("checked")
    checked = when.point.earliest if isinstance(when, Dated) and when.point.day else old.checked if old else None
    if checked is None:
        entry.report(
            "checked",
            "It is not said when somebody made sure that this number is right.",
            "Add checked: 2026-11-21",
            rule=HELPLINE_UNCHECKED,
        )
    number = _get_words(entry, "number") or (old.number if old else "")
    if not number:
        entry.report_missing_key("number")
    from_age, until_age = entry.get_age("from-age"), entry.get_age("until-age")
    return Helpline(
        name=_get_words(entry, "name"),
        number=number,
        says=_get_words(entry, "says") or (old.says if old else ""),
        from_age=from_age if from_age is not None else old.from_age if old else 0,
        until_age=until_age if until_age is not None else old.until_age if old else 120,
        checked=checked or date.min,
        language=entry.get_language() or (old.language if old else ""),
    )


def _read_agreement(entry: YamlEntry, old: Agreement | None) -> Agreement | None:
    entry.get_node("note")
    name, refuse_from = _get_words(entry, "name"), entry.get_age("refuse-from-age")
    when_missing = entry.get_choice("without", WhenMissing) or (old.when_missing if old else WhenMissing.WARN)
    known = next((known for known in AgreementName if known == name), None)
    if known is None:
        remedy = f"It knows {' and '.join(AgreementName)}."
        entry.report("name", f'"{name}" is no agreement that lsbook knows.', remedy, rule=POLICY_AGREEMENT)
        return None
    return Agreement(known, when_missing, refuse_from if refuse_from is not None else old.refuse_from if old else NEVER)


def _read_notice(entry: YamlEntry, old: Notice | None) -> Notice:
    hours = _read_number(entry, "within-hours", old.within_hours if old else None)
    if hours is None:
        entry.report_missing_key("within-hours")
    return Notice(_get_words(entry, "name"), hours or 0, _get_words(entry, "says") or (old.says if old else ""))


def _read_standard(entry: YamlEntry, old: QualityStandard | None) -> QualityStandard:
    return QualityStandard(_get_words(entry, "name"), _get_words(entry, "asks") or (old.asks if old else ""))


def _read_rule_setting(entry: YamlEntry, old: RuleSetting | None) -> RuleSetting:
    entry.get_node("note")
    severity = entry.get_choice("severity", RuleSeverity)
    if severity is None and not entry.has_value("severity"):
        entry.report_missing_key("severity")
    return RuleSetting(_get_words(entry, "name"), _SEVERITIES[severity or RuleSeverity.WARN], entry.at)
