"""Keys that have lost the spaces before them: for YAML they stand beside the key to which they belong."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lsbook.reading.fields.field import EntryKind, FieldType
from lsbook.reading.yaml.nodes import Scalar, YamlNode

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
    """Return the unknown keys of an entry that belong to a key above them with nothing behind it, by that key."""
    slipped: dict[str, tuple[str, ...]] = {}
    owner = ""
    for key, node in nodes.items():
        if key not in kind.by_key:
            if owner and _may_hold(kind.by_key[owner].type, key):
                slipped[owner] = (*slipped.get(owner, ()), key)
        elif isinstance(node, Scalar) and not node.value.strip():
            owner = key
        elif key not in _GATES:
            owner = ""
    return slipped


def _may_hold(type_: FieldType, key: str) -> bool:
    return type_ in (_BY_AGE if _AGE.fullmatch(key) else _WITH_KEYS)
