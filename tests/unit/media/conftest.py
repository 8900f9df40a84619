"""What the tests of this room share."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator

import pytest
from PIL import Image

from lsbook.media.transcode.photo import configure_pillow
from lsbook.media.transcoded import JpegPicture
from lsbook.media.workers import photo_worker


@pytest.fixture
def develop_here() -> Iterator[Callable[[bytes], tuple[JpegPicture, ...]]]:
    """The work of a worker process, done in this one: for questions about single pixels."""
    most = Image.MAX_IMAGE_PIXELS
    with warnings.catch_warnings():
        configure_pillow()
        yield lambda source: photo_worker.transcode_medium(source, lambda _done, _total: None).pictures[0]
    Image.MAX_IMAGE_PIXELS = most
