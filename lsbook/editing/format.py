"""New lines of YAML, in which each text stands in quotes, so that whatever it says stays what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

import yaml

from lsbook.editing.nodes import ListNode, MapNode, Node, ScalarNode
from lsbook.reading.decode_text import clean

YamlValue: TypeAlias = "str | tuple[YamlValue, ...] | Mapping[str, YamlValue]"
"""What can be written: a text, a list or an entry."""
_PLAIN_KEY = re.compile(r"[a-z][a-z0-9-]*|[0-9]+(-easy)?")
_PLAIN_TEXT = re.compile(r"[^\W_](?:[\w .,;()’/-]*[\w.)])?")
_INDENT = 2


def format_item(value: YamlValue, column: int) -> str:
    """The lines of one more item of a list whose dashes stand in ``column``; the last has no end."""
    return "\n".join(_format_item(value, column))


def format_pair(key: str, value: YamlValue, column: int) -> str:
    """The lines of one more key of an entry whose keys stand in ``column``; the last has no end."""
    return "\n".join(_format_pair(key, value, column))


def format_key(key: str) -> str:
    """``key`` as it can be written before a colon."""
    return key if _PLAIN_KEY.fullmatch(key) else quote(key)


def quote(text: str) -> str:
    """``text`` in double quotes, with a code for each letter that nobody can see."""
    quoted = str(yaml.safe_dump(str(text), default_style='"', allow_unicode=True, width=10**6)).rstrip("\n")
    return "".join(letter if clean(letter) else f"\\u{ord(letter):04x}" for letter in quoted)


def is_plain_text(text: str) -> bool:
    """True for a text that says the same without quotes."""
    return bool(_PLAIN_TEXT.fullmatch(text))


def build_node(value: YamlValue) -> Node:
    """The node that ``value`` is read as."""
    if isinstance(value, str):
        return ScalarNode(value)
    if isinstance(value, Mapping):
        return MapNode(tuple((ScalarNode(key), build_node(part)) for key, part in value.items()))
    return ListNode(tuple(build_node(part) for part in value))


def _format_item(value: YamlValue, column: int) -> list[str]:
    dash = f"{' ' * column}- "
    if isinstance(value, str) or not value:
        return [dash + _format_inline(value)]
    first, *more = _format_lines(value, column + _INDENT)
    return [dash + first.lstrip(), *more]


def _format_pair(key: str, value: YamlValue, column: int) -> list[str]:
    head = f"{' ' * column}{format_key(key)}:"
    if isinstance(value, str) or not value:
        return [f"{head} {_format_inline(value)}"]
    return [head, *_format_lines(value, column + _INDENT)]


def _format_lines(value: tuple[YamlValue, ...] | Mapping[str, YamlValue], column: int) -> list[str]:
    if isinstance(value, Mapping):
        return [line for key, part in value.items() for line in _format_pair(key, part, column)]
    return [line for part in value for line in _format_item(part, column)]


def _format_inline(value: YamlValue) -> str:
    if isinstance(value, str):
        return quote(value)
    return "{}" if isinstance(value, Mapping) else "[]"
