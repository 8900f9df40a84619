"""What keeps threads alive under coverage."""

from __future__ import annotations

import pytest

from tests.tracing import TRIES, retry


def test_a_thread_waits_for_its_turn_to_set_a_trace_function() -> None:
    """A refusal that passes is tried again, and the function is set once."""
    refusals = [RuntimeError(), RuntimeError()]
    functions: list[object] = []

    def set_trace(function: object) -> None:
        if refusals:
            raise refusals.pop()
        functions.append(function)

    retry(set_trace)("trace")
    assert functions == ["trace"]


def test_a_refusal_that_stays_is_told() -> None:
    """Whoever is refused for good hears why, and nothing hangs."""
    tries = 0

    def set_trace(_: object) -> None:
        nonlocal tries
        tries += 1
        raise RuntimeError("another trace function")

    with pytest.raises(RuntimeError, match="another trace function"):
        retry(set_trace)(None)
    assert tries == TRIES + 1
