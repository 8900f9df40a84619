"""The still picture that stands for a film until it is played: one of its first, and the one in which most is seen."""

from __future__ import annotations

from av.video.frame import VideoFrame
from PIL import Image, ImageStat

from lsbook.media.transcode.photo import encode_pictures
from lsbook.media.transcoded import PictureWidths

_SAMPLE_TIMES = (0.0, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0)
"""Seconds into the film. Many begin in the dark, or with a thumb before the lens."""


class Poster:
    """Looks at a few pictures while the film goes by."""

    def __init__(self) -> None:
        self._next = 0
        self._best_contrast = -1.0
        self._best: Image.Image | None = None

    def sample(self, frame: VideoFrame) -> None:
        """Look at ``frame``, which is finished, if its time has come."""
        if self._next == len(_SAMPLE_TIMES) or (frame.time or 0.0) < _SAMPLE_TIMES[self._next]:
            return
        self._next += 1
        image = convert_to_image(frame)
        seen = ImageStat.Stat(image.convert("L")).stddev[0]
        if seen > self._best_contrast:
            self._best_contrast, self._best = seen, image

    def make_pictures(self) -> tuple[PictureWidths, ...]:
        """The poster in its widths; none of a sound."""
        return (encode_pictures(self._best),) if self._best else ()


def convert_to_image(frame: VideoFrame) -> Image.Image:
    """A new image of the pixels of ``frame``, and of nothing that hangs on it."""
    plain = frame.reformat(format="rgb24")
    [rows] = plain.planes
    return Image.frombytes("RGB", (plain.width, plain.height), bytes(rows), "raw", "RGB", rows.line_size)
