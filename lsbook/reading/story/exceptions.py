"""``not-them`` and ``allow``: words that somebody has looked at, with the reason why they may be said."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.model.item import Cleared
from lsbook.reading.yaml.entry import Entry
from lsbook.reading.yaml.nodes import Map, Node, Scalar
from lsbook.reading.yaml.values import plain_text

_NOT_THEM = "Write not-them: and below it words: May and reason: the month."
_ALLOW = "Write allow: and below it words:, reason: and by: (who decided it)."


def read_not_them(entry: Entry) -> tuple[Cleared, ...]:
    """The words that name nobody who is withheld; ``not-them: {May: the month}`` is the short form."""
    return tuple(_all(entry, "not-them", _NOT_THEM))


def read_allow(entry: Entry) -> tuple[Cleared, ...]:
    """The words that tell where somebody is and may be said all the same, with who decided that."""
    return tuple(_all(entry, "allow", _ALLOW))


def _all(entry: Entry, key: str, remedy: str) -> Iterator[Cleared]:
    if entry.stands(key) and entry.node(key) is None:
        entry.complain(key, f'"{key}" says nothing.', remedy)
    for node in entry.listed(key):
        if not isinstance(node, Map):
            entry.desk.complaints.add(node.at, f'"{key}" needs the words and a reason.', remedy)
        elif key == "not-them" and _is_short(node):
            yield from _short(node, entry, remedy)
        else:
            yield _full(Entry(node, entry.desk), key)


def _full(entry: Entry, key: str) -> Cleared:
    words = entry.text("words", required=True, example="May" if key == "not-them" else "01234 567890")
    reason = entry.text("reason", required=True, example="why these words may be said")
    by = entry.text("by", required=True, example="Priya") if key == "allow" else ""
    entry.close()
    return Cleared(words, reason, by)


def _is_short(node: Map) -> bool:
    return not any(key.value.strip() in {"words", "reason"} for key, _ in node.pairs)


def _short(node: Map, entry: Entry, remedy: str) -> Iterator[Cleared]:
    for key, value in node.pairs:
        reason = _words(value, entry)
        if not reason:
            entry.desk.complaints.add(key.at, f'It is not said why "{key.value}" means somebody else.', remedy)
        yield Cleared(" ".join(key.value.split()), reason)


def _words(node: Node, entry: Entry) -> str:
    return plain_text(node, entry.desk) if isinstance(node, Scalar) else ""
