"""Tables of fields: what may stand in each kind of entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from lsbook.model.problem import Location
from lsbook.reading.context import make_bare_context
from lsbook.reading.fields.blocks import BLOCKS
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.files import FILE_KINDS
from lsbook.reading.yaml.entry import YamlEntry, read_entry
from lsbook.reading.yaml.nodes import Map, YamlTree
from lsbook.reading.yaml.parse import read_tree
from tests.unit.reading.conftest import ReadWrong

WITH_ENTRIES = {
    FieldType.ENTRY,
    FieldType.ENTRIES,
    FieldType.ENTRY_OR_TEXT,
    FieldType.ENTRY_OR_DATE,
    FieldType.STATEMENT,
    FieldType.STATEMENTS,
}
TEA = EntryKind("tea", (Field("leaf", FieldType.TEXT, "Which tea it is."), Field("milk", FieldType.FLAG, "With milk.")))


def _list_kinds(kind: EntryKind) -> Iterator[EntryKind]:
    yield kind
    for field in kind.fields:
        if field.inner:
            yield from _list_kinds(field.inner)


def _tree(text: str) -> tuple[Map, YamlTree]:
    tree = read_tree(text, "tea.yaml").value
    assert isinstance(tree.root, Map)
    return tree.root, tree


@pytest.mark.parametrize("path", FILE_KINDS)
def test_every_field_is_explained_once(path: str) -> None:
    """Each key of a kind stands once in its table, well formed, with one plain sentence that explains it."""
    for kind in _list_kinds(FILE_KINDS[path]):
        assert len(kind.by_key) == len(kind.fields), kind.name
        for field in kind.fields:
            assert re.fullmatch("[a-z]+(-[a-z]+)*", field.key), field.key
            assert re.fullmatch(r"[A-Z].*[^.]\.", field.explanation), field.key
            assert not re.search(r"[.!?] ", field.explanation), field.key


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_is_explained_once(name: str) -> None:
    """Each block, and each option of its own, has one plain sentence that explains it, and no option stands twice."""
    kind = BLOCKS[name]
    assert len(set(kind.option_names)) == len(kind.option_names)
    for explanation in (kind.explanation, *(field.explanation for field in kind.options)):
        assert re.fullmatch(r"[A-Z].*[^.]\.", explanation) and not re.search(r"[.!?] ", explanation)


@pytest.mark.parametrize("path", FILE_KINDS)
def test_a_field_that_holds_entries_has_their_table(path: str) -> None:
    """A table is named exactly where entries can stand, so that every key of a story has a row somewhere."""
    for kind in _list_kinds(FILE_KINDS[path]):
        for field in kind.fields:
            assert (field.inner is not None) == (field.type in WITH_ENTRIES), f"{kind.name}: {field.key}"


def test_the_keys_of_a_message_are_those_of_the_table(wrong: ReadWrong) -> None:
    """What is proposed in place of an unknown key is the whole table of its kind, in the order of letters."""
    [problem] = wrong({"words.yaml": "- word: Court\n  means: A place.\n  color: red\n"})
    assert problem.remedy == f"Known here: {', '.join(sorted(FILE_KINDS['words.yaml'].by_key))}."


def test_no_reader_passes_over_a_key_of_its_table() -> None:
    """A reader that asks for fewer keys than its table has is stopped, so that no gate is overlooked."""
    node, tree = _tree("leaf: black\nmilk: yes\n")
    with pytest.raises(LookupError, match="tea: nobody reads milk"):
        read_entry(node, TEA, tree, make_bare_context(), lambda entry: entry.get_text("leaf"))


def test_no_reader_asks_for_a_key_that_its_table_lacks() -> None:
    """A reader that asks for a key without a row, or for another type than its row has, is stopped."""
    entry = YamlEntry(*_split("leaf: black\n"), make_bare_context())
    with pytest.raises(LookupError):
        entry.get_text("sugar")
    with pytest.raises(LookupError, match="tea: milk is FLAG"):
        entry.get_text("milk")


def _split(text: str) -> tuple[Map, EntryKind, YamlTree]:
    node, tree = _tree(text)
    return node, TEA, tree


def test_an_entry_comes_with_its_problems() -> None:
    """What is read of an entry is a value with every problem in it, each with its place."""
    node, tree = _tree("leaf: black\nmilk: perhaps\nsugra: 2\n")
    parsed = read_entry(
        node, TEA, tree, make_bare_context(), lambda entry: (entry.get_text("leaf"), entry.get_flag("milk"))
    )
    assert parsed.value == ("black", True)
    assert [problem.at for problem in parsed.problems] == [Location("tea.yaml", 2, 1), Location("tea.yaml", 3, 1)]
