"""What the tests of this room share."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator

import pytest
from PIL import Image

from lsbook.media.picture import Picture
from lsbook.media.transcode.photo import get_ready
from lsbook.media.workers import photo_worker


@pytest.fixture
def develop_here() -> Iterator[Callable[[bytes], tuple[Picture, ...]]]:
    """The work of a worker process, done in this one: for questions about single pixels."""
    most = Image.MAX_IMAGE_PIXELS
    with warnings.catch_warnings():
        get_ready()
        yield lambda source: photo_worker.make(source, lambda _done, _total: None).pictures[0]
    Image.MAX_IMAGE_PIXELS = most
