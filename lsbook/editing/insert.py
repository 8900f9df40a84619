"""Inserting an entry into a list, or a key into an entry, on lines of their own."""

from __future__ import annotations

from msgspec.structs import replace

from lsbook.editing.format import YamlValue, build_node, format_item, format_pair
from lsbook.editing.lines import TextLines
from lsbook.editing.nodes import ListNode, MapNode, Node, ScalarNode, find_pair_end
from lsbook.editing.yaml_file import YamlFile, YamlPath, make_edit_error, splice


def insert_entry(file: YamlFile, to: YamlPath, value: YamlValue) -> YamlFile:
    """``file`` with ``value`` at the end of the list at ``to``; ``()`` is the file as a list, which may be empty.

    Raises ``ProblemsFound`` where no list in lines of its own stands there.
    """
    lines = TextLines(file.text)
    node = file.find(to)
    items = node.items if isinstance(node, ListNode) else ()
    expected = replace_node(file.root, to, ListNode((*items, build_node(value))))
    if not to and (node is None or (isinstance(node, ListNode) and not node.in_brackets)):
        added = lines.append(format_item(value, node.span.column if node else 0))
        return splice(file, [added], expected, len(lines.lines) - 1)
    if not isinstance(node, ListNode) or node.in_brackets:
        raise make_edit_error(file.path, node.span.line if node else 0)
    column = node.span.column
    last = lines.find_last_remark(lines.find_line(node.span.end), column)
    return splice(file, [lines.insert_below(last, format_item(value, column))], expected, last)


def insert_key(file: YamlFile, to: YamlPath, key: str, value: YamlValue, *, after: str = "") -> YamlFile:
    """``file`` with ``key`` in the entry at ``to``, right below the key ``after`` or at the end of the entry.

    Raises ``ProblemsFound`` where no entry in lines of its own stands there, or one that has ``key`` already.
    """
    node = file.find(to)
    if not isinstance(node, MapNode) or node.in_brackets or node.get_pair(key):
        raise make_edit_error(file.path, node.span.line if node else 0)
    lines = TextLines(file.text)
    pair = node.get_pair(after)
    column = node.span.column
    if pair:
        last, at = lines.find_line(find_pair_end(*pair)), node.pairs.index(pair) + 1
    else:
        last, at = lines.find_last_remark(lines.find_line(node.span.end), column), len(node.pairs)
    pairs = (*node.pairs[:at], (ScalarNode(key), build_node(value)), *node.pairs[at:])
    expected = replace_node(file.root, to, replace(node, pairs=pairs))
    return splice(file, [lines.insert_below(last, format_pair(key, value, column))], expected, last)


def replace_node(root: Node | None, path: YamlPath, new: Node) -> Node | None:
    """The tree ``root`` with ``new`` in the place of the node at ``path``, which has to be there."""
    if not path:
        return new
    step, *rest = path
    if isinstance(root, ListNode) and isinstance(step, int):
        items = [replace_node(item, tuple(rest), new) if at == step else item for at, item in enumerate(root.items)]
        return ListNode(tuple(item for item in items if item is not None))
    if isinstance(root, MapNode):
        pair = root.get_pair(str(step))
        pairs = [(each[0], replace_node(each[1], tuple(rest), new) if each is pair else each[1]) for each in root.pairs]
        return MapNode(tuple((key, value) for key, value in pairs if value is not None))
    return root
