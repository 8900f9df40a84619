"""Switches of the test command."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="Write expected files anew instead of comparing.")
    parser.addoption("--all-pages", action="store_true", help="Look at every page in the browser, not at a sample.")
    parser.addoption("--stories", type=int, help="How many stories to generate against the wall (else 150, the same).")
