"""A file of YAML, or a chapter with keys at its top, that knows what stands where in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from lsbook.editing.nodes import ListNode, MapNode, Node, ScalarNode, parse
from lsbook.editing.source_text import SourceText, Splice, decode_source_text
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.work import NOT_EDITABLE

YamlPath: TypeAlias = tuple[str | int, ...]
"""The way from the top of a file to a node: keys of entries and numbers of items, from 0."""
_DASHES = "---"
_REMEDY = "Give it lines of its own, with nothing else on them, as in the example child's files."


class YamlFile(Struct, frozen=True):
    """``text`` is that of ``source``, but blank where no YAML stands; ``root`` is ``None`` where it holds nothing."""

    path: str
    source: SourceText
    text: str
    root: Node | None

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.source.data

    def find(self, path: YamlPath) -> Node | None:
        """The node at ``path``; ``None`` where there is none."""
        node = self.root
        for step in path:
            if isinstance(step, int):
                node = node.items[step] if isinstance(node, ListNode) and step < len(node.items) else None
            else:
                pair = node.get_pair(step) if isinstance(node, MapNode) else None
                node = pair[1] if pair else None
        return node


def open_yaml(data: bytes, path: str) -> YamlFile:
    """The file ``path`` (with forward slashes, in its story) of ``data``. Raises ``ProblemsFound`` where it is no YAML.

    A file that ends in ``.md`` has its YAML between its first two lines of three dashes.
    """
    source = decode_source_text(data)
    text = mask_prose(source.text) if path.endswith(".md") else source.text
    return YamlFile(path, source, text, parse(text, path))


def mask_prose(text: str) -> str:
    """The keys at the top of a chapter, in the lines and columns where they stand; all else is blank."""
    lines = text.split("\n")
    dashes = [number for number, line in enumerate(lines) if line.rstrip() == _DASHES][:2]
    first, last = dashes if len(dashes) > 1 else (0, 0)
    return "\n".join(line if first < number < last else " " * len(line) for number, line in enumerate(lines))


def splice(file: YamlFile, splices: Iterable[Splice], expected: Node | None, line: int) -> YamlFile:
    """``file`` with ``splices``, which is read again from its bytes and has to say ``expected``.

    Raises ``ProblemsFound`` at ``line`` (from 0) where it would say something else.
    """
    try:
        changed = open_yaml(file.source.apply_splices(splices), file.path)
    except (ProblemsFound, UnicodeError) as error:
        raise make_edit_error(file.path, line) from error
    same_encoding = changed.source.encoding == file.source.encoding
    if not same_encoding or normalize(changed.root) != normalize(expected):
        raise make_edit_error(file.path, line)
    return changed


def normalize(node: Node | None) -> Node:
    """``node`` with empty texts for lists and entries that hold nothing: a file cannot always tell them apart."""
    match node:
        case ListNode(items) if items:
            return ListNode(tuple(normalize(item) for item in items))
        case MapNode(pairs) if pairs:
            return MapNode(tuple((normalize(key), normalize(value)) for key, value in pairs))
        case ScalarNode():
            return node
    return ScalarNode("")


def make_edit_error(path: str, line: int) -> ProblemsFound:
    """The complaint that ``line`` (from 0) of the file ``path`` cannot be changed without a change beside it."""
    what = "lsbook cannot change what stands here without a change in what stands beside it."
    return NOT_EDITABLE.make_error(Location(path, line + 1), what, _REMEDY)
