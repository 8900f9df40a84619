"""Frozen values as JSON, and back: what is kept in ``.lsbook`` so that it need not be worked out again."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
_Decoder = Callable[[Any], Any]
_KIND = "_"
"""Names the class where several may stand."""


def encode(value: object) -> Any:
    """Return ``value`` (dataclasses, tuples, days, enums, texts, numbers) as JSON knows it.

    Fields that have their defaults are left out.
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [encode(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        data = {
            field.name: encode(part)
            for field in fields(value)
            if (part := getattr(value, field.name)) != field.default or field.default is MISSING
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
    if isinstance(kind, type) and is_dataclass(kind):
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


def _make_class_decoder(kind: type) -> _Decoder:
    decoders: dict[str, _Decoder] = {}
    defaults = {field.name: field.default for field in fields(kind) if field.default is not MISSING}
    is_plain = not hasattr(kind, "__post_init__") and all(field.default_factory is MISSING for field in fields(kind))

    def decode_class(data: dict[str, Any]) -> Any:
        if not decoders:  # the hints of a module are only known once it is loaded
            hints = typing.get_type_hints(kind)
            decoders.update({field.name: _make_decoder(hints[field.name]) for field in fields(kind)})
        data.pop(_KIND, None)
        values = {name: decoders[name](part) for name, part in data.items()}
        if not is_plain:
            return kind(**values)
        values = defaults | values
        if len(values) != len(decoders):
            raise TypeError(f"{kind.__name__} lacks a field")
        value: Any = object.__new__(kind)  # a frozen class sets its fields one by one, and there are 40,000 of it
        value.__dict__.update(values)
        return value

    return decode_class
