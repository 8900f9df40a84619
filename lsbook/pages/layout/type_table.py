"""Entries of tables that say which function takes values of which type: a type checker sees that the two fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeAlias, TypeVar

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R")
P = ParamSpec("P")

Entry: TypeAlias = tuple[type[object], Callable[Concatenate[object, P], R]]
EntryInContext: TypeAlias = tuple[type[object], Callable[Concatenate[C, object, P], R]]


def bind(kind: type[T], function: Callable[Concatenate[T, P], R]) -> Entry[P, R]:
    """Return ``kind`` with a ``function`` of its values. It raises ``TypeError`` for any other value."""

    def call(value: object, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return function(_check(value, kind), *args, **kwargs)

    return kind, call


def bind_in_context(kind: type[T], function: Callable[Concatenate[C, T, P], R]) -> EntryInContext[C, P, R]:
    """Return the same for a ``function`` that takes a context before the value."""

    def call(context: C, value: object, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return function(context, _check(value, kind), *args, **kwargs)

    return kind, call


def _check(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"{type(value).__name__} stands where {kind.__name__} is taken")
    return value
