"""What is found by walking a value is what stands in it: nothing is passed over because it seldom holds anything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec import Struct

from lsbook.model import prose
from lsbook.model.item import Item, Telling
from lsbook.model.problem import Location
from lsbook.model.story import Story
from lsbook.model.story_text import PhotoRef, Ref, Statement
from lsbook.model.walk import find_all, find_outermost_items, find_own, list_field_names, map_parts, walk_items
from tests.sharing import load_example

_KINDS = (Item, Statement, Telling, prose.Text, prose.Mention, prose.PictureRef, PhotoRef, Ref, Location, str)


@pytest.fixture(scope="module")
def story() -> Story:
    """The example, which has nearly all that a story may hold."""
    return load_example().story


def _list_parts(value: object) -> tuple[object, ...]:
    if isinstance(value, tuple):
        return value
    if isinstance(value, Struct):
        return tuple(getattr(value, field) for field in list_field_names(type(value)))
    return ()


def _walk(value: object, ancestors: tuple[Item, ...] = ()) -> Iterator[tuple[object, tuple[Item, ...]]]:
    """Yield every value in ``value``, each with the items around it, and pass nothing over."""
    yield value, ancestors
    for part in _list_parts(value):
        yield from _walk(part, (*ancestors, value) if isinstance(value, Item) else ancestors)


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.__name__)
def test_finds_every_one(story: Story, kind: type) -> None:
    """All of a kind are found, in the order of the story, and those that an item has itself are told from the rest."""
    walked = list(_walk(story))
    assert list(map(id, find_all(kind, story))) == [id(value) for value, _ in walked if isinstance(value, kind)]
    for item in (value for value, _ in walked if isinstance(value, Item)):
        own = [id(value) for value, around in _walk(item) if around == (item,) and isinstance(value, kind)]
        assert list(map(id, find_own(kind, item))) == own


def test_walks_items(story: Story) -> None:
    """Every item comes with the items around it, and the outermost alone are those around which there is none."""
    items = [(value, around) for value, around in _walk(story) if isinstance(value, Item)]
    assert [(id(item), around) for item, around in walk_items(story)] == [(id(item), around) for item, around in items]
    assert list(map(id, find_outermost_items(story))) == [id(item) for item, around in items if not around]


def test_changes_what_stands_directly_in_a_value() -> None:
    """Each part of a tuple or a dataclass that is no word is changed, and a value without a change is the very same."""
    rain, hail = prose.Text("rain"), prose.Text("hail")
    line: prose.Strong[object] = prose.Strong((rain,))
    assert map_parts((1, rain, "three"), lambda _: hail) == (1, hail, "three")
    assert map_parts(line, lambda inside: map_parts(inside, lambda _: hail)) == prose.Strong((hail,))
    assert all(map_parts(value, lambda part: part) is value for value in ((1, rain), line, rain, "rain", None))
