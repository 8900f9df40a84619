"""Keys that have lost the spaces before them: for YAML they stand beside the key to which they belong."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lsbook.reading.fields.field import EntryKind, FieldType
from lsbook.reading.yaml.nodes import Map, Scalar, YamlNode

_AGE = re.compile(r"[0-9]+(?:-easy)?")
_BY_AGE = {FieldType.TEXT_BY_AGE, FieldType.PROSE_BY_AGE, FieldType.STATEMENT}
_WITH_KEYS = {
    FieldType.STATEMENT,
    FieldType.ENTRY,
    FieldType.ENTRY_OR_TEXT,
    FieldType.DATES_BY_NAME,
    FieldType.WORDS_BY_NAME,
}
_GATES = {"from-age", "heads-up", "told", "also-for", "hold", "instead"}
"""What may stand in both: it says nothing of where the keys around it belong."""


def find_slipped_keys(nodes: Mapping[str, YamlNode], kind: EntryKind) -> Mapping[str, tuple[str, ...]]:
    """Return the unknown keys of an entry that belong to a key above them, by that key.

    It has nothing behind it, or keys of its own, of which theirs is one that is missing there.
    """
    slipped: dict[str, tuple[str, ...]] = {}
    owner = ""
    for key, node in nodes.items():
        if key not in kind.by_key:
            if owner and _is_part(key, owner, nodes[owner], kind):
                slipped[owner] = (*slipped.get(owner, ()), key)
        elif isinstance(node, Map) or (isinstance(node, Scalar) and not node.value.strip()):
            owner = key
        elif key not in _GATES:
            owner = ""
    return slipped


def _is_part(key: str, owner: str, node: YamlNode, kind: EntryKind) -> bool:
    field = kind.by_key[owner]
    if not isinstance(node, Map):
        return field.type in (_BY_AGE if _AGE.fullmatch(key) else _WITH_KEYS)
    names = {each.value.strip() for each, _ in node.pairs}
    if _AGE.fullmatch(key):
        return field.type in _BY_AGE and key not in names and all(map(_AGE.fullmatch, names))
    return field.inner is not None and key in field.inner.by_key and key not in names
