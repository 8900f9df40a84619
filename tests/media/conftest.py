"""What the tests of this room share."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator

import pytest
from PIL import Image

from lsbook.media.photo import develop, get_ready
from lsbook.media.picture import Picture


@pytest.fixture
def develop_here() -> Iterator[Callable[[bytes], tuple[Picture, ...]]]:
    """The work of a worker process, done in this one: for questions about single pixels."""
    most = Image.MAX_IMAGE_PIXELS
    with warnings.catch_warnings():
        get_ready()
        yield develop
    Image.MAX_IMAGE_PIXELS = most
