"""One workshop for all stories that a process tries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings

from tests.system.wall.die import EDITIONS
from tests.system.wall.workshop import Workshop

FEW, DEFAULT = 28, 56
"""How many stories: in every run, and where what is slow runs too."""


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Where stories are written and built."""
    return Workshop(tmp_path_factory.mktemp("workshop"))


@pytest.fixture
def many(request: pytest.FixtureRequest, edition: str) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Makes a test of one story one of this edition's share of stories.

    Without ``--stories`` they are the same on every run; with it they are new ones.
    """
    asked: int | None = request.config.getoption("--stories")
    usual = DEFAULT if request.config.getoption("--slow") else FEW
    share = -(-(usual if asked is None else asked) // len(EDITIONS))
    chosen = settings(
        max_examples=share,
        deadline=None,
        database=None,
        phases=(Phase.generate,) if asked is None else (Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )

    def repeated(test: Any) -> Callable[[], None]:
        fixed = test if asked is not None else seed(EDITIONS.index(edition))(test)
        return chosen(fixed)  # type: ignore[no-any-return]

    return repeated
