"""Changing one value, or the name of one key, where it stands."""

from __future__ import annotations

from msgspec.structs import replace

from lsbook.editing.format import format_key, is_plain_text, quote
from lsbook.editing.insert import replace_node
from lsbook.editing.nodes import MapNode, ScalarNode
from lsbook.editing.source_text import Splice
from lsbook.editing.yaml_file import YamlFile, YamlPath, make_edit_error, splice


def change_value(file: YamlFile, path: YamlPath, text: str) -> YamlFile:
    """``file`` with ``text`` in the place of the text at ``path``, without quotes where that had none and can do so.

    Raises ``ProblemsFound`` where no text stands there.
    """
    node = file.find(path)
    if not isinstance(node, ScalarNode):
        raise make_edit_error(file.path, node.span.line if node else 0)
    start = node.span.start
    gap = "" if start == 0 or file.text[start - 1].isspace() or file.text[start - 1] in "[{" else " "
    written = text if node.is_plain and is_plain_text(text) else quote(text)
    expected = replace_node(file.root, path, ScalarNode(text))
    return splice(file, [Splice(start, node.span.end, gap + written)], expected, node.span.line)


def rename_key(file: YamlFile, path: YamlPath, new: str) -> YamlFile:
    """``file`` with the key at ``path`` called ``new``.

    Raises ``ProblemsFound`` where there is no such key, or one that is called ``new`` already.
    """
    *to, old = path
    node = file.find(tuple(to))
    pair = node.get_pair(str(old)) if isinstance(node, MapNode) else None
    if not isinstance(node, MapNode) or pair is None or node.get_pair(new):
        raise make_edit_error(file.path, node.span.line if node else 0)
    span = pair[0].span
    pairs = tuple((ScalarNode(new), each[1]) if each is pair else each for each in node.pairs)
    expected = replace_node(file.root, tuple(to), replace(node, pairs=pairs))
    return splice(file, [Splice(span.start, span.end, format_key(new))], expected, span.line)
