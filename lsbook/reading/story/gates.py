"""Gates of entries in YAML: who may see them.

Every slip here is a problem, and until it is mended the gate counts as shut.
"""

from __future__ import annotations

from collections.abc import Iterable

from lsbook.model.edition import RECORD
from lsbook.model.item import Conversation, Gate, HeadsUp, Hold, Telling
from lsbook.model.problem import Location
from lsbook.model.suggestions import format_suggestion, join_with_or
from lsbook.reading.context import ReadContext
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.rules.entries import INCOMPLETE_GATE, UNKNOWN_READER
from lsbook.reading.story.exceptions import read_accepted, read_allow, read_not_them
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, Scalar
from lsbook.reading.yaml.values import is_yes_or_no

UNREACHABLE_AGE = 121
"""No telling is as old as this: a gate that could not be read lets nobody through."""

_HOLD_REMEDY = 'Write hold: and below it reason:, decided-by:, on: and look-again:, or hold: "the reason".'


def read_gate(entry: YamlEntry) -> Gate:
    """Read the gate keys of an entry."""
    for key in ("from-age", "instead"):
        if entry.has_key(key) and entry.get_node(key) is None:
            entry.report(
                key,
                f'"{key}" says nothing.',
                f"Write what stands behind {key}:, or take the line out.",
                rule=INCOMPLETE_GATE,
            )
    age = entry.get_age("from-age")
    shut = entry.has_key("from-age") and age is None
    return Gate(
        from_age=UNREACHABLE_AGE if shut else age or 0,
        also_for=entry.take(check_readers(entry.get_texts("also-for"), entry.get_location("also-for"), entry.context)),
        only_me=entry.get_flag("only-me"),
        hold=_read_hold(entry),
        placeholder=entry.get_plain_prose_by_age("instead"),
        not_them=read_not_them(entry),
        allow=read_allow(entry),
        keeps=_read_keeps(entry),
        accepted=read_accepted(entry),
    )


def _read_keeps(entry: YamlEntry) -> tuple[str, ...]:
    if entry.has_key("keeps") and not entry.get_texts("keeps"):
        entry.report(
            "keeps", '"keeps" names nobody.', "Write keeps: [Lorcan], or take the line out.", rule=INCOMPLETE_GATE
        )
    return entry.get_texts("keeps")


def check_readers(names: Iterable[str], at: Location, context: ReadContext) -> Parsed[tuple[str, ...]]:
    """Return those of ``names``, which stand at ``at``, that are readers of the policy."""
    names = tuple(names)
    known = [reader for reader in context.readers if reader != RECORD]
    findings = Findings()
    for name in names:
        if name not in known:
            hint = format_suggestion(name, known, cutoff=0.75)  # "parents" are not the carers
            several = f"; several in brackets: [{', '.join(known[:2])}]" if "," in name else ""
            findings.add(
                at,
                f'lsbook knows no reader "{name}".{hint}',
                f"Write {join_with_or(known)}{several}.",
                rule=UNKNOWN_READER,
            )
    return findings.wrap(tuple(name for name in names if name in known))


def _read_hold(entry: YamlEntry) -> Hold | None:
    if not entry.has_key("hold"):
        return None
    node = entry.get_node("hold")
    if isinstance(node, Scalar) and not is_yes_or_no(node):
        return Hold(entry.read_words(node))
    if not isinstance(node, Map):
        entry.report("hold", "A hold needs a reason.", _HOLD_REMEDY, rule=INCOMPLETE_GATE)
        return Hold("")
    return entry.read_inner("hold", node, _read_full_hold)


def _read_full_hold(entry: YamlEntry) -> Hold:
    return Hold(
        entry.get_text("reason"),
        entry.get_text("decided-by"),
        entry.get_date("on"),
        entry.get_date("look-again"),
    )


def read_heads_up(entry: YamlEntry) -> HeadsUp | None:
    """Read what hard news is about, and who told the child first."""
    conversation = _read_first_conversation(entry)
    if not entry.has_key("heads-up"):
        return None
    about = entry.get_text_by_age("heads-up")
    if (about is None and entry.get_node("heads-up") is None) or is_yes_or_no(entry.get_node("heads-up")):
        entry.report(
            "heads-up", '"heads-up" does not say what it is about.', "Write heads-up: about …", rule=INCOMPLETE_GATE
        )
    return HeadsUp(about or Telling(()), conversation)


def _read_first_conversation(entry: YamlEntry) -> Conversation | None:
    node = entry.get_node("told")
    if node is None:
        return None
    if isinstance(node, Scalar) and not is_yes_or_no(node):
        return Conversation(entry.read_words(node))
    if isinstance(node, Map):
        return entry.read_inner("told", node, _read_conversation)
    entry.report(
        "told",
        '"told" says who told the child first, and when.',
        "Write told: and below it by: and on:",
        rule=INCOMPLETE_GATE,
    )
    return None


def _read_conversation(entry: YamlEntry) -> Conversation:
    return Conversation(entry.get_text("by"), entry.get_date("on"))
