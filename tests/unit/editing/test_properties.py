"""Whatever a file of YAML says and however it is saved: an edit that is undone leaves no trace."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lsbook.editing import YamlFile, change_value, insert_entry, insert_key, open_yaml, remove, rename_key
from lsbook.editing.nodes import ListNode, MapNode, Node, ScalarNode
from lsbook.editing.yaml_file import YamlPath, normalize
from lsbook.model.problem import ProblemsFound
from tests.sharing import count_examples

KEYS = ("id", "name", "says", "about", "people")
WORDS = st.text("abé’Ω 0-", min_size=1, max_size=8).map(lambda text: f"x{text.rstrip()}")
REMARKS = st.sampled_from(["", "", "  # why", "\t# was: x"])
LOOSE = st.sampled_from([[], [], [""], ["# a note"], ["", "# alone", ""], ["      # further in"]])


@st.composite
def scalars(draw: st.DrawFn, column: int) -> list[str]:
    """One value, as the rest of its first line and the lines below."""
    text, indent = draw(WORDS), " " * (column + 2)
    return draw(
        st.sampled_from(
            [
                [f" {text}{draw(REMARKS)}"],
                [f' "{text}: # no remark"{draw(REMARKS)}'],
                [f" '{text}'"],
                [f" |{draw(REMARKS)}", f"{indent}{text}", "", f"{indent}# words"],
                [" >-", f"{indent}{text}"],
                [f" {text}", f"{indent}goes on"],
                [f" [{text}, 'b' , {{c: d}}]{draw(REMARKS)}"],
                [draw(REMARKS)],
            ]
        )
    )


@st.composite
def blocks(draw: st.DrawFn, column: int, depth: int, as_list: bool) -> list[str]:
    """The lines of a list or an entry, which begin in ``column``."""
    lines: list[str] = []
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True)):
        lines += draw(LOOSE) if lines or depth else []
        head = " " * column + ("-" if as_list else f"{key}:")
        if depth < 3 and draw(st.booleans()):
            inner = draw(blocks(column + 2, depth + 1, not as_list or draw(st.booleans())))
            if as_list and not inner[0].lstrip().startswith("#"):
                inner[0] = head + inner[0].removeprefix(" " * (column + 1))
                lines += inner
            else:
                lines += [head + draw(REMARKS), *inner]
        else:
            first, *more = draw(scalars(column))
            lines += [head + first, *more]
    return lines


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file of YAML in some encoding, with some line ends."""
    lines = draw(LOOSE) + draw(blocks(0, 0, True)) + draw(LOOSE)
    text = draw(st.sampled_from(["\n", "\r\n", "\r"])).join([*lines, *draw(st.sampled_from([[], [""], ["", ""]]))])
    name = draw(st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]))
    return text.encode(name)


def opened(data: bytes) -> YamlFile:
    """The file, where what was made up is YAML."""
    try:
        return open_yaml(data, "people.yaml")
    except ProblemsFound:
        assume(False)
        raise


def nodes(node: Node | None, path: YamlPath = ()) -> Iterator[tuple[YamlPath, Node]]:
    if node:
        yield path, node
    if isinstance(node, ListNode):
        for at, item in enumerate(node.items):
            yield from nodes(item, (*path, at))
    elif isinstance(node, MapNode):
        for key, value in node.pairs:
            if isinstance(key, ScalarNode):
                yield from nodes(value, (*path, key.value))


def attempt(edit: Callable[[], YamlFile]) -> YamlFile:
    """What an edit makes, where it is not refused."""
    try:
        return edit()
    except ProblemsFound:
        assume(False)
        raise


MANY = settings(max_examples=count_examples(150))


@pytest.mark.unmeasured
@MANY
@given(data=files(), choice=st.data(), text=st.text(max_size=12))
def test_what_is_inserted_and_removed_leaves_no_trace(data: bytes, choice: st.DataObject, text: str) -> None:
    """All bytes before and behind what is inserted are those of the file, and without it the file is what it was."""
    file = opened(data)
    path, node = choice.draw(st.sampled_from(list(nodes(file.root))))
    if isinstance(node, ListNode):
        longer = attempt(lambda: insert_entry(file, path, {"id": text, "more": (text, "b")}))
        new: YamlPath = (*path, len(node.items))
    else:
        after = choice.draw(st.sampled_from(["", *KEYS]))
        longer = attempt(lambda: insert_key(file, path, "new-key", text, after=after))
        new = (*path, "new-key")
    added = len(longer.data) - len(data)
    assert any(longer.data[:at] + longer.data[at + added :] == data for at in range(len(data) + 1))
    shorter = remove(longer, [new], keep_remarks=True)
    assert shorter.data == data


@pytest.mark.unmeasured
@MANY
@given(data=files(), choice=st.data())
def test_what_is_removed_is_all_that_is_gone(data: bytes, choice: st.DataObject) -> None:
    """The rest stands in its order, and says what it said."""
    file = opened(data)
    path, node = choice.draw(st.sampled_from(list(nodes(file.root))[1:]))
    rest = attempt(lambda: remove(file, [path]))
    left = iter(data)
    assert all(byte in left for byte in rest.data)
    texts = [normalize(other) for _, other in nodes(file.root) if isinstance(other, ScalarNode)]
    gone = [normalize(other) for _, other in nodes(node) if isinstance(other, ScalarNode)]
    for other in (normalize(other) for _, other in nodes(rest.root) if isinstance(other, ScalarNode)):
        assert other in texts or other == ScalarNode("")
    assert len(rest.data) < len(data) and len(gone) <= len(texts)


@pytest.mark.unmeasured
@MANY
@given(data=files(), choice=st.data(), text=st.text(max_size=12))
def test_what_is_changed_and_renamed_is_all_that_differs(data: bytes, choice: st.DataObject, text: str) -> None:
    """Before and behind the value or key, not a byte is another; renamed back, the file is what it was."""
    file = opened(data)
    path, node = choice.draw(st.sampled_from(list(nodes(file.root))[1:]))
    if isinstance(node, ScalarNode):
        changed = attempt(lambda: change_value(file, path, text))
        before, behind = file.source.raw[: file.source.offsets[node.span.start]], file.text[node.span.end :]
        assert changed.source.raw.startswith(before) and changed.text.endswith(behind)
        assert changed.find(path) == ScalarNode(text)
    if isinstance(path[-1], str):
        renamed = attempt(lambda: rename_key(file, path, "newer"))
        assert rename_key(renamed, (*path[:-1], "newer"), path[-1]).data == data
