"""``not-them``, ``allow`` and ``accepted``: words that somebody has looked at, with the reason why they may be said."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.model.item import Acceptance, Exemption
from lsbook.reading.rules.entries import EXCEPTION_WITHOUT_REASON
from lsbook.reading.yaml.entry import ReadEntry, YamlEntry
from lsbook.reading.yaml.nodes import Map, Scalar

_NOT_THEM_REMEDY = "Write not-them: and below it words: May and reason: the month."
_ACCEPTED_REMEDY = "Write accepted: and below it rule:, reason: and by: (who decided it)."
_ALLOW_REMEDY = "Write allow: and below it words:, reason: and by: (who decided it)."


def read_not_them(entry: YamlEntry) -> tuple[Exemption, ...]:
    """Read the words that name nobody who is withheld; ``not-them: {May: the month}`` is the short form."""
    return tuple(_read_exceptions(entry, "not-them", _NOT_THEM_REMEDY, _read_name))


def read_allow(entry: YamlEntry) -> tuple[Exemption, ...]:
    """Read the words that tell where somebody is and may be said all the same, with who decided that."""
    return tuple(_read_exceptions(entry, "allow", _ALLOW_REMEDY, _read_decision))


def read_accepted(entry: YamlEntry) -> tuple[Acceptance, ...]:
    """Read what checks find in this entry and somebody has accepted, with the reason."""
    if entry.has_key("accepted") and entry.get_node("accepted") is None:
        entry.report("accepted", '"accepted" says nothing.', _ACCEPTED_REMEDY, rule=EXCEPTION_WITHOUT_REASON)
    return tuple(_read_acceptances(entry))


def _read_acceptances(entry: YamlEntry) -> Iterator[Acceptance]:
    for node in entry.get_nodes("accepted"):
        if isinstance(node, Map):
            yield entry.read_inner("accepted", node, _read_acceptance)
        else:
            what = '"accepted" needs the rule, a reason and a name.'
            entry.report_at(node.at, what, _ACCEPTED_REMEDY, rule=EXCEPTION_WITHOUT_REASON)


def _read_acceptance(entry: YamlEntry) -> Acceptance:
    return Acceptance(entry.get_text("rule"), entry.get_text("reason"), entry.get_text("by"), entry.at)


def _read_exceptions(entry: YamlEntry, key: str, remedy: str, read: ReadEntry[Exemption]) -> Iterator[Exemption]:
    if entry.has_key(key) and entry.get_node(key) is None:
        entry.report(key, f'"{key}" says nothing.', remedy, rule=EXCEPTION_WITHOUT_REASON)
    for node in entry.get_nodes(key):
        if not isinstance(node, Map):
            entry.report_at(node.at, f'"{key}" needs the words and a reason.', remedy, rule=EXCEPTION_WITHOUT_REASON)
        elif key == "not-them" and _is_short_form(node):
            yield from _read_short_form(node, entry, remedy)
        else:
            yield entry.read_inner(key, node, read)


def _read_name(entry: YamlEntry) -> Exemption:
    words = entry.get_text("words")
    return Exemption(words, _read_reason(entry), "")


def _read_decision(entry: YamlEntry) -> Exemption:
    words = entry.get_text("words")
    return Exemption(words, _read_reason(entry), entry.get_text("by"))


def _read_reason(entry: YamlEntry) -> str:
    return entry.get_text("reason")


def _is_short_form(node: Map) -> bool:
    return not any(key.value.strip() in {"words", "reason"} for key, _ in node.pairs)


def _read_short_form(node: Map, entry: YamlEntry, remedy: str) -> Iterator[Exemption]:
    for key, value in node.pairs:
        reason = entry.read_words(value) if isinstance(value, Scalar) else ""
        if not reason:
            entry.report_at(
                key.at, f'It is not said why "{key.value}" means somebody else.', remedy, rule=EXCEPTION_WITHOUT_REASON
            )
        yield Exemption(" ".join(key.value.split()), reason)
