"""Entries as YAML that a person reads and edits: plain words where they can stand so, longer texts below a ``|``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import yaml

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
"""What can be written: a text, a list or an entry."""


class _Dumper(yaml.SafeDumper):
    """Writes each list further in than the key above it, as lsbook's own files have it."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else '"' if " #" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_list(dumper: yaml.SafeDumper, values: Sequence[Any]) -> yaml.SequenceNode:
    is_short = all(isinstance(value, str) and len(value) < 40 for value in values)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=is_short)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_multi_representer(str, _represent_text)  # words with their places
_Dumper.add_representer(list, _represent_list)
_Dumper.add_representer(tuple, _represent_list)
_Dumper.yaml_implicit_resolvers = {}  # lsbook reads every word as a text: a date or a No needs no quotes


def format_yaml(value: Value) -> str:
    """Return ``value`` as the text of a file, or of the keys at the top of one."""
    return str(
        yaml.dump(value, Dumper=_Dumper, allow_unicode=True, width=10**9, sort_keys=False, default_flow_style=False)
    )


def format_entries(entries: Sequence[Mapping[str, Value]]) -> str:
    """Return a file that is a list of ``entries``, with an empty line between two of them."""
    return "\n".join(format_yaml([entry]) for entry in entries)
