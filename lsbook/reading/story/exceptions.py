"""``not-them`` and ``allow``: words that somebody has looked at, with the reason why they may be said."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.model.item import Exemption
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, Scalar, YamlNode
from lsbook.reading.yaml.values import read_plain_text

_NOT_THEM_REMEDY = "Write not-them: and below it words: May and reason: the month."
_ALLOW_REMEDY = "Write allow: and below it words:, reason: and by: (who decided it)."


def read_not_them(entry: YamlEntry) -> tuple[Exemption, ...]:
    """The words that name nobody who is withheld; ``not-them: {May: the month}`` is the short form."""
    return tuple(_read_exceptions(entry, "not-them", _NOT_THEM_REMEDY))


def read_allow(entry: YamlEntry) -> tuple[Exemption, ...]:
    """The words that tell where somebody is and may be said all the same, with who decided that."""
    return tuple(_read_exceptions(entry, "allow", _ALLOW_REMEDY))


def _read_exceptions(entry: YamlEntry, key: str, remedy: str) -> Iterator[Exemption]:
    if entry.has_key(key) and entry.get_node(key) is None:
        entry.report(key, f'"{key}" says nothing.', remedy)
    for node in entry.get_nodes(key):
        if not isinstance(node, Map):
            entry.context.problems.add(node.at, f'"{key}" needs the words and a reason.', remedy)
        elif key == "not-them" and _is_short_form(node):
            yield from _read_short_form(node, entry, remedy)
        else:
            yield _read_full_form(YamlEntry(node, entry.context), key)


def _read_full_form(entry: YamlEntry, key: str) -> Exemption:
    words = entry.get_text("words", required=True, example="May" if key == "not-them" else "01234 567890")
    reason = entry.get_text("reason", required=True, example="why these words may be said")
    by = entry.get_text("by", required=True, example="Priya") if key == "allow" else ""
    entry.report_unknown_keys()
    return Exemption(words, reason, by)


def _is_short_form(node: Map) -> bool:
    return not any(key.value.strip() in {"words", "reason"} for key, _ in node.pairs)


def _read_short_form(node: Map, entry: YamlEntry, remedy: str) -> Iterator[Exemption]:
    for key, value in node.pairs:
        reason = _read_reason(value, entry)
        if not reason:
            entry.context.problems.add(key.at, f'It is not said why "{key.value}" means somebody else.', remedy)
        yield Exemption(" ".join(key.value.split()), reason)


def _read_reason(node: YamlNode, entry: YamlEntry) -> str:
    return read_plain_text(node, entry.context) if isinstance(node, Scalar) else ""
