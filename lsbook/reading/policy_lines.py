"""In which line of a policy file each key stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from lsbook.reading.yaml.files import read_yaml_file
from lsbook.reading.yaml.nodes import Map, Scalar, Seq, YamlNode

PolicyKey: TypeAlias = tuple[str, str]
"""The name of a plan, or nothing for the policy itself, and a key."""


def locate_policy_keys(file: Path) -> Mapping[PolicyKey, int]:
    """Return the line of each key of the policy in ``file``, and of each plan in it; nothing where it has no keys."""
    root = read_yaml_file(file.resolve(), file.name).value.root
    places: dict[PolicyKey, int] = {}
    for key, value in root.pairs if isinstance(root, Map) else ():
        places["", key.value.strip()] = key.at.line
        if key.value.strip() == "plans":
            places.update(_locate_plans(value))
    return places


def _locate_plans(node: YamlNode) -> Iterator[tuple[PolicyKey, int]]:
    for plan in node.items if isinstance(node, Seq) else ():
        pairs = plan.pairs if isinstance(plan, Map) else ()
        names = [value.value.strip() for key, value in pairs if key.value == "name" and isinstance(value, Scalar)]
        for key, _ in pairs if names else ():
            yield (names[0], key.value.strip()), key.at.line
