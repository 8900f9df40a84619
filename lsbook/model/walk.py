"""Walking through values: everything of one kind, wherever it stands; and the same values with parts changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from inspect import get_annotations
from operator import attrgetter, is_
from typing import Any, TypeVar, cast
from weakref import ref

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model import prose
from lsbook.model.item import Gate, Item
from lsbook.model.located_text import LocatedText
from lsbook.model.problem import Location
from lsbook.model.when import Point

T = TypeVar("T")
_Getter = Callable[[Any], tuple[object, ...]]

_LEAVES = frozenset({str, int, float, bool, type(None), LocatedText, date})
"""Kinds of values in which nothing stands: half of a story. They are told at a look, and not walked into."""
_WITHOUT_ITEMS = frozenset(
    {
        Gate,
        Location,
        Point,
        prose.Text,
        prose.Code,
        prose.LineBreak,
        prose.Strong,
        prose.Emphasis,
        prose.Link,
        prose.Paragraph,
        prose.Heading,
        prose.Listing,
        prose.Quote,
        prose.Preformatted,
        prose.PageBreak,
        prose.Mention,
        prose.PictureRef,
    }
)
"""Kinds of values in which no item of a story stands: plain prose has words and references, and so has a gate."""
_WORDS_ALONE = frozenset({Location, Point})
"""Kinds of values in which nothing but words, numbers and days stands."""
_CLOSED = _LEAVES | _WORDS_ALONE
"""Kinds of which there are many: nobody looks for them twice."""


class _Ways(dict[type, tuple[bool, bool, _Getter | None]]):
    """Of each type of value: whether it is a ``kind``, whether one may stand in it as in a tuple, what gets its fields.

    Not ``into_items``: nothing that stands in an item is looked for.
    """

    def __init__(self, kind: type, *, into_items: bool) -> None:
        super().__init__()
        self._kind = kind
        self._into_items = into_items
        self._closed = _LEAVES
        if kind not in _LEAVES:
            self._closed |= _WITHOUT_ITEMS if issubclass(kind, Item) else _WORDS_ALONE

    def __missing__(self, each: type) -> tuple[bool, bool, _Getter | None]:
        is_open = each not in self._closed and (self._into_items or not issubclass(each, Item))
        is_row = is_open and issubclass(each, tuple)
        is_kind = issubclass(each, self._kind) and (self._kind is not object or self._is_open_value(each))
        way = self[each] = (is_kind, is_row, _make_getter(each) if is_open and not is_row else None)
        return way

    def _is_open_value(self, each: type) -> bool:
        return each not in self._closed and each is not tuple


@cache
def _find_ways(kind: type, into_items: bool) -> _Ways:
    return _Ways(kind, into_items=into_items)


def find_all(kind: type[T], value: object) -> Iterator[T]:
    """Every ``kind`` anywhere within ``value``, in the order of the story."""
    if kind in _CLOSED:
        return _find([value], kind, into_items=True)
    waiting, matches = _list_open([value]), list[T]()
    waiting.reverse()
    while waiting:
        part = waiting.pop()
        if isinstance(part, kind):
            matches.append(part)
        if isinstance(part, Item):
            waiting += reversed(_list_own(part))
    return iter(matches)


def find_own(kind: type[T], item: Item) -> Iterator[T]:
    """Every ``kind`` in the words of ``item`` itself, and not in those of the items that stand in it."""
    if kind in _CLOSED:
        return _find([*reversed(list_parts(item))], kind, into_items=False)
    return iter([part for part in _list_own(item) if isinstance(part, kind)])


def find_outside_items(kind: type[T], value: object) -> Iterator[T]:
    """Every ``kind`` within ``value`` that stands in no item."""
    return _find([value], kind, into_items=False)


def _list_own(item: Item) -> Sequence[object]:
    """Every value in the words of ``item`` itself; nothing of the items that stand in it but they themselves.

    A story is asked again and again what stands in it, and an item never changes: what was found is kept as long as
    the item is there.
    """
    known = _own_values.get(id(item))
    if known is None or known[0]() is not item:
        parts = _list_open([*reversed(list_parts(item))])
        known = _own_values[id(item)] = ref(item, _Forget(id(item))), parts
    return known[1]


_own_values: dict[int, tuple[ref[Item], Sequence[object]]] = {}
"""By the identity of an item. To tell two items apart by what they are would take as long as to look into them."""


class _Forget:
    """Forgets what stood in an item that is gone: another may get its identity."""

    def __init__(self, identity: int) -> None:
        self._identity = identity

    def __call__(self, _: ref[Item]) -> None:
        _own_values.pop(self._identity, None)


def _list_open(waiting: list[object]) -> list[object]:
    """Every value within what is ``waiting``, its last first, but for leaves, and for what stands in an item."""
    return [*_find(waiting, object, into_items=False)]


def _find(waiting: list[object], kind: type[T], *, into_items: bool) -> Iterator[T]:
    """Every ``kind`` within what is ``waiting``, its last first; without ``into_items`` none that stands in an item."""
    hashable: type = kind
    ways, matches = _find_ways(hashable, into_items), list[T]()
    while waiting:
        part = waiting.pop()
        is_kind, is_row, get_fields = ways[part.__class__]
        if is_kind and isinstance(part, kind):
            matches.append(part)
        if is_row and isinstance(part, tuple):
            waiting += reversed(part)
        elif get_fields:
            waiting += reversed(get_fields(part))
    return iter(matches)


def find_outermost_items(value: object) -> Iterator[Item]:
    """Every item in ``value`` that stands in no other of them."""
    return _find([value], Item, into_items=False)


def walk_items(value: object, ancestors: tuple[Item, ...] = ()) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """Every item in ``value`` with the items that it stands in, the outermost first."""
    waiting = [(item, ancestors) for item in find_outermost_items(value)]
    waiting.reverse()
    while waiting:
        item, around = waiting.pop()
        yield item, around
        inner = [part for part in _list_own(item) if isinstance(part, Item)]
        if inner:
            below = (*around, item)
            waiting += [(part, below) for part in reversed(inner)]


def list_parts(value: object) -> tuple[object, ...]:
    """What stands directly in a tuple, or in the fields of a Struct, in their order; nothing of anything else."""
    if isinstance(value, tuple):
        return value
    kind: type = value.__class__
    get_fields = _make_getter(kind)
    return get_fields(value) if get_fields else ()


def list_fields(value: object) -> tuple[tuple[str, object], ...]:
    """The fields of a Struct with their names, in their order; none of anything else."""
    if not isinstance(value, Struct):
        return ()
    return tuple(zip(list_field_names(value.__class__), list_parts(value), strict=True))


@cache
def list_field_names(kind: type[Struct]) -> tuple[str, ...]:
    """The names of the fields of a ``kind`` as they are declared; msgspec has those that are only named last."""
    declared = (name for each in reversed(kind.__mro__) for name in get_annotations(each))
    return tuple(name for name in declared if name in kind.__struct_fields__)


@cache
def _make_getter(kind: type) -> _Getter | None:
    """Return what gets all fields of a ``kind`` of Struct, by their names: a Book may note who reads them."""
    names = list_field_names(kind) if issubclass(kind, Struct) else ()
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else None


def map_parts(value: T, change: Callable[[object], object]) -> T:
    """``value`` with what ``change`` makes of each part that stands directly in it; itself where it changes none.

    Words, numbers and days stay as they are.
    """
    if isinstance(value, tuple):
        parts = tuple(part if part.__class__ in _LEAVES else change(part) for part in value)
        return value if all(map(is_, parts, value)) else cast("T", parts)
    inside = ((name, part) for name, part in list_fields(value) if part.__class__ not in _LEAVES)
    changed = {name: new for name, old in inside if (new := change(old)) is not old}
    return replace(value, **changed) if changed and isinstance(value, Struct) else value
