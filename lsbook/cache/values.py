"""Frozen values as JSON, and back: what is kept in ``.lsbook`` so that it need not be worked out again."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from msgspec import NODEFAULT, Struct
from msgspec.structs import asdict, fields

T = TypeVar("T")
_Decoder = Callable[[Any], Any]
_KIND = "_"
"""Names the class where several may stand."""


def encode(value: object) -> Any:
    """Return ``value`` (Structs, tuples, days, enums, texts, numbers) as JSON knows it.

    Fields that have their defaults are left out.
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [encode(part) for part in value]
    if isinstance(value, Struct):
        defaults = _find_defaults(type(value))
        data = {
            name: encode(part) for name, part in asdict(value).items() if name not in defaults or part != defaults[name]
        }
        return {_KIND: type(value).__name__, **data}
    return value


def decode(kind: type[T], data: object) -> T:
    """Return the ``kind`` that ``data`` was made from.

    Raises ``KeyError``, ``TypeError``, ``ValueError`` or ``AttributeError`` for anything else.
    """
    hashable: Any = kind
    value: T = _make_decoder(hashable)(data)
    return value


@cache
def _make_decoder(kind: Any) -> _Decoder:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _make_union_decoder(arguments)
    if origin is tuple:
        return _make_tuple_decoder(arguments)
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if isinstance(kind, type) and issubclass(kind, Struct):
        return _make_class_decoder(kind)
    return _return_same


def _return_same(data: Any) -> Any:
    return data


def _make_union_decoder(kinds: tuple[Any, ...]) -> _Decoder:
    some = tuple(kind for kind in kinds if kind is not type(None))
    if len(some) == 1:
        single = _make_decoder(some[0])
        return lambda data: None if data is None else single(data)
    by_name = {kind.__name__: _make_decoder(kind) for kind in some}
    return lambda data: None if data is None else by_name[data[_KIND]](data)


def _make_tuple_decoder(kinds: tuple[Any, ...]) -> _Decoder:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        each = _make_decoder(kinds[0])
        return tuple if each is _return_same else lambda data: tuple(map(each, data))
    decoders = [_make_decoder(kind) for kind in kinds]
    return lambda data: tuple(decoder(part) for decoder, part in zip(decoders, data, strict=True))


@cache
def _find_defaults(kind: type[Struct]) -> dict[str, object]:
    return {field.name: field.default for field in fields(kind) if field.default is not NODEFAULT}


def _make_class_decoder(kind: type[Struct]) -> _Decoder:
    decoders: dict[str, _Decoder] = {}

    def decode_class(data: dict[str, Any]) -> Any:
        if not decoders:  # the hints of a module are only known once it is loaded
            hints = typing.get_type_hints(kind)
            decoders.update({name: _make_decoder(hints[name]) for name in kind.__struct_fields__})
        data.pop(_KIND, None)
        return kind(**{name: decoders[name](part) for name, part in data.items()})

    return decode_class
