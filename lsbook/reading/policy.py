"""The policy: the shipped one, with the authority's or the story's own laid over it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from lsbook.model.edition import (
    AGREEMENTS,
    APART,
    IN_THE_BOOK,
    NEEDED,
    NEVER,
    NOT_ASKED,
    RECORD,
    WARNED,
    Agreement,
    Band,
    Helpline,
    Notice,
    Plan,
    Policy,
    Reader,
)
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.when import Dated
from lsbook.reading.complaints import Complaints
from lsbook.reading.dates import month_names
from lsbook.reading.desk import Desk
from lsbook.reading.story.folder import MediaNames
from lsbook.reading.text import read_text
from lsbook.reading.yaml.entry import Entry
from lsbook.reading.yaml.nodes import Map
from lsbook.reading.yaml.parse import read_tree

LOOKS = ("under-5", "5-8", "9-12", "13-17", "18-plus")


class _HasName(Protocol):
    @property
    def name(self) -> str: ...


Named = TypeVar("Named", bound=_HasName)


@dataclass(frozen=True)
class PolicyFile:
    """A policy file and how a worker is told about it."""

    file: Path
    words: str


def find_policy(story: Path, given: Path | None) -> PolicyFile | None:
    """The policy beside the shipped one: the one given, the story's own, or the one in the folder above.

    A link in the story itself is passed over here: whoever lists the folder complains about it.
    """
    if given is not None:
        return PolicyFile(given, f"{given} (--policy)")
    for place, words in (
        (story, "the story's own policy.yaml"),
        (story.resolve().parent, "policy.yaml in the folder above"),
    ):
        file = place / "policy.yaml"
        if _is_there(file) and not (place == story and file.is_symlink()):
            return PolicyFile(file, words)
    return None


def _is_there(file: Path) -> bool:
    """False also for what this person may not see: then nothing else there can be read either."""
    try:
        return file.is_file()
    except OSError:
        return False


def read_policy(shipped: Path, own: PolicyFile | None) -> Policy:
    """The policy that applies. Raises ``NotMade`` with every problem in either file."""
    complaints = Complaints()
    base = Policy("the policy that comes with lsbook", (), (), (), ())
    policy = _laid_over(base, shipped, "the shipped policy.yaml", complaints)
    if own is not None:
        if not _is_there(own.file):
            raise NotMade((Problem(Place(str(own.file)), "There is no such policy file.", "Check the name."),))
        policy = replace(_laid_over(policy, own.file, own.file.name, complaints), source=own.words)
    complaints.settle()
    return policy


def _laid_over(base: Policy, file: Path, path: str, complaints: Complaints) -> Policy:
    text = read_text(file.resolve(), path, complaints)  # an authority may keep its policy behind a link
    tree = read_tree(text, path, complaints) if text is not None else None
    if not isinstance(tree, Map):
        if tree is not None:
            complaints.add(Place(path, 1), "A policy has keys of its own.", "Compare it with the shipped policy.")
        return base
    desk = Desk(complaints, MediaNames(()), (), month_names("en"), (), (), lambda _: None)
    top = Entry(tree, desk)
    policy = replace(
        base,
        bands=tuple(sorted(_merged(base.bands, top.entries("bands"), _band), key=lambda band: band.age)),
        readers=_merged(base.readers, top.entries("readers"), _reader),
        helplines=_merged(base.helplines, top.entries("helplines"), _helpline),
        plans=_merged(base.plans, top.entries("plans"), _plan),
        agreements=_merged(base.agreements, top.entries("agreements"), _agreement),
        notices=_merged(base.notices, top.entries("lost"), _notice),
    )
    top.close()
    return policy


def _merged(
    base: tuple[Named, ...], entries: list[Entry], read_one: Callable[[Entry, Named | None], Named | None]
) -> tuple[Named, ...]:
    """``entries`` laid over ``base``: matched by name, key by key; ``remove: yes`` takes one away."""
    found = {item.name: item for item in base}
    for entry in entries:
        name = entry.text("name", required=True)
        if entry.flag("remove"):
            found.pop(name, None)
        else:
            made = read_one(entry, found.get(name))
            if made is not None:
                found[name] = made
        entry.close()
    return tuple(found.values())


def _number(entry: Entry, key: str, default: int | None) -> int | None:
    text = entry.text(key)
    if not text:
        return default
    if not re.fullmatch("[0-9]{1,4}", text):
        entry.complain(key, f'"{key}" should be a whole number.', f"Write {key}: 12")
        return default
    return int(text)


def _band(entry: Entry, old: Band | None) -> Band | None:
    grade = entry.text("grade")
    try:
        measured = float(grade) if grade else old.grade if old else None
    except ValueError:
        entry.complain("grade", '"grade" should be a number.', "Write grade: 5")
        measured = None
    age = entry.age("age")
    made = Band(
        entry.text("name"),
        entry.text("title") or (old.title if old else entry.text("name")),
        age if age is not None else old.age if old else -1,
        _number(entry, "mean-sentence", old.mean_sentence if old else 18) or 18,
        _number(entry, "longest-sentence", old.longest_sentence if old else 28) or 28,
        measured,
        entry.choice("look", LOOKS, default=old.look if old else "18-plus"),
    )
    if made.age < 0:
        entry.missing("age", "9")
        return None
    return made


def _reader(entry: Entry, old: Reader | None) -> Reader:
    name = entry.text("name")
    asked = entry.stands("needs-approval")
    needs = entry.flag("needs-approval") if asked else old.needs_approval if old else True
    if name == RECORD:
        needs = entry.flag("needs-approval")
    return Reader(
        name,
        entry.text("title") or (old.title if old else name),
        needs,
        entry.choice("look", LOOKS, default=old.look if old else "18-plus"),
        entry.flag("told-where") if entry.stands("told-where") else old.told_where if old else True,
    )


def _helpline(entry: Entry, old: Helpline | None) -> Helpline | None:
    when = entry.when("checked")
    checked = when.point.earliest if isinstance(when, Dated) and when.point.day else old.checked if old else None
    if checked is None:
        entry.complain(
            "checked", "It is not said when somebody made sure that this number is right.", "Add checked: 2026-11-21"
        )
    number = entry.text("number") or (old.number if old else "")
    if not number:
        entry.missing("number")
    from_age, until_age = entry.age("from-age"), entry.age("until-age")
    return Helpline(
        entry.text("name"),
        number,
        entry.text("says") or (old.says if old else ""),
        from_age if from_age is not None else old.from_age if old else 0,
        until_age if until_age is not None else old.until_age if old else 120,
        checked or date.min,
        entry.language() or (old.language if old else ""),
    )


def _agreement(entry: Entry, old: Agreement | None) -> Agreement | None:
    entry.node("note")
    name, refuse_from = entry.text("name"), entry.age("refuse-from-age")
    if name not in AGREEMENTS:
        entry.complain("name", f'"{name}" is no agreement that lsbook knows.', f"It knows {' and '.join(AGREEMENTS)}.")
        return None
    return Agreement(
        name,
        entry.choice("without", (NEEDED, WARNED, NOT_ASKED), default=old.without if old else WARNED),
        refuse_from if refuse_from is not None else old.refuse_from if old else NEVER,
    )


def _notice(entry: Entry, old: Notice | None) -> Notice:
    hours = _number(entry, "within-hours", old.within_hours if old else None)
    if hours is None:
        entry.missing("within-hours", "72")
    return Notice(entry.text("name"), hours or 0, entry.text("says") or (old.says if old else ""))


def _plan(entry: Entry, old: Plan | None) -> Plan:
    entry.node("note")
    return Plan(
        entry.text("name"),
        entry.text("title") or (old.title if old else entry.text("name")),
        _number(entry, "months-between-editions", old.months_between_editions if old else None),
        entry.choice("later-life-letter", (IN_THE_BOOK, APART), default=old.later_life_letter if old else IN_THE_BOOK),
    )
